"""Every word of the interface: labels of closed sets, headings, counts and dates. Nothing here is about the subject."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.claims import (
    ActorKind,
    AgreementKind,
    Attribution,
    DateBasis,
    DefectKind,
    DisagreementKind,
    EventStatus,
    Importance,
    Kind,
    Outlook,
    Precision,
    QuoteKind,
    Rights,
    Status,
    Timing,
)
from builder.pages.wording_drawn import DRAWN
from builder.pages.wording_front import FIRST_SEEN
from builder.pages.wording_lists import NARROWING

ATTRIBUTION: Mapping[Attribution, str] = {
    Attribution.OWN_WORDS: "own words",
    Attribution.REPORTED_SPEECH: "reported speech",
    Attribution.OFFICIAL_ACT: "official act",
    Attribution.EXPERT: "an expert’s reading",
    Attribution.NARRATION: "the outlet’s voice",
    Attribution.DERIVED: "derived by the editor",
}

STATUS: Mapping[Status, str] = {
    Status.SIGNED: "signed",
    Status.IN_FORCE: "in force",
    Status.EXPECTED: "expected",
    Status.PROPOSED: "proposed",
    Status.HISTORICAL: "historical",
    Status.UNCLEAR: "status unclear",
}

STATUS_HEADING: Mapping[Status, str] = {key: phrase.capitalize() for key, phrase in STATUS.items()}

AGREEMENT_KIND: Mapping[AgreementKind, str] = {
    AgreementKind.TREATY: "treaty",
    AgreementKind.AGREEMENT: "agreement",
    AgreementKind.MEMORANDUM: "memorandum of understanding",
    AgreementKind.PARTNERSHIP: "partnership",
    AgreementKind.STATEMENT: "joint statement",
    AgreementKind.TRADE: "trade agreement",
    AgreementKind.ARMS: "arms agreement",
    AgreementKind.BASING: "basing agreement",
    AgreementKind.PROJECT: "project",
    AgreementKind.OTHER: "other arrangement",
}

ACTOR_KIND: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.COMPANY: "company",
    ActorKind.STATE: "state",
    ActorKind.BLOC: "bloc",
    ActorKind.PUBLICATION: "publication",
    ActorKind.OFFICE: "office",
    ActorKind.COLLECTIVE: "collective",
    ActorKind.PLACE: "place",
}

ACTOR_KIND_HEADING: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "People",
    ActorKind.STATE: "States",
    ActorKind.BLOC: "Blocs",
    ActorKind.OFFICE: "Offices",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.COMPANY: "Companies",
    ActorKind.COLLECTIVE: "Collectives",
    ActorKind.PUBLICATION: "Publications",
    ActorKind.PLACE: "Places",
}
"""In the order of the index."""

IMPORTANCE: Mapping[Importance, str] = {
    Importance.CORE: "core actor",
    Importance.SECONDARY: "secondary actor",
    Importance.MENTION: "mentioned",
}

QUOTE_KIND: Mapping[QuoteKind, str] = {
    QuoteKind.DIRECT: "direct quotation",
    QuoteKind.PARTIAL: "partial quotation",
    QuoteKind.INDIRECT: "reported statement",
}

OUTLOOK: Mapping[Outlook, str] = {Outlook.PREDICTION: "prediction", Outlook.ASSESSMENT: "assessment"}

EVENT_STATUS: Mapping[EventStatus, str] = {EventStatus.HAPPENED: "happened", EventStatus.EXPECTED: "expected"}

DISAGREEMENT_KIND: Mapping[DisagreementKind, str] = {
    DisagreementKind.FIGURE: "differing figures",
    DisagreementKind.SPEAKER: "differing speakers",
    DisagreementKind.DATE: "differing dates",
    DisagreementKind.COUNT: "differing counts",
    DisagreementKind.ASSESSMENT: "differing assessments",
    DisagreementKind.WORDING: "differing wording",
}

DISAGREEMENT_HEADING: Mapping[DisagreementKind, str] = {
    key: phrase.capitalize() for key, phrase in DISAGREEMENT_KIND.items()
}

DEFECT_KIND: Mapping[DefectKind, str] = {
    DefectKind.GARBLED: "garbled",
    DefectKind.AMBIGUOUS: "ambiguous",
    DefectKind.NAMING: "naming",
    DefectKind.SELF_CONTRADICTION: "contradicts itself",
    DefectKind.UNSUPPORTED: "unsupported",
    DefectKind.TYPOGRAPHY: "typography",
}

EVENT_HEADING: Mapping[EventStatus, str] = {key: phrase.capitalize() for key, phrase in EVENT_STATUS.items()}

PRECISION: Mapping[Precision, str] = {
    Precision.DAY: "known to the day",
    Precision.MONTH: "known to the month",
    Precision.YEAR: "known to the year",
}

TIMING: Mapping[Timing, str] = {
    Timing.BEFORE: "before the event",
    Timing.DURING: "during the event",
    Timing.AFTER: "after the event",
    Timing.UNKNOWN: "timing not known",
}

DATE_BASIS: Mapping[DateBasis, str] = {
    DateBasis.STATED: "date as stated by the source",
    DateBasis.DERIVED: "date derived, the note says how",
    DateBasis.UNKNOWN: "date not known",
}

RIGHTS: Mapping[Rights, str] = {
    Rights.EXCERPT: "in excerpts, beside what rests on them",
    Rights.FULL: "published in full",
    Rights.NONE: "not published here",
}

KIND: Mapping[Kind, str] = {
    Kind.ACTORS: "Actors",
    Kind.QUOTES: "Quotes",
    Kind.AGREEMENTS: "Agreements",
    Kind.POSITIONS: "Positions",
    Kind.SUMMARIES: "Bottom line",
    Kind.JUDGEMENTS: "Judgements",
    Kind.EVENTS: "Events",
    Kind.FIGURES: "Figures",
    Kind.DISAGREEMENTS: "Disagreements",
    Kind.DEFECTS: "Defects",
    Kind.GAPS: "Gaps",
    Kind.TERMS: "Glossary",
    Kind.SOURCES: "Sources",
    Kind.PARTIES: "Parties",
    Kind.TOPICS: "Issues",
}

KIND_ONE: Mapping[Kind, str] = {
    Kind.ACTORS: "actor",
    Kind.QUOTES: "quote",
    Kind.AGREEMENTS: "agreement",
    Kind.POSITIONS: "position",
    Kind.SUMMARIES: "bottom line",
    Kind.JUDGEMENTS: "judgement",
    Kind.EVENTS: "event",
    Kind.FIGURES: "figure",
    Kind.DISAGREEMENTS: "disagreement",
    Kind.DEFECTS: "defect",
    Kind.GAPS: "gap",
    Kind.TERMS: "term",
}

ROLE: Mapping[str, str] = {
    "about": "as what it is about",
    "evidence": "as its source",
    "expert": "as the expert",
    "holder": "as who holds or ascribes it",
    "issue": "as its issue",
    "member": "as its party",
    "party": "as a party to it",
    "signatory": "as a signatory",
    "speaker": "as the speaker",
}
"""As what a claim refers to something."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        **DRAWN,
        **FIRST_SEEN,
        **NARROWING,
        "about": "About",
        "about_word": "about",
        "about_lead": "What was built from what, what was checked, and everything on this site as data.",
        "actor_lead": "Role, quotes, positions, agreements and mentions, each with its passage.",
        "actors": "Actors",
        "actors_lead": "Everyone and everything that speaks, signs, acts or is named in the sources.",
        "agreements": "Agreements",
        "agreements_by_status": "Agreements by status",
        "agreements_lead": "Every instrument and arrangement that a source names, with its status as of the sources.",
        "aliases": "Also called",
        "all_agreements": "All agreements",
        "all_disagreements": "All disagreements",
        "all_positions": "The full matrix of positions",
        "also_at": "also printed at",
        "also_named": "names also",
        "as_actor": "as an actor",
        "as_of": "As of",
        "ascribed": "Described as",
        "authors": "Authors",
        "backlinks": "Where this is referred to",
        "between": "between",
        "breadcrumbs": "Way back",
        "changes": "Change log",
        "changes_lead": "What changed for readers, the latest first.",
        "changes_none": "No change has been recorded yet.",
        "check": "Check",
        "checks": "What was checked",
        "count": "Count",
        "counts": "What it holds",
        "cue": "Reporting words",
        "date": "Date",
        "date_unknown": "date not known",
        "defects": "Defects",
        "defects_lead": "What is wrong within a single source: nothing is repaired silently.",
        "differing_speakers": "The printings name different speakers",
        "disagreements": "Disagreements",
        "disagreements_lead": "Every version with its passage, side by side. No verdict is given.",
        "empty": "Nothing of this kind is recorded.",
        "events": "Events",
        "evidence": "Evidence",
        "expert": "expert",
        "experts": "Experts",
        "experts_differ": "Where experts differ",
        "experts_lead": "Who judges what. A judgement is somebody’s; none is the editor’s.",
        "feed": "The change log as an Atom feed",
        "figures": "Figures",
        "figures_lead": "Numbers as printed. Figures that measure the same thing stand side by side.",
        "figures_single": "Single figures",
        "file": "File",
        "full_text": "Full text",
        "gap_auto": "nothing found",
        "gap_editor": "no source says",
        "gaps": "What no source says",
        "gaps_none": "Every party says something on every issue.",
        "glossary": "Glossary",
        "glossary_lead": "Terms and short forms that the sources use.",
        "home": "Home",
        "issue": "Issue",
        "issues": "Issues",
        "issues_lead": "One page an issue, with the parties side by side.",
        "judgements": "Judgements",
        "kind": "Kind",
        "language": "Language",
        "link": "Original article",
        "mentions": "Mentions",
        "moved": "This record has a new address.",
        "moved_title": "Moved",
        "name": "Name",
        "neighbours_cut": "[…]",
        "next": "next issue",
        "on_word": "on",
        "no_words": "The words of this source may not be published here.",
        "not_known": "not known",
        "note": "Note",
        "nothing_said": "nothing recorded",
        "outlet": "Outlet",
        "outlet_unknown": "outlet not known",
        "parties": "Parties",
        "passages": "Cited passages",
        "passages_lead": "Numbered as the paragraphs of the article. What is cited is marked.",
        "passages_none": "No passage of this source is cited.",
        "permalink": "the record",
        "positions": "Positions",
        "previous": "previous issue",
        "positions_lead": "What each party says and does on each issue, and how directly the sources attribute it.",
        "printed_as": "printed as",
        "printings": "Printings",
        "quotes": "Quotes",
        "quotes_about": "Quotes about this actor",
        "quotes_about_lead": "By others, where the quoted words name this actor or are about the party that it is.",
        "quotes_by": "Quotes by this actor",
        "quotes_lead": "Everything somebody is quoted or reported as saying, grouped by speaker.",
        "records_resting": "Records that rest on it",
        "relays": "Passes on a report of",
        "relays_part": "Passes on, in part, a report of",
        "rights": "Rights",
        "roles": "Role as of the articles",
        "sectors": "Sectors",
        "sha256": "SHA-256 of the file",
        "signatories": "Signatories",
        "source_lead": "What is known about the article, which passages are cited, and what rests on them.",
        "sources": "Sources",
        "sources_lead": "The articles this briefing rests on, and what is not known about them.",
        "speaker_unnamed": "Speaker not named",
        "status": "Status",
        "table": "Table",
        "timeline": "Timeline",
        "timeline_lead": "Dates as precise as the sources give them; what was only expected stands apart.",
        "timing": "Timing",
        "title": "Title",
        "unreviewed": "not yet reviewed",
        "version": "Version of the builder",
        "withheld": "Withheld, because a source no longer has their words",
        "words": "Length",
    }
)


