"""Quotations that no cue has claimed."""

import pytest

from builder.analyse.attribution.judged import Judged
from builder.analyse.attribution.leftovers import open_stretches
from builder.analyse.attribution.reading import Counts, Reading
from builder.analyse.attribution.weights import Weights
from tests.analyse.forests import Fixed
from tests.analyse.parses import parse_of

NONE = Counts({}, (0.0,) * 5)


@pytest.mark.parametrize(
    ("text", "chances"),
    [
        ("“One goes on here\n“and on there\n“and ends,” he said.", [0.9, 0.9, 0.9]),
        ("“One ends here”\n“and another goes on\n“and ends,” he said.", [0.2, 0.9, 0.9]),
        ("“One is left open here\nIt rains.\n“And another\n“ends,” he said.", [0.2, 0.9, 0.9]),
    ],
)
def test_a_quotation_is_as_likely_as_what_it_goes_on_with(text, chances):
    parse = parse_of(text)
    reading = Reading(parse, NONE, NONE, NONE)
    judged = Judged(
        reading, Weights(NONE, NONE, NONE, {"utterance": Fixed(0.2, 0.3, 0.9)}), {}, [0.0] * len(parse.tokens)
    )
    assert [chance for _, chance in open_stretches(judged, ())] == chances
