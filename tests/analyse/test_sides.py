"""Who speaks for which party, where the article does not print it beside him; each needs the language model."""

import pytest

from builder.analyse import Asked, extract, read_parse
from builder.ingest import read_article
from builder.model.findings import PositionFinding
from builder.model.ids import PartyId, SourceId, TopicId
from builder.model.knowledge import Party, Topic
from builder.model.text import Seed

pytestmark = pytest.mark.model

ASKED = Asked(
    parties=(
        Party(PartyId("peru"), "Peru", names=("Peru", "Lima", "Peruvian")),
        Party(PartyId("chile"), "Chile", names=("Chile", "Chilean", "Chileans")),
        Party(PartyId("bloc"), "Andean Community", names=("Andean Community", "Quito", "bloc")),
        Party(PartyId("cobalt"), "Cobalt Andes", names=("Cobalt Andes", "Cobalt", "company")),
    ),
    topics=(
        Topic(TopicId("water"), "Water", vocabulary=("water", "river", "canal")),
        Topic(TopicId("mine"), "The mine", vocabulary=("mine", "copper", "licence")),
    ),
)


def told(*paragraphs: str) -> list[tuple[str, str, str, str | None]]:
    """Party, issue, level and holder of all positions of an article with these paragraphs under a headline."""
    words = "\n\n".join(("Copper and a river", *paragraphs)).encode("utf-8")
    article = read_article(Seed("seeds/paper.txt", words), source_id=SourceId("paper"))
    found = extract(article.text, asked=ASKED, authors=article.stated.authors, parse=read_parse)
    positions = sorted((f for f in found if isinstance(f, PositionFinding)), key=lambda f: (f.spans, f.party, f.issue))
    return [(f.party, f.issue, f.attribution.value, f.holder) for f in positions]


FILLER = "The matter has been open for many years, and nobody in the region expects that it will be closed this winter."


def test_an_official_without_a_nationality_is_of_the_state_that_the_report_comes_from():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "Energy Minister Rosa Quispe told reporters that the canal would not be opened before next year.",
        "“The river belongs to those who drink from it,” she said.",
    ) == [
        ("peru", "water", "reported-speech", "Rosa Quispe"),
        ("peru", "water", "own-words", "Rosa Quispe"),
    ]


def test_the_state_may_stand_behind_the_town_or_the_town_be_told_of():
    for dateline, place in (("TACNA, Peru", "the town of Tacna"), ("ILO", "the Peruvian port of Ilo")):
        assert told(
            f"{dateline}, 3 May 2031 (Cable) — Talks were held in {place} all night and ended without a text.",
            "Energy Minister Rosa Quispe said that the canal would not be opened before next year.",
        ) == [("peru", "water", "reported-speech", "Rosa Quispe")]


def test_a_sentence_that_begins_elsewhere_has_its_officials_from_there():
    assert (
        "chile",
        "water",
        "reported-speech",
        "Ines Rojas",
    ) in told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "In Santiago, Energy Minister Ines Rojas warned that the river would run dry within ten years.",
    )


def test_an_opposition_speaks_for_no_state_and_is_no_expert():
    assert (
        told(
            "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
            "Opposition trade spokesman Hugo Salas said that Peru had sold the river for nothing.",
            "“Peru has given the water away,” he said.",
        )
        == []
    )


def test_an_official_whose_state_stays_unknown_speaks_for_nobody():
    assert (
        told(
            FILLER,
            "Peru met Chile, and Chile met Peru, in the old customs house on the bridge.",
            "Energy Minister Rosa Quispe said that the canal would be opened to Peru and to Chile.",
        )
        == []
    )


def test_those_who_are_never_marked_are_at_home():
    assert told(
        "Energy Minister Rosa Quispe told parliament on Monday that the canal would not be opened before next year.",
        "Peru has waited long enough. Peru will not wait for a third winter, several deputies said.",
        "The Chilean ambassador, Ines Rojas, said that the river would run dry.",
    ) == [
        ("peru", "water", "reported-speech", "Rosa Quispe"),
        ("chile", "water", "reported-speech", "Ines Rojas"),
    ]