def counted(count: int, one: str) -> str:
    """“1 source”, “5 sources”."""
    return f"{count:,} {one if count == 1 else one + 's'}"


def number(count: int) -> str:
    """A whole number with its thousands apart."""
    return f"{count:,}"


def support(count: int) -> str:
    """How many independent sources stand behind a claim."""
    return counted(count, "independent source")


def of_status(count: int, status: Status) -> str:
    """“11 signed”."""
    return f"{count:,} {STATUS[status]}"


def own(count: int) -> str:
    """How many statements of its own a party has in a cell of the matrix."""
    return f"{count} own"


def ascribed(count: int) -> str:
    """How many positions others ascribe to a party in a cell of the matrix."""
    return f"{count} by others"


def more(count: int) -> str:
    """How many positions of a cell are folded away."""
    return f"{count} more"


def introduced(count: int) -> str:
    """How many independent sources the passages that introduce an actor come from."""
    return f"introduced by {counted(count, 'source')}"


def named(count: int) -> str:
    """In how many sources an actor is named."""
    return f"named in {counted(count, 'source')}"


def paragraph(number: int) -> str:
    """The number of a paragraph of an article."""
    return f"¶ {number}"


def percent(share: float) -> str:
    """A part of 1 in whole percent; a trace is not nothing."""
    return "under 1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def share(part: float) -> str:
    """How much of an article's text the site shows, in one place or another."""
    return f"{percent(part)} of the article’s text stands on this site"


def described(name: str, lead: str) -> str:
    """The description of a page about something with a name."""
    return f"{name}: {lead[0].lower()}{lead[1:]}"
