"""A made-up corpus of any size: articles from the islands, an editor's records of a part of them, and what is to be found.

Article `n` is the same in a corpus of any size. It has people and bodies of its own, some that come back, one utterance
that two more articles print, and a few that everybody names: so everything that grows with a corpus grows. What a
reader finds in it is known beforehand (`findings`), so that growth can be measured without a language model.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from builder.model.claims import ActorKind, AgreementKind, Attribution, EventStatus, Kind, Precision, Role, Status
from builder.model.findings import (
    ActorFinding,
    AgreementFinding,
    AttributionFinding,
    EventFinding,
    FigureFinding,
    Finding,
    PositionFinding,
    finding_key,
)
from builder.model.text import SourceText, Span

FIRST_DAY = date(2031, 1, 1)
FIRST_NAMES = [
    "Ana",
    "Bero",
    "Cila",
    "Dov",
    "Enna",
    "Faro",
    "Gita",
    "Hale",
    "Ivo",
    "Jora",
    "Kim",
    "Lena",
    "Mato",
    "Nera",
    "Olin",
    "Pia",
    "Quin",
    "Rosa",
    "Sten",
    "Tova",
]
WORDS = [
    "boats",
    "nets",
    "winter",
    "ice",
    "quota",
    "harbour",
    "islanders",
    "council",
    "ferry",
    "strait",
    "price",
    "market",
    "rope",
    "lantern",
    "weather",
    "season",
    "neighbours",
    "ballast",
    "cannery",
    "office",
    "engine",
    "oil",
    "school",
    "storm",
    "landing",
    "mast",
    "inspectors",
    "licence",
    "debt",
    "summer",
]
VERBS = [
    "mend",
    "count",
    "follow",
    "leave",
    "carry",
    "open",
    "close",
    "share",
    "measure",
    "promise",
    "cross",
    "guard",
    "sell",
    "weigh",
]
SYLLABLES = ["bar", "del", "fen", "gor", "hul", "jen", "kal", "lom", "mir", "nor", "pel", "ros", "sul", "tam", "vek"]
PARTIES = ("Tarn", "Ossel", "Grell", "Marn")
TOPICS = {"fishing": ("quota", "nets"), "harbours": ("harbour", "ferry"), "ice": ("ice", "winter")}
EVERYBODY = ("Kara Dunn", "Lars Holt", "Mina Reve")
BACK_AGAIN = 7  # articles later, about, a speaker speaks again
PRINTINGS = 3  # articles that print the same utterance


def surname(number: int) -> str:
    """A name of its own for every number."""
    parts = []
    while True:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
        if not number:
            return "".join(parts).capitalize() + "sen"


def person(number: int) -> str:
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {surname(number)}"


def clause(seed: str, *more: str, words: int = 10) -> str:
    """Words that make no sense and are said nowhere else."""
    random = Random(seed)
    chosen = [random.choice(WORDS if place % 3 else VERBS) for place in range(words)]
    return " ".join(("we", *chosen, *more))


@dataclass(frozen=True)
class Invented:
    """Article number `n`: what it is made of."""

    n: int

    @property
    def id(self) -> str:
        return f"paper-{self.n:05}"

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=self.n // 2)

    @property
    def speaker(self) -> str:
        return person(2 * self.n)

    @property
    def other(self) -> str:
        return person(2 * self.n + 1)

    @property
    def earlier(self) -> str:
        return person(2 * max(0, self.n - BACK_AGAIN))

    @property
    def body(self) -> str:
        return f"{surname(self.n)} Institute"

    @property
    def pilot(self) -> str:
        """Somebody of whom no more than one name is printed."""
        return surname(30_000 + self.n)

    @property
    def known(self) -> str:
        return EVERYBODY[self.n % len(EVERYBODY)]

    @property
    def party(self) -> str:
        return PARTIES[self.n % len(PARTIES)]

    @property
    def topic(self) -> str:
        return list(TOPICS)[self.n % len(TOPICS)]

    @property
    def said(self) -> str:
        return clause(f"said {self.n}", "and", TOPICS[self.topic][0])

    @property
    def shared(self) -> str:
        return clause(f"shared {self.n // PRINTINGS}")

    @property
    def reported(self) -> str:
        return clause(f"reported {self.n}", "for", PARTIES[(self.n + 1) % len(PARTIES)], "as", "well")

    @property
    def wants(self) -> str:
        return f"{self.party} wants the {clause(f'wants {self.n}', TOPICS[self.topic][1])}"

    @property
    def accord(self) -> str:
        return f"{surname(self.n // PRINTINGS)} fisheries accord"

    @property
    def landed(self) -> str:
        return f"{self.n + 100} tonnes"

    @property
    def text(self) -> str:
        day = f"{self.day.day} {self.day:%B} {self.day.year}"
        paragraphs = (
            f"{self.party} and the {WORDS[self.n % len(WORDS)]} of {surname(self.n)}",
            f"By {person(self.n % 40 + 50_000)}\n{day}",
            f"{self.party} and {PARTIES[(self.n + 1) % len(PARTIES)]} signed the {self.accord} on {day}.",
            f"“{self.said},” said {self.speaker}, a biologist at the {self.body}.",
            f"{self.known} said that {self.reported}. Nobody in {surname(self.n)} was asked about it.",
            f"“{self.shared},” {self.earlier} told reporters, and {self.other}, who keeps the lamp, agreed.",
            f"The boats landed {self.landed} of cod in {2000 + self.n % 30}, the {self.body} counted.",
            f"{self.wants}. {self.other} and {self.known} crossed the strait with {self.pilot}, the pilot.",
        )
        return "\n\n".join(paragraphs) + "\n"

    def findings(self, text: SourceText) -> tuple[Finding, ...]:
        """What is to be found in it."""
        biologist = (Role("biologist", self.body),)
        expert = {"roles": biologist, "role_spans": _at(text, f"a biologist at the {self.body}"), "expert": True}
        found = (
            _actor(text, self.speaker, **expert),
            _actor(text, self.earlier),
            _actor(text, self.other),
            _actor(text, self.known),
            _actor(text, self.pilot, roles=(Role("pilot", None),), role_spans=_at(text, "pilot")),
            _actor(text, self.body, kind=ActorKind.ORGANISATION),
            _actor(text, self.party, kind=ActorKind.STATE),
            _said(text, self.said, self.speaker, "said", direct=True),
            _said(text, self.reported, self.known, "said", direct=False),
            _said(text, self.shared, self.earlier, "told", direct=True),
            AgreementFinding(
                **_common(text, Kind.AGREEMENTS, self.accord),
                title=self.accord,
                kind=AgreementKind.AGREEMENT,
                parties=(self.party,),
                date=self.day.isoformat(),
                status=Status.SIGNED,
            ),
            EventFinding(
                **_common(text, Kind.EVENTS, f"signed the {self.accord}"),
                title=f"signed the {self.accord}",
                date=self.day.isoformat(),
                precision=Precision.DAY,
                status=EventStatus.HAPPENED,
            ),
            FigureFinding(
                **_common(text, Kind.FIGURES, self.landed), value=self.n + 100, unit="tons", year=2000 + self.n % 30
            ),
            PositionFinding(
                **_common(text, Kind.POSITIONS, self.wants),
                party=self.party.lower(),
                issue=self.topic,
                attribution=Attribution.NARRATION,
            ),
        )
        return tuple(sorted(found, key=lambda f: (f.spans, f.KIND.value, type(f).__name__, f.key)))


def _at(text: SourceText, words: str) -> tuple[Span, ...]:
    start = text.text.index(words)
    return (Span(start, start + len(words)),)


def _common(text: SourceText, kind: Kind, words: str) -> dict[str, Any]:
    return {"source": text.id, "spans": _at(text, words), "rule": "invented", "key": finding_key(kind, words)}


def _actor(text: SourceText, name: str, **more: Any) -> ActorFinding:
    return ActorFinding(**_common(text, Kind.ACTORS, name), name=name, **({"kind": ActorKind.PERSON} | more))


def _said(text: SourceText, words: str, who: str, cue: str, *, direct: bool) -> AttributionFinding:
    named = {"speaker": who, "speaker_words": _at(text, who), "cue": _at(text, cue)}
    return AttributionFinding(**_common(text, Kind.QUOTES, words), direct=direct, **named)


def known_findings(text: SourceText, **_asked: object) -> tuple[Finding, ...]:
    """In place of the extractors: what is to be found in an article of this corpus."""
    return Invented(int(text.id.rpartition("-")[2])).findings(text)


@contextmanager
def past_analysis() -> Iterator[None]:
    """Within it every build takes the findings of this corpus as given."""
    with patch("builder.project.extract", known_findings):
        yield


def write_corpus(folder: Path, articles: int) -> Path:
    """A whole project of so many articles, in the folder; gives its `mkdocs.yml`."""
    every = [Invented(n) for n in range(articles)]
    records = {
        "sources": [_source(one) for one in every],
        "actors": [*map(_core, EVERYBODY), *(_expert(one) for one in every[::4])],
        "quotes": [_quote(one) for one in every[::4]],
        "events": [_event(one) for one in every[::5]],
        "positions": [_position(one) for one in every[2::8]],
        "figures": [_figure(one) for one in every[::6]],
        "disagreements": [_disagreement(one) for one in every[6::12]],
    }
    files = {
        "mkdocs.yml": "site_name: The islands\nsite_url: https://example.org/islands/\ndocs_dir: build/docs\n"
        "site_dir: site\nplugins:\n  - briefing\n",
        "build/docs/.gitignore": "*\n!.gitignore\n",
        "content/briefing.yml": json.dumps(_briefing()),
        "content/decisions.yml": json.dumps([*map(_rejected, every[3::8]), *map(_same_utterance, every[4::16])]),
    }
    files |= {f"content/{kind}/all.yml": json.dumps(found, indent=1) for kind, found in records.items()}
    files |= {f"seeds/{one.id}.txt": one.text for one in every}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


def _briefing() -> dict[str, object]:
    return {
        "title": "The islands",
        "question": "Who may fish where?",
        "description": "What the papers of the islands say.",
        "event": {"name": "The signing", "start": "2031-01-01", "end": "2031-01-02"},
        "published_share_limit": 1,
        "parties": [{"id": name.lower(), "name": name, "names": [name]} for name in PARTIES],
        "issues": [{"id": one, "name": one.title(), "vocabulary": list(words)} for one, words in TOPICS.items()],
    }


def _source(one: Invented) -> dict[str, object]:
    outlet = f"The {surname(one.n % 25)} Herald"
    return {"id": one.id, "file": f"{one.id}.txt", "outlet": outlet, "published": one.day.isoformat()} | {
        "date_basis": "stated"
    }


def _core(name: str) -> dict[str, object]:
    source = Invented(EVERYBODY.index(name)).id
    evidence = [{"source": source, "text": f"{name} said that"}]
    slug = name.lower().replace(" ", "-")
    return {"id": slug, "name": name, "kind": "person", "importance": "core", "evidence": evidence}


def _expert(one: Invented) -> dict[str, object]:
    text = f"{one.speaker}, a biologist at the {one.body}"
    return {
        "id": one.speaker.lower().replace(" ", "-"),
        "name": one.speaker,
        "kind": "person",
        "importance": "secondary",
        "expert": True,
        "roles": [{"title": "biologist", "affiliation": one.body}],
        "evidence": [{"source": one.id, "text": text}],
    }


def _quote(one: Invented) -> dict[str, object]:
    return {
        "id": f"said-{one.n}",
        "kind": "direct",
        "speaker": one.speaker.lower().replace(" ", "-"),
        "speaker_as_given": one.speaker,
        "cue": "said",
        "issues": [one.topic],
        "evidence": [{"source": one.id, "text": one.said}],
    }


def _event(one: Invented) -> dict[str, object]:
    return {
        "id": f"signing-{one.n}",
        "title": f"The {one.accord} has its names, in the count of paper {one.n}",
        "date": one.day.isoformat(),
        "precision": "day",
        "status": "happened",
        "evidence": [{"source": one.id, "text": f"signed the {one.accord}"}],
    }


def _position(one: Invented) -> dict[str, object]:
    return {
        "id": f"wants-{one.n}",
        "party": one.party.lower(),
        "issue": one.topic,
        "statement": f"{one.party} has a wish, by paper {one.n}.",
        "attribution": "narration",
        "evidence": [{"source": one.id, "text": one.wants}],
    }


def _figure(one: Invented) -> dict[str, object]:
    """Every second one is compared with the one before it."""
    return {
        "id": f"landed-{one.n}",
        "subject": "cod landed",
        "value": one.n + 100,
        "unit": "tons",
        "as_printed": one.landed,
        "year": 2000 + one.n % 30,
        "group": f"cod-{one.n // 12}",
        "evidence": [{"source": one.id, "text": f"The boats landed {one.landed} of cod in {2000 + one.n % 30}"}],
    }


def _disagreement(one: Invented) -> dict[str, object]:
    before = Invented(one.n - 6)
    versions = [
        {
            "statement": f"It was {each.landed}.",
            "evidence": [{"source": each.id, "text": f"landed {each.landed} of cod"}],
        }
        for each in (before, one)
    ]
    return {"id": f"how-much-{one.n}", "title": f"How much was landed by paper {one.n}", "kind": "figure"} | {
        "versions": versions
    }


def _rejected(one: Invented) -> dict[str, object]:
    return {"source": one.id, "text": one.wants, "ruling": "rejected", "reason": "It is no position."}


def _same_utterance(one: Invented) -> dict[str, object]:
    """What is reported in the article is what its own speaker says."""
    known = {"source": one.id, "text": one.reported, "ruling": "same-utterance", "same_as": f"said-{one.n}"}
    return known | {"reason": "One interview."}
