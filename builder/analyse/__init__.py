"""From one article to findings: places where something is said, counted, dated or named. Never looks at `content/`."""

from builder.analyse.pipeline import EXTRACTORS, extract
from builder.analyse.quantities import Quantity, read_quantity

__all__ = ["EXTRACTORS", "Quantity", "extract", "read_quantity"]
