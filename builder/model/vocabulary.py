"""The closed sets of the published data: every word that a field of this kind may hold."""

from enum import StrEnum


class Kind(StrEnum):
    """The lists of the published data that hold claims; also the folders of `content/`."""

    ACTORS = "actors"
    QUOTES = "quotes"
    AGREEMENTS = "agreements"
    POSITIONS = "positions"
    SUMMARIES = "summaries"
    JUDGEMENTS = "judgements"
    EVENTS = "events"
    FIGURES = "figures"
    DISAGREEMENTS = "disagreements"
    DEFECTS = "defects"
    GAPS = "gaps"
    TERMS = "terms"
    SOURCES = "sources"
    PARTIES = "parties"
    TOPICS = "issues"


class Review(StrEnum):
    """Who stands behind a claim: an editor, or the machine alone."""

    EDITOR = "editor"
    AUTO = "auto"


class DateBasis(StrEnum):
    STATED = "stated"
    DERIVED = "derived"
    UNKNOWN = "unknown"


class Timing(StrEnum):
    """When a source speaks, seen from the event."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    UNKNOWN = "unknown"


class Rights(StrEnum):
    """How much of a source's words may be published."""

    EXCERPT = "excerpt"
    FULL = "full"
    NONE = "none"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COMPANY = "company"
    STATE = "state"
    BLOC = "bloc"
    PUBLICATION = "publication"
    OFFICE = "office"
    COLLECTIVE = "collective"
    PLACE = "place"


class Importance(StrEnum):
    """Core and secondary actors have a page of their own; a mention has a row in the index."""

    CORE = "core"
    SECONDARY = "secondary"
    MENTION = "mention"


class QuoteKind(StrEnum):
    """Direct: all between quotation marks. Partial: some of it. Indirect: none."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class AgreementKind(StrEnum):
    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PARTNERSHIP = "partnership"
    STATEMENT = "statement"
    TRADE = "trade"
    ARMS = "arms"
    BASING = "basing"
    PROJECT = "project"
    OTHER = "other"


class Status(StrEnum):
    SIGNED = "signed"
    IN_FORCE = "in-force"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    HISTORICAL = "historical"
    UNCLEAR = "unclear"


class Attribution(StrEnum):
    """How directly a position is its holder's: the first three are the party's own, the others ascribed to it."""

    OWN_WORDS = "own-words"
    REPORTED_SPEECH = "reported-speech"
    OFFICIAL_ACT = "official-act"
    EXPERT = "expert"
    NARRATION = "narration"
    DERIVED = "derived"

    @property
    def is_own(self) -> bool:
        """Whether it may stand in the party's own column."""
        return self in (Attribution.OWN_WORDS, Attribution.REPORTED_SPEECH, Attribution.OFFICIAL_ACT)


class Outlook(StrEnum):
    PREDICTION = "prediction"
    ASSESSMENT = "assessment"


class Bearing(StrEnum):
    """What a passage is there for that does not itself say what the record says."""

    DATE = "date"
    SPEAKER = "speaker"


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class EventStatus(StrEnum):
    HAPPENED = "happened"
    EXPECTED = "expected"


class DisagreementKind(StrEnum):
    FIGURE = "figure"
    SPEAKER = "speaker"
    DATE = "date"
    COUNT = "count"
    ASSESSMENT = "assessment"
    WORDING = "wording"


class DefectKind(StrEnum):
    GARBLED = "garbled"
    AMBIGUOUS = "ambiguous"
    NAMING = "naming"
    SELF_CONTRADICTION = "self-contradiction"
    UNSUPPORTED = "unsupported"
    TYPOGRAPHY = "typography"
