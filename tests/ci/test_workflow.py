"""What the workflow may do and when; and that the tools that look for such faults find them where they are planted."""

import re
import shutil
import subprocess

import pytest

from tests.ci.workflow import ROOT, WORKFLOW, filled, read_workflow, value_of
from tests.conftest import PROGRAMS

TEXT = WORKFLOW.read_text(encoding="utf-8")
FLOW = read_workflow()
BUILD, DEPLOY = FLOW["jobs"]["build"], FLOW["jobs"]["deploy"]


def test_nothing_is_allowed_but_what_a_job_needs():
    assert FLOW["permissions"] == {}
    assert BUILD["permissions"] == {"contents": "read"}
    assert DEPLOY["permissions"] == {"pages": "write", "id-token": "write"}
    assert DEPLOY["environment"]["name"] == "github-pages"


def test_it_runs_on_every_change_and_by_hand_and_never_with_the_rights_of_the_target():
    assert set(FLOW["on"]) == {"push", "pull_request", "workflow_dispatch"}
    assert FLOW["on"]["push"] == {"branches": ["**"]}
    assert not FLOW["on"]["pull_request"]
    assert "secrets." not in TEXT


@pytest.mark.parametrize(
    ("event", "ref", "publishes"),
    [
        ("push", "refs/heads/main", True),
        ("workflow_dispatch", "refs/heads/main", True),
        ("push", "refs/heads/other", False),
        ("push", "refs/tags/main", False),
        ("pull_request", "refs/pull/7/merge", False),
        ("pull_request", "refs/heads/main", False),
    ],
)
def test_only_the_default_branch_is_published(event, ref, publishes):
    context = {"github.event_name": event, "github.ref": ref, "github.event.repository.default_branch": "main"}
    assert value_of(DEPLOY["if"], context) is publishes
    assert DEPLOY["needs"] == "build"
    assert [step["uses"].partition("@")[0] for step in DEPLOY["steps"]] == ["actions/deploy-pages"]


@pytest.mark.parametrize(
    ("event", "breaks_off"), [("push", "False"), ("workflow_dispatch", "False"), ("pull_request", "True")]
)
def test_no_run_that_may_publish_is_broken_off(event, breaks_off):
    assert filled(FLOW["concurrency"]["cancel-in-progress"], {"github.event_name": event}) == breaks_off
    assert DEPLOY["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_every_action_is_pinned_by_its_commit_with_the_version_beside_it():
    used = re.findall(r"uses: (.*)", TEXT)
    assert len(used) >= 5
    assert [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_no_step_leaves_credentials_behind_and_every_job_has_a_limit():
    checkout = next(step for step in BUILD["steps"] if "checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] == "false"
    assert all(int(job["timeout-minutes"]) <= 60 for job in FLOW["jobs"].values())


def test_nothing_from_outside_is_pasted_into_a_script():
    scripts = [step["run"] for job in FLOW["jobs"].values() for step in job["steps"] if "run" in step]
    assert len(scripts) >= 5
    assert [script for script in scripts if "${{" in script] == []


def tool(*command, folder):
    done = subprocess.run(
        [PROGRAMS / command[0], *command[1:]], cwd=folder, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def actionlint(folder):
    return tool("actionlint", "-no-color", ".github/workflows/briefing.yml", folder=folder)


def zizmor(folder):
    return tool("zizmor", "--offline", "--persona=auditor", "--no-progress", "--color=never", ".github", folder=folder)


@pytest.fixture
def copy(tmp_path):
    """The workflows and the settings of the updates, alone in a folder."""
    (tmp_path / ".git").mkdir()
    shutil.copytree(ROOT / ".github", tmp_path / ".github", ignore=shutil.ignore_patterns("*.png"))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("look", [actionlint, zizmor])
def test_the_tools_find_nothing(copy, look):
    status, said = look(copy)
    assert status == 0, said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("look", "file", "sound", "faulty", "name"),
    [
        (actionlint, "workflows/briefing.yml", "needs: build", "needs: biuld", "does not exist"),
        (actionlint, "workflows/briefing.yml", "github.base_ref", "github.base_reff", "not defined"),
        (actionlint, "workflows/briefing.yml", "runs-on: ubuntu-24.04", "runs-on: ubuntu-99.04", "unknown"),
        (zizmor, "workflows/briefing.yml", r"checkout@\S+ #", "checkout@v7 #", "unpinned-uses"),
        (zizmor, "workflows/briefing.yml", "persist-credentials: false", "persist-credentials: true", "artipacked"),
        (zizmor, "workflows/briefing.yml", "permissions: {}", "permissions: write-all", "excessive-permissions"),
        (zizmor, "workflows/briefing.yml", r'"\$BASE"', "${{ github.head_ref }}", "template-injection"),
        (zizmor, "workflows/briefing.yml", "pull_request:", "pull_request_target:", "dangerous-triggers"),
        (zizmor, "dependabot.yml", "default-days: 7", "default-days: 0", "dependabot-cooldown"),
    ],
)
def test_the_tools_find_a_planted_fault(copy, look, file, sound, faulty, name):
    path = copy / ".github" / file
    text, planted = re.subn(sound, faulty, path.read_text(encoding="utf-8"), count=1)
    assert planted == 1
    path.write_text(text, encoding="utf-8")
    status, said = look(copy)
    assert status != 0
    assert name in said
