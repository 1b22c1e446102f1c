"""The paper for those who add to the gold names every set that a learner reads."""

import re

from tests.evaluate.gold import ROOT
from tests.gold import learn_antecedents, learn_personhood


def test_the_sets_that_the_learners_read_are_named() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"Both read, under\s.*?learners again", text, re.DOTALL)
    read = {f"{folder}/" for folder in (*learn_antecedents.FOLDERS, *learn_personhood.FOLDERS)}
    assert set(re.findall(r"`([^`]+)`", told)) == {"tests/gold/", "speakers.yml", "named.yml"} | read
