"""All records → claims, and everything that is wrong with them in one run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.model.claims import Claims, Kind, Ref, Rights, Source
from builder.model.ids import ActorId, SourceId
from builder.model.issues import Issue, Severity
from builder.model.text import SourceText
from builder.reconcile.case import Case, Desk, is_loss, known_ids, unknown_id
from builder.reconcile.judging import judge_all
from builder.reconcile.matching import Findings
from builder.reconcile.merging import Merged, merge_findings
from builder.reconcile.nearest import nearest_id
from builder.reconcile.withholding import without
from builder.records.drafts import is_told, with_drafts
from builder.records.schema import BriefingFile, Content


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Claims of the editor's records that hold, what is wrong with the others, and how much was verified.

    `withheld` names the records left out because words of theirs no longer stand, where the briefing asks for that.
    """

    claims: Claims
    issues: tuple[Issue, ...]
    checks: Mapping[str, int]
    withheld: tuple[Ref, ...]


def reconcile(
    sources: Sequence[Source],
    texts: Mapping[SourceId, SourceText],
    content: Content,
    findings: Findings | None = None,
) -> Reconciled:
    """Hold every record against the texts, against each other and against what was found in the texts.

    A record with an error makes no claim; a finding that no editor has ruled on makes an automatic one. Without
    `findings` nothing was looked for.
    What is sound of records that could not be read whole is held against them too, for what else is wrong there.
    """
    records, briefing = content.records, content.briefing
    written = with_drafts(content)
    desk = Desk(
        texts=texts,
        withheld_sources=frozenset(source.id for source in sources if source.rights is Rights.NONE),
        unread_sources=frozenset(record.id for record in written.sources if record.id not in texts),
        known=known_ids(written, briefing),
    )
    claims, cases = judge_all(records, desk)
    _, drafts = judge_all(content.drafts, replace(desk, drafts=True))
    withhold = briefing is not None and briefing.on_lost_evidence == "withhold"
    lost = tuple(case.ref for case in cases if withhold and case.lost)
    left_out = frozenset(ActorId(actor.id) for actor in records.actors) - {actor.id for actor in claims.actors}
    claims, dependent = without(claims, left_out)
    issues = [issue for case in (*cases, *drafts) for issue in _issues(case, withhold=withhold)]
    checks = Counter({"records": len(cases)})
    for case in cases:
        checks.update(case.checks)
    merged = merge_findings(findings, claims, content, desk) if findings is not None else Merged(claims)
    issues.extend((*merged.issues, *_party_actors(briefing, desk, merged.claims, looked_for=findings is not None)))
    checks.update(merged.checks)
    return Reconciled(
        claims=merged.claims,
        issues=tuple(sorted(issues)),
        checks={check: count for check, count in sorted(checks.items()) if count},
        withheld=tuple(sorted({*lost, *(dependent if withhold else ())})),
    )


def _issues(case: Case, *, withhold: bool) -> Iterable[Issue]:
    """The issues of a record; where lost words only withhold it, those are warnings."""
    for issue in case.issues:
        if is_told(issue.at):
            continue
        if withhold and is_loss(issue):
            yield replace(issue, severity=Severity.WARNING)
        else:
            yield issue


def _party_actors(briefing: BriefingFile | None, desk: Desk, claims: Claims, *, looked_for: bool) -> Iterable[Issue]:
    """Parties of `briefing.yml` whose actor is not there: a slip of the pen, or a party that no article names."""
    present = desk.known.actors | {actor.id for actor in claims.actors}
    spoken_for = {actor.party for actor in claims.actors}
    for party in briefing.parties if briefing else ():
        if party.actor is None or party.actor in present:
            continue
        renamed = desk.known.renamed[Kind.ACTORS].get(party.actor)
        issue = unknown_id(party.actor, frozenset(present), Kind.ACTORS, party.at.of("actor"), renamed)
        meant = renamed or party.id in spoken_for or nearest_id(party.actor, desk.known.actors)
        yield issue if meant or not looked_for else replace(issue, severity=Severity.WARNING)
