"""Records, article texts and findings in, claims out: words become offsets, references are held against what exists.

What does not hold is an issue that names the record, the line and the mend; the others go on.
"""

from builder.reconcile.drafts import draft
from builder.reconcile.evidence import Resolution, resolve_evidence
from builder.reconcile.merging import parties_and_topics
from builder.reconcile.rulings import Reconciled, reconcile
from builder.reconcile.sources import describe_sources, source_ids

__all__ = [
    "Reconciled",
    "Resolution",
    "describe_sources",
    "draft",
    "parties_and_topics",
    "reconcile",
    "resolve_evidence",
    "source_ids",
]
