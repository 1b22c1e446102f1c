"""Odd articles and odd files through the commands: each ends in clear lines and a status, never in a traceback."""

import os
import re
from pathlib import Path

import pytest

from builder.cli import main
from tests.support import tiny_project

pytestmark = pytest.mark.slow

LINE = re.compile(r"^[^:\n]+:\d+: .+ — .+ \[[a-z0-9-]+\]$", re.MULTILINE)
LONG = "Kara Dunn said that " + "the boats and the nets and the quota of the strait, " * 300 + "were counted."

ARTICLES = {
    "nul": (b"A\x00B said \x00 so.\n", 1),
    "one nul among words": (b"Tarn\x00 and Ossel agree.\n\nKara Dunn said so.\n", 1),
    "latin-1": ("Größe\n".encode("latin-1"), 1),
    "utf-16": ("Tarn and Ossel".encode("utf-16"), 1),
    "empty": (b"", 1),
    "blanks": (b" \n\t\n \n", 1),
    "bom": (b"\xef\xbb\xbfTarn agrees\n\nKara Dunn said so.\n", 0),
    "capitals": (b"TARN AND OSSEL AGREE\n\nKARA DUNN SAID THAT THE QUOTA STAYS AT 400 TONNES.\n", 0),
    "one sentence of 3,000 words": (LONG.encode(), 0),
    "another language": ("Die Inseln sind sich einig, sagte die Ministerin. Der Hafen bleibt offen. " * 9).encode(),
    "marks": ("“" * 200 + " Kara Dunn said “so. " * 200).encode(),
    "no punctuation": b"the boats came and nobody knew why they came to the harbour " * 60,
    "right to left": "\u202eTarn and Ossel\u202c agree\n\nשלום said Kara Dunn.\n".encode(),
}
ODD = {name: one if isinstance(one, tuple) else (one, 0) for name, one in ARTICLES.items()}


def refuse():
    raise PermissionError(13, "Permission denied")


@pytest.fixture
def tiny(tmp_path):
    tiny_project(tmp_path)
    return tmp_path


def told(capsys, root, *command):
    """The status of a command on the project, and what it said."""
    status = main([*command, "--config", str(root / "mkdocs.yml")])
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    return status, said


@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_article(tiny, capsys, name):
    data, expected = ODD[name]
    seed = tiny / "seeds/odd.txt"
    seed.write_bytes(data)
    for command in (("check",), ("generate",), ("review",), ("extract", str(seed))):
        status, said = told(capsys, tiny, *command)
        if command[0] == "review":
            assert status == 0
        else:
            assert status == expected, (command, said)
            assert not expected or any("odd.txt" in line[0] for line in LINE.finditer(said))


def test_five_megabytes_of_news(tiny, capsys):
    (tiny / "seeds/odd.txt").write_text(
        "Kara Dunn said that the boats came. Nobody knew.\n\n" * 100_000, encoding="utf-8"
    )
    status, said = told(capsys, tiny, "check")
    assert status in (0, 1), said
    assert status == 0 or LINE.search(said)


def test_two_articles_with_the_same_bytes(tiny, capsys):
    (tiny / "seeds/copy.txt").write_bytes((tiny / "seeds/herald.txt").read_bytes())
    status, said = told(capsys, tiny, "check")
    assert status == 0, said


def test_two_articles_whose_names_give_one_id(tiny, capsys):
    for name in ("A b.txt", "a-b.md"):
        (tiny / "seeds" / name).write_text(f"Tarn agrees, {name}\n\nKara Dunn said so.\n", encoding="utf-8")
    status, said = told(capsys, tiny, "check")
    assert status == 1
    assert "[seed-name]" in said


@pytest.mark.parametrize("name", ["quotes/all.yml", "briefing.yml", "floors.yml", "decisions.yml", "changes.yml"])
@pytest.mark.parametrize("odd", ["empty", "folder", "loop", "unreadable", "nul"])
def test_an_odd_file_of_the_editor(tiny, capsys, monkeypatch, name, odd):
    path = tiny / "content" / name
    path.unlink(missing_ok=True)
    if odd == "folder":
        path.mkdir()
    elif odd == "loop":
        path.symlink_to(path.name)
    else:
        path.write_bytes(b"\x00- a\n" if odd == "nul" else b"")
    if odd == "unreadable":
        read_bytes = Path.read_bytes
        monkeypatch.setattr(Path, "read_bytes", lambda self: refuse() if self == path else read_bytes(self))
    status, said = told(capsys, tiny, "check")
    fine = odd in ("empty", "folder") and name not in ("quotes/all.yml", "briefing.yml")
    assert status == 1 or fine, said
    assert fine or any(path.name in line[0] or "floors.yml" in line[0] for line in LINE.finditer(said)), said


@pytest.mark.parametrize("folder", ["seeds", "content/quotes"])
def test_a_folder_that_leads_to_itself(tiny, capsys, folder):
    (tiny / folder / "again").symlink_to(tiny / folder, target_is_directory=True)
    status, said = told(capsys, tiny, "check")
    assert status in (0, 1)
    assert "again" in said


def test_a_disk_that_is_full_leaves_the_pages_as_they_were(tiny, capsys, monkeypatch):
    assert told(capsys, tiny, "generate")[0] == 0
    docs = tiny / "build/docs"
    before = {path: path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}
    (tiny / "content/terms/all.yml").unlink()

    def full(*_given, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(os, "write", full)
    status, said = told(capsys, tiny, "generate")
    assert status == 1
    assert "No space left on device" in said
    assert {path: path.read_bytes() for path in before} == before