def test_a_government_and_a_ministry_are_those_of_him_who_speaks_or_of_the_report():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "The government will pay for the canal. Chile’s energy minister, Ines Rojas, said the government would clean the river.",
        "About half of the water is lost on the way, her ministry says.",
    ) == [
        ("peru", "water", "narration", None),
        ("chile", "water", "reported-speech", "Ines Rojas"),
        ("chile", "water", "reported-speech", None),
    ]


def test_two_governments_are_the_two_states_and_a_bloc_is_none():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Peru and Chile have talked all night, watched by the Andean Community.",
        "The two governments signed a contract on the canal. The bloc has sent money for the river.",
    ) == [
        ("chile", "water", "official-act", None),
        ("peru", "water", "official-act", None),
        ("bloc", "water", "official-act", None),
    ]


def test_the_chief_of_a_party_that_is_no_state_speaks_for_it():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "“We will close the mine by June,” said Ana Prado, chief executive of Cobalt Andes.",
        "The company will give back its licence next year.",
    ) == [
        ("cobalt", "mine", "own-words", "Ana Prado"),
        ("cobalt", "mine", "narration", None),
    ]


def test_only_what_stands_between_marks_is_in_somebodys_own_words():
    assert told(
        "Peruvian Energy Minister Rosa Quispe said that the canal would be closed and that the river was “a lost child”.",
    ) == [
        ("peru", "water", "reported-speech", "Rosa Quispe"),
        ("peru", "water", "own-words", "Rosa Quispe"),
    ]


def test_a_pronoun_whose_speaker_is_known_leads_to_his_ministry_and_his_deeds():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Energy Minister Rosa Quispe spoke for two hours at night and left without a smile.",
        "“The river belongs to those who drink from it,” she said. Chile has not answered so far.",
        "About half of the water is lost on the way, her ministry says. She hopes to open the canal in May.",
    ) == [
        ("peru", "water", "own-words", "Rosa Quispe"),
        ("peru", "water", "reported-speech", None),
        ("peru", "water", "reported-speech", "Rosa Quispe"),
    ]


def test_who_is_posted_abroad_is_not_of_the_state_that_the_report_comes_from():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "Chile paid for the talks. The canal, Ambassador Ines Rojas said, would be dug by hand.",
    ) == [("chile", "water", "reported-speech", "Ines Rojas")]
    assert (
        told(
            "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
            "The canal, Ambassador Ines Rojas said, would be dug by hand.",
        )
        == []
    )


def test_a_department_with_a_field_of_the_states_is_the_states_and_its_spokesman_speaks_for_it():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text.",
        "In Santiago, the foreign ministry summoned the neighbours. Its spokesman, Hugo Salas, said the river would be closed.",
        "The labor department will send its own people to the canal, and the department of the builder will send none.",
    ) == [
        ("chile", "water", "reported-speech", "Hugo Salas"),
        ("peru", "water", "narration", None),
    ]


def test_what_a_passage_does_not_name_is_what_the_sentence_before_it_is_about_if_that_is_one_issue():
    assert told(
        "Peruvian Energy Minister Rosa Quispe came to the river. “We have waited long enough for this,” she said.",
        "Chile looked at the canal and at the mine. “We have waited long enough,” Chilean President Ines Rojas said.",
    ) == [
        ("peru", "water", "narration", None),
        ("peru", "water", "own-words", "Rosa Quispe"),
        ("chile", "mine", "narration", None),
        ("chile", "water", "narration", None),
    ]


def test_a_clause_on_the_object_tells_the_issue_where_nothing_nearer_does():
    assert told(
        "Peru signed a pact on Monday that opens the canal to everybody.",
        "Peru signed a pact on the mine that opens the canal to everybody.",
    ) == [("peru", "water", "official-act", None), ("peru", "mine", "official-act", None)]


