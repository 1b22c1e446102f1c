"""Checks of the whole against itself: ids, references, passages, addresses, the words of automatic claims."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from builder.knowledge.excerpts import passages_of
from builder.knowledge.failed import failed
from builder.knowledge.looked import Looked, items_of, looked, place_of_item
from builder.knowledge.places import location_of, place_of
from builder.knowledge.references import all_claims, references, sentence_of
from builder.knowledge.urls import (
    HOME_PAGE,
    SECTION_ANCHOR,
    Item,
    Section,
    former_anchors,
    former_pages,
    has_own_page,
    home_page,
    page_path,
    ref_of,
)
from builder.model.claims import OMISSION, Claim, Disagreement, Evidence, Gap, Kind, Ref, Review, Source
from builder.model.issues import Issue, Location
from builder.model.knowledge import Knowledge
from builder.reconcile.nearest import nearest_id, shown
from builder.records.schema import Content

_PASSAGE_ANCHOR = re.compile(r"p[0-9]+")
_OUR_FAULT = "this is a fault of the builder, not of the content: please report it"


def unique_ids(knowledge: Knowledge, content: Content) -> Looked:
    """Each id, former ones included, once in its list."""
    items = items_of(knowledge)
    holders: dict[Ref, list[Item]] = defaultdict(list)
    for item in items:
        for name in dict.fromkeys((str(item.id), *item.formerly)):
            holders[Ref(ref_of(item).kind, name)].append(item)
    return looked(len(items), _repeated(holders, knowledge, content))


def _repeated(holders: dict[Ref, list[Item]], knowledge: Knowledge, content: Content) -> Iterator[Issue]:
    for ref, (first, *others) in holders.items():
        for other in others:
            yield Issue(
                at=place_of_item(other, knowledge, content),
                code="duplicate-id",
                what=f"the id {ref.id} stands for {first.id} at {place_of_item(first, knowledge, content)} too",
                mend="give one of the two another id, or take it out of `formerly`",
                record=str(ref_of(other)),
            )


def references_resolve(knowledge: Knowledge, content: Content) -> Looked:
    """Every id that a claim or a party names is there, or that of a record that has an error of its own."""
    known: dict[Kind, list[str]] = defaultdict(list)
    for item in items_of(knowledge):
        ref = ref_of(item)
        known[ref.kind].append(ref.id)
    named: list[tuple[Item, Ref, str]] = [
        (claim, ref, role) for claim in all_claims(knowledge.claims) for ref, role in references(claim)
    ]
    named.extend((p, Ref(Kind.ACTORS, p.actor), "actor") for p in knowledge.subject.parties if p.actor)
    present = {kind: frozenset(ids) for kind, ids in known.items()}
    told = {Ref(record.KIND, record.id) for record in failed(knowledge, content).records}
    missing = [
        each for each in named if each[1].id not in present.get(each[1].kind, frozenset()) and each[1] not in told
    ]
    return looked(
        len(named),
        (
            _unknown(item, ref, role, known[ref.kind], place_of_item(item, knowledge, content))
            for item, ref, role in missing
        ),
    )


def _unknown(item: Item, ref: Ref, role: str, known: list[str], at: Location) -> Issue:
    near = nearest_id(ref.id, known)
    return Issue(
        at=at,
        code="unknown-reference",
        what=f"{item.id} names {ref.id!r} as {role}, and there is none in {ref.kind.value}",
        mend=f"did you mean {near}?" if near else f"add a record with `id: {ref.id}`, or take the name out",
        record=str(ref_of(item)),
    )


def evidence_is_verbatim(knowledge: Knowledge, _content: Content) -> Looked:
    """Every passage is the slice of its source's text that its offsets say."""
    passages = [(claim, passage) for claim in all_claims(knowledge.claims) for passage in passages_of((claim,))]
    return looked(len(passages), (_not_there(c, p, knowledge) for c, p in passages if not _is_slice(p, knowledge)))


def _is_slice(passage: Evidence, knowledge: Knowledge) -> bool:
    text = knowledge.texts.get(passage.source)
    return text is not None and text.text[passage.start : passage.end] == passage.text


