import pytest

from builder.analyse.genders import leaning_of, leaning_of_name


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("omar velde", 1),
        ("zsofia vadas", -1),
        ("kovacs eszter", -1),
        ("szabo peter", 1),
        ("halasz eszter", -1),
        ("wanjiru kamande", -1),
        ("nguyen thi bich hang", -1),
        ("xeviq pavlovna", -1),
        ("park soo-ah", 0),
        ("wen li-hua", 0),
        ("han seo-yeon", -1),
        ("yohanes tumanggor", 1),
        ("jordan vasile", 0),
        ("endre jordan", 1),
    ],
)
def test_a_name_tells_the_sex_of_its_bearer_or_nothing(name, sign):
    leaning = leaning_of_name(tuple(name.split()))
    assert (leaning > 0) - (leaning < 0) == sign


def test_what_somebody_is_called_tells_it_for_certain():
    assert leaning_of(["mayor", "widow"]) < leaning_of_name(("zsofia", "vadas")) < 0 < leaning_of(["mr.", "judge"])
    assert leaning_of(["judge"]) == 0
