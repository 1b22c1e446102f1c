"""Seeds and hand-written pages: ordinary files in the order of their names, and a word on everything else."""

import errno
import os
from pathlib import Path

import pytest

from builder.files import Listing, list_files, read_seeds, read_settings, read_texts
from builder.model.issues import BriefingError
from builder.model.text import Seed

MEND = "put the article there as a plain .txt or .md file, or take it away [seed-skipped]"


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    return read_settings(tmp_path / "mkdocs.yml")


def test_articles_come_in_the_order_of_their_names_with_their_bytes(settings):
    for name, data in (("b.txt", b"\xff"), ("a.md", b"\xef\xbb\xbfa\r\n"), ("Z.TXT", b""), (".hidden.txt", b"x")):
        (settings.seeds / name).write_bytes(data)
    seeds, issues = read_seeds(settings)
    assert seeds == (Seed("seeds/Z.TXT", b""), Seed("seeds/a.md", b"\xef\xbb\xbfa\r\n"), Seed("seeds/b.txt", b"\xff"))
    assert issues == ()


def test_what_is_no_ordinary_article_is_skipped_with_a_warning(settings):
    (settings.seeds / "a.txt").write_bytes(b"a")
    (settings.seeds / "link.txt").symlink_to(settings.config)
    (settings.seeds / "nowhere.txt").symlink_to(settings.root / "no")
    (settings.seeds / "more.txt").mkdir()
    (settings.seeds / "scan.pdf").write_bytes(b"%PDF")
    os.mkfifo(settings.seeds / "pipe.txt")
    seeds, issues = read_seeds(settings)
    assert [seed.path for seed in seeds] == ["seeds/a.txt"]
    assert [issue.line() for issue in issues] == [
        f"seeds/link.txt:1: this is a symbolic link and was not read — {MEND}",
        f"seeds/more.txt:1: this is a folder and was not read — {MEND}",
        f"seeds/nowhere.txt:1: this is a symbolic link and was not read — {MEND}",
        f"seeds/pipe.txt:1: this is not an ordinary file and was not read — {MEND}",
        f"seeds/scan.pdf:1: this is neither .txt nor .md and was not read — {MEND}",
    ]
    assert not any(issue.is_error for issue in issues)


def test_what_may_not_be_read_is_skipped_with_a_warning(settings, monkeypatch):
    (settings.seeds / "a.txt").write_bytes(b"a")
    (settings.seeds / "b.txt").write_bytes(b"b")
    really_open = os.open

    def refuse(path, *rest):  # root may read everything, whatever the file's mode
        if Path(path).name == "b.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really_open(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    seeds, issues = read_seeds(settings)
    assert [seed.path for seed in seeds] == ["seeds/a.txt"]
    assert [issue.what for issue in issues] == ["this cannot be read (Permission denied) and was not read"]


def test_a_name_that_is_not_utf8_is_skipped_and_shown_escaped(settings):
    (settings.seeds / "a.txt").write_bytes(b"a")
    try:
        (settings.seeds / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"b")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    seeds, issues = read_seeds(settings)
    assert len(seeds) == 1
    assert issues[0].line() == f"seeds/caf\\xe9.txt:1: this has a name that is not UTF-8 and was not read — {MEND}"


@pytest.mark.parametrize("is_there", [True, False])
def test_no_article_is_an_error(settings, is_there):
    if not is_there:
        settings.seeds.rmdir()
    seeds, issues = read_seeds(settings)
    assert seeds == ()
    line = "seeds:1: there is no article here — put at least one .txt or .md file into seeds/ [seeds-empty]"
    assert [issue.line() for issue in issues] == [line]
    assert issues[0].is_error


@pytest.mark.parametrize(("first", "second"), [("Tarn.txt", "tarn.txt"), ("a b.txt", "a-b.txt"), ("é.md", "e.txt")])
def test_two_names_with_one_id_are_an_error(settings, first, second):
    (settings.seeds / first).write_bytes(b"1")
    (settings.seeds / second).write_bytes(b"2")
    seeds, issues = read_seeds(settings)
    assert len(seeds) == len({seed.data for seed in seeds}) == 2
    assert [issue.code for issue in issues] == ["seed-name"]
    assert issues[0].is_error
    assert seeds[0].path in issues[0].what
    assert issues[0].at.path == seeds[1].path


def test_hand_written_pages_come_as_text_by_their_path(tmp_path):
    pages = tmp_path / "pages"
    (pages / "guides").mkdir(parents=True)
    (pages / "method.md").write_bytes(b"\xef\xbb\xbf# Method\r\nA\rB\n")
    (pages / "guides" / "a.md").write_text("# A", encoding="utf-8")
    (pages / "note.txt").write_text("no", encoding="utf-8")
    (pages / "link.md").symlink_to(pages / "method.md")
    assert list(read_texts(pages, "**/*.md").items()) == [("guides/a.md", "# A"), ("method.md", "# Method\nA\nB\n")]
    assert list(read_texts(pages, "*.md")) == ["method.md"]
    assert read_texts(tmp_path / "none", "**/*.md") == {}


def test_a_page_that_is_not_utf8_is_refused_with_its_name(tmp_path):
    (tmp_path / "a.md").write_bytes(b"ab\xff")
    with pytest.raises(BriefingError, match=r"a\.md:1: byte 2 is not UTF-8 — save the file as UTF-8"):
        read_texts(tmp_path, "*.md")


def test_a_listing_names_links_apart_and_hidden_files_not_at_all(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/c.yml", "a.yml", ".git/x", ".keep"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b" / "d.yml").symlink_to(tmp_path / "a.yml")
    assert list_files(tmp_path) == Listing(files=("a.yml", "b/c.yml"), others=("b/d.yml",))
