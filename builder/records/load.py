"""The folder `content/` → `Content`, or located issues: all mistakes of all files in one run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from builder.files import YamlDocument, YamlList, YamlMap, YamlNode, list_files, read_yaml, shown
from builder.model.claims import Kind
from builder.model.issues import Issue, Location
from builder.records.convert import convert, kind_of
from builder.records.floors import read_floors
from builder.records.identity import Named, named, repeated_ids
from builder.records.schema import (
    RECORD_KINDS,
    ActorRecord,
    AgreementRecord,
    BriefingFile,
    ChangeEntry,
    Content,
    Decision,
    DefectRecord,
    DisagreementRecord,
    EventRecord,
    FigureRecord,
    Floor,
    GapRecord,
    JudgementRecord,
    PartyEntry,
    PositionRecord,
    QuoteRecord,
    Record,
    Records,
    SourceRecord,
    SummaryRecord,
    TermRecord,
    TopicEntry,
)
from builder.records.shapes import noun_of, plural_of
from builder.records.wording import unknown_file, unknown_folder

BRIEFING = "briefing.yml"
DECISIONS = "decisions.yml"
CHANGES = "changes.yml"
FLOORS = "floors.yml"
PAGES = "pages"
RECORD_FOLDERS = tuple(plural_of(cls) for cls in RECORD_KINDS)
_FILES = (BRIEFING, DECISIONS, CHANGES, FLOORS)
_MISSING = (
    "`{title: The title, question: What is asked?, description: One sentence., event: {name: The event}, "
    "parties: [{id: first-party, name: First party}], issues: [{id: trade, name: Trade}]}`"
)

T = TypeVar("T")
R = TypeVar("R", bound=Record)


def load_content(settings_root: Path, folder: Path) -> tuple[Content, tuple[Issue, ...]]:
    """Everything an editor has written in `folder`, and everything that is wrong with it, sorted by place.

    `settings_root` is the folder that paths in messages are relative to. A record with a fault is not among the records
    but, as far as it is sound, among the drafts. A file that breaks off gives the records that stand whole before the break.
    """
    loading = _Loading(settings_root, folder)
    listing = list_files(folder)
    names = tuple(name for name in listing.files if not name.startswith(f"{PAGES}/"))
    for name in listing.others:
        loading.note(
            name, "unknown-file", "this is a link or no ordinary file, and is not read", "put the file itself here"
        )
        loading.note_unread(name)
    content = Content(
        briefing=loading.briefing(names),
        records=loading.records(names),
        drafts=Records(**loading.drafts),
        decisions=loading.singles(DECISIONS, Decision, names),
        changes=loading.singles(CHANGES, ChangeEntry, names),
        floors=loading.floors(names),
    )
    for name in names:
        loading.note_stray(name)
    whole = replace(content, unread=frozenset(loading.unread), is_briefing_sound=loading.is_briefing_sound)
    return whole, tuple(sorted(set(loading.issues)))


@dataclass(slots=True)
class _Loading:
    """One run over the folder, and what has been said."""

    root: Path
    folder: Path
    issues: list[Issue] = field(default_factory=list)
    drafts: dict[str, Any] = field(default_factory=dict)
    unread: set[Kind] = field(default_factory=set)
    is_briefing_sound: bool = False

    def read(self, name: str) -> YamlDocument:
        document = read_yaml(self.folder / name, root=self.root)
        self.issues.extend(document.issues)
        return document

    def shown(self, name: str) -> str:
        return shown(self.folder / name, self.root)

    def note(self, name: str, code: str, what: str, mend: str) -> None:
        self.issues.append(Issue(Location(self.shown(name)), code, what, mend))

    def briefing(self, names: Iterable[str]) -> BriefingFile | None:
        if BRIEFING not in names:
            mend = f"make the file and begin with {_MISSING}"
            self.note(
                BRIEFING, "briefing-missing", "there is no such file, and it says what the briefing is about", mend
            )
            return None
        document = self.read(BRIEFING)
        if document.root is None:
            if not any(issue.is_error for issue in document.issues):
                self.note(BRIEFING, "briefing-missing", "the file is empty", f"begin with {_MISSING}")
            return None
        read = convert(document.root, BriefingFile, path=document.path)
        repeated = tuple(self.repeated_entries(document))
        self.issues.extend((*read.issues, *repeated))
        if repeated:
            return None
        self.is_briefing_sound = read.value is not None
        return read.value or _usable(read.draft, document.root, path=document.path)

    def repeated_entries(self, document: YamlDocument) -> Iterator[Issue]:
        for key, entry in (("parties", PartyEntry), ("issues", TopicEntry)):
            pair = document.root.get(key) if isinstance(document.root, YamlMap) else None
            if pair and isinstance(pair.value, YamlList):
                ids = (named(item, path=document.path) for item in pair.value.items)
                yield from repeated_ids(ids, noun_of(entry))[0]

    def records(self, names: Iterable[str]) -> Records:
        names = tuple(names)
        return Records(
            sources=self.kind(SourceRecord, names),
            actors=self.kind(ActorRecord, names),
            quotes=self.kind(QuoteRecord, names),
            agreements=self.kind(AgreementRecord, names),
            positions=self.kind(PositionRecord, names),
            summaries=self.kind(SummaryRecord, names),
            judgements=self.kind(JudgementRecord, names),
            events=self.kind(EventRecord, names),
            figures=self.kind(FigureRecord, names),
            disagreements=self.kind(DisagreementRecord, names),
            defects=self.kind(DefectRecord, names),
            gaps=self.kind(GapRecord, names),
            terms=self.kind(TermRecord, names),
        )

    def kind(self, cls: type[R], names: Iterable[str]) -> tuple[R, ...]:
        """The records of one kind in the order of path and line; of two with one id the first. The others are drafts."""
        entries: list[Named] = []
        records: list[tuple[Location, R]] = []
        drafts: list[R] = []
        for name in names:
            if not (name.startswith(f"{plural_of(cls)}/") and name.endswith(".yml")):
                continue
            document = self.read(name)
            items = self.items(document, cls)
            if not document.whole or (document.root and not isinstance(document.root, YamlList)):
                self.unread.add(cls.KIND)
            for item in items:
                read = convert(item, cls, path=document.path)
                self.issues.extend(read.issues)
                entries.append(named(item, path=document.path))
                if read.value is None and read.draft is None:
                    self.unread.add(cls.KIND)
                if read.value is not None:
                    records.append((entries[-1].at, read.value))
                elif read.draft is not None:
                    drafts.append(read.draft)
        issues, late = repeated_ids(entries, noun_of(cls))
        self.issues.extend(issues)
        self.drafts[plural_of(cls)] = (*drafts, *(record for at, record in records if at in late))
        return tuple(record for at, record in records if at not in late)

    def singles(self, name: str, cls: type[T], names: Iterable[str]) -> tuple[T, ...]:
        """The entries of a file that is one list."""
        if name not in names:
            return ()
        document = self.read(name)
        read = [convert(item, cls, path=document.path) for item in self.items(document, cls)]
        self.issues.extend(issue for one in read for issue in one.issues)
        return tuple(one.value for one in read if one.value is not None)

    def items(self, document: YamlDocument, cls: type) -> tuple[YamlNode, ...]:
        root = document.root
        if root is None:
            return ()
        if isinstance(root, YamlList):
            return root.items
        what = f"this file holds a {kind_of(root)}, and a list of {noun_of(cls)} records belongs here"
        mend = "begin each record with `- ` and indent its fields by two spaces"
        self.issues.append(Issue(Location(document.path, root.line), "wrong-type", what, mend))
        return ()

    def floors(self, names: Iterable[str]) -> tuple[Floor, ...]:
        document = self.read(FLOORS) if FLOORS in names else None
        if document is None or document.root is None:
            return ()
        floors, issues = read_floors(document)
        self.issues.extend(issues)
        return floors

    def note_unread(self, name: str) -> None:
        """Remember that a file which is not read may hold records."""
        kind = name.partition("/")[0]
        if kind in RECORD_FOLDERS:
            self.unread.add(Kind(kind))

    def note_stray(self, name: str) -> None:
        """Complain of a file that belongs nowhere."""
        kind, _, rest = name.partition("/")
        if (not rest and name in _FILES) or (rest and kind in RECORD_FOLDERS and name.endswith(".yml")):
            return
        if rest and kind not in RECORD_FOLDERS:
            fault = unknown_folder(kind, (*RECORD_FOLDERS, PAGES))
            self.issues.append(Issue(Location(self.shown(kind)), *fault))
        else:
            self.issues.append(Issue(Location(self.shown(name)), *unknown_file(name, _FILES)))
            if name.endswith(".yaml"):
                self.note_unread(name)


def _usable(draft: BriefingFile | None, root: YamlNode, *, path: str) -> BriefingFile | None:
    """What is sound of a faulty briefing, if its parties and issues are all known by their ids; else none is held against it."""
    if draft is None or not isinstance(root, YamlMap):
        return None
    for key, entries in (("parties", draft.parties), ("issues", draft.issues)):
        pair = root.get(key)
        if pair is None or not isinstance(pair.value, YamlList):
            return None
        if [named(item, path=path).id for item in pair.value.items] != [entry.id for entry in entries]:
            return None
    told = {name for name, line in draft.at.fields if not line}
    return replace(draft, published_share_limit=1.0) if "published_share_limit" in told else draft
