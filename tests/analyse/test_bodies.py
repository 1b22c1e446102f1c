"""Which body "the company", "their union" or "it" means."""

import pytest

from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.bodies import is_short_for
from builder.analyse.body_nouns import are_akin, nouns_of_name
from builder.analyse.speakers import name_speakers
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)
STOP = "././././0"


def named(name, ent="ORG", verb="opened", lemma="open"):
    """A sentence in which the name is the subject: "Berg Paper opened today"."""
    words = name.split()
    head = len(words) - 1
    before = [f"{w}/{w.lower()}/NNP/compound/{head}/{ent}" for w in words[:-1]]
    verb_at = head + 1
    end = f"{verb}/{lemma}/VBD/ROOT/{verb_at} today/today/RB/advmod/{verb_at} ././././{verb_at}"
    return " ".join([*before, f"{words[-1]}/{words[-1].lower()}/NNP/nsubj/{verb_at}/{ent}", end])


def called(noun, name, determiner="the", ent="ORG"):
    """A sentence in which a noun stands before the name and a comma: "The port operator, Atlas Quay, opened today"."""
    nouns, names = noun.split(), name.split()
    head = len(nouns)
    first = head + 2
    last = first + len(names) - 1
    verb_at = last + 2
    words = [f"{determiner.title()}/{determiner}/DT/det/{head}"]
    words += [f"{w}/{w}/{'JJ' if w[:1].isupper() else 'NN'}/amod/{head}" for w in nouns[:-1]]
    words += [f"{nouns[-1]}/{nouns[-1]}/NN/nsubj/{verb_at}", f",/,/,/punct/{head}"]
    words += [f"{w}/{w.lower()}/NNP/compound/{last}/{ent}" for w in names[:-1]]
    words += [f"{names[-1]}/{names[-1].lower()}/NNP/appos/{head}/{ent}", f",/,/,/punct/{head}"]
    return " ".join([*words, f"opened/open/VBD/ROOT/{verb_at} today/today/RB/advmod/{verb_at} ././././{verb_at}"])


def says(phrase, ent=""):
    """A sentence that ends a dispatch: "The company said so". Words with a capital are adjectives of places."""
    determiner, *words = phrase.split()
    head = len(words)
    tag = "PRP$" if determiner.lower() in ("their", "its", "her") else "DT"
    dep = "poss" if tag == "PRP$" else "det"
    found = [f"{determiner}/{determiner.lower()}/{tag}/{dep}/{head}"]
    found += [
        f"{w}/{w.lower()}/{'JJ' if w[:1].isupper() else 'NN'}/{'amod' if w[:1].isupper() else 'compound'}/{head}/{ent}"
        for w in words[:-1]
    ]
    found += [
        f"{words[-1]}/{words[-1]}/NN/nsubj/{head + 1}",
        f"said/say/VBD/ROOT/{head + 1} so/so/RB/advmod/{head + 1} ././././{head + 1}",
    ]
    return " ".join(found)


IT = "It/it/PRP/nsubj/1 said/say/VBD/ROOT/1 so/so/RB/advmod/1 ././././1"


def speaker(*sentences, at=-1):
    """Whose words the last sentence tells, its subject being the only source."""
    parse = parsed(*sentences)
    first, end = parse.sentences[at]
    head = next(i for i in range(first, end) if parse.tokens[i].dep == "nsubj")
    unit = Unit(parse.tokens[head].head, ((end - 2, end - 1),), parse.edges[head], head)
    return name_speakers(Reading(parse, NONE, NONE, NONE), [unit])[0]


