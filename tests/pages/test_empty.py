"""A briefing in which little or nothing has been found yet: no heading stands over nothing."""

import re

import pytest

from builder.knowledge.assemble import Facts, assemble
from builder.pages import render_pages
from tests.pages.rendering import body_of
from tests.pages.small import NOTES, gazette
from tests.support import make_claims, make_description, make_event, make_evidence, make_subject, make_summary

_HEADING = re.compile(r"^(#+) (.+?)(?: \{:.*)?$", re.MULTILINE)
_MARKUP = re.compile(r"<[^>]*>|\{:.*?\}")
TEXT = gazette()
WORDS = make_evidence(TEXT, "It ends a quarrel of nine years.")
SENTENCE = make_summary("whole", WORDS)
ON_AN_ISSUE = make_summary("part", WORDS, issue=make_subject().topics[0].id)
EVENT = make_event("signing", make_evidence(TEXT, "signed a fisheries accord on 4 May 2031"))


def pages(*claims):
    knowledge = assemble(
        subject=make_subject(),
        sources=(make_description("gazette", sha256=TEXT.sha256),),
        texts={TEXT.id: TEXT},
        claims=make_claims(*claims),
        changes=(),
        facts=Facts(generator_version="0.1", sources_sha256="0" * 64, as_of="2031-05-06", checks={}),
    )
    return {page.path: body_of(page.markdown) for page in render_pages(knowledge, NOTES)}


def over_nothing(markdown):
    """The headings that neither words nor a heading below them follow."""
    _, *parts = _HEADING.split(markdown)
    ranks, texts, contents = parts[::3], parts[1::3], parts[2::3]
    following = [*ranks[1:], ""]
    return [
        text
        for rank, text, content, after in zip(ranks, texts, contents, following, strict=True)
        if len(after) <= len(rank) and not re.search(r"\w", _MARKUP.sub("", content))
    ]


@pytest.mark.parametrize("claims", [(), (SENTENCE,), (ON_AN_ISSUE,), (EVENT,)], ids=["none", "whole", "issue", "event"])
def test_no_heading_stands_over_nothing(claims):
    empty = {path: over_nothing(markdown) for path, markdown in pages(*claims).items()}
    assert {path: found for path, found in empty.items() if found} == {}


def test_the_bottom_line_is_headed_where_there_is_one():
    assert "## The bottom line" in pages(SENTENCE)["index.md"]
    assert "## The bottom line" not in pages(ON_AN_ISSUE)["index.md"]


def test_a_heading_over_nothing_is_seen():
    assert over_nothing(
        "# A\n\nb\n\n## C {: #c }\n\n<div>\n</div>\n\n## D\n\ne\n\n## F\n\n### G\n\nh\n\n### I {: #i }"
    ) == ["C", "I"]
