"""Mistakes of all files are told in one run, each in one line, and nothing is told that only follows from another."""

import pytest

from builder.project import compile_briefing, read_inputs
from tests.support import change

pytestmark = pytest.mark.slow


def told(settings):
    """The codes of what is wrong, warnings included but for what is automatic."""
    return [issue.code for issue in compile_briefing(read_inputs(settings)).issues if issue.code != "unreviewed"]


@pytest.mark.parametrize(
    ("kind", "old"),
    [
        ("positions", "- id: tarn-keeps-quota"),
        ("positions", "- id: ossel-open-harbours"),
        ("gaps", "- {id: tarn-harbours"),
        ("actors", "- id: kara-dunn"),
        ("actors", "- id: tarn"),
        ("quotes", "- id: nobody-turned-away\n"),
        ("quotes", "- id: nobody-turned-away-office"),
        ("judgements", "- id: accord-needs"),
        ("disagreements", "- id: how-high"),
        ("sources", "- {id: herald"),
        ("agreements", "- id: fisheries"),
    ],
)
def test_a_file_that_breaks_off_is_one_line(tiny, kind, old) -> None:
    change(tiny.root, f"content/{kind}/all.yml", old, old.replace("id: ", 'id: "'))
    assert told(tiny) == ["yaml-syntax"]


@pytest.mark.parametrize("kind", ["positions", "quotes", "actors"])
def test_a_file_that_is_not_read_for_its_name_is_one_line(tiny, kind) -> None:
    folder = tiny.content / kind
    (folder / "all.yml").rename(folder / "all.yaml")
    assert told(tiny) == ["unknown-file"]


@pytest.mark.parametrize("kind", ["positions", "quotes", "actors"])
def test_records_that_are_none_are_one_line(tiny, kind) -> None:
    path = tiny.content / kind / "all.yml"
    path.write_text("quotes, please\n", encoding="utf-8")
    assert told(tiny) == ["wrong-type"]


def test_a_source_under_another_id_whose_record_is_lost_is_one_line(tiny) -> None:
    change(tiny.root, "content/sources/all.yml", "id: lantern, file: lantern.txt", 'id: "lamp, file: lantern.txt')
    for path in tiny.content.glob("*/all.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("source: lantern", "source: lamp"), encoding="utf-8")
    assert told(tiny) == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: The Tarn accord\n", "", "missing-field"),
        ("question: Who may fish where?", "question: []", "wrong-type"),
        ("published_share_limit: 1", "published_share_limit: x", "bad-number"),
        ('start: "2031-05-04"', 'start: "2031-25-04"', "bad-date"),
        ("name: Ossel, actor", "actor", "missing-field"),
        ("name: Fishing, ", "", "missing-field"),
        ("names: [Tarn]", "names: {a: b}", "wrong-type"),
        ("description:", "descripton:", "unknown-field"),
    ],
)
def test_a_fault_in_the_briefing_hides_nothing_else(tiny, old, new, code) -> None:
    change(tiny.root, "content/briefing.yml", old, new)
    assert told(tiny) == [code]
    change(tiny.root, "content/judgements/all.yml", "experts: [lena-moss]", "experts: [kara-dunn]")
    change(tiny.root, "content/actors/all.yml", "party: tarn\n  importance: core", "party: tran\n  importance: core")
    assert sorted(told(tiny)) == sorted(["expert-unflagged", "party-unknown", code])


def test_a_party_without_a_sound_id_may_be_any(tiny) -> None:
    change(tiny.root, "content/briefing.yml", "{id: ossel,", "{id: Ossel Island,")
    assert len(told(tiny)) == 1


@pytest.mark.parametrize("actor", ["osell", "zzz"])
def test_a_party_that_names_no_actor_is_one_line(tiny, actor) -> None:
    change(tiny.root, "content/briefing.yml", "actor: ossel", f"actor: {actor}")
    assert told(tiny) == ["actor-unknown"]
