import errno
import subprocess
from pathlib import Path

import pytest

from builder.files import Settings
from builder.model.issues import BriefingError
from builder.publish import exchange
from builder.publish.render import _complaints, _environment, render_site

LOG = """INFO    -  Cleaning site directory
WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found.
INFO    -  Documentation built in 0.10 seconds

Aborted with 1 warnings in strict mode!
"""


def settings_of(root):
    return Settings(
        root=root,
        config=root / "mkdocs.yml",
        docs_dir=root / "build/docs",
        site_dir=root / "site",
        seeds=root / "seeds",
        content=root / "content",
    )


@pytest.mark.parametrize(
    ("as_of", "seconds"),
    [("2031-05-04", "1935662400"), ("2031-05", "1935403200"), ("2031", "1925035200"), (None, "315576000")],
)
def test_the_pages_are_dated_at_noon_of_the_day_the_briefing_speaks_of(as_of, seconds):
    assert _environment({}, as_of)["SOURCE_DATE_EPOCH"] == seconds


def test_a_date_given_from_outside_wins_and_the_pages_are_not_written_twice():
    given = {"SOURCE_DATE_EPOCH": "7", "BRIEFING_GENERATE": "true", "HOME": "elsewhere"}
    made = _environment(given, "2031-05-04")
    assert (made["SOURCE_DATE_EPOCH"], made["BRIEFING_GENERATE"], made["HOME"]) == ("7", "false", "elsewhere")


def test_complaints_are_the_renderers_warnings():
    assert list(_complaints(LOG, failed=True)) == [
        "Doc file 'a.md' contains a link 'b.md', but the target is not found."
    ]


def test_a_failure_without_a_warning_gives_the_last_words():
    assert list(_complaints("INFO    -  a\nno such theme\n", failed=True)) == ["no such theme"]
    assert list(_complaints("INFO    -  a\n", failed=False)) == []


@pytest.mark.parametrize("place", ["", "seeds", "seeds/site", "content", "build/docs", "build/docs/site", ".."])
def test_a_folder_of_something_else_is_never_given_up(tmp_path, place):
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(BriefingError, match="another folder"):
        render_site(settings_of(root), site_dir=root / place)


def test_a_folder_that_holds_no_site_is_never_given_up(tmp_path):
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "cat.jpg").touch()
    with pytest.raises(BriefingError, match="not a site"):
        render_site(settings_of(tmp_path / "project"), site_dir=photos)
    assert (photos / "cat.jpg").exists()


def test_a_mounted_folder_cannot_change_places_and_a_way_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")
    with pytest.raises(BriefingError, match=r"mounted .* --site-dir \S+/site/site"):
        render_site(settings_of(tmp_path), site_dir=tmp_path / "site")


def busy(*_):
    raise OSError(errno.EBUSY, "Device or resource busy", "site")


@pytest.fixture
def renderer(monkeypatch):
    """A renderer that writes one page; gives the list of what it was called with."""
    calls = []

    def write(command, **options):
        calls.append(options)
        site = Path(command[command.index("--site-dir") + 1])
        site.mkdir()
        (site / "404.html").write_text("new", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", write)
    return calls


def test_a_folder_that_the_system_will_not_move_leaves_the_old_site(tmp_path, renderer, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/404.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr(exchange, "_swap", busy)
    with pytest.raises(BriefingError, match="resource busy"):
        render_site(settings_of(tmp_path), site_dir=tmp_path / "site")
    assert len(renderer) == 1
    assert (tmp_path / "site/404.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("site*")] == ["site"]


def test_the_folder_behind_a_link_changes_places_and_the_link_stays(tmp_path, renderer):
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk/site")
    for _ in range(2):
        assert render_site(settings_of(tmp_path), site_dir=tmp_path / "site").done
    assert len(renderer) == 2
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "site/404.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in (tmp_path / "disk").iterdir()] == ["site"]


def test_the_renderer_holds_the_folders_too_and_everybody_may_read_what_it_writes(tmp_path, renderer):
    render_site(settings_of(tmp_path), site_dir=tmp_path / "site")
    assert len(renderer[0]["pass_fds"]) == 2
    assert renderer[0]["umask"] == 0o022
