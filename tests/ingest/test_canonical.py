import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest import Article, canonical, read_article
from builder.model.ids import SourceId
from builder.model.issues import Issue
from builder.model.text import Seed
from tests.ingest.reading import read, refuse


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
        (b"\xef\xbb\xbfOne.", "One."),
        ("One\u00a0two\u200b\u2028three\ufeff".encode(), "One\u00a0two\u200b\u2028three\ufeff"),
        (b"Tab\there.", "Tab\there."),
        (b"\n\n  One.  \n\n", "\n\n  One.  \n\n"),
    ],
)
def test_only_the_mark_and_the_line_ends_change(data: bytes, text: str) -> None:
    assert read(data).text.text == text


def test_the_hash_is_that_of_the_file_as_received() -> None:
    data = b"\xef\xbb\xbfOne.\r\n"
    assert read(data).text.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "code", "line", "says"),
    [
        (b"One.\r\nTwo \xff.\n", "seed-not-utf8", 2, "0xff"),
        ("Caf\u00e9".encode("latin-1"), "seed-not-utf8", 1, "0xe9"),
        ("One.".encode("utf-16"), "seed-not-utf8", 1, "0xff"),
        (b"One.\n\nTwo\x00.\n", "seed-control-character", 3, "U+0000"),
        (b"One.\x0cTwo.", "seed-control-character", 1, "U+000C"),
        (b"", "seed-empty", 1, "no words"),
        (b" \n\t\n", "seed-empty", 1, "no words"),
        (b"***\n", "seed-empty", 1, "no words"),
        (b"a" * (canonical.LARGEST + 1), "seed-too-large", 1, "5,000,001"),
    ],
)
def test_what_is_no_text_is_an_issue_with_its_line(data: bytes, code: str, line: int, says: str) -> None:
    issue = refuse(data)
    assert (issue.code, issue.at.path, issue.at.line, issue.is_error) == (code, "seeds/paper.txt", line, True)
    assert says in issue.what


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_an_issue(data: bytes) -> None:
    read_article_or_issue = read_article(Seed("seeds/any.txt", data), source_id=SourceId("any"))
    if isinstance(read_article_or_issue, Issue):
        assert read_article_or_issue.at.path == "seeds/any.txt"
    else:
        assert read_article_or_issue.text.text.encode() in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def test_a_seed_of_the_largest_size_is_read() -> None:
    seed = Seed("seeds/long.txt", b"word " * (canonical.LARGEST // 5))
    assert isinstance(canonical.canonicalise(seed), str)
    assert len(seed.data) == canonical.LARGEST
    assert not isinstance(canonical.canonicalise(seed), Article)
