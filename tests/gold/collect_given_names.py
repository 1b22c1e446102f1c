"""Writes `builder/analyse/lexicon/given_names.yml`: which given names are men's and which are women's.

    python tests/gold/collect_given_names.py        # in an environment with Faker==40.54.0 beside the project

The names are those of the locales of Faker (MIT licence), in Latin letters without accents; Cyrillic and Greek ones are
transliterated. A name counts once for each locale and sex; it is listed where one sex has at least three times as many
locales as the other. The project needs the written file alone, never Faker.
"""

import importlib
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "builder/analyse/lexicon/given_names.yml"
CLEARLY = 3
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
# locales of Faker 40.54.0, https://github.com/joke2k/faker, Copyright (c) 2012 Daniele Faraglia, MIT licence.
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


def main() -> None:
    locales = importlib.import_module("faker.providers.person")
    counts = {"male": Counter[str](), "female": Counter[str]()}
    for locale in pkgutil.iter_modules(locales.__path__):
        for sex, name in listed(f"{locales.__name__}.{locale.name}"):
            counts[sex][name] += bool(name)
    lines = [HEAD]
    for sex, other in (("male", "female"), ("female", "male")):
        names = sorted(n for n, k in counts[sex].items() if k and k >= CLEARLY * counts[other][n])
        lines.append(f"{sex}: [\n")
        row = " "
        for name in names:
            word = f"'{name}'" if name in {"no", "on", "off", "yes", "null", "true", "false", "y", "n"} else name
            if len(row) + len(word) > 116:
                lines.append(row + "\n")
                row = " "
            row += f" {word},"
        lines.append(row + "]\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
