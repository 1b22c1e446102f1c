"""What stands between quotation marks."""

import pytest

from builder.reconcile.marks import quoted_spans
from tests.support import make_source


def quoted(text: str) -> list[str]:
    source = make_source(text)
    return [span.of(text) for span in quoted_spans(source, source.blocks[0].words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said 'no' and ‘never’.", ["'no'", "‘never’"]),
        ("The island’s boats don’t sail.", []),
        ("The islands’ boats, the crews’ boats.", []),
        ("In the ’90s it was Tarn’s.", []),
        ("It is a ‘balanced position’ of Tarn’s.", ["‘balanced position’"]),
        ("The ‘islands’ boats’ sail.", ["‘islands’ boats’"]),
        ("They called the ‘islands’ a reef, the ‘boats’ rafts.", ["‘islands’", "‘boats’"]),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”", "‘no’"]),
        ('Opened “curly and closed straight," he said.', ['“curly and closed straight,"']),
        ("He noted that 'it has always been so’. Tarn's boats.", ["'it has always been so’"]),
        ("“We shall talk. And talk.", ["“We shall talk. And talk."]),
        ("Er sagte „nein“ und »nie«.", ["„nein“", "»nie«"]),
        ("(“No,” he said—“never.”)", ["“No,”", "“never.”"]),
        ('Five feet 6" and more', []),
        ("no marks", []),
    ],
)
def test_spans_between_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