def statements(words: str) -> list[str]:
    """The passages of an article of one paragraph."""
    article = read_article(Seed("seeds/paper.txt", f"A river\n\n{words}".encode()), source_id=SourceId("paper"))
    found = extract(article.text, asked=ASKED, parse=read_parse)
    return [f.spans[0].of(article.text.text) for f in found if isinstance(f, PositionFinding)]


def test_a_condition_is_not_said_to_be_so_and_stays_with_what_it_qualifies():
    assert statements(
        "Chilean President Ines Rojas said that Chile would leave the talks if the canal was not closed."
    ) == ["Chile would leave the talks if the canal was not closed"]
    assert statements("Chilean President Ines Rojas said that if the canal is closed, Chile will leave the talks.") == [
        "if the canal is closed, Chile will leave the talks"
    ]


def test_who_has_not_said_a_thing_is_in_the_outlets_voice():
    assert told("Peru has not said whether it will open the canal.") == [("peru", "water", "narration", None)]


def test_a_quotation_keeps_its_closing_mark():
    assert statements("Chilean President Ines Rojas called the canal “a wound in the land”.") == [
        "Chilean President Ines Rojas called the canal “a wound in the land”"
    ]


def test_what_only_sets_the_scene_is_not_the_issue_of_what_is_said_in_it():
    assert (
        told("During her visit to the mine, Chilean President Ines Rojas said that everybody would be paid in full.")
        == []
    )


def test_a_counterpart_with_a_nationality_speaks_for_its_state():
    assert told(
        "LIMA, 3 May 2031 (Cable) — Foreign Minister Rosa Quispe came late and left early, and nobody asked her why.",
        "Her Chilean counterpart, Hugo Salas, said that the river would be closed.",
    ) == [("chile", "water", "reported-speech", "Hugo Salas")]


def test_a_clause_that_only_tells_who_somebody_is_takes_no_issue_from_what_was_said_before():
    assert (
        told("The mine is old. Peru’s energy minister, Rosa Quispe, who came to see it on Monday, left at noon.") == []
    )


def test_what_is_only_the_object_of_an_utterance_is_no_statement_of_its_own():
    assert statements(
        "“Peru rents out what it has no right to give to any mine,” Chilean President Ines Rojas said."
    ) == ["Peru rents out what it has no right to give to any mine"]


SAID_THERE = "Energy Minister Rosa Quispe told Chilean radio that the canal would not be opened before next year."
SAID_IN = "In Santiago, Energy Minister Rosa Quispe warned that the river would run dry within ten years."
IN_LIMA = "LIMA, 3 May 2031 (Cable) — Talks on the frontier went on all night and ended in the morning without a text."


@pytest.mark.parametrize("said", [SAID_THERE, SAID_IN])
@pytest.mark.parametrize(
    "elsewhere",
    [
        "Peru’s Quispe left in the evening.",
        "Quispe, a member of the Peruvian government since May, left in the evening.",
        "Quispe, a Peruvian engineer, left in the evening.",
        "Quispe, whose government in Lima sent her, left in the evening.",
        "Quispe, who joined Peru’s government in May, left in the evening.",
        "Quispe, speaking for Peru, was short.",
        "The Peruvian minister said nobody had slept.",
    ],
)
def test_what_the_article_says_that_somebody_is_wins_over_where_and_to_whom_he_speaks(said, elsewhere):
    assert told(said, elsewhere) == [("peru", "water", "reported-speech", "Rosa Quispe")]


@pytest.mark.parametrize("said", [SAID_THERE, SAID_IN])
def test_who_speaks_abroad_is_nobodys_where_the_article_tells_of_such_an_official_of_another_state(said):
    assert told(said, "The Peruvian minister is in the city for two days.") == []


def test_an_official_who_speaks_to_a_foreign_station_is_nobodys_where_the_report_comes_from_another_state():
    assert told(IN_LIMA, SAID_THERE) == []
    assert told(IN_LIMA, SAID_THERE.replace("Chilean", "Peruvian")) == [
        ("peru", "water", "reported-speech", "Rosa Quispe")
    ]


