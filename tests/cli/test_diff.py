"""`briefing diff`: golden outputs on a whole small briefing that an editor changes."""

import json
import os
from pathlib import Path

import pytest

from builder.cli import main
from tests.support import TINY_FILES, tiny_project

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parent / "diff"
NEW_ARTICLE = """\
Nets come in

By Ada Holm
9 May 2031

Tarn called in its drift nets on Friday. “We keep our word,” Kara Dunn said.
"""
NEW_QUOTE = """\
- id: keep-word
  kind: direct
  speaker: kara-dunn
  speaker_as_given: Kara Dunn
  cue: said
  evidence:
    - {source: mercury, text: We keep our word}
"""
OFFICE = TINY_FILES["content/quotes/all.yml"][
    TINY_FILES["content/quotes/all.yml"].index("- id: nobody-turned-away-office") :
]

# What an editor does: file, old text, new text; None as old text makes the file, None as new text takes it away.
CASES = {
    "new-article": (
        ("seeds/mercury.txt", None, NEW_ARTICLE),
        ("content/quotes/mercury.yml", None, NEW_QUOTE),
        (
            "content/sources/all.yml",
            "- {id: lantern",
            "- {id: mercury, file: mercury.txt, outlet: Mercury}\n- {id: lantern",
        ),
    ),
    "corrected-quote": (
        (
            "content/quotes/all.yml",
            "text: Nobody will be turned away from our harbours}",
            "text: Nobody will be turned away}",
        ),
        ("content/quotes/all.yml", OFFICE, ""),
    ),
    "corrected-speaker": (
        ("content/quotes/all.yml", OFFICE, ""),
        ("content/quotes/all.yml", "speaker: ivo-brandt\n  ", ""),
    ),
    "changed-status": (("content/agreements/all.yml", "status: signed", "status: in-force"),),
    "deleted-source": (
        ("seeds/lantern.txt", TINY_FILES["seeds/lantern.txt"], None),
        ("content/sources/all.yml", "- {id: lantern, file: lantern.txt", "# {id: lantern"),
        ("content/quotes/all.yml", OFFICE, ""),
        ("content/actors/all.yml", "- id: ossel-harbour-office", None),
        ("content/events/all.yml", "- id: first-count", None),
        ("content/figures/all.yml", "- id: quota-lantern", None),
        ("content/disagreements/all.yml", "- id: how-high", None),
        ("content/terms/all.yml", "- id: drift-net", None),
    ),
    "renamed-record": (
        ("content/positions/all.yml", "id: tarn-keeps-quota", "id: tarn-holds-quota\n  formerly: [tarn-keeps-quota]"),
        ("content/actors/all.yml", "- id: lena-moss", "- id: l-moss\n  formerly: [lena-moss]"),
        ("content/judgements/all.yml", "experts: [lena-moss]", "experts: [l-moss]"),
    ),
    "no-disagreement": (("content/disagreements/all.yml", "- id: how-high", None),),
    "moved-evidence": (("seeds/herald.txt", "By Mara Quill", "Corrected: a name\n\nBy Mara Quill"),),
    "nothing": (),
}


