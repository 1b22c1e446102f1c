"""Writes `builder/analyse/lexicon/given_names.yml`: which given names are men's and which are women's.

    python tests/gold/collect_given_names.py        # with Faker==40.54.0 and nomquamgender==0.1.4 installed beside it

`male` and `female` are the names of the locales of Faker (MIT licence), in Latin letters without accents; Cyrillic and Greek
ones are transliterated. A name counts once for each locale and sex; it is listed where one sex has at least three times as
many locales as the other.

The other lists are from the counts of nomquamgender (MIT licence; Van Buskirk, Clauset and Larremore 2022). In `male_too` and
`female_too` are names that Faker lacks, gives to both or to the other sex, that at least three of its 36 sources hold and fifty people bear, nine
of ten of them of that sex; in `male_mostly` and `female_mostly` those where three of four are. Rare names among them are words
and surnames elsewhere: they tell the sex of a person, and not that a word is a person's name. `male_surely` and `female_surely`
are the names of all lists that a thousand people bear, 98 of a hundred of that sex. States and their people are left out.
The project needs the written file alone.
"""

import importlib
import importlib.resources
import json
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from re import fullmatch

import yaml

TARGET = Path(__file__).resolve().parents[2] / "builder/analyse/lexicon/given_names.yml"
CLEARLY = 3
STATES = TARGET.with_name("countries.yml")
SOURCES, BEARERS = 3, 50
NEARLY_ALL, MOST = 0.9, 0.75  # of the bearers
MANY, SURELY = 1000, 0.98
LETTERS = dict(
    zip(
        "абвгґдеёєжзиіїйјклљмнњопрстћђуўфхцчшщъыьэюяѓќџαβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "i",
            "i",
            "j",
            "k",
            "l",
            "lj",
            "m",
            "n",
            "nj",
            "o",
            "p",
            "r",
            "s",
            "t",
            "c",
            "dj",
            "u",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
            "gj",
            "kj",
            "dz",
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
STROKED = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"}
)
HEAD = """\
# Given names that are men's or women's, lower case without accents. Written by tests/gold/collect_given_names.py from the
# locales of Faker 40.54.0, https://github.com/joke2k/faker, Copyright (c) 2012 Daniele Faraglia, MIT licence, and from the
# counts of nomquamgender 0.1.4, https://github.com/ianvanbuskirk/nomquamgender, Copyright (c) 2022 Ian Van Buskirk, MIT licence.
"""


def plain(name: str) -> str:
    """The name in Latin letters, lower case, without accents; empty where it has others."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    folded = "".join(LETTERS.get(c, c) for c in folded.translate(STROKED)).replace("_", "")
    return folded if folded.isascii() and folded.isalpha() and len(folded) > 1 else ""


def listed(module: str) -> Iterator[tuple[str, str]]:
    """(sex, name) for each name of a locale, once."""
    provider = importlib.import_module(module).Provider
    found = set()
    for field, names in vars(provider).items():
        sexes = [sex for sex, ending in (("female", "female"), ("male", "male")) if ending in field.split("_")]
        if "first" not in field or len(sexes) != 1 or not hasattr(names, "__iter__"):
            continue
        spelled = (entry[-1] if isinstance(entry, tuple) else entry for entry in names)
        found |= {(sexes[0], plain(name)) for name in spelled}
    yield from sorted(found)


def counted(known: Mapping[str, str]) -> dict[str, set[str]]:
    """The names of nomquamgender by list; `known` is the sex that Faker tells.

    Its data give for each name the sources, the bearers and the share of women.
    """
    with importlib.resources.files("nomquamgender").joinpath("name_data.json").open(encoding="utf-8") as file:
        data = json.load(file)
    tables = yaml.safe_load(STATES.read_text(encoding="utf-8"))
    states = {plain(form) for table in tables.values() for forms in table.values() for form in forms}
    found: dict[str, set[str]] = {
        f"{sex}_{end}": set() for end in ("too", "mostly", "surely") for sex in ("male", "female")
    }
    for name, (sources, bearers, women, *_) in data.items():
        if name in states or not fullmatch(r"[a-z]+(-[a-z]+)*", name) or sources < SOURCES or bearers < BEARERS:
            continue
        sex, share = ("female", women) if women > 1 / 2 else ("male", 1 - women)
        doubted = known.get(name) not in (None, sex) and share >= NEARLY_ALL
        if (name not in known or doubted) and share >= MOST and len(name) > 1:
            found[f"{sex}_{'too' if share >= NEARLY_ALL else 'mostly'}"].add(name)
        if bearers >= MANY and share >= SURELY:
            found[f"{sex}_surely"].add(name)
    return found


def printed(key: str, names: Collection[str]) -> Iterator[str]:
    """The lines of one list."""
    yield f"{key}: [\n"
    row = " "
    for name in sorted(names):
        word = f"'{name}'" if name in {"no", "on", "off", "yes", "null", "true", "false", "y", "n"} else name
        if len(row) + len(word) > 116:
            yield row + "\n"
            row = " "
        row += f" {word},"
    yield row + "]\n"


def main() -> None:
    locales = importlib.import_module("faker.providers.person")
    counts = {"male": Counter[str](), "female": Counter[str]()}
    for locale in pkgutil.iter_modules(locales.__path__):
        for sex, name in listed(f"{locales.__name__}.{locale.name}"):
            counts[sex][name] += bool(name)
    lines = [HEAD]
    known: dict[str, str] = {}
    for sex, other in (("male", "female"), ("female", "male")):
        names = {n for n, k in counts[sex].items() if k and k >= CLEARLY * counts[other][n]}
        known |= dict.fromkeys(names, sex)
        lines += printed(sex, names)
    for key, names in counted(known).items():
        lines += printed(key, names)
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
