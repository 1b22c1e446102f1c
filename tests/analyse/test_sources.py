from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.sources import source_candidates, without_reports
from builder.analyse.attribution.spans import view_cue
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)


def reading(*sentences):
    return Reading(parsed(*sentences), NONE, NONE, NONE)


def candidates(sentence, cue, content):
    read = reading(sentence)
    view = view_cue(read, cue, [0.0] * len(read.tokens))
    return [read.tokens[i].text for i in source_candidates(view, frozenset(content))]


def test_a_name_beside_the_cue_is_a_candidate_even_where_the_parser_made_it_a_part_of_the_cue():
    assert candidates(
        "It/it/PRP/nsubj/1 rains/rain/VB/ROOT/1 ,/,/,/punct/1 Berg/berg/NNP/compound/4 notes/note/NNS/npadvmod/1",
        4,
        {0, 1},
    ) == ["Berg"]


def test_a_part_of_another_name_is_no_candidate():
    sentence = "Ann/ann/NNP/compound/1 Berg/berg/NNP/nsubj/3 just/just/RB/advmod/3 said/say/VBD/ROOT/3 no/no/DT/dobj/3"
    assert candidates(sentence, 3, {4}) == ["Berg"]


def test_a_clause_with_somebody_elses_words_is_no_part_of_the_source():
    read = reading(
        "Berg/berg/NNP/nsubj/4 who/who/PRP/nsubj/2 said/say/VBD/relcl/0 no/no/DT/dobj/2 left/leave/VBD/ROOT/4"
    )
    assert without_reports(read, 0, frozenset((3,))) == (0, 0)
    assert without_reports(read, 0, frozenset()) == (0, 3)


def test_a_dateline_is_no_source():
    sentence = (
        "ORSK/orsk/NNP/nsubj/6 (/(/,/punct/3 Coast/coast/NNP/compound/3 Wire/wire/NNP/appos/0 )/)/,/punct/3 "
        "–/–/,/punct/6 rescuers/rescuer/NNS/nsubj/7 said/say/VBD/ROOT/7 so/so/RB/dobj/7"
    )
    assert candidates(sentence, 7, {8}) == ["rescuers"]
    assert "Wire" in candidates(sentence.replace("–/–", "so/so"), 7, {8})
