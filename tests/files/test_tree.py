"""Trees written on change: nothing touched that stays, nothing left that is no longer made, nothing outside."""

import os
import re
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.files import Sync, WriteError, sync_tree, write_file

OLD = 1_000_000_000
LIST = ".briefing-files"


def tree(folder):
    """Every file but the list that the build keeps of its own."""
    files = (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink() and p.name != LIST)
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def age(folder):
    for path in folder.rglob("*"):
        os.utime(path, (OLD, OLD))


def test_only_what_changed_is_written(tmp_path):
    docs = tmp_path / "build" / "docs"
    assert sync_tree(docs, {"index.md": b"a", "actors/index.md": b"b"}) == Sync(written=2, unchanged=0, removed=0)
    age(docs)
    assert sync_tree(docs, {"index.md": b"a", "actors/index.md": b"c"}) == Sync(written=1, unchanged=1, removed=0)
    assert (docs / "index.md").stat().st_mtime == OLD
    assert (docs / "actors/index.md").stat().st_mtime > OLD
    assert tree(docs) == {"index.md": b"a", "actors/index.md": b"c"}


def test_what_is_no_longer_made_goes_with_its_empty_folders(tmp_path):
    sync_tree(tmp_path, {"a/b/c.md": b"1", "a/d.md": b"2", "e/f.md": b"3"})
    (tmp_path / ".gitignore").write_bytes(b"*")
    (tmp_path / "e" / ".briefing-half.part").write_bytes(b"left by a build that was killed")
    assert sync_tree(tmp_path, {"a/d.md": b"2"}) == Sync(written=0, unchanged=1, removed=3)
    assert tree(tmp_path) == {".gitignore": b"*", "a/d.md": b"2"}
    assert not (tmp_path / "e").exists()
    assert not (tmp_path / "a" / "b").exists()


def test_a_file_may_become_a_folder_and_back(tmp_path):
    sync_tree(tmp_path, {"a": b"1"})
    sync_tree(tmp_path, {"a/b.md": b"2"})
    assert tree(tmp_path) == {"a/b.md": b"2"}
    sync_tree(tmp_path, {"a": b"3"})
    assert tree(tmp_path) == {"a": b"3"}


@pytest.mark.parametrize("umask", [0o000, 0o027, 0o077])
def test_modes_do_not_depend_on_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        sync_tree(tmp_path / "x" / "docs", {"a/b.md": b"1"})
    finally:
        os.umask(before)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "x").rglob("*") if p.name != LIST}
    assert modes == {"docs": 0o755, "a": 0o755, "b.md": 0o644}


def test_a_mode_is_mended_without_touching_the_file(tmp_path):
    sync_tree(tmp_path, {"a.md": b"1"})
    (tmp_path / "a.md").chmod(0o600)
    age(tmp_path)
    assert sync_tree(tmp_path, {"a.md": b"1"}) == Sync(written=0, unchanged=1, removed=0)
    status = (tmp_path / "a.md").stat()
    assert (stat.S_IMODE(status.st_mode), status.st_mtime) == (0o644, OLD)


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/a", "", "a//b", "./a", "a\\b", "a/", "a\0b"])
def test_a_path_that_leaves_the_folder_is_refused_before_anything_happens(tmp_path, path):
    docs = tmp_path / "docs"
    sync_tree(docs, {"old.md": b"1"})
    with pytest.raises(WriteError):
        sync_tree(docs, {"new.md": b"2", path: b"3"})
    assert tree(tmp_path) == {"docs/old.md": b"1"}


def test_a_path_that_is_file_and_folder_is_refused(tmp_path):
    with pytest.raises(WriteError, match="“a” would be a file and a folder"):
        sync_tree(tmp_path / "docs", {"a": b"1", "a/b": b"2"})


def test_links_are_removed_and_never_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.md").write_bytes(b"mine")
    docs = tmp_path / "docs"
    sync_tree(docs, {"index.md": b"1"})
    (docs / "sub").symlink_to(outside)
    (docs / "index.md").unlink()
    (docs / "index.md").symlink_to(outside / "mine.md")
    assert sync_tree(docs, {"index.md": b"mine", "sub/a.md": b"2"}) == Sync(written=2, unchanged=0, removed=2)
    assert tree(outside) == {"mine.md": b"mine"}
    assert not (docs / "index.md").is_symlink()


