"""Articles and records full of markup: it stands on the pages as text, and nowhere as anything else."""

import json
from dataclasses import fields, replace
from functools import cache

import pytest

from builder.knowledge.assemble import Facts, assemble
from builder.model.claims import Importance, Role
from builder.model.ids import ActorId, PartyId, TopicId
from builder.model.knowledge import Change, Party, Topic
from builder.pages import render_pages
from tests.pages.rendering import SVG, converted, front_matter_of, render
from tests.pages.small import NOTES, small_knowledge
from tests.support import (
    make_actor,
    make_agreement,
    make_claims,
    make_defect,
    make_description,
    make_disagreement,
    make_event,
    make_evidence,
    make_figure,
    make_judgement,
    make_occurrence,
    make_position,
    make_quote,
    make_source,
    make_subject,
    make_summary,
    make_term,
)

pytestmark = pytest.mark.slow

PAYLOADS = {
    "markdown": "# a {: #b onclick=c } [a](javascript:alert(1)) ![a](https://evil.example/x.png) **a** __b__ `c` *[x]: y",
    "html": (
        "- 1. > : ``` --- | a | b | {{ config.site_name }}{% raw %} <script>alert(1)</script> "
        '"><img src=x onerror=alert(1)> </div></details><h1>x</h1> </title> <!-- d --> &lt; &#60;'
    ),
}
TAGS = frozenset(
    {"html", "head", "body", "nav", "ul", "ol", "li", "a", "h1", "h2", "h3", "p", "div", "span", "section", "details"}
    | {"summary", "blockquote", "mark", "time", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "figure"}
    | {"figcaption", "pre", "code", "button", "script"}
)
DRAWN = frozenset({"svg", "title", "desc", "a", "rect", "circle", "path", "text", "tspan"})
ATTRIBUTES = frozenset({"id", "class", "href", "aria-label", "datetime", "scope", "open"}) | frozenset(
    {"role", "type", "data-do"}
)
DATA = {"type": "application/json", "class": "filters-data"}
DRAWING = frozenset(
    {"id", "class", "href", "role", "aria-labelledby", "aria-describedby", "width", "height", "viewBox", "x", "y", "d"}
    | {"cx", "cy", "r", "rx", "dy", "font-size", "text-anchor"}
)


def hostile_knowledge(payload):
    """A briefing in which every free text is the payload, with a word of its own so that texts differ."""
    body = f"Head {payload}\n\nSaid {payload} so. And {payload} again."
    text = make_source(body, source_id="a")
    passage = make_evidence(text, f"{payload} so.")
    one, two = f"{payload} one", f"{payload} two"
    actor = ActorId("who")
    return assemble(
        subject=make_subject(
            title=one,
            question=two,
            description=payload,
            event=payload,
            parties=(Party(PartyId("tarn"), one, actor), Party(PartyId("ossel"), two)),
            topics=(Topic(TopicId("fishing"), one), Topic(TopicId("ice"), two)),
        ),
        sources=(
            make_description(
                "a",
                title=payload,
                outlet=one,
                authors=(one, two),
                link=f"https://x.example/{payload}",
                relays=payload,
                note=payload,
                language=payload,
                file=payload,
            ),
        ),
        texts={text.id: text},
        claims=make_claims(
            make_actor(
                "who",
                passage,
                name=payload,
                aliases=(one,),
                roles=(Role(one, two),),
                importance=Importance.CORE,
                party=PartyId("tarn"),
            ),
            make_actor("other", passage, name=one, aliases=(two,), roles=(Role(None, one),)),
            make_quote(
                "q",
                make_occurrence(passage, speaker="who", as_given=one),
                make_occurrence(passage, as_given=two),
                cue=payload,
                issues=(TopicId("ice"),),
                about=(PartyId("tarn"),),
            ),
            make_quote("q2", make_occurrence(passage, as_given=payload)),
            make_agreement(
                "ag", passage, title=payload, parties=(actor,), signatories=(actor,), sectors=(one, two), note=payload
            ),
            make_position("po", passage, statement=payload, holder=actor, note=payload),
            make_summary("su", passage, statement=payload, issue=TopicId("ice")),
            make_judgement("ju", passage, statement=payload, experts=(actor,)),
            make_event("ev", passage, title=payload),
            make_figure("f1", passage, subject=payload, unit=one, as_printed=two, qualifier=payload, group=payload),
            make_figure("f2", passage, subject=payload, unit=one, as_printed=one, value=9, group=payload),
            make_disagreement("di", (one, passage), (two, passage), title=payload, note=payload),
            make_defect("de", passage, statement=payload),
            make_term("te", passage, name=payload, definition=one, aliases=(two,)),
        ),
        changes=(Change("2031-05-06", one, two, payload),),
        facts=Facts(generator_version=payload, sources_sha256="0" * 64, checks={payload: 1}),
    )


