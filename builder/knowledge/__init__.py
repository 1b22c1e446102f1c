"""Claims into one whole: the same utterance found once, everything linked, counted and given an address, then checked.

Takes claims, sources and their texts; gives `Knowledge` and what is wrong with it.
"""

from builder.knowledge.acceptance import apply_acceptances
from builder.knowledge.assemble import Facts, assemble, latest_day
from builder.knowledge.checks import run_checks
from builder.knowledge.coverage import Coverage, cover
from builder.knowledge.failed import failed, without_consequences
from builder.knowledge.fusion import fuse
from builder.knowledge.subject import subject_of

__all__ = [
    "Coverage",
    "Facts",
    "apply_acceptances",
    "assemble",
    "cover",
    "failed",
    "fuse",
    "latest_day",
    "run_checks",
    "subject_of",
    "without_consequences",
]
