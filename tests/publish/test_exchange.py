import pytest

from builder.publish import exchange
from builder.publish.exchange import previous, recover, staging


def make(folder, words):
    folder.mkdir()
    (folder / "index.html").write_text(words, encoding="utf-8")


def read(folder):
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(params=["in one step", "in two renames"])
def site(request, tmp_path, monkeypatch):
    if request.param == "in two renames":
        monkeypatch.setattr(exchange, "_swap", lambda *_: False)
    return tmp_path / "site"


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
        ({"site": "old", "site.new": "half"}, "old"),
        ({"site.old": "old", "site.new": "new"}, "old"),
        ({"site": "new", "site.old": "old"}, "new"),
        ({"site": "new", "site.new": "old"}, "new"),
    ],
)
def test_the_next_start_clears_up_after_a_killed_build(tmp_path, left, stands):
    for name, words in left.items():
        make(tmp_path / name, words)
    recover(tmp_path / "site")
    assert read(tmp_path / "site") == stands
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
