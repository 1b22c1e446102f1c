"""What changed for the reader between two published briefings: old × new → typed changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from builder.knowledge.differences import NOUNS, Difference, DifferenceKind
from builder.knowledge.editions import Edition, Entry, Value, shortened
from builder.knowledge.pairing import paired
from builder.model.claims import Kind, Ref

# What a record says: a change of it is a correction.
_SAID = ("text", "title", "statement", "name", "definition", "subject")
# Everything else a reader sees: field → how it is called, and the list of the ids in it.
_DETAILS: Mapping[str, tuple[str, Kind | None]] = {
    "about": ("about", Kind.PARTIES),
    "aliases": ("also called", None),
    "as_printed": ("printed as", None),
    "attribution": ("attributed as", None),
    "authors": ("by", None),
    "date": ("date", None),
    "date_basis": ("basis of its date", None),
    "experts": ("judged by", Kind.ACTORS),
    "group": ("measured with", None),
    "holder": ("held by", Kind.ACTORS),
    "issue": ("on", Kind.TOPICS),
    "issues": ("on", Kind.TOPICS),
    "kind": ("kind", None),
    "link": ("address", None),
    "note": ("note", None),
    "outlet": ("outlet", None),
    "outlook": ("outlook", None),
    "parties": ("between", Kind.ACTORS),
    "party": ("party", Kind.PARTIES),
    "precision": ("precision of its date", None),
    "published": ("published", None),
    "qualifier": ("qualified by", None),
    "relays": ("passes on a report of", None),
    "rights": ("rights", None),
    "roles": ("role", None),
    "sectors": ("sectors", None),
    "signatories": ("signed by", Kind.ACTORS),
    "speaker_as_given": ("speaker named as", None),
    "timing": ("timing", None),
    "unit": ("unit", None),
    "value": ("number", None),
    "versions": ("versions", None),
    "year": ("year", None),
}
_KINDS = tuple(NOUNS)
_ORDER = tuple(DifferenceKind)


def compare(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """Every change that a reader can see, list by list. Passages that only moved are none; nor are counts."""
    comparison = _Comparison(old, new, paired(old, new))
    found = (each for kind in _KINDS for each in comparison.of(kind))
    return tuple(sorted(found, key=lambda d: (_KINDS.index(d.ref.kind), d.ref.id, _ORDER.index(d.kind), d.field or "")))


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two editions, and which record of the one is which of the other."""

    old: Edition
    new: Edition
    pairs: Mapping[Ref, Ref]

    def of(self, kind: Kind) -> Iterator[Difference]:
        """The changes of one list."""
        known = frozenset(self.pairs.values())
        for entry in self.new.of(kind):
            if entry.ref not in known:
                yield self._whole(DifferenceKind.ADDED, entry, self.new)
        for entry in self.old.of(kind):
            if entry.ref in self.pairs:
                yield from self._changed(entry, self.new.entries[self.pairs[entry.ref]])
            else:
                yield self._whole(DifferenceKind.REMOVED, entry, self.old)

    def _whole(self, kind: DifferenceKind, entry: Entry, edition: Edition) -> Difference:
        """A record that came or went. The words of an article that may not be printed any more are not repeated."""
        prints_words = entry.unreviewed or entry.ref.kind is Kind.QUOTES
        may_print = self.new.may_print(self._id_today(Kind.SOURCES, p.source) for p in entry.passages)
        title = edition.title_of(entry) if may_print or not prints_words else entry.ref.id
        return self._difference(kind, entry, title, records=_resting(entry, edition))

    def _difference(self, kind: DifferenceKind, entry: Entry, title: str, records: tuple[Ref, ...] = ()) -> Difference:
        """A change of a record under the name that it has now, or had last."""
        found_in = None
        if entry.unreviewed and entry.passages:
            found_in = Ref(Kind.SOURCES, self._id_today(Kind.SOURCES, entry.passages[0].source))
        return Difference(
            kind=kind, ref=entry.ref, title=title, unreviewed=entry.unreviewed, records=records, found_in=found_in
        )

    def _changed(self, was: Entry, now: Entry) -> Iterator[Difference]:
        plain = self._difference(DifferenceKind.RENAMED, now, self.new.title_of(now))
        if was.ref != now.ref and not was.unreviewed:
            yield replace(plain, was=was.ref.id, now=now.ref.id)
        if was.unreviewed != now.unreviewed:
            yield replace(plain, kind=DifferenceKind.REVIEWED)
        if self._differ(was, now, "sha256"):
            yield replace(plain, kind=DifferenceKind.ARTICLE, records=_resting(was, self.old))
        yield from self._values(plain, was, now)

    def _values(self, plain: Difference, was: Entry, now: Entry) -> Iterator[Difference]:
        corrected = [name for name in _SAID if self._differ(was, now, name)]
        for name in corrected:
            yield self._valued(replace(plain, kind=DifferenceKind.CORRECTED), was, now, name)
        for name, kind in (("speaker", DifferenceKind.SPEAKER), ("status", DifferenceKind.STATUS)):
            if self._differ(was, now, name):
                yield self._valued(replace(plain, kind=kind), was, now, name)
        if was.unreviewed and not now.unreviewed:
            return  # what an editor completes is told as reviewed, not field by field
        for name in _DETAILS:
            if self._differ(was, now, name):
                yield self._valued(replace(plain, kind=DifferenceKind.DETAIL), was, now, name)
        if not (corrected and now.ref.kind is Kind.QUOTES):
            yield from self._passages(replace(plain, kind=DifferenceKind.PASSAGES), was, now)

    def _differ(self, was: Entry, now: Entry, name: str) -> bool:
        """Whether a field that both versions of the builder published has another value; another id of the same is none."""
        if name not in was.fields or name not in now.fields:
            return False
        return self._today(was.fields[name], _list_of(name)) != now.fields[name]

    def _today(self, value: Value, kind: Kind | None) -> Value:
        """The value with the ids that its records have today."""
        if kind is None or value is None:
            return value
        if isinstance(value, tuple):
            return tuple(self._today(item, kind) for item in value)
        return self._id_today(kind, str(value))

    def _id_today(self, kind: Kind, item_id: str) -> str:
        ref = Ref(kind, item_id)
        return self.pairs.get(ref, ref).id

    def _valued(self, change: Difference, was: Entry, now: Entry, name: str) -> Difference:
        label = _DETAILS[name][0] if name in _DETAILS else name
        before = _said(self.old, was.fields[name], _list_of(name))
        return replace(change, field=label, was=before, now=_said(self.new, now.fields[name], _list_of(name)))

    def _passages(self, change: Difference, was: Entry, now: Entry) -> Iterator[Difference]:
        """The articles that came and went; other words of the same ones are told too, the same words elsewhere are not."""
        before = {(self._id_today(Kind.SOURCES, p.source), p.words) for p in was.passages}
        today = {(p.source, p.words) for p in now.passages}
        if before == today or not was.passages or not now.passages:
            return
        lost = {p.source for p in was.passages if self._id_today(Kind.SOURCES, p.source) not in {s for s, _ in today}}
        gained = {source for source, _ in today} - {source for source, _ in before}
        gone, came = (
            ", ".join(edition.name_of(Kind.SOURCES, source) for source in sorted(sources)) or None
            for edition, sources in ((self.old, lost), (self.new, gained))
        )
        yield replace(change, was=gone, now=came)


def _resting(entry: Entry, edition: Edition) -> tuple[Ref, ...]:
    """The records that rest on a source."""
    if entry.ref.kind is not Kind.SOURCES:
        return ()
    return tuple(sorted(e.ref for e in edition.entries.values() if any(p.source == entry.ref.id for p in e.passages)))


def _list_of(name: str) -> Kind | None:
    """The list of the ids in a field."""
    return Kind.ACTORS if name == "speaker" else _DETAILS.get(name, ("", None))[1]


def _said(edition: Edition, value: Value, kind: Kind | None) -> str | None:
    """A value in words; None for none."""
    if value is None or value in ((), ""):
        return None
    if isinstance(value, tuple):
        return shortened("; ".join(filter(None, (_said(edition, item, kind) for item in value)))) or None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return edition.name_of(kind, str(value)) if kind else shortened(str(value))