@pytest.mark.parametrize(
    ("before", "phrase", "name"),
    [
        # the noun is a part of the name, or of another name for the same
        ([named("Tarn Workers Union")], "The union", "Tarn Workers Union"),
        ([named("University of Ossel")], "The university", "University of Ossel"),
        ([named("Ossel City Council")], "The authority", "Ossel City Council"),
        ([named("Hurst Institute")], "The institution", "Hurst Institute"),
        ([named("Northern Philharmonia")], "The orchestra", "Northern Philharmonia"),
        ([named("Tarn Development Bank")], "The lender", "Tarn Development Bank"),
        ([named("Savanna Wings")], "The carrier", "Savanna Wings"),
        ([named("Ossel Rovers")], "The club", "Ossel Rovers"),
        # said beside the name
        ([called("port operator", "Atlas Quay")], "The company", "Atlas Quay"),
        ([called("port operator", "Atlas Quay")], "The operator", "Atlas Quay"),
        ([called("dairy", "Melk")], "The company", "Melk"),
        ([called("regulator", "Velo")], "The agency", "Velo"),
        ([called("foundation", "Velo")], "The charity", "Velo"),
        # of several the one that it suits, not the one spoken of last
        ([named("Savanna Wings"), named("Tarn Workers Union")], "The carrier", "Savanna Wings"),
        ([named("Tarn Workers Union"), named("Berg Paper")], "The union", "Tarn Workers Union"),
        ([called("Danish maker", "Berg"), called("Swedish maker", "Holm")], "The Danish company", "Berg"),
        ([called("Danish maker", "Berg"), called("Swedish maker", "Holm")], "The Swedish company", "Holm"),
        ([called("American provider", "Lumen"), called("Swedish maker", "Holm")], "The American company", "Lumen"),
        ([named("Hallett Museum"), called("foundation", "Taveu")], "The institution", "Hallett Museum"),
        # nobody where that is not sure, or another is described
        ([named("Berg Paper"), named("Ossel Ferries"), named("Hurst Hotels"), says("The mayor")], "The company", None),
        ([named("Tarn Workers Union")], "The company", None),
        ([named("Starfish Trust")], "The fans trust", None),
        ([named("Berg Paper")], "A company", None),
        ([named("Tarn", "GPE")], "The company", None),
    ],
)
def test_a_noun_means_the_body_that_it_suits_or_nobody(before, phrase, name):
    assert speaker(*before, says(phrase)) == name


def test_a_body_without_a_name_is_meant_by_the_noun_too():
    assert speaker(named("Berg Workers Union"), says("The staff union"), says("The union")) is None


def test_the_first_lines_may_speak_of_a_body_that_is_named_below():
    assert speaker(says("Their union"), named("Tarn Workers Union"), at=0) == "Tarn Workers Union"
    assert speaker(says("Their union"), named("Tarn Workers Union"), named("Ossel Crews Union"), at=0) is None


def test_it_is_the_body_that_acts_or_has_spoken_last():
    assert speaker(named("Berg Paper"), IT) == "Berg Paper"
    assert speaker(named("Berg Paper"), named("Ossel Ferries"), IT) == "Ossel Ferries"
    assert speaker(named("Berg Paper"), says("The harbour office"), IT) is None
    assert speaker(named("Berg Paper"), *[says("The mayor")] * 6, IT) is None


def test_who_is_only_told_it_is_not_the_company():
    told = (
        "Somebody/somebody/NN/nsubj/1 told/tell/VBD/ROOT/1 Andes/andes/NNP/compound/3/ORG Wire/wire/NNP/dobj/1/ORG"
        " all/all/DT/dobj/1 ././././1"
    )
    assert speaker(told, says("The company")) is None
    assert speaker(named("Berg Paper"), told, told, says("The company")) == "Berg Paper"


def test_a_body_is_named_in_full_where_it_is_called_by_a_part():
    assert speaker(named("Marsa Capital"), named("Marsa"), says("The fund")) == "Marsa Capital"
    assert speaker(named("Marsa Capital"), named("Marsa")) == "Marsa Capital"


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("Marsa", "Marsa Capital", True),
        ("Front", "Maritime Workers Front", True),
        ("MWF", "Maritime Workers Front", True),
        ("Ossel", "University of Ossel", False),
        ("Workers", "Maritime Workers Front", False),
        ("Maritime Workers Front", "Front", False),
    ],
)
def test_short_for_a_name(short, full, is_one):
    words = full.split()
    assert is_short_for(tuple(short.lower().split()), tuple(w.lower() for w in words), words) is is_one


