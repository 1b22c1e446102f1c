"""How the cost of a build grows, as ratios of one run on one machine: `python -m tests.benchmark [FEW [MANY]]`.

Time and bytes an article at MANY articles against FEW (100 and 1,000 unless said), the analysis aside; then how the
analysis of a few articles, with the language model, compares with the rest.
"""

import gc
import sys
import tempfile
from pathlib import Path
from time import process_time

from builder import project
from builder.analyse import extract
from builder.files import read_settings
from builder.ingest import Article, read_article
from builder.model.ids import SourceId
from builder.model.text import Seed
from tests.corpus import Invented, past_analysis, write_corpus

ANALYSED = 20
MEASURES = ("time", "bytes", "files")


def built(articles: int) -> tuple[float, float, float]:
    """Seconds of processor time, bytes and files an article of a build of so many, the analysis aside."""
    with tempfile.TemporaryDirectory() as folder, past_analysis():
        settings = read_settings(write_corpus(Path(folder), articles))
        gc.collect()
        started = process_time()
        compilation = project.compile_briefing(project.read_inputs(settings))
        tree = project.render(compilation)
        spent = process_time() - started
    return spent / articles, sum(map(len, tree.values())) / articles, len(tree) / articles


def analysed() -> float:
    """Seconds of processor time an article of the analysis, the model loaded before."""
    read = [
        read_article(Seed(f"seeds/{one.id}.txt", one.text.encode()), source_id=SourceId(one.id))
        for one in map(Invented, range(ANALYSED + 1))
    ]
    texts = [article.text for article in read if isinstance(article, Article)]
    extract(texts[0])
    started = process_time()
    for text in texts[1:]:
        extract(text)
    return (process_time() - started) / ANALYSED


def main(few: int = 100, many: int = 1000) -> None:
    """Measures and prints."""
    small, large, parsing = built(few), built(many), analysed()
    lines = [
        f"an article at {many:,} articles against one at {few:,}, the analysis aside:",
        *(f"  {name:6} x {after / before:.2f}" for name, before, after in zip(MEASURES, small, large, strict=True)),
        f"the analysis of an article against the rest of its build at {many:,}: x {parsing / large[0]:.2f}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
