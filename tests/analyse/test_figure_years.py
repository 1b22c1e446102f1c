"""For which year a figure holds."""

import pytest

from builder.analyse.figure_years import years_of
from builder.analyse.figures import find_figures
from tests.analyse.parses import parsed
from tests.support import make_source

OF_A_THING = (
    "Tarn/Tarn/NNP/nsubj/1 set/set/VBD/ROOT/1 a/a/DT/det/3 duty/duty/NN/dobj/1 of/of/IN/prep/3 5/5/CD/nummod/6 "
    "percent/percent/NN/pobj/4 in/in/IN/prep/1 2023/2023/CD/pobj/7"
)
OF_THE_VERB = (
    "Exports/export/NNS/nsubj/1 rose/rise/VBD/ROOT/1 5/5/CD/nummod/3 percent/percent/NN/npadvmod/1 in/in/IN/prep/1 "
    "2023/2023/CD/pobj/4"
)
LAST_YEAR = (
    "Exports/export/NNS/nsubj/1 rose/rise/VBD/ROOT/1 5/5/CD/nummod/3 percent/percent/NN/npadvmod/1 last/last/JJ/amod/5 "
    "year/year/NN/npadvmod/1"
)
OF_ANOTHER_CLAUSE = (
    "Tarn/Tarn/NNP/nsubj/1 lent/lend/VBD/ROOT/1 $/$/NN/nmod/3 5/5/CD/dobj/1 ,/,/,/punct/3 to/to/IN/aux/6 repay/repay/VB/acl/3 "
    "in/in/IN/prep/6 2023/2023/CD/pobj/7"
)
BOUNDED = OF_THE_VERB.replace("in/in/IN", "since/since/IN")
A_WHILE = "Talks/talk/NNS/nsubj/1 took/take/VBD/ROOT/1 5/5/CD/nummod/3 months/month/NNS/dobj/1 in/in/IN/prep/1 2023/2023/CD/pobj/4"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        (OF_THE_VERB, 2023),
        (LAST_YEAR, 2028),
        (OF_A_THING, None),
        (OF_ANOTHER_CLAUSE, None),
        (BOUNDED, None),
        (A_WHILE, None),
    ],
)
def test_the_year_is_that_of_the_figure_s_own_clause(sentence: str, year: int | None) -> None:
    parse = parsed(sentence)
    text = make_source(parse.text.strip())
    assert list(years_of(find_figures(text), text, parse, "2029-05-08")) == [year]


def test_each_figure_has_the_year_of_its_own_sentence() -> None:
    parse = parsed(OF_THE_VERB, OF_A_THING, LAST_YEAR)
    text = make_source(parse.text.strip())
    assert list(years_of(find_figures(text), text, parse, "2029-05-08")) == [2023, None, 2028]
