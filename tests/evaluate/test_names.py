"""When a name is right."""

import pytest

from tests.evaluate.names import Aliases, holds, judge, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tô Lâm", "To Lam"),
        ("Đặng Văn Trường", "dang van truong"),
        ("Dr. Vojtěch Malý", "Vojtech Maly"),
        ("Dame Ana Brook", "Ana Brook"),
        ("Gennady S. Bezdetko", "Gennady S Bezdetko"),
        ("U.S.", "US"),
        ("The ministry", "the ministry"),
        ("Jean-Luc Abara", "Jean Luc Abara"),
        ("Teague’s spokesman", "Teague spokesman"),
    ],
)
def test_printings_of_one_name(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Truong", "Trong"), ("Ana Brook", "Brook"), ("Iveta Lang", "Teodor Lang"), ("Miss", "Mr")]
)
def test_two_names(one, other):
    assert not same(one, other)


@pytest.mark.parametrize(
    ("found", "case", "verdict"),
    [
        ("Ana Brook", {"name": "Ana Brook"}, "right"),
        ("Brook", {"name": "Ana Brook"}, "wrong"),
        (None, {"name": "Ana Brook"}, "null"),
        (None, {"name": None}, "right"),
        ("Ana Brook", {"name": None}, "wrong"),
        ("ministry", {"name": None, "refers_to": "The ministry"}, "right"),
        ("Brook", {"name": "Ana Brook", "accept": ["Brook"]}, "right"),
        (None, {"name": "Ana Brook", "accept": [None]}, "right"),
    ],
)
def test_the_verdict_on_a_speaker(found, case, verdict):
    assert judge(found, case) == verdict


@pytest.mark.parametrize(
    ("found", "wanted", "right"),
    [
        ("Communist Party General Secretary", "General Secretary", True),
        ("Secretary", "General Secretary", False),
        ("president", "former president", False),
        ("Norwegian", "Norway", False),
        ("Russian", "Russia", True),
        ("Aldoran", "Aldora", True),
        ("Australian", "Austria", False),
        ("one two three four five six seven eight", "one", False),
        ("", "one", False),
    ],
)
def test_words_that_hold_what_is_wanted(found, wanted, right):
    assert holds(found, wanted) is right


def test_names_of_one_party_are_one():
    aliases = Aliases([("tarn", "Tarn", "Port Tarn", "Tarnish")])
    assert aliases.of("Port Tarn") == aliases.of("tarn") != aliases.of("Ossel")
    assert aliases.holds("Port Tarn", "Tarn")
    assert not aliases.holds("Port Tarn", "Ossel")
