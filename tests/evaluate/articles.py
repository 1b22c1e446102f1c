"""An article of the gold: its canonical text, its words, and where the gold's strings stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.gold import eval_attribution as scorer

Span = tuple[int, int]
Words = frozenset[int]


class GoldError(Exception):
    """The gold cannot be read, or does not fit its article."""


@dataclass(frozen=True)
class Article:
    """`path` is as the reports name it; offsets count code points of `text`, the canonical text."""

    stem: str
    path: str
    file: Path
    text: str

    @cached_property
    def tokens(self) -> scorer.Text:
        return scorer.Text(self.text)

    def words(self, spans: Sequence[Span] | None) -> Words:
        """The word tokens of the spans, by the scorer's count."""
        return self.tokens.words(spans)

    def line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def excerpt(self, spans: Sequence[Span] | None, *, longest: int = 90) -> str:
        """The words of the spans on one line, cut in the middle where they are long."""
        words = " […] ".join(" ".join(self.text[s:e].split()) for s, e in sorted(spans or ()))
        half = longest // 2
        return words if len(words) <= longest else f"{words[:half].rstrip()} … {words[-half:].lstrip()}"

    @cached_property
    def _places(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def every(self, words: str) -> tuple[Span, ...]:
        """Every place of the words."""
        if words not in self._places:
            self._places[words] = tuple((m.start(), m.end()) for m in re.finditer(re.escape(words), self.text))
        return self._places[words]

    def places(self, words: str, *, before: str = "", repeated: bool = False) -> tuple[Span, ...]:
        """The one place of the words, or all of them where they are marked as repeated. GoldError otherwise."""
        skip = len(before)
        found = tuple((s + skip, e) for s, e in self.every(before + words))
        if not found:
            raise GoldError(f"{self.path}: the gold names words that are not there: {before + words!r}")
        if len(found) > 1 and not repeated:
            raise GoldError(f"{self.path}: the gold's words stand there {len(found)} times: {before + words!r}")
        return found

    def places_of(self, case: dict[str, Any], key: str = "text") -> tuple[Span, ...]:
        """The places of a case of the gold, by its own `before` and `repeated`."""
        return self.places(case[key], before=case.get("before", ""), repeated=case.get("repeated", False))


def read_article(file: Path, *, root: Path) -> Article:
    """The article of a text file; its path relative to the project where it lies inside."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: {error}") from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Article(stem=file.stem, path=shown(file, root=root), file=file, text=text)


def shown(path: Path, *, root: Path) -> str:
    """The path from the project's root, or whole where it lies elsewhere; forward slashes."""
    path = path.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
