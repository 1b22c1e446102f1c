"""Every planted mistake, end to end: one run of `briefing build`, one line each with file, line and mend; the old site stays."""

import json
import re
import shutil
from dataclasses import dataclass

import pytest

from tests.conftest import run
from tests.site.test_build import fingerprint
from tests.support import change, tiny_project

pytestmark = pytest.mark.site

LINE = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+): (?P<what>.+) — (?P<mend>.+) \[(?P<code>[a-z0-9-]+)\]$", re.MULTILINE
)


@dataclass(frozen=True)
class Mistake:
    """A change of one file, and the line that answers it."""

    path: str
    old: str
    new: str
    at: str
    code: str
    says: str = ""


MISTAKES = (
    Mistake(  # a changed letter
        "content/terms/all.yml",
        "text: want a ban on drift nets",
        "text: want a ban on drift mets",
        "want a ban on drift mets",
        "evidence-missing",
        "want a ban on drift nets",
    ),
    Mistake(  # a changed figure
        "content/figures/all.yml",
        "the quota would be kept at 400 tonnes a year",
        "the quota would be kept at 500 tonnes a year",
        "kept at 500 tonnes",
        "evidence-missing",
        "400 tonnes",
    ),
    Mistake(  # a dropped "not"
        "content/defects/all.yml",
        "text: It it was not clear",
        "text: It it was clear who will count",
        "It it was clear",
        "evidence-missing",
        "was not clear",
    ),
    Mistake(  # words of another source
        "content/summaries/all.yml",
        "source: herald, text: It ends a quarrel of nine years.",
        "source: lantern, text: It ends a quarrel of nine years.",
        "It ends a quarrel",
        "evidence-wrong-source",
        "herald",
    ),
    Mistake(  # a passage that stands twice
        "content/positions/all.yml",
        "text: the quota would be kept at 400 tonnes a year",
        "text: the quota",
        "text: the quota",
        "evidence-ambiguous",
    ),
    Mistake(  # stitched parts
        "content/judgements/all.yml",
        "The accord will hold for as long as the water stays cold",
        "'The accord will hold, said Lena Moss, a biologist'",
        "The accord will hold, said",
        "evidence-missing",
    ),
    Mistake(  # a foreign bracket
        "content/events/all.yml",
        "text: A first count of the stock is expected in 2032.",
        "text: 'A first count [of the cod] is expected in 2032.'",
        "[of the cod]",
        "bracket-foreign",
    ),
    Mistake(  # an unknown field
        "content/gaps/all.yml",
        "issue: harbours}",
        "issue: harbours, weather: fine}",
        "weather: fine",
        "unknown-field",
    ),
    Mistake(  # a misspelt word of a closed set
        "content/agreements/all.yml",
        "status: signed",
        "status: singed",
        "status: singed",
        "unknown-value",
        "signed",
    ),
    Mistake(  # an id that is taken
        "content/actors/all.yml",
        "- id: lena-moss",
        "- {id: tarn, name: Tarn, kind: place, evidence: {source: lantern, text: Tarn puts the quota}}\n- id: lena-moss",
        "- {id: tarn, name: Tarn",
        "duplicate-id",
        "content/actors/all.yml:1",
    ),
    Mistake(  # a key that stands twice
        "content/disagreements/all.yml",
        "  kind: figure\n",
        "  kind: figure\n  kind: date\n",
        "kind: date",
        "duplicate-key",
    ),
    Mistake(  # an actor that nobody described
        "content/quotes/all.yml",
        "  speaker: ivo-brandt\n",
        "  speaker: ivo-brant\n",
        "speaker: ivo-brant\n",
        "actor-unknown",
        "ivo-brandt",
    ),
    Mistake(  # a seed that is not there
        "content/sources/all.yml",
        "- {id: lantern",
        "- {id: gazette, file: gazette.txt}\n- {id: lantern",
        "id: gazette",
        "seed-missing",
    ),
)
"""None of them touches what another one rests on."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A tiny project with a site. Its floors ask for little, so that a lost record is not reported twice."""
    root = tmp_path_factory.mktemp("sound")
    with tiny_project(root).open("a", encoding="utf-8") as config:
        config.write("theme: {name: material, font: false}\n")  # the theme that the pages are made for
    (root / "content/floors.yml").write_text("quotes: 1\n", encoding="utf-8")
    done = run("briefing", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def project(sound, tmp_path):
    """A copy of it, to spoil."""
    root = tmp_path / "project"
    shutil.copytree(sound, root)
    return root


def errors_of(root):
    """What a build that must fail says: path, line and code of each error, with the whole line."""
    before = fingerprint(root / "site")
    done = run("briefing", "build", cwd=root)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert fingerprint(root / "site") == before
    assert [path.name for path in root.glob("site*")] == ["site"]
    found = [match for match in LINE.finditer(said) if not match["what"].startswith("warning: ")]
    assert f"{len(found)} error" in said
    return {(match["path"], int(match["line"]), match["code"]): match[0] for match in found}


def place_of(root, mistake):
    text = (root / mistake.path).read_text(encoding="utf-8")
    return mistake.path, text.count("\n", 0, text.index(mistake.at)) + 1, mistake.code


def test_all_planted_mistakes_are_reported_in_one_run_each_in_one_line(project):
    for mistake in MISTAKES:
        change(project, mistake.path, mistake.old, mistake.new)
    found = errors_of(project)
    expected = {place_of(project, mistake): mistake.says for mistake in MISTAKES}
    assert found.keys() == expected.keys()
    assert [line for place, line in found.items() if expected[place] not in line] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m.code}-{m.path.split('/')[1]}")
def test_each_planted_mistake_alone_is_the_only_line(project, mistake):
    change(project, mistake.path, mistake.old, mistake.new)
    assert list(errors_of(project)) == [place_of(project, mistake)]


