"""The checks of the whole, in a tuple that can be read aloud; how much each looked at; and what a build must reach."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from builder.knowledge import editorial, integrity
from builder.knowledge.failed import failed
from builder.knowledge.looked import Looked, looked
from builder.knowledge.places import BRIEFING_FILE
from builder.knowledge.references import all_claims
from builder.model.claims import CLAIM_KINDS, Gap, Kind, Review
from builder.model.issues import Issue, Location
from builder.model.knowledge import Knowledge
from builder.records.schema import Content


@dataclass(frozen=True, slots=True)
class Check:
    """A check, its name in the counts, and the kinds of which one record is enough for it to have something to do."""

    name: str
    run: Callable[[Knowledge, Content], Looked]
    kinds: tuple[Kind, ...] = ()


def floors_reached(knowledge: Knowledge, content: Content) -> Looked:
    """At least so many records of the editor's as `floors.yml` says; one that has an error of its own counts."""
    lost = failed(knowledge, content)
    issues = (
        Issue(
            at=floor.at.of(),
            code="floor-missed",
            what=f"{written(knowledge, floor.kind)} reviewed in {floor.kind.value}, and the floor is {floor.least}",
            mend="bring back what is missing; lower the floor only if that is meant",
        )
        for floor in content.floors
        if floor.kind not in lost.kinds and written(knowledge, floor.kind) + lost.count(floor.kind) < floor.least
    )
    return looked(len(content.floors), issues)


def something_to_publish(knowledge: Knowledge, content: Content) -> Looked:
    """One source and one record at least; what has an error of its own is told already."""
    lost = failed(knowledge, content)
    records = sum(not (isinstance(c, Gap) and c.review is Review.AUTO) for c in all_claims(knowledge.claims))
    sources = len(knowledge.sources) + lost.count(Kind.SOURCES)
    others = records + len(lost.records) - lost.count(Kind.SOURCES)
    lacking = [name for name, count in (("source", sources), ("record", others + len(lost.kinds))) if not count]
    issues = (
        Issue(
            at=Location(BRIEFING_FILE),
            code="nothing-to-publish",
            what=f"there is not one {name} that holds",
            mend="put an article into seeds/" if name == "source" else "write a record under content/",
        )
        for name in lacking
    )
    return looked(len(knowledge.sources) + records, issues)


def written(knowledge: Knowledge, kind: Kind) -> int:
    """How many of a kind stand on the site by an editor's hand; sources, parties and issues: how many there are."""
    lists = {
        Kind.SOURCES: len(knowledge.sources),
        Kind.PARTIES: len(knowledge.subject.parties),
        Kind.TOPICS: len(knowledge.subject.topics),
    }
    if kind in lists:
        return lists[kind]
    return sum(claim.review is Review.EDITOR for claim in knowledge.claims.of(kind))


_EVIDENCED = tuple(kind for kind in CLAIM_KINDS if kind is not Kind.GAPS)
_SAID = tuple(kind for kind in _EVIDENCED if kind is not Kind.QUOTES)

CHECKS: tuple[Check, ...] = (
    Check("something-to-publish", something_to_publish, (*CLAIM_KINDS, Kind.SOURCES)),
    Check("unique-ids", integrity.unique_ids, CLAIM_KINDS),
    Check("references-resolve", integrity.references_resolve, _EVIDENCED),
    Check("evidence-is-verbatim", integrity.evidence_is_verbatim, _EVIDENCED),
    Check("automatic-words", integrity.automatic_words),
    Check("anchors-are-free", integrity.anchors_are_free, CLAIM_KINDS),
    Check("declared-gaps", editorial.declared_gaps, (Kind.GAPS,)),
    Check("undeclared-gaps", editorial.undeclared_gaps, (Kind.POSITIONS, Kind.GAPS)),
    Check("said-once", editorial.said_once, _SAID),
    Check("statements-say-more", editorial.statements_say_more, editorial.STATEMENT_KINDS),
    Check("experts-are-flagged", editorial.experts_are_flagged, (Kind.JUDGEMENTS,)),
    Check("actors-have-something", editorial.actors_have_something),
    Check("shares-within-limit", editorial.shares_within_limit, (Kind.SOURCES,)),
    Check("everything-reviewed", editorial.everything_reviewed, _EVIDENCED),
    Check("floors-reached", floors_reached),
)


def run_checks(knowledge: Knowledge, content: Content) -> tuple[tuple[Issue, ...], Mapping[str, int]]:
    """Every check: what is wrong, sorted, and how many things each looked at.

    A check that looked at nothing although its kind has records or a floor is itself an error.
    """
    issues: list[Issue] = []
    counts: dict[str, int] = {}
    for check in CHECKS:
        result = check.run(knowledge, content)
        counts[check.name] = result.count
        issues.extend(result.issues)
        issues.extend(_empty(check, result, knowledge, content))
    return tuple(sorted(set(issues))), counts


def _empty(check: Check, result: Looked, knowledge: Knowledge, content: Content) -> Iterator[Issue]:
    floors = {floor.kind: floor for floor in content.floors if floor.least > 0}
    lost = failed(knowledge, content)
    for kind in check.kinds:
        if not (result.count or lost.any_of(kind)) and (kind in floors or written(knowledge, kind)):
            yield Issue(
                at=floors[kind].at.of() if kind in floors else Location(BRIEFING_FILE),
                code="check-empty",
                what=f"the check {check.name} had nothing to look at, although there should be something in {kind.value}",
                mend="mend the errors above that left the records out; if there are none, please report it",
            )
            return