def edit(root, path, old, new):
    """One change; from `old` to the end of the file where nothing takes its place."""
    file = root / path
    if old is None:
        file.write_text(new, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    assert old in text, (path, old)
    if new is not None:
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    elif text.startswith(old):
        file.unlink() if path.startswith("seeds/") else file.write_text("", encoding="utf-8")
    else:
        file.write_text(text[: text.index(old)], encoding="utf-8")


def generated(root):
    assert main(["generate", "--config", str(root / "mkdocs.yml")]) == 0
    return (root / "build/docs/data/briefing.json").read_bytes()


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """The data of the small briefing as it is."""
    root = tmp_path_factory.mktemp("before")
    tiny_project(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        from builder.analyse import reader  # noqa: PLC0415 -- the fixture of each test comes too late for this one
        from tests.conftest import NoModel  # noqa: PLC0415

        patch.setattr(reader, "_parser", NoModel)
        return generated(root)


@pytest.fixture
def changed(before, tmp_path, monkeypatch, capsys):
    """A function that makes the changes of a case and gives the arguments for the command."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    tiny_project(tmp_path)
    (tmp_path / "old.json").write_bytes(before)

    def make(name):
        for path, old, new in CASES[name]:
            edit(tmp_path, path, old, new)
        (tmp_path / "new.json").write_bytes(generated(tmp_path))
        capsys.readouterr()
        return [
            "diff",
            str(tmp_path / "old.json"),
            str(tmp_path / "new.json"),
            "--config",
            str(tmp_path / "mkdocs.yml"),
        ]

    return make


def is_golden(name, said):
    """Whether this is what the file says; UPDATE_GOLDEN=1 writes it, to be read before it is committed."""
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_changed_is_told(name, changed, capsys):
    arguments = changed(name)
    assert main(arguments) == 0
    said = capsys.readouterr()
    is_golden(f"{name}.md", said.out)
    assert said.err == ""
    assert main([*arguments, "--format", "json"]) == 0
    is_golden(f"{name}.json", capsys.readouterr().out)


def test_the_change_log_is_added_to_once_and_stands_on_the_site(changed, tmp_path, capsys):
    arguments = changed("changed-status")
    assert main([*arguments, "--append", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)["changes"]) == 1
    assert said.err == "1 line added to content/changes.yml.\n"
    log = (tmp_path / "content/changes.yml").read_bytes()
    assert main([*arguments, "--append"]) == 0
    assert capsys.readouterr().err == "Nothing to add to content/changes.yml.\n"
    assert (tmp_path / "content/changes.yml").read_bytes() == log
    assert json.loads(generated(tmp_path))["changes"] == [
        {
            "date": "2031-05-06",
            "kind": "status",
            "record": "agreements/fisheries-accord",
            "statement": "Status in force, was signed: fisheries accord",
        }
    ]


@pytest.mark.parametrize(
    ("old", "status", "says"),
    [
        ("gone.json", 2, "'gone.json' does not exist"),
        (".", 2, "is a directory"),
        ("empty.json", 1, "empty.json:1: this is not JSON"),
        ("other.json", 1, "other.json:1: this is JSON, but holds no list of records of a briefing"),
        ("odd.json", 1, "odd.json:1: byte 0xff is not UTF-8"),
    ],
)
def test_a_wrong_file_is_one_clear_line(old, status, says, before, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, data in (("empty", b""), ("other", b'{"a": 1}'), ("odd", b"\xff"), ("new", before)):
        (tmp_path / f"{name}.json").write_bytes(data)
    for arguments in ((old, "new.json"), ("new.json", old)):
        assert main(["diff", *arguments]) == status
        said = capsys.readouterr()
        assert says in said.err
        assert said.out == ""
        assert "Traceback" not in said.err


def test_appending_needs_a_briefing_and_a_day(before, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.json").write_bytes(before)
    assert main(["diff", "old.json", "old.json", "--append"]) == 2
    assert "mkdocs.yml:1: there is no such file" in capsys.readouterr().err
    tiny_project(tmp_path)
    (tmp_path / "new.json").write_bytes(b'{"quotes": []}')
    assert main(["diff", "old.json", "new.json", "--append"]) == 1
    assert "has no day" in capsys.readouterr().err


def test_a_change_log_that_cannot_be_read_is_left_alone(changed, tmp_path, capsys):
    arguments = changed("changed-status")
    (tmp_path / "content/changes.yml").write_text("- {date: soon}\n", encoding="utf-8")
    assert main([*arguments, "--append"]) == 1
    assert "content/changes.yml:1: " in capsys.readouterr().err
    assert (tmp_path / "content/changes.yml").read_text(encoding="utf-8") == "- {date: soon}\n"
