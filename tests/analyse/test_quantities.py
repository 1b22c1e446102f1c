import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analyse import Quantity, read_quantity
from builder.analyse.quantities import find_readings, tokenise


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("$171 billion", 171_000_000_000, "USD"),
        ("US$3.6 billion", 3_600_000_000, "USD"),
        ("3.6 billion dollars", 3_600_000_000, "USD"),
        ("$5m", 5_000_000, "USD"),
        ("€2bn", 2_000_000_000, "EUR"),
        ("4 million euros", 4_000_000, "EUR"),
        ("NZ$3 million", 3_000_000, "NZD"),
        ("A$1.2bn", 1_200_000_000, "AUD"),
        ("NT$40", 40, "TWD"),
        ("2 million New Zealand dollars", 2_000_000, "NZD"),
        ("12 Canadian dollars", 12, "CAD"),
        ("80 million Philippine pesos", 80_000_000, "PHP"),
        ("80 million pesos", 80_000_000, "pesos"),
        ("Rs 500 crore", 5_000_000_000, "rupees"),
        ("Rs500", 500, "rupees"),
        ("Rs.500", 500, "rupees"),
        ("KSh3 billion", 3_000_000_000, "KES"),
        ("RM40", 40, "MYR"),
        ("EUR 3m", 3_000_000, "EUR"),
        ("CHF30,000", 30_000, "CHF"),
        ("S/2,000", 2000, "PEN"),
        ("₱5 million", 5_000_000, "PHP"),
        ("3 lakh", 300_000, "count"),
        ("5 bcm", 5, "billion cubic metres"),
        ("600 cubic metres a second", 600, "cubic metres per second"),
        ("40 gigawatt-hours", 40, "GWh"),
        ("4 acre-feet", 4, "acre-feet"),
        ("3 million kip", 3_000_000, "LAK"),
        ("70 kilometres an hour", 70, "km/h"),
        ("25 basis points", 25, "basis points"),
        ("around 80%", 80, "percent"),
        ("40 percent", 40, "percent"),
        ("2.5 percentage points", 2.5, "percentage points"),
        ("10 MW", 10, "MW"),
        ("10MW", 10, "MW"),
        ("1,200 tonnes", 1200, "tons"),
        ("nine months", 9, "months"),
        ("Just nine months", 9, "months"),
        ("11", 11, "count"),
        ("11 agreements", 11, "count"),
        ("seven", 7, "count"),
        ("Seven", 7, "count"),
        ("twenty-five", 25, "count"),
        ("two hundred and ten", 210, "count"),
        ("a million", 1_000_000, "count"),
        ("a dozen", 12, "count"),
        ("half a million", 500_000, "count"),
        ("a quarter of a million tonnes", 250_000, "tons"),
        ("two and a half million", 2_500_000, "count"),
        ("half a dozen", 6, "count"),
        ("566 m³/s", 566, "cubic metres per second"),
        ("2.5 million", 2_500_000, "count"),
        ("more than 1,000,000 people", 1_000_000, "count"),
        ("30th", 30, "ordinal"),
        ("6th", 6, "ordinal"),
        ("30th anniversary", 30, "ordinal"),
        ("fifth", 5, "ordinal"),
    ],
)
def test_one_quantity(words: str, value: float, unit: str) -> None:
    assert read_quantity(words) == Quantity(value, unit)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "none",
        "many",
        "S-300",
        "5G",
        "1990s",
        "40-50 percent",
        "12 to 15 percent",
        "11 and 12",
        "$",
        "million",
        "the boats of 1",
    ],
)
def test_no_quantity_or_more_than_one(words: str) -> None:
    assert read_quantity(words) is None


@pytest.mark.parametrize(
    ("words", "low", "unit"),
    [
        ("12 to 15 percent", 12, "percent"),
        ("2–3 million tonnes", 2_000_000, "tons"),
        ("two to three million people", 2_000_000, "count"),
        ("US$2 to US$3 million", 2_000_000, "USD"),
        ("$2-3 billion", 2_000_000_000, "USD"),
        ("800,000 to 1 million tonnes", 800_000, "tons"),
        ("between US$2 million and US$3 million", 2_000_000, "USD"),
        ("10 to 12 people", 10, "count"),
    ],
)
def test_a_range_is_one_reading_of_its_lower_end(words: str, low: float, unit: str) -> None:
    (reading,) = find_readings(tokenise(words))
    assert (reading.quantity, reading.ranges) == (Quantity(low, unit), True)


@pytest.mark.parametrize("words", ["won 3-2", "seven to three", "5 to 3 percent", "rose 22 percent to 118,000 tonnes"])
def test_a_score_and_a_change_are_no_ranges(words: str) -> None:
    assert not any(reading.ranges for reading in find_readings(tokenise(words)))


@pytest.mark.parametrize("words", ["X$5 million", "QQ$5 million"])
def test_money_of_an_unknown_sign_is_not_called_dollars(words: str) -> None:
    assert [r.quantity for r in find_readings(tokenise(words))] == [Quantity(5_000_000, "count")]


@pytest.mark.parametrize(
    ("words", "quantities"),
    [
        ("Of the 12, £5 million went", [Quantity(12, "count"), Quantity(5_000_000, "GBP")]),
        ("It was 30. $2 million", [Quantity(30, "count"), Quantity(2_000_000, "USD")]),
        ("he had 30 (£4m)", [Quantity(30, "count"), Quantity(4_000_000, "GBP")]),
        ("6 won and 5 lost", [Quantity(6, "count"), Quantity(5, "count")]),
        ("6 million won", [Quantity(6_000_000, "KRW")]),
    ],
)
def test_a_sign_belongs_to_the_number_behind_it_and_some_money_is_a_word_too(
    words: str, quantities: list[Quantity]
) -> None:
    assert [r.quantity for r in find_readings(tokenise(words))] == quantities


@pytest.mark.parametrize("words", ["RMX 40", "BMW 500", "the Rs and 3", "Kursk 5", "CARM40"])
def test_letters_before_a_number_are_seldom_a_currency(words: str) -> None:
    assert all(r.quantity.unit == "count" for r in find_readings(tokenise(words)))


def test_a_whole_number_is_a_whole_number() -> None:
    quantity = read_quantity("$3.6 billion")
    assert quantity is not None
    assert isinstance(quantity.value, int)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_read_back(number: int) -> None:
    assert read_quantity(f"{number:,}") == Quantity(number, "count")
    assert read_quantity(f"${number}") == Quantity(number, "USD")


@given(st.text(alphabet="0123456789., $%-aMWbillion thou", max_size=40))
def test_readings_of_any_text_are_in_order_and_apart(words: str) -> None:
    tokens = tokenise(words)
    reached = 0
    for reading in find_readings(tokens):
        assert reached <= reading.start < reading.end <= len(tokens)
        reached = reading.end
