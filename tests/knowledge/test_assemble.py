from hypothesis import given
from hypothesis import strategies as st

from builder.knowledge import Facts, assemble, latest_day
from builder.model.claims import ActorKind, Evidence, Importance, Kind, Ref, Review, Rights
from builder.model.text import BlockKind, Repeat, Span
from tests.support import (
    make_actor,
    make_agreement,
    make_claims,
    make_description,
    make_event,
    make_evidence,
    make_gap,
    make_occurrence,
    make_position,
    make_quote,
    make_source,
    make_subject,
    make_summary,
)

PAPER = make_source(
    "Tarn opened its ports. Kára Dunn said cod was safe. The Ossel fleet stayed out. Rain fell.\n\n"
    "Dunn, of the Tarn Herald, wrote that the accord of Tarn would hold.\n\n"
    "Tarn opened its ports.",
    kinds=(BlockKind.BODY, BlockKind.BODY, BlockKind.PULL_QUOTE),
)


def whole(*claims, texts=(PAPER,), sources=None, **subject):
    described = sources or tuple(make_description(text.id) for text in texts)
    return assemble(
        subject=make_subject(**subject),
        sources=described,
        texts={text.id: text for text in texts},
        claims=make_claims(*claims),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0"),
    )


def shown(text, span):
    return span and span.of(text.text)


def test_an_excerpt_reaches_from_the_previous_sentence_to_the_next() -> None:
    passage = make_evidence(PAPER, "cod was safe")
    excerpt = whole(make_summary("one", passage)).excerpts[passage]
    assert shown(PAPER, excerpt.before) == "Tarn opened its ports. Kára Dunn said "
    assert shown(PAPER, excerpt.after) == ". The Ossel fleet stayed out."
    assert excerpt.paragraph == 1


def test_neighbours_stay_in_the_paragraph() -> None:
    first, last = make_evidence(PAPER, "Tarn opened its ports."), make_evidence(PAPER, "Rain fell.")
    excerpts = whole(make_summary("one", (first, last))).excerpts
    assert excerpts[first].before is None
    assert shown(PAPER, excerpts[first].after) == " Kára Dunn said cod was safe."
    assert excerpts[last].after is None
    assert shown(PAPER, excerpts[last].before) == "The Ossel fleet stayed out. "


def test_long_neighbours_are_cut_between_words() -> None:
    text = make_source("word " * 200 + "here " + "next " * 200)
    passage = make_evidence(text, "here")
    excerpt = whole(make_summary("one", passage), texts=(text,)).excerpts[passage]
    assert 290 < len(excerpt.before) <= 300
    assert 290 < len(excerpt.after) <= 300
    assert shown(text, excerpt.before).startswith("word ")
    assert shown(text, excerpt.after).endswith(" next")


def test_an_excerpt_names_the_paragraphs_that_print_it_again() -> None:
    again = PAPER.text.rindex("Tarn opened")
    text = make_source(
        PAPER.text,
        kinds=[b.kind for b in PAPER.blocks],
        repeats=[Repeat(place=Span(again, again + 22), of=Span(0, 22))],
    )
    passage = make_evidence(text, "opened its ports")
    assert whole(make_summary("one", passage), texts=(text,)).excerpts[passage].also_at == (3,)


def test_mentions_are_whole_words_with_accents_folded_and_the_longest_name_wins() -> None:
    knowledge = whole(
        make_actor("kara-dunn", name="Kara Dunn", aliases=("Dunn",), importance=Importance.CORE),
        make_actor("tarn", name="Tarn", importance=Importance.SECONDARY),
        make_actor("tarn-herald", name="Tarn Herald"),
        make_actor("cod", name="COD", importance=Importance.CORE),
    )
    names = {actor: [m.name.of(PAPER.text) for m in row] for actor, row in knowledge.mentions.items()}
    assert names == {"kara-dunn": ["Kára Dunn", "Dunn"], "tarn": ["Tarn", "Tarn"], "tarn-herald": [], "cod": []}
    places = [m.name.start for m in knowledge.mentions["tarn"]]
    assert places == [0, PAPER.text.index("of Tarn would") + 3]


def test_a_mention_shows_its_sentence_or_at_most_200_code_points_of_it() -> None:
    text = make_source("word " * 100 + "Ossel " + "next " * 100 + "end.\n\nOssel slept. Tarn woke.")
    long, short = whole(make_actor("ossel", name="Ossel", importance=Importance.CORE), texts=(text,)).mentions["ossel"]
    assert 190 < len(long.shown) <= 200
    assert shown(text, long.shown).startswith("word ")
    assert shown(text, long.shown).endswith(" next")
    assert shown(text, short.shown) == "Ossel slept."
    assert short.paragraph == 2


