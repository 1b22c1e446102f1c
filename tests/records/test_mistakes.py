"""Each planted mistake is said in exactly one line that can be acted on."""

import pytest

from builder.records import load_content
from tests.records.planted import PLANTED
from tests.records.samples import BRIEFING, lines_of, load, write_content

BRIEFING_TO_PASTE = (
    "`{title: The title, question: What is asked?, description: One sentence., event: {name: The event}, "
    "parties: [{id: first-party, name: First party}], issues: [{id: trade, name: Trade}]}`"
)


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {},
            (
                "briefing.yml:1: there is no such file, and it says what the briefing is about — "
                f"make the file and begin with {BRIEFING_TO_PASTE} [briefing-missing]"
            ),
        ),
        (
            {"briefing.yml": "# nothing yet\n"},
            f"briefing.yml:1: the file is empty — begin with {BRIEFING_TO_PASTE} [briefing-missing]",
        ),
    ],
)
def test_without_a_briefing_the_mend_can_be_pasted(tmp_path, files, line):
    content, lines = load(tmp_path, files)
    assert content.briefing is None
    assert lines == [line]
    pasted, complaints = load(tmp_path, {"briefing.yml": BRIEFING_TO_PASTE.strip("`")})
    assert (pasted.briefing is not None, complaints) == (True, [])


@pytest.mark.parametrize(("name", "text", "said"), PLANTED)
def test_a_planted_mistake_is_said_in_one_line_each(tmp_path, name, text, said):
    expected = [said] if isinstance(said, str) else said
    assert lines_of(tmp_path, name, text) == [f"{name}:{line}" for line in expected]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "quote/a.yml",
            (
                "quote:1: “quote” is no kind of record, and nothing in it is read; nearest: “quotes” — "
                "rename it to quotes [unknown-folder]"
            ),
        ),
        (
            "zzz/a.yml",
            (
                "zzz:1: “zzz” is no kind of record, and nothing in it is read — use one of sources, actors, quotes, "
                "agreements, positions, summaries, judgements, events, figures, disagreements, defects, gaps, terms, pages "
                "[unknown-folder]"
            ),
        ),
        (
            "decision.yml",
            (
                "decision.yml:1: “decision.yml” is not read; nearest: “decisions.yml” — "
                "rename it to decisions.yml [unknown-file]"
            ),
        ),
        (
            "zzz.md",
            "zzz.md:1: “zzz.md” is not read — put records into the folder of their kind [unknown-file]",
        ),
        (
            "quotes/a.yaml",
            "quotes/a.yaml:1: “quotes/a.yaml” is not read — rename it to quotes/a.yml [unknown-file]",
        ),
        (
            "quotes/note.md",
            "quotes/note.md:1: “quotes/note.md” is not read — keep .yml files alone here [unknown-file]",
        ),
    ],
)
def test_a_stray_file_is_named_with_where_it_belongs(tmp_path, name, line):
    assert lines_of(tmp_path, name, "anything") == [line]


def test_pages_and_hidden_files_are_not_our_business(tmp_path):
    files = {"briefing.yml": BRIEFING, "pages/method.md": "# M", "quotes/.keep": "", ".x/y.yml": "z"}
    assert load(tmp_path, files)[1] == []


def test_a_link_is_not_read_and_said_so(tmp_path):
    folder = write_content(tmp_path, {"briefing.yml": BRIEFING, "pages/a.md": ""})
    (folder / "quotes").mkdir()
    (folder / "quotes" / "a.yml").symlink_to(folder / "briefing.yml")
    content, issues = load_content(tmp_path, folder)
    assert content.records.quotes == ()
    assert [issue.line() for issue in issues] == [
        (
            "content/quotes/a.yml:1: this is a link or no ordinary file, and is not read — "
            "put the file itself here [unknown-file]"
        )
    ]


def test_nothing_of_the_validator_shows_through(tmp_path):
    for number, (name, text, _) in enumerate(PLANTED):
        lines = lines_of(tmp_path / str(number), name, text)
        assert not any(
            word in line.lower() for line in lines for word in ("pydantic", "input should", "dataclass", "tuple")
        )