LOST = {
    ("content/disagreements/all.yml", "the quota would be kept at 400"),
    ("content/figures/all.yml", "the quota would be kept at 400"),
    ("content/positions/all.yml", "the quota would be kept at 400"),
}


def spoil_seed(root):
    """Change a number in an article, and move everything in it by a new first line."""
    change(root, "seeds/herald.txt", "kept at 400 tonnes", "kept at 410 tonnes")
    change(
        root, "seeds/herald.txt", "Tarn and Ossel agree on cod", "Corrected on Monday\n\nTarn and Ossel agree on cod"
    )


def test_a_changed_seed_lists_every_record_that_lost_its_words_and_only_those(project):
    spoil_seed(project)
    places = {(path, (project / path).read_text("utf-8").partition(words)[0].count("\n") + 1) for path, words in LOST}
    found = errors_of(project)
    assert {(path, line) for path, line, _ in found} == places
    assert {code for _, _, code in found} == {"evidence-missing"}


def test_lost_records_can_be_withheld_and_are_counted(project):
    spoil_seed(project)
    change(
        project,
        "content/briefing.yml",
        "published_share_limit: 1",
        "published_share_limit: 1\non_lost_evidence: withhold",
    )
    done = run("briefing", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    briefing = json.loads((project / "site/data/briefing.json").read_text(encoding="utf-8"))
    assert briefing["build"]["withheld"] == [
        "disagreements/how-high-is-the-quota",
        "figures/quota-herald",
        "positions/tarn-keeps-quota",
    ]


def test_an_empty_editors_layer_is_said_in_a_line(project):
    shutil.rmtree(project / "content")
    (project / "content").mkdir()
    found = errors_of(project)
    assert "content/briefing.yml" in {path for path, _, _ in found}


@pytest.mark.parametrize("text", ["- id: [\n", "a: b: c\n", "\t- x\n", "- 'open\n"])
def test_yaml_that_does_not_parse_is_said_in_a_line(project, text):
    (project / "content/terms/all.yml").write_text(text, encoding="utf-8")
    assert [(path, code) for path, _, code in errors_of(project)] == [("content/terms/all.yml", "yaml-syntax")]


def test_a_seed_that_is_no_text_is_said_in_a_line(project):
    (project / "seeds/gazette.txt").write_bytes(b"A caf\xe9 in Grell.\n")
    assert {path for path, _, _ in errors_of(project)} == {"seeds/gazette.txt"}


def test_a_dead_link_in_a_hand_written_page_leaves_the_old_site(project):
    before = fingerprint(project / "site")
    (project / "content/pages/method.md").write_text("# Method\n\n[there](nowhere.md)\n", encoding="utf-8")
    done = run("briefing", "build", cwd=project)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(project / "site") == before
    assert [path.name for path in project.glob("site*")] == ["site"]


def test_a_theme_that_has_no_dossier_is_named_in_one_line_and_one_that_has_is_rendered(project):
    before = fingerprint(project / "site")
    change(project, "mkdocs.yml", "{name: material, font: false}", "{name: readthedocs}")
    for command in (("briefing", "build"), ("mkdocs", "build")):
        done = run(*command, cwd=project)
        assert done.returncode != 0
        assert re.search(r"mkdocs\.yml:\d+: the dossier is made for .* \[settings\]", done.stderr), done.stderr
        assert "Traceback" not in done.stderr
        assert fingerprint(project / "site") == before
    change(project, "mkdocs.yml", "{name: readthedocs}", "{name: readthedocs, custom_dir: own}")
    (project / "own").mkdir()
    (project / "own/dossier.html").write_text('{% extends "main.html" %}\n', encoding="utf-8")
    done = run("briefing", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "Sources and passages" in (project / "site/dossier/index.html").read_text(encoding="utf-8")


def test_mkdocs_too_stops_before_it_touches_the_site_and_prints_every_line(project):
    for mistake in MISTAKES:
        change(project, mistake.path, mistake.old, mistake.new)
    before = fingerprint(project / "site")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {m["code"] for m in LINE.finditer(done.stderr)} >= {mistake.code for mistake in MISTAKES}
    assert fingerprint(project / "site") == before


@pytest.mark.parametrize("folder", ["content/pages", "content", "seeds", "tests"])
def test_mkdocs_does_not_empty_a_folder_that_must_stay(project, folder):
    before = fingerprint(project)
    done = run("mkdocs", "build", "-d", folder, cwd=project)
    assert done.returncode == 1
    assert f"`site_dir` ({(project / folder).resolve()}) is emptied by each build" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(project) == before


def test_check_says_the_same_as_annotations_and_as_json(project):
    change(project, MISTAKES[0].path, MISTAKES[0].old, MISTAKES[0].new)
    path, line, code = place_of(project, MISTAKES[0])
    listed = run("briefing", "check", "--format", "json", cwd=project)
    assert listed.returncode == 1
    errors = [issue for issue in json.loads(listed.stdout)["issues"] if issue["severity"] == "error"]
    assert [(issue["path"], issue["line"], issue["code"]) for issue in errors] == [(path, line, code)]
    marked = run("briefing", "check", "--format", "github", cwd=project)
    assert marked.returncode == 1
    assert f"::error file={path},line={line},title={code}::" in marked.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("build", "--config", "nowhere.yml"), 2),
        (("build", "--invented"), 2),
        (("invented",), 2),
        (("check", "--format", "xml"), 2),
        (("build", "--site-dir", "seeds"), 2),
        (("--version",), 0),
        (("build", "--help"), 0),
    ],
)
def test_wrong_usage_is_told_apart_and_never_a_traceback(project, arguments, status):
    done = run("briefing", *arguments, cwd=project)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout + done.stderr
