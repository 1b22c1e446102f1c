"""A published briefing as a later one is compared with it: records by list and id, of whatever version of the builder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.model.claims import Kind, Ref
from builder.model.vocabulary import Review, Rights

Value = str | int | float | bool | tuple["Value", ...] | None
"""A field as it is compared; a mapping is the tuple of its names and values."""

_NAMES = ("text", "title", "statement", "name", "subject", "label")
_LONGEST_NAME = 140


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a source. Where they stand in it is left out: a passage that only moved is the same to a reader."""

    source: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as it was published. `fields` are those that were there; an older version may lack some."""

    ref: Ref
    fields: Mapping[str, Value]
    formerly: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def unreviewed(self) -> bool:
        """Whether no editor had ruled on it."""
        return self.fields.get("review") == Review.AUTO.value

    def words(self, name: str) -> str:
        """A field as text; empty where there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that stood on a site at one time. `as_of` is its ISO date, where it gave one."""

    entries: Mapping[Ref, Entry] = field(default_factory=dict)
    as_of: str | None = None

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        """The records of a list, by id."""
        return tuple(self.entries[ref] for ref in sorted(self.entries) if ref.kind is kind)

    def name_of(self, kind: Kind, item_id: str) -> str:
        """What a record is called for somebody who refers to it; its id where there is none."""
        entry = self.entries.get(Ref(kind, item_id))
        named = (entry.words(name) for name in ("name", "label", "title")) if entry else ()
        return next(filter(None, named), item_id)

    def title_of(self, entry: Entry) -> str:
        """What the record says, as short as a list of changes needs it."""
        if entry.ref.kind is Kind.GAPS:
            party, issue = entry.words("party"), entry.words("issue")
            return f"{self.name_of(Kind.PARTIES, party)} on {self.name_of(Kind.TOPICS, issue)}"
        if entry.ref.kind is Kind.QUOTES:
            return self._quote(entry)
        said = next((entry.words(name) for name in _NAMES if entry.words(name)), "")
        return shortened(said) or entry.ref.id

    def _quote(self, entry: Entry) -> str:
        speaker = entry.words("speaker")
        name = self.name_of(Kind.ACTORS, speaker) if speaker else entry.words("speaker_as_given")
        return f"“{shortened(entry.words('text'))}”" + (f" ({name})" if name else "")

    def may_print(self, sources: Iterable[str]) -> bool:
        """Whether words that stand in one of these sources may be printed: it is there, and its rights allow it."""
        found = (self.entries.get(Ref(Kind.SOURCES, source)) for source in sources)
        return any(entry is not None and entry.words("rights") != Rights.NONE.value for entry in found)


def shortened(words: str) -> str:
    """The words on one line, cut at a word where they are many."""
    line = " ".join(words.split())
    head = line[:_LONGEST_NAME]
    return line if len(line) <= _LONGEST_NAME else f"{head.rpartition(' ')[0] or head} …"
