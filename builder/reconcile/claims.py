"""Records → claims, one function a kind. Each returns None where something is wrong, which the case has noted."""

from collections.abc import Sequence

from builder.model.claims import (
    Actor,
    Agreement,
    Attribution,
    Defect,
    Disagreement,
    Event,
    Evidence,
    Gap,
    Judgement,
    Position,
    Role,
    Summary,
    Term,
    Version,
)
from builder.model.issues import Severity
from builder.reconcile.case import Case
from builder.reconcile.nearest import shown
from builder.reconcile.passages import is_told, stands_in
from builder.records.schema import (
    ActorRecord,
    AgreementRecord,
    DefectRecord,
    DisagreementRecord,
    EventRecord,
    GapRecord,
    JudgementRecord,
    PositionRecord,
    SummaryRecord,
    TermRecord,
)


def build_actor(record: ActorRecord, case: Case) -> Actor | None:
    party = case.party(record.party, "party") if record.party is not None else None
    passages = case.evidence(record.evidence)
    _check_name(record, passages, case)
    _check_roles(record, passages, case)
    evidence = case.publishable(passages)
    if case.failed:
        return None
    return Actor(
        **case.carried(evidence),
        name=record.name,
        kind=record.kind,
        party=party,
        roles=tuple(Role(role.title, role.affiliation) for role in record.roles),
        aliases=record.aliases,
        importance=record.importance,
        expert=record.expert,
    )


def build_agreement(record: AgreementRecord, case: Case) -> Agreement | None:
    parties = case.actors(record.parties, "parties")
    signatories = case.actors(record.signatories, "signatories")
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Agreement(
        **case.carried(evidence),
        title=record.title,
        kind=record.kind,
        parties=parties,
        signatories=signatories,
        sectors=record.sectors,
        date=record.date,
        status=record.status,
        note=record.note,
    )


def build_position(record: PositionRecord, case: Case) -> Position | None:
    party, topic = case.party(record.party, "party"), case.topic(record.issue, "issue")
    holder = case.optional_actor(record.holder, "holder")
    _check_attribution(record, case)
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Position(
        **case.carried(evidence),
        party=party,
        issue=topic,
        statement=record.statement,
        attribution=record.attribution,
        holder=holder,
        note=record.note,
    )


def build_summary(record: SummaryRecord, case: Case) -> Summary | None:
    topic = case.topic(record.issue, "issue") if record.issue is not None else None
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Summary(
        **case.carried(evidence),
        statement=record.statement,
        issue=topic,
    )


def build_judgement(record: JudgementRecord, case: Case) -> Judgement | None:
    experts, topic = case.actors(record.experts, "experts"), case.topic(record.issue, "issue")
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Judgement(
        **case.carried(evidence),
        statement=record.statement,
        experts=experts,
        issue=topic,
        outlook=record.outlook,
    )


def build_event(record: EventRecord, case: Case) -> Event | None:
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Event(
        **case.carried(evidence),
        title=record.title,
        date=record.date,
        precision=record.precision,
        status=record.status,
    )


def build_disagreement(record: DisagreementRecord, case: Case) -> Disagreement | None:
    topics = case.topics(record.issues)
    if len({version.statement.casefold() for version in record.versions}) < 2:
        what = "a disagreement has two versions that differ; these do not"
        case.fault(record.at.of("versions"), "versions-same", what, "say what each source has, in one sentence each")
    versions = tuple(
        Version(one.statement, case.publishable(case.evidence(one.evidence, one.at), one.at)) for one in record.versions
    )
    if case.failed:
        return None
    return Disagreement(
        **case.carried(tuple(dict.fromkeys(part for version in versions for part in version.evidence))),
        title=record.title,
        kind=record.kind,
        versions=versions,
        issues=topics,
        note=record.note,
    )


def build_defect(record: DefectRecord, case: Case) -> Defect | None:
    evidence = case.publishable(case.evidence(record.evidence))
    if case.failed:
        return None
    return Defect(
        **case.carried(evidence),
        kind=record.kind,
        statement=record.statement,
    )


def build_gap(record: GapRecord, case: Case) -> Gap | None:
    party, topic = case.party(record.party, "party"), case.topic(record.issue, "issue")
    if case.failed:
        return None
    return Gap(**case.carried(()), party=party, issue=topic)


def build_term(record: TermRecord, case: Case) -> Term | None:
    passages = case.evidence(record.evidence)
    _check_name(record, passages, case)
    evidence = case.publishable(passages)
    if case.failed:
        return None
    return Term(
        **case.carried(evidence),
        name=record.name,
        definition=record.definition,
        aliases=record.aliases,
    )


def _check_name(record: ActorRecord | TermRecord, passages: Sequence[Evidence], case: Case) -> None:
    """Name or alias stands in the evidence; its first letter, as of a heading, in either case."""
    if case.lost or not passages:
        return
    case.checks["names"] += 1
    names = [form for name in (record.name, *record.aliases) for form in (name, name[:1].swapcase() + name[1:])]
    if not any(stands_in(name, passage.text) for name in names for passage in passages):
        case.fault(
            record.at.of("name"),
            "name-not-there",
            f"neither {shown(record.name)} nor an alias stands in the evidence ({shown(passages[0].text, 120)})",
            "take evidence that names it, or add the name as printed to `aliases:`",
        )


def _check_roles(record: ActorRecord, passages: Sequence[Evidence], case: Case) -> None:
    """Each title and affiliation is told in the evidence."""
    if case.lost or not passages:
        return
    for role in record.roles:
        for field, words in (("title", role.title), ("affiliation", role.affiliation)):
            if words is None:
                continue
            case.checks["roles"] += 1
            if not any(is_told(words, passage.text) for passage in passages):
                case.fault(
                    role.at.of(field),
                    "role-not-there",
                    f"the {field} {shown(words)} does not stand in the evidence of this actor",
                    "write it in the words of the article, or add the passage that says it to `evidence:`",
                )


def _check_attribution(record: PositionRecord, case: Case) -> None:
    case.checks["attributions"] += 1
    if record.attribution is Attribution.DERIVED and not (record.note or "").strip():
        what = "a derived position shows its working, and there is no note"
        case.fault(
            record.at.of("attribution"), "note-missing", what, "write under `note:` from what it follows, and how"
        )
    if record.attribution.is_own and record.holder is None:
        what = f"`attribution: {record.attribution.value}` without a holder: the page cannot say who says or does it"
        mend = "write `holder:` with the actor who does"
        case.fault(record.at.of("attribution"), "holder-missing", what, mend, Severity.WARNING)
