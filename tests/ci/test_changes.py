"""Which older commit a change is compared with, and what is printed where there is nothing to compare."""

import functools
import importlib.util

import pytest

from tests.ci.workflow import ROOT
from tests.conftest import git

pytestmark = pytest.mark.slow
SPEC = importlib.util.spec_from_file_location("changes", ROOT / ".ci/changes.py")
PROGRAM = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(PROGRAM)
NOBODY = "0" * 40


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """main: one, two; branch, from one: three; HEAD is on main. Gives the commits by their names."""

    here = functools.partial(git, tmp_path)

    def commit(name):
        here("commit", "--quiet", "--allow-empty", "--message", name)
        return here("rev-parse", "HEAD")

    here("init", "--quiet", "--initial-branch", "main")
    commits = {"one": commit("one")}
    here("checkout", "--quiet", "-b", "branch")
    commits["three"] = commit("three")
    here("checkout", "--quiet", "main")
    commits["two"] = commit("two")
    monkeypatch.setattr(PROGRAM, "ROOT", tmp_path)
    return here, commits


@pytest.mark.parametrize(
    ("at", "before", "older"),
    [
        ("main", "one", "one"),  # a push: the commit before it
        ("main", "", "one"),  # started by hand
        ("main", "three", "one"),  # a push by force: the commit before it is no ancestor
        ("branch", NOBODY, "one"),  # a new branch, and a pull request: where it left main
        ("branch", "", "one"),
        ("branch~1", "", None),  # the first commit of all
    ],
)
def test_a_change_is_compared_with_what_was_there_before(repository, at, before, older):
    git, commits = repository
    git("checkout", "--quiet", "--detach", at)
    assert PROGRAM.older_commit("main", commits.get(before, before)) == commits.get(older)


def test_a_merged_pull_request_is_compared_with_the_tip_that_it_is_merged_into(repository):
    """What a runner checks out for a pull request is the merge of both."""
    git, commits = repository
    git("checkout", "--quiet", "--detach", "main")
    git("merge", "--quiet", "--no-ff", "--message", "merge", "branch")
    assert PROGRAM.older_commit("main", "") == commits["two"]


def test_nothing_older_is_said(repository, capfdbinary):
    git, _ = repository
    git("checkout", "--quiet", "--detach", "branch~1")
    assert PROGRAM.main("main", "") == 0
    assert capfdbinary.readouterr().out == b"There is no older commit to compare with.\n"


def test_an_older_commit_that_cannot_be_built_is_said_and_leaves_nothing(repository, capfdbinary):
    git, commits = repository
    assert PROGRAM.main("main", commits["one"]) == 0
    said = capfdbinary.readouterr()
    assert f"The older commit {commits['one'][:12]} cannot be built" in said.out.decode()
    assert said.err
    assert len(git("worktree", "list").splitlines()) == 1
