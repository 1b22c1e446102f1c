"""An article in capitals alone, from its file to what is published of it."""

import pytest

from builder.project import compile_briefing, read_inputs
from tests.analyse.test_shouting import ARTICLE

pytestmark = pytest.mark.slow


@pytest.mark.model
def test_what_is_published_of_an_article_in_capitals_passes_the_gate(tiny):
    (tiny.root / "seeds/shouted.txt").write_text(ARTICLE, encoding="utf-8")
    compilation = compile_briefing(read_inputs(tiny))
    assert [str(issue) for issue in compilation.issues if issue.is_error] == []
    claims = compilation.knowledge.claims
    actors = {actor.name: actor for actor in claims.actors}
    assert {"ANN LEE", "TOM HALL"} <= set(actors)
    excerpts = [e for c in (*claims.actors, *claims.quotes) for e in c.evidence if e.source == "shouted"]
    assert excerpts
    assert all(e.text == ARTICLE[e.start : e.end] for e in excerpts)