def test_a_sentence_that_names_somebody_twice_is_one_mention_and_knows_both_places() -> None:
    text = make_source("Tarn said that Tarn would fish.\n\nTarn slept.")
    tarn = make_actor("tarn", make_evidence(text, "Tarn"), name="Tarn", importance=Importance.CORE)
    first, second = whole(tarn, texts=(text,)).mentions["tarn"]
    assert [span.start for span in first.places] == [0, 15]
    assert [shown(text, span) for span in second.places] == ["Tarn"]


def test_a_name_in_decomposed_letters_is_found_at_its_own_place() -> None:
    text = make_source("So Ka\u0301ra Dunn\u0301 sailed.")
    knowledge = whole(make_actor("kara-dunn", name="Kára Dunn", importance=Importance.CORE), texts=(text,))
    assert [m.name.of(text.text) for m in knowledge.mentions["kara-dunn"]] == ["Ka\u0301ra Dunn\u0301"]


def test_a_collective_has_a_capital_only_where_a_sentence_begins() -> None:
    text = make_source("Analysts doubt it. So say other analysts. COD is a brand; cod is not.")
    analysts = make_actor("analysts", name="analysts", kind=ActorKind.COLLECTIVE, importance=Importance.CORE)
    brand = make_actor("cod", name="COD", kind=ActorKind.COMPANY, importance=Importance.CORE)
    rows = whole(analysts, brand, texts=(text,)).mentions
    assert [m.name.of(text.text) for m in rows["analysts"]] == ["Analysts", "analysts"]
    assert [m.name.of(text.text) for m in rows["cod"]] == ["COD"]


def test_the_second_half_of_a_hyphened_word_is_no_name() -> None:
    text = make_source("Non-Tarn boats stay out. Tarn-built ones may come.")
    tarn = make_actor("tarn", name="Tarn", importance=Importance.CORE)
    assert [m.name.start for m in whole(tarn, texts=(text,)).mentions["tarn"]] == [25]


def test_a_collective_is_looked_for_only_in_the_articles_that_its_record_cites() -> None:
    one, other = (
        make_source("Analysts doubt it.", source_id="one"),
        make_source("Other analysts do not.", source_id="other"),
    )
    actor = make_actor(
        "analysts",
        make_evidence(one, "Analysts"),
        name="analysts",
        kind=ActorKind.COLLECTIVE,
        importance=Importance.CORE,
    )
    assert [m.source for m in whole(actor, texts=(one, other)).mentions["analysts"]] == ["one"]


def test_backlinks_show_role_and_sentence() -> None:
    passage = make_evidence(PAPER, "cod was safe")
    knowledge = whole(
        make_actor("kara-dunn", passage),
        make_quote("safe", make_occurrence(passage, speaker="kara-dunn")),
        make_position("tarn-quota", passage, holder="kara-dunn"),
    )
    links = knowledge.backlinks[Ref(Kind.ACTORS, "kara-dunn")]
    assert [(str(b.ref), b.role, b.sentence) for b in links] == [
        ("positions/tarn-quota", "holder", "Tarn wants a quota."),
        ("quotes/safe", "speaker", "cod was safe"),
    ]
    assert len(knowledge.backlinks[Ref(Kind.SOURCES, "paper")]) == 3
    assert set(knowledge.by_ref) >= {b.ref for b in links}


def test_cells_without_a_position_or_a_declared_gap_become_automatic_gaps() -> None:
    knowledge = whole(make_position(), make_gap("no-ice", party="ossel", issue="ice"))
    assert [(g.id, g.review) for g in knowledge.claims.gaps] == [
        ("no-ice", Review.EDITOR),
        ("ossel-fishing", Review.AUTO),
        ("tarn-ice", Review.AUTO),
    ]
    assert knowledge.urls[Ref(Kind.GAPS, "tarn-ice")] == "positions/#tarn-ice"


def test_sources_are_sorted_by_their_earliest_known_day() -> None:
    texts = tuple(make_source("Cod.", source_id=name) for name in ("a", "b", "c", "d"))
    sources = (
        make_description("a"),
        make_description("b", published="2031-05-06"),
        make_description("c", published_earliest="2031-05-01", published_latest="2031-05-09"),
        make_description("d", published="2031-05-06"),
    )
    assert [s.id for s in whole(texts=texts, sources=sources).sources] == ["c", "b", "d", "a"]
    assert latest_day(sources) == "2031-05-09"
    assert latest_day(()) is None


def test_the_published_share_counts_each_printed_code_point_of_the_running_text_once() -> None:
    passage = make_evidence(PAPER, "Rain fell.")
    running = sum(len(b.words) for b in PAPER.blocks[:2])
    knowledge = whole(make_summary("one", passage), make_event("rain", passage))
    assert knowledge.shares["paper"] == round(len("The Ossel fleet stayed out. Rain fell.") / running, 4)


