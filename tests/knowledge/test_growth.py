"""The whole build, the analysis aside, grows with the number of articles and not with its square."""

import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from importlib import import_module
from time import process_time
from unittest.mock import patch

import pytest

from builder import project
from builder.files import read_settings
from tests.corpus import past_analysis, write_corpus
from tests.growth import LEAST

pytestmark = pytest.mark.slow

FEW, MANY = 50, 400
SLACK = 4.0
"""Eight times the articles may take thirty-two times as long, for a busy machine measures roughly; work that is quadratic takes sixty-four times."""

STAGES = {
    "builder.project": (
        "source_ids",
        "describe_sources",
        "reconcile",
        "fuse",
        "assemble",
        "run_checks",
        "failed",
        "render_pages",
        "search_index",
        "data_assets",
        "citation_assets",
        "propose",
        "cover",
    ),
    "builder.knowledge.assemble": ("mentions_of", "excerpts_of", "backlinks_of", "support_of", "shares_of"),
    "builder.reconcile.merging": ("rule_out", "glean", "_that_pass", "hold_against_findings"),
}
NAMES = [name for names in STAGES.values() for name in names]


def timed(work: Callable[..., object], name: str, spent: dict[str, float]) -> Callable[..., object]:
    @wraps(work)
    def run(*given, **named):
        started = process_time()
        try:
            return work(*given, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + process_time() - started

    return run


def spent_on(articles: int, folder) -> dict[str, float]:
    """Processor time of each stage of a build, and the bytes that it makes."""
    settings = read_settings(write_corpus(folder, articles))
    spent: dict[str, float] = {}
    with ExitStack() as stack:
        stack.enter_context(past_analysis())
        for module, names in STAGES.items():
            for name in names:
                work = getattr(import_module(module), name)
                stack.enter_context(patch(f"{module}.{name}", timed(work, name, spent)))
        gc.collect()
        gc.disable()
        stack.callback(gc.enable)
        compilation = project.compile_briefing(project.read_inputs(settings))
        assert not compilation.has_errors
        assert project.proposals(compilation)
        assert project.coverage(compilation).looked_at >= articles
        spent["bytes"] = sum(map(len, project.render(compilation).values()))
    return spent


@pytest.fixture(scope="module")
def spent(tmp_path_factory):
    return tuple(spent_on(articles, tmp_path_factory.mktemp("corpus")) for articles in (FEW, MANY))


@pytest.mark.parametrize("stage", NAMES)
def test_the_time_of_each_stage_grows_with_the_articles(spent, stage) -> None:
    few, many = (max(run[stage], LEAST) for run in spent)
    assert many / few <= MANY / FEW * SLACK


def test_the_bytes_grow_with_the_articles(spent) -> None:
    few, many = (run["bytes"] for run in spent)
    assert many / few <= MANY / FEW * 1.1
