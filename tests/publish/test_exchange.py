import contextlib
import errno
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.publish import exchange
from builder.publish.exchange import previous, recover, staging
from tests.publish.interrupted import KILLED, REFUSED, pages

NEW, OLD = "briefing-new", "briefing-old"
AUDITED = []
sys.addaudithook(lambda event, arguments: [each(event, arguments) for each in AUDITED])


def make(folder, words):
    folder.mkdir()
    (folder / "index.html").write_text(words, encoding="utf-8")


def read(folder):
    return (folder / "index.html").read_text(encoding="utf-8")


def of_a_lower_layer(site, monkeypatch):
    """Lets nobody rename the folder that stands there now, as a file system of layers does."""
    rename, there = Path.rename, site.stat().st_ino if site.exists() else None

    def refusing(self, target):
        if self.stat().st_ino == there:
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(self), None, str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)


@pytest.fixture(params=["in one step", "in two renames"])
def site(request, tmp_path, monkeypatch):
    if request.param == "in two renames":
        monkeypatch.setattr(exchange, "_swap", lambda *_: False)
    return tmp_path / "site"


def test_a_site_that_cannot_be_renamed_is_copied_and_replaced(tmp_path, monkeypatch):
    site = tmp_path / "site"
    make(site, "old")
    make(staging(site), "new")
    monkeypatch.setattr(exchange, "_swap", lambda *_: False)
    of_a_lower_layer(site, monkeypatch)
    exchange.exchange(site)
    assert read(site) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("step", range(12))
def test_killed_anywhere_on_that_way_a_whole_site_is_there_or_put_back(tmp_path, monkeypatch, step):
    site = tmp_path / "site"
    for name in ("index.html", "about.html"):
        make(site, "old") if not site.exists() else (site / name).write_text("old", encoding="utf-8")
    make(staging(site), "new")
    monkeypatch.setattr(exchange, "_swap", lambda *_: False)
    of_a_lower_layer(site, monkeypatch)
    left = [step]

    def stop(event, _arguments):
        if event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir"} and left:
            if left[0] == 0:
                left.clear()
                raise KeyboardInterrupt
            left[0] -= 1

    AUDITED.append(stop)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            exchange.exchange(site)
    finally:
        AUDITED.clear()
        monkeypatch.undo()
    recover(site)
    assert (read(site), (site / "about.html").exists()) in {("old", True), ("new", False)}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_swap_over_layers_is_none(tmp_path, monkeypatch):
    class System:
        renameat2 = staticmethod(lambda *_: -1)

    monkeypatch.setattr(exchange.ctypes, "CDLL", lambda *_args, **_options: System)
    monkeypatch.setattr(exchange.ctypes, "get_errno", lambda: errno.EXDEV)
    assert exchange._swap(tmp_path / "a", tmp_path / "b") is False
    monkeypatch.setattr(exchange.ctypes, "get_errno", lambda: errno.EACCES)
    with pytest.raises(PermissionError):
        exchange._swap(tmp_path / "a", tmp_path / "b")


def test_a_first_site_takes_its_place(site):
    make(staging(site), "new")
    exchange.exchange(site)
    assert read(site) == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_new_site_replaces_the_old_one_whole(site):
    make(site, "old")
    (site / "gone.html").touch()
    make(staging(site), "new")
    exchange.exchange(site)
    assert read(site) == "new"
    assert [path.name for path in site.parent.rglob("*")] == ["site", "index.html"]


def test_without_a_new_site_the_old_one_stays(site):
    make(site, "old")
    with pytest.raises(OSError, match="No such file"):
        exchange.exchange(site)
    assert read(site) == "old"
    assert not previous(site).exists()


@pytest.mark.parametrize(
    ("left", "stands"),
    [
        ({"site": "old", f"site.{NEW}": "half"}, "old"),
        ({f"site.{OLD}": "old", f"site.{NEW}": "new"}, "old"),
        ({"site": "new", f"site.{OLD}": "old"}, "new"),
        ({"site": "new", f"site.{NEW}": "old"}, "new"),
        ({"site": "new", f"site.{NEW}": "half", f"site.{OLD}": "old"}, "new"),
    ],
)
def test_the_next_start_clears_up_after_a_killed_build(tmp_path, left, stands):
    for name, words in left.items():
        make(tmp_path / name, words)
    recover(tmp_path / "site")
    assert read(tmp_path / "site") == stands
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_of_others_beside_the_site_stay(tmp_path):
    make(tmp_path / "site", "old")
    make(tmp_path / "site.old", "a copy that somebody keeps")
    make(staging(tmp_path / "site"), "new")
    recover(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.old"]


def test_half_of_an_old_site_is_never_put_back(site, monkeypatch):
    """A build is killed while it removes the old site, and then somebody deletes the new one."""
    make(site, "old")
    make(staging(site), "new")
    monkeypatch.setattr(shutil, "rmtree", lambda folder: (folder / "index.html").unlink())
    exchange.exchange(site)
    monkeypatch.undo()
    shutil.rmtree(site)
    recover(site)
    assert not site.exists()


@pytest.fixture(scope="module", params=[(m, w) for m in ("swap", "rename") for w in ("kill", "fail")], ids="-".join)
def interruptions(request, tmp_path_factory):
    """How a build was stopped, and what was left each time."""
    method, way = request.param
    return method, way, what_is_left(tmp_path_factory.mktemp("builds"), way, method)


def what_is_left(folder, way, method):
    program = Path(__file__).with_name("interrupted.py")
    run = subprocess.run(
        [sys.executable, program, folder, way, method], check=True, capture_output=True, encoding="utf-8"
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.slow
def test_a_whole_site_stands_whenever_a_build_is_interrupted(interruptions):
    method, way, steps = interruptions
    *stopped, last = steps
    assert len(stopped) > 15
    assert last["ended"] == 0
    for step in stopped:
        stepped_aside = method == "rename" and way == "kill" and step["site"] is None
        whole = step["aside"] if stepped_aside else step["site"]
        assert whole in (pages("old"), pages("new")), step
        assert step["ended"] == KILLED or way == "fail", step
        assert step["ended"] != REFUSED or whole == pages("old"), step
    standing = [step["site"] for step in stopped]
    assert pages("old") in standing
    assert pages("new") in standing
    assert standing.count(None) == (1 if (way, method) == ("kill", "rename") else 0)


@pytest.mark.slow
def test_the_next_build_mends_whatever_an_interrupted_one_left(interruptions):
    for step in interruptions[-1]:
        assert step["mended"], step
        assert step["names"] == ["docs", "site"], step
