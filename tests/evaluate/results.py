"""What a measurement yields: shares in percent, and the faults behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.evaluate.articles import Article, Span


@dataclass(frozen=True, order=True)
class Fault:
    """Something missed, invented or wrong. The higher the severity, the more it would mislead a reader."""

    rank: float
    path: str
    line: int
    kind: str
    make: str
    gold: str
    found: str


@dataclass(frozen=True)
class Section:
    """A table to print, the metrics of it by name (percent, more is better), and its faults."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    metrics: Mapping[str, float]
    faults: tuple[Fault, ...] = ()


@dataclass
class Tally:
    """Counts what was right under each name, in the order of first mention."""

    title: str
    wanted: Mapping[str, float] = field(default_factory=dict)
    shares: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def name(self, *names: str) -> None:
        """Fixes the order of the rows."""
        for name in names:
            self.shares.setdefault(name, [0, 0])

    def count(self, name: str, right: bool) -> bool:  # noqa: FBT001 - the thing counted
        share = self.shares.setdefault(name, [0, 0])
        share[0] += right
        share[1] += 1
        return right

    def fault(
        self, severity: float, kind: str, article: Article, spans: Sequence[Span], *, gold: str = "", found: str = ""
    ) -> None:
        line = article.line(min(spans)[0]) if spans else 1
        self.faults.append(Fault(-severity, article.path, line, kind, "", gold, found))

    def section(self) -> Section:
        metrics = {name: percent(hits, of) for name, (hits, of) in self.shares.items() if of}
        rows = []
        for name, (hits, of) in self.shares.items():
            value = f"{metrics[name]:.1f}" if of else "–"
            rows.append((name, value, f"{hits} of {of}", verdict(metrics.get(name), self.wanted.get(name))))
        return Section(self.title, ("", "percent", "", "wanted"), tuple(rows), metrics, tuple(self.faults))


def percent(hits: float, of: float) -> float:
    return round(100 * hits / of, 2) if of else 0.0


def verdict(value: float | None, wanted: float | None) -> str:
    """What is wanted, and whether it is there."""
    if wanted is None or value is None:
        return ""
    return f"≥ {wanted:g}" + ("" if value >= wanted else ", below")