@cache
def hostile_pages(payload):
    return render_pages(hostile_knowledge(payload), NOTES)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_element_or_attribute_is_the_articles(payload):
    for page in hostile_pages(payload):
        for element in render(page.markdown).iter():
            assert isinstance(element.tag, str), page.path
            drawn = element.tag.startswith(SVG)
            assert element.tag.removeprefix(SVG) in (DRAWN if drawn else TAGS), page.path
            assert set(element.attrib) <= (DRAWING if drawn else ATTRIBUTES), page.path
            if element.tag == "script":
                assert dict(element.attrib) == DATA, page.path
                assert not set("<>&") & set(element.text), page.path
                assert json.loads(element.text), page.path
            target = element.get("href", "")
            assert target.startswith("https://x.example/") or ":" not in target, page.path


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_the_pages_have_the_same_shape_as_with_harmless_words(payload):
    plain = {page.path: page for page in hostile_pages("word")}
    for page in hostile_pages(payload):
        if not page.path.startswith("actors/"):  # how often a name is found differs
            assert shape(render(page.markdown)) == shape(render(plain[page.path].markdown)), page.path


def shape(tree):
    """The elements; how many lines a text in a drawing has is the words' own affair."""
    return [(e.tag, e.get("class")) for e in tree.iter() if e.tag != f"{SVG}tspan"]


def test_the_payload_is_in_drawings_too():
    for path in ("figures/index.md", "disagreements/index.md"):
        page = next(page for page in hostile_pages("word") if page.path == path)
        texts = ["".join(e.itertext()) for e in render(page.markdown).iter(f"{SVG}text")]
        assert "word one" in texts, path


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_titles_descriptions_and_contents_hold_no_tag(payload):
    for page in hostile_pages(payload):
        meta = front_matter_of(page.markdown)
        assert set(meta) <= {
            "title",
            "description",
            "section",
            "hide",
            "template",
            "linked",
            "moved",
            "lists",
        }, page.path
        assert not set("<>&") & set(meta["linked"]), page.path
        for name in ("title", "description", "section"):
            assert not set("<>\"'") & set(meta.get(name, "")), page.path
        assert "<script" not in converted(page.markdown)[1]
        assert "<img" not in converted(page.markdown)[1]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_the_words_are_all_there(payload):
    pages = {page.path: page for page in hostile_pages(payload)}
    shown = "".join(render(pages["sources/a.md"].markdown).itertext())
    assert " ".join(f"Said {payload} so.".split()) in " ".join(shown.split())
    assert payload in "".join(render(pages["actors/who.md"].markdown).itertext())


def test_paths_come_from_ids_alone():
    assert {p.path for p in hostile_pages("word")} == {
        p.path for p in hostile_pages("</title><script>alert(1)</script>")
    }


def test_the_payload_reaches_every_text_of_the_records():
    known = hostile_knowledge("word")
    silent = []
    for ref, claim in known.by_ref.items():
        texts = [
            v for f in fields(claim) if isinstance(v := getattr(claim, f.name), str) and f.name not in {"id", "date"}
        ]
        free = [t for t in texts if not hasattr(t, "value") and "word" not in t and t not in {"tarn", "ossel"}]
        if free and ref.kind.value != "gaps" and not set(free) <= {"fishing", "ice", "who"}:
            silent.append((ref, free))
    assert silent == []


def test_a_source_without_link_title_and_outlet_has_a_page():
    known = small_knowledge()
    bare = tuple(replace(s, title=None, outlet=None, link=None, note=None) for s in known.sources)
    pages = {p.path for p in render_pages(replace(known, sources=bare), {})}
    assert {"sources/gazette.md", "sources/courier.md"} <= pages