def test_what_a_name_says_that_its_bearer_is():
    assert list(nouns_of_name(["National", "Union", "of", "Air", "Cabin", "Staff"])) == ["union"]
    assert list(nouns_of_name(["Hill", "Workers’", "Front"])) == ["union", "front"]
    assert list(nouns_of_name(["Savanna", "Wings"])) == ["airline"]
    assert list(nouns_of_name(["Berg"])) == []


def test_nouns_of_one_kind_are_akin():
    assert are_akin("carrier", "airline")
    assert are_akin("lender", "bank")
    assert not are_akin("bank", "airline")


def test_a_town_is_no_other_than_the_state_and_no_part_of_a_name():
    there = "The/the/DT/det/2 Ohio/ohio/NNP/compound/2/GPE company/company/NN/nsubj/3 said/say/VBD/ROOT/3 so/so/RB/advmod/3 ././././3"
    assert speaker(called("American provider", "Lumen"), there) == "Lumen"
    assert speaker(named("Tarn Workers Union"), there) is None
    museum = there.replace("company/company", "museum/museum")
    assert speaker(named("Tarn Workers Union"), museum) == "Ohio museum"


def test_a_noun_for_bodies_beside_a_name_makes_it_no_persons():
    directly = (
        "The/the/DT/det/1 charity/charity/NN/nsubj/4 Ann/ann/NNP/compound/3/PERSON Rooms/rooms/NNP/appos/1/PERSON"
        " opened/open/VBD/ROOT/4 today/today/RB/advmod/4 ././././4"
    )
    behind = (
        "Ann/ann/NNP/compound/1/PERSON Watch/watch/NNP/nsubj/6/PERSON ,/,/,/punct/1 a/a/DT/det/4 charity/charity/NN/appos/1 ,/,/,/punct/1"
        " opened/open/VBD/ROOT/6 today/today/RB/advmod/6 ././././6"
    )
    assert speaker(directly, says("The charity")) == "Ann Rooms"
    assert speaker(behind, says("The charity")) == "Ann Watch"


def test_somebody_with_a_trade_that_bodies_have_too_is_a_person():
    operator = (
        "Ann/ann/NNP/compound/1 Berg/berg/NNP/nsubj/7 ,/,/,/punct/1 a/a/DT/det/5 drill/drill/NN/compound/5"
        " operator/operator/NN/appos/1 ,/,/,/punct/1 spoke/speak/VBD/ROOT/7 today/today/RB/advmod/7 ././././7"
    )
    assert speaker(operator, IT.replace("It/it", "She/she")) == "Ann Berg"


def test_who_heads_a_body_is_no_body():
    head = (
        "Ann/ann/NNP/compound/1/PERSON Berg/berg/NNP/nsubj/8/PERSON ,/,/,/punct/1 the/the/DT/det/4 league/league/NN/poss/6"
        " ’s/’s/POS/case/4 head/head/NN/appos/1 ,/,/,/punct/1 spoke/speak/VBD/ROOT/8 today/today/RB/advmod/8 ././././8"
    )
    assert speaker(head, says("The league")) is None
    assert speaker(head, IT.replace("It/it", "She/she")) == "Ann Berg"


def test_a_body_without_a_name_in_the_first_lines_is_the_one_that_acts_next():
    lead = says("The largest dairy").replace("said/say", "closed/close")
    assert speaker(lead, named("Fjordmelk"), says("The dairy")) == "Fjordmelk"


def test_a_capital_for_its_place_alone_names_nobody():
    assert (
        speaker(
            says("The charity"), "Institute/institute/NNP/nsubj/1/ORG said/say/VBD/ROOT/1 so/so/RB/advmod/1 ././././1"
        )
        is None
    )


def test_the_ruling_one_is_a_party():
    ruling = "The/the/DT/det/3 ruling/ruling/JJ/amod/3 Fresh/fresh/NNP/compound/3/ORG Choice/choice/NNP/nsubj/4/ORG left/leave/VBD/ROOT/4 today/today/RB/advmod/4 ././././4"
    assert speaker(ruling, named("Tarn Institute"), says("the party")) == "Fresh Choice"
    assert speaker(ruling.replace("ruling/ruling", "late/late"), named("Tarn Institute"), says("the party")) is None