def test_a_government_is_his_who_speaks_of_it_wherever_he_does():
    assert told(
        "In Santiago, Peruvian Energy Minister Rosa Quispe opened a fair, and the government will pay for the canal.",
    ) == [("peru", "water", "narration", None)]


def test_to_propose_is_an_act():
    assert told("Peru proposed a pact on the river on Monday.") == [("peru", "water", "official-act", None)]


@pytest.mark.parametrize(
    "demand",
    [
        "Farmers insisted that Peru must pay for the canal.",
        "Peru must close the mine, the union said.",
        "“Peru must close the mine,” union leaders said.",
        "The opposition said on Monday that the government had to leave the river alone.",
        "According to the opposition, the government needs to open the canal at once.",
        "Protesters chanted that Peru should never have dug the canal.",
        "The opposition argued that the government ought to open the canal.",
        "Villagers want a promise that Peru will close the mine.",
        "Peru, farmers demanded, must open the canal at once.",
        "Activists pressed Chile to stop the mine.",
        "Peru was urged by farmers to open the canal.",
        "Peru has been asked to open the canal.",
        "Peru faces calls to close the mine.",
        "The government is under pressure to open the canal.",
    ],
)
def test_what_others_demand_of_a_government_is_no_position_of_it(demand):
    assert told(IN_LIMA, demand) == []


@pytest.mark.parametrize(
    ("words", "positions"),
    [
        ("Peru must open the canal in summer, under the old treaty.", [("peru", "narration")]),
        ("The opposition said that the government had closed the canal.", [("peru", "narration")]),
        ("Farmers say that Peru has poisoned the river.", [("peru", "narration")]),
        ("Officials said that the government should open the canal.", [("peru", "narration")]),
        ("Chile said that Peru must open the canal.", [("chile", "reported-speech")]),
        ("Chile pressed Peru to open the canal.", [("chile", "narration"), ("peru", "narration")]),
        ("Peru was urged by Chile to open the canal.", [("chile", "reported-speech")]),
        ("The Peruvian canal is called the long ditch.", [("peru", "narration")]),
        ("Peru ignored demands that it close the canal.", [("peru", "narration")]),
        ("The court said that Peru must open the canal.", [("peru", "narration")]),
    ],
)
def test_what_is_told_of_a_government_is(words, positions):
    assert [(party, level) for party, _, level, _ in told(IN_LIMA, words)] == positions


def test_what_experts_hold_to_be_needed_or_so_is_their_assessment():
    needed = told(IN_LIMA, "Peru has to close the mine in May, scientists say.")
    assert [p[:3] for p in needed] == [("peru", "mine", "expert")]
    so = told(IN_LIMA, "Peru owns the mine since May, scientists say.")
    assert [p[:3] for p in so] == [("peru", "mine", "expert")]


@pytest.mark.parametrize(
    "who",
    [
        "Former Peruvian minister Ana Ruiz, who now leads the Chilean delegation,",
        "Chile’s opposition leader, Ana Ruiz,",
        "Chile’s former prime minister, Ana Ruiz,",
        "Chile’s former prime minister",
        "Chile’s largest union",
        "Peruvian mayor Ana Ruiz",
        "Peruvian union leader Ana Ruiz",
    ],
)
def test_who_holds_no_office_of_a_state_speaks_for_none_though_it_stands_beside_him(who):
    assert told(f"{who} said that the canal in the north must open next year.") == []


@pytest.mark.parametrize(
    "who",
    [
        "Peruvian Prime Minister Ana Ruiz, a former mayor,",
        "The visiting Peruvian minister",
        "Peru’s government",
        "Peru",
    ],
)
def test_who_holds_one_speaks_for_it(who):
    found = told(f"{who} said that the canal in the north must open next year.")
    assert [p[:3] for p in found] == [("peru", "water", "reported-speech")]
