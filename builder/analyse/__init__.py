"""From one article to findings: places where something is said, counted, dated or named. Never looks at `content/`."""

from builder.analyse.pipeline import EXTRACTORS, Asked, extract
from builder.analyse.quantities import Quantity, read_quantity
from builder.analyse.reader import ReadParse, read_parse

__all__ = ["EXTRACTORS", "Asked", "Quantity", "ReadParse", "extract", "read_parse", "read_quantity"]
