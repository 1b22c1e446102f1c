"""Two processes and one folder."""

import subprocess
import sys

import pytest

from builder.files import alone_in

OTHER = """
import sys
from pathlib import Path
from builder.files import alone_in
with alone_in(Path(sys.argv[1]), waiting=lambda: print("waiting", flush=True)):
    print("in", flush=True)
"""


def other(folder):
    return subprocess.Popen([sys.executable, "-c", OTHER, folder], stdout=subprocess.PIPE, encoding="utf-8")


def test_a_folder_named_twice_and_through_a_link_is_held_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with alone_in(tmp_path / "a", tmp_path / "b", tmp_path / "a/../a") as held:
        assert len(held) == 1


def test_a_second_process_waits_says_so_and_comes_in(tmp_path):
    with alone_in(tmp_path):
        second = other(tmp_path)
        assert second.stdout.readline() == "waiting\n"
    assert second.communicate()[0] == "in\n"
    assert second.returncode == 0


def test_a_program_that_inherits_the_folder_holds_it_after_its_parent(tmp_path):
    with alone_in(tmp_path) as held:
        heir = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=held)
    second = other(tmp_path)
    assert second.stdout.readline() == "waiting\n"
    heir.communicate(b"\n")
    assert second.communicate()[0] == "in\n"


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError), alone_in(tmp_path / "nowhere"):
        pass