def test_only_what_a_build_wrote_is_removed(tmp_path):
    sync_tree(tmp_path, {"a/b.md": b"1", "c.md": b"2"})
    (tmp_path / "a" / "mine.md").write_bytes(b"mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / LIST).write_bytes((tmp_path / LIST).read_bytes() + b"../outside.md\n")
    assert sync_tree(tmp_path, {"c.md": b"2"}) == Sync(written=0, unchanged=1, removed=1)
    assert tree(tmp_path) == {"a/mine.md": b"mine", "c.md": b"2"}
    assert (tmp_path / "empty").is_dir()


def test_a_folder_of_others_is_refused_and_left_as_it_is(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-mother.txt").write_bytes(b"Dear mother")
    line = "holds files that no build has listed (letters/to-mother.txt) — name an empty folder, or empty this one"
    with pytest.raises(WriteError, match=re.escape(line)):
        sync_tree(tmp_path, {"index.md": b"1"})
    assert tree(tmp_path) == {"letters/to-mother.txt": b"Dear mother"}


def test_a_folder_that_holds_hidden_files_or_our_very_bytes_is_taken_over(tmp_path):
    (tmp_path / ".gitignore").write_bytes(b"*")
    (tmp_path / "index.md").write_bytes(b"1")
    assert sync_tree(tmp_path, {"index.md": b"1", "b.md": b"2"}) == Sync(written=1, unchanged=1, removed=0)
    assert sync_tree(tmp_path, {}) == Sync(written=0, unchanged=0, removed=2)
    assert tree(tmp_path) == {".gitignore": b"*"}


def test_a_file_of_others_at_a_path_of_ours_is_not_overwritten(tmp_path):
    sync_tree(tmp_path, {"a.md": b"1"})
    (tmp_path / "b.md").write_bytes(b"mine")
    with pytest.raises(WriteError, match=r"b\.md:1: a page belongs here, and no build wrote this file — move it away"):
        sync_tree(tmp_path, {"a.md": b"2", "b.md": b"3"})
    assert tree(tmp_path) == {"a.md": b"1", "b.md": b"mine"}


def test_a_build_that_was_killed_halfway_goes_on_the_next_time(tmp_path):
    sync_tree(tmp_path, {"a.md": b"1"})
    with pytest.raises(WriteError, match="cannot be written"):
        sync_tree(tmp_path, {"b.md": b"2", "c" * 300: b"3"})
    assert tree(tmp_path) == {"b.md": b"2"}
    assert sync_tree(tmp_path, {"a.md": b"4"}) == Sync(written=1, unchanged=0, removed=1)


def test_a_link_or_a_repository_is_no_folder_to_empty(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "work" / ".git").mkdir(parents=True)
    for name in ("link", "work"):
        with pytest.raises(WriteError, match="which a build must not empty"):
            sync_tree(tmp_path / name, {"a": b"1"})


def test_one_file_is_exchanged_in_one_step(tmp_path):
    path = tmp_path / "content" / "changes.yml"
    assert write_file(path, b"one")
    age(tmp_path)
    assert not write_file(path, b"one")
    assert path.stat().st_mtime == OLD
    with path.open("rb") as reader:
        assert write_file(path, b"two")
        assert reader.read() == b"one"
    assert tree(tmp_path) == {"content/changes.yml": b"two"}


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path):
    (tmp_path / "a" / "inside").mkdir(parents=True)
    with pytest.raises(WriteError, match=r"this cannot be written .* make room, or mend the permissions"):
        write_file(tmp_path / "a", b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


NAMES = st.from_regex(r"[a-c]{1,2}(/[a-c]{1,2}){0,2}\.md", fullmatch=True)


@given(
    st.dictionaries(NAMES, st.binary(max_size=5), max_size=6), st.dictionaries(NAMES, st.binary(max_size=5), max_size=6)
)
def test_the_folder_holds_exactly_what_was_asked_for(tmp_path_factory, before, after):
    folder = tmp_path_factory.mktemp("docs")
    sync_tree(folder, before)
    done = sync_tree(folder, after)
    assert tree(folder) == after
    assert done.unchanged == sum(before.get(path) == data for path, data in after.items())
    assert done.removed == len(set(before) - set(after))