def _not_there(claim: Claim, passage: Evidence, knowledge: Knowledge) -> Issue:
    text = knowledge.texts.get(passage.source)
    return Issue(
        at=claim.at or (location_of(passage, text) if text else place_of(claim, knowledge.texts)),
        code="evidence-differs",
        what=f"{shown(passage.text, 80)} does not stand at {passage.start}..{passage.end} of source {passage.source}",
        mend=_OUR_FAULT,
        record=str(ref_of(claim)),
    )


def automatic_words(knowledge: Knowledge, _content: Content) -> Looked:
    """An automatic claim says nothing in words of ours: its sentences are words of its passages."""
    autos = [c for c in all_claims(knowledge.claims) if c.review is Review.AUTO and not isinstance(c, Gap)]
    return looked(len(autos), (_invented(claim, words, knowledge) for claim in autos for words in _own_words(claim)))


def _own_words(claim: Claim) -> Iterator[str]:
    """Sentences of the claim that are not its evidence, nor some of it in a row."""
    said = [(sentence_of(claim), claim.evidence)]
    if isinstance(claim, Disagreement):
        said.extend((side.statement, side.evidence) for side in claim.versions)
    for words, passages in said:
        texts = [passage.text for passage in passages]
        in_a_row = any(_begins_with(words, texts[first:]) for first in range(len(texts)))
        if not in_a_row and not _is_name(claim, passages):
            yield words


def _begins_with(words: str, texts: Sequence[str]) -> bool:
    """Whether the words are the first of the texts, joined as the parts of an interrupted quotation are."""
    joined = ""
    for text in texts:
        joined = f"{joined}{OMISSION}{text}" if joined else text
        if len(joined) >= len(words):
            break
    return joined == words


def _is_name(claim: Claim, passages: Iterable[Evidence]) -> bool:
    """Whether the claim is a name or a term found within its passages: a name need not be a whole passage."""
    return bool(name := getattr(claim, "name", "")) and any(name in passage.text for passage in passages)


def _invented(claim: Claim, words: str, knowledge: Knowledge) -> Issue:
    return Issue(
        at=place_of(claim, knowledge.texts),
        code="evidence-not-own-words",
        what=f"the automatic {ref_of(claim)} says {shown(words, 80)}, which is no passage of it",
        mend=_OUR_FAULT,
        record=str(ref_of(claim)),
    )


def anchors_are_free(knowledge: Knowledge, content: Content) -> Looked:
    """No two elements of a page bear one id, and no two pages one path."""
    items = items_of(knowledge)
    taken: dict[tuple[str, str], Item] = {}
    issues: list[Issue] = []
    for item in items:
        for anchor in dict.fromkeys((str(item.id), *former_anchors(item))):
            other = taken.setdefault((home_page(item), anchor), item)
            at = place_of_item(item, knowledge, content)
            if other is not item and ref_of(other) != ref_of(item):
                issues.append(_anchor_taken(item, anchor, f"{ref_of(other)} bears it on the same page", at))
            elif anchor.startswith(SECTION_ANCHOR) or (isinstance(item, Source) and _PASSAGE_ANCHOR.fullmatch(anchor)):
                issues.append(_anchor_taken(item, anchor, "headings or paragraphs of pages have ids like it", at))
    return looked(len(items), (*issues, *_paths_taken(items, knowledge, content)))


def _paths_taken(items: Iterable[Item], knowledge: Knowledge, content: Content) -> Iterator[Issue]:
    fixed = {HOME_PAGE, *(page_path(section) for section in Section)}
    leaves = [item for item in items if has_own_page(item)]
    pages = fixed | {home_page(item) for item in leaves}
    for item in leaves:
        at = place_of_item(item, knowledge, content)
        if home_page(item) in fixed:
            yield _anchor_taken(item, str(item.id), "the page of that name lists all of them", at)
        for path in former_pages((item,)):
            if path in pages:
                yield _anchor_taken(item, path, "the old address is another page now", at)


def _anchor_taken(item: Item, name: str, why: str, at: Location) -> Issue:
    return Issue(
        at=at,
        code="anchor-taken",
        what=f"{ref_of(item)} cannot have the address {name}: {why}",
        mend="give it another id, or take the old one out of `formerly`",
        record=str(ref_of(item)),
    )