def test_rights_bound_the_published_share() -> None:
    passage = make_evidence(PAPER, "Rain fell.")
    for rights, share in ((Rights.NONE, 0.0), (Rights.FULL, 1.0)):
        knowledge = whole(make_summary("one", passage), sources=(make_description(rights=rights),))
        assert knowledge.shares["paper"] == share


def test_no_word_of_a_source_without_rights_is_shown_as_a_mention() -> None:
    actor = make_actor("tarn", name="Tarn", importance=Importance.CORE)
    assert whole(actor).mentions["tarn"]
    assert whole(actor, sources=(make_description(rights=Rights.NONE),)).mentions["tarn"] == ()


WORDS = st.lists(st.sampled_from(("Ossel", "cod", "harbour", "sleeps.", "x" * 90, "nets,")), min_size=1, max_size=120)


@given(WORDS, st.data())
def test_what_is_shown_is_bounded_and_cuts_no_word(words, data) -> None:
    text = make_source(" ".join(words))
    first = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join((*words[:first], "")))
    passage = Evidence(text.id, start, start + len(words[first]), words[first])
    actor = make_actor("ossel", passage, name="Ossel", importance=Importance.CORE)
    knowledge = whole(actor, texts=(text,))
    excerpt = knowledge.excerpts[passage]
    for neighbour, touching in ((excerpt.before, passage.start), (excerpt.after, passage.end)):
        if neighbour:
            assert touching in (neighbour.start, neighbour.end)
            assert len(neighbour) <= 300
            assert not cut_words(text, neighbour) - {passage.start, passage.end}
    mentions = knowledge.mentions["ossel"]
    assert bool(mentions) is ("Ossel" in words)
    for mention in mentions:
        assert mention.shown.holds(mention.name)
        assert len(mention.shown) <= 200
        assert not cut_words(text, mention.shown)


def cut_words(text, span):
    """Ends of the span that have no blank on either side."""
    inner = {at for at in (span.start, span.end) if 0 < at < len(text.text)}
    return {at for at in inner if not (text.text[at - 1].isspace() or text.text[at].isspace())}


def support(*evidence, quotes=(), sources=None):
    names = ("a", "b", "c")
    texts = tuple(make_source("Cod is safe for now.", source_id=name) for name in names)
    knowledge = whole(
        make_summary("one", evidence), *quotes, texts=texts, sources=sources or tuple(map(make_description, names))
    )
    return knowledge.support[Ref(Kind.SUMMARIES, "one")]


def at(source, start=0, end=20):
    return Evidence(source, start, end, "Cod is safe for now."[start:end])


def test_two_passages_of_one_source_are_one_source() -> None:
    assert support(at("a", 0, 3), at("a", 4, 6)) == 1
    assert support(at("a"), at("b"), at("c")) == 3


def test_relayed_reports_are_one_source_with_the_outlet_they_relay() -> None:
    sources = (
        make_description("a", relays="Tarn Wire"),
        make_description("b", outlet="tarn wire"),
        make_description("c", relays="Tarn Wire"),
    )
    assert support(at("a"), at("b"), at("c"), sources=sources) == 1


def test_a_source_that_relays_in_part_stands_by_itself_but_for_the_same_utterance() -> None:
    sources = (
        make_description("a", relays="Tarn Wire", relays_part=True),
        make_description("b", outlet="Tarn Wire"),
        make_description("c", relays="Tarn Wire"),
    )
    assert support(at("a"), at("b"), at("c"), sources=sources) == 2
    quote = make_quote("safe", make_occurrence(at("a")), make_occurrence(at("b")))
    assert support(at("a", 0, 6), at("b"), at("c"), sources=sources, quotes=(quote,)) == 1


def test_printings_of_one_utterance_are_one_source() -> None:
    quote = make_quote("safe", make_occurrence(at("a")), make_occurrence(at("b")))
    assert support(at("a", 0, 6), at("b"), quotes=(quote,)) == 1
    assert support(at("a"), at("b"), at("c"), quotes=(quote,)) == 2


def test_counts_say_how_much_there_is() -> None:
    counts = whole(make_agreement(), make_event(review=Review.AUTO)).build.counts
    assert (counts["agreements"], counts["sources"], counts["evidence"], counts["unreviewed"]) == (1, 1, 2, 1)


def test_the_order_of_what_goes_in_changes_nothing() -> None:
    passage = make_evidence(PAPER, "cod was safe")
    claims = [make_summary("one", passage), make_event("rain", passage), make_position("tarn-quota", passage)]
    assert whole(*claims) == whole(*reversed(claims))
