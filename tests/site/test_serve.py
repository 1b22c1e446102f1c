"""The live preview: one save, one rebuild; a mistake is printed and the last good pages stay."""

import os
import re
import socket
import subprocess
import time
import urllib.request

import pytest

from tests.conftest import PROGRAMS

pytestmark = pytest.mark.site

BUILDING = "Building documentation..."
DETECTED = re.compile(r"Detected file changes|Reloading browsers")


class Preview:
    """`briefing serve` in a folder, with what it logs."""

    def __init__(self, root):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.root = root
        self.log = root / "serve.log.txt"
        self.out = self.log.open("wb")
        self.process = subprocess.Popen(
            [PROGRAMS / "briefing", "serve", "--address", f"127.0.0.1:{self.port}"],
            cwd=root,
            stdout=self.out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def builds(self):
        return self.said().count(BUILDING)

    def wait(self, condition, *, seconds=300):
        deadline = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.2)

    def settle(self, *, seconds=4):
        """Wait until nothing has been logged for a while: long enough for a second rebuild to begin."""
        size, since = -1, time.monotonic()
        while time.monotonic() - since < seconds:
            if self.log.stat().st_size != size:
                size, since = self.log.stat().st_size, time.monotonic()
            time.sleep(0.2)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.out.close()


@pytest.fixture
def preview(fresh_copy):
    running = Preview(fresh_copy())
    try:
        running.wait(lambda: "Serving on" in running.said())
        running.settle()
        yield running
    finally:
        running.stop()


def test_one_save_is_one_rebuild_and_a_mistake_leaves_the_pages(preview):
    assert preview.builds() == 1
    briefing = preview.root / "content/briefing.yml"
    written = briefing.read_text(encoding="utf-8")
    address = re.search(r"Serving on (http://\S+)", preview.said())[1]

    briefing.write_text(re.sub(r"(?m)^title: .*$", "title: Another title altogether", written), encoding="utf-8")
    preview.wait(lambda: preview.builds() > 1)
    preview.settle()
    assert preview.builds() == 2
    with urllib.request.urlopen(address, timeout=120) as answer:
        assert "Another title altogether" in answer.read().decode("utf-8")

    briefing.write_text("title: [", encoding="utf-8")
    preview.wait(lambda: "content/briefing.yml:" in preview.said())
    preview.settle()
    assert "Traceback" not in preview.said()
    with urllib.request.urlopen(address, timeout=120) as answer:
        assert "Another title altogether" in answer.read().decode("utf-8")

    before = preview.builds()
    briefing.write_text(written, encoding="utf-8")
    preview.wait(lambda: preview.builds() > before)
    preview.settle()
    assert preview.builds() == before + 1
