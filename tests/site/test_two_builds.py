"""Two builds of one briefing at once, and the first of them killed while its pages are being rendered."""

import os
import subprocess

import pytest

from tests.conftest import PROGRAMS, ROOT
from tests.support import tiny_project

pytestmark = pytest.mark.site

# Stops in the midst of the first rendering: says that it is there, and goes on when it is told to.
PAUSE = """
from pathlib import Path

def on_post_page(output, page, config):
    there = Path(config.config_file_path).parent
    if not (there / "has-paused").exists():
        (there / "has-paused").touch()
        open(there / "paused", "w").close()
        open(there / "go").close()
    return output
"""


def build(root):
    command = (PROGRAMS / "briefing", "build", "--config", root / "mkdocs.yml")
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_a_build_waits_for_what_another_one_left_running(tmp_path):
    config = tiny_project(tmp_path)
    (tmp_path / "pause.py").write_text(PAUSE, encoding="utf-8")
    with config.open("a", encoding="utf-8") as file:
        file.write(f"hooks: [pause.py]\ntheme: {{name: material, font: false, custom_dir: '{ROOT}/builder/theme'}}\n")
    for pipe in ("paused", "go"):
        os.mkfifo(tmp_path / pipe)
    first = build(tmp_path)
    (tmp_path / "paused").read_bytes()  # comes back when the first build renders
    title = tmp_path / "content/briefing.yml"
    title.write_text(title.read_text("utf-8").replace("Who may fish where?", "Who may sail where?"), "utf-8")
    second = build(tmp_path)
    said = iter(second.stderr)
    assert any(line == "Another build is at work here; waiting until it is done.\n" for line in said)
    first.kill()
    first.communicate()
    assert second.poll() is None
    assert not (tmp_path / "site").exists()
    assert "sail" not in (tmp_path / "build/docs/index.md").read_text("utf-8")
    with (tmp_path / "go").open("w"):
        pass
    _, rest = second.communicate()
    assert second.returncode == 0, rest
    assert "sail where" in (tmp_path / "site/index.html").read_text("utf-8")
    assert [path.name for path in tmp_path.glob("site*")] == ["site"]
