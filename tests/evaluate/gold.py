"""The gold of one folder: articles with marked attributions, speakers, and facts written out in YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.evaluate.articles import Article, GoldError, read_article, shown
from tests.evaluate.names import Aliases
from tests.gold import eval_attribution as scorer

ROOT = Path(__file__).resolve().parents[2]
DEFAULT = (
    ROOT / "tests/cases",
    ROOT / "tests/gold/seeds",
    ROOT / "tests/gold/unseen",
    ROOT / "tests/gold/speakers_fresh",
    ROOT / "tests/gold/people",
    ROOT / "tests/gold/people_fresh",
    ROOT / "tests/gold/people_unseen",
    ROOT / "tests/gold/people_more",
    ROOT / "tests/gold/people_judge",
    ROOT / "tests/gold/people_press",
    ROOT / "tests/gold/people_wide",
    ROOT / "tests/gold/people_world",
    ROOT / "tests/gold/people_mixed",
    ROOT / "tests/gold/people_news",
    ROOT / "tests/gold/subjects/milk",
    ROOT / "tests/gold/subjects/border",
    ROOT / "tests/gold/subjects/aegean-base",
    ROOT / "tests/gold/subjects/batangas-port",
)
SPEAKERS = ROOT / "tests/gold/speakers.yml"
FACTS = "facts.yml"
SCORER = ROOT / "tests/gold/eval_attribution.py"
BRIEFING = ROOT / "content/briefing.yml"
LISTS = ("quotes", "statements", "statements_unnamed", "persons", "experts", "agreements", "figures", "positions")
OPTIONAL_LISTS = ("experts_optional", "figures_optional", "events", "never")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, several times as fast

Case = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """`annotations` is the folder in brat format, None where there are no marked spans; `facts` go by the stem.

    `briefing` is the folder's own file of parties and issues, None where the project's holds.
    """

    name: str
    articles: Mapping[str, Article]
    annotations: Path | None
    speakers: tuple[tuple[Article, Case], ...]
    facts: Mapping[str, Case]
    matrix: Case | None
    files: tuple[Path, ...]
    aliases: Aliases = field(default_factory=Aliases)
    briefing: Path | None = None

    def cases(self, kind: str) -> Iterator[tuple[Article, Case]]:
        """The cases of one list, each with its article."""
        for stem, facts in self.facts.items():
            for case in facts.get(kind) or ():
                yield self.articles[stem], case

    def has(self, kind: str) -> bool:
        """Whether any article of this gold has the list, be it empty."""
        return any(kind in facts for facts in self.facts.values())

    def counts(self) -> dict[str, int]:
        """How many cases of each kind there are."""
        counts = {"articles": len(self.articles), "speakers": len(self.speakers)}
        if self.annotations:
            counts["attributions"] = sum(len(units) for _, units in scorer.read_gold(self.annotations).values())
        counts |= {kind: sum(1 for _ in self.cases(kind)) for kind in (*LISTS, *OPTIONAL_LISTS)}
        if self.matrix:
            counts["cells"] = sum(len(cells) for cells in self.matrix["filled"].values())
        return {kind: n for kind, n in sorted(counts.items()) if n}


def read_gold(folder: Path) -> Gold:
    """The gold of a folder: `text/` and `attributions/`, one YAML file an article, or articles beside `speakers.yml`.

    GoldError where it is none of them.
    """
    folder = folder.resolve()
    if (folder / "text").is_dir() and (folder / "attributions").is_dir():
        return _marked(folder)
    if any((folder / name).is_file() for name in ("speakers.yml", FACTS)) and any(folder.glob("*.txt")):
        return _told(folder)
    if folder.is_dir() and any(folder.glob("*.yml")):
        return _written(folder)
    raise GoldError(f"{folder}: no gold there: it needs text/ and attributions/, or YAML files with a `source`")


def _marked(folder: Path) -> Gold:
    annotated = scorer.annotators(folder)
    if not annotated:
        raise GoldError(f"{folder}: no .ann file under attributions/")
    articles = {stem: read_article(folder / "text" / f"{stem}.txt", root=ROOT) for stem in sorted(annotated)}
    files = [article.file for article in articles.values()]
    files += [path for paths in annotated.values() for path in paths]
    facts = _facts(folder, articles)
    files += [folder / FACTS] if facts else []
    speakers, lists = _speakers(folder, articles)
    return Gold(
        name=shown(folder, root=ROOT),
        articles=articles,
        annotations=folder,
        speakers=speakers,
        facts=facts,
        matrix=None,
        files=(*files, *lists, SCORER),
        aliases=read_aliases(),
    )


def _written(folder: Path) -> Gold:
    files = sorted(folder.glob("*.yml"))
    facts = {path.stem: _yaml(path) for path in files if path.name != "matrix.yml"}
    articles = {stem: read_article(ROOT / case["source"], root=ROOT) for stem, case in facts.items()}
    matrix = _yaml(folder / "matrix.yml") if (folder / "matrix.yml").is_file() else None
    speakers, lists = _speakers(folder, articles)
    return Gold(
        name=shown(folder, root=ROOT),
        articles=articles,
        annotations=None,
        speakers=speakers,
        facts=facts,
        matrix=matrix,
        files=(*files, *(article.file for article in articles.values()), *lists, SCORER),
        aliases=read_aliases(),
    )


def _told(folder: Path) -> Gold:
    articles = {path.stem: read_article(path, root=ROOT) for path in sorted(folder.glob("*.txt"))}
    facts = _facts(folder, articles)
    speakers, lists = _speakers(folder, articles)
    own = [path for path in (folder / "briefing.yml", folder / "matrix.yml") if path.is_file()]
    matrix = _yaml(folder / "matrix.yml") if folder / "matrix.yml" in own else None
    briefing = folder / "briefing.yml" if folder / "briefing.yml" in own else None
    files = [*(article.file for article in articles.values()), *lists, *([folder / FACTS] if facts else []), *own]
    return Gold(
        name=shown(folder, root=ROOT),
        articles=articles,
        annotations=None,
        speakers=speakers,
        facts=facts,
        matrix=matrix,
        files=(*files, SCORER),
        aliases=read_aliases(briefing or BRIEFING),
        briefing=briefing,
    )


def _facts(folder: Path, articles: Mapping[str, Article]) -> dict[str, Case]:
    """What the folder's own list says of its articles, by their stem; nothing where it has none."""
    path = folder / FACTS
    facts = {Path(case["source"]).stem: case for case in _yaml(path)} if path.is_file() else {}
    if not facts.keys() <= articles.keys():
        raise GoldError(f"{path}: no such articles: {sorted(facts.keys() - articles.keys())}")
    return facts


def _speakers(folder: Path, articles: Mapping[str, Article]) -> tuple[tuple[tuple[Article, Case], ...], list[Path]]:
    """The cases about these articles from the project's list and the folder's own, and the lists that held any."""
    by_file = {article.file.resolve(): article for article in articles.values()}
    cases, lists = [], []
    for path in (SPEAKERS, folder / "speakers.yml"):
        listed = _yaml(path) if path.is_file() else []
        mine = [
            (by_file[place], case)
            for case in listed
            for place in [next((p for p in (ROOT / case["file"], folder / case["file"]) if p in by_file), None)]
            if place
        ]
        if path.parent == folder and len(mine) != len(listed):
            raise GoldError(f"{path}: {len(listed) - len(mine)} cases name a file that is not of this folder")
        if mine:
            cases += mine
            lists.append(path)
    return tuple(cases), lists


def read_aliases(path: Path = BRIEFING) -> Aliases:
    """The names of the briefing's parties, by which "Moscow" and "Russia" are one."""
    briefing = _yaml(path) if path.is_file() else {}
    return Aliases([(p["id"], p["name"], *p.get("names", ())) for p in briefing.get("parties", ())])


def _yaml(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GoldError(f"{path}: {error}") from error
