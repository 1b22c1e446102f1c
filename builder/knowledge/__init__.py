"""Claims into one whole: the same utterance found once, everything linked, counted and given an address, then checked.

Takes claims, sources and their texts; gives `Knowledge` and what is wrong with it.
"""

from builder.knowledge.acceptance import apply_acceptances
from builder.knowledge.assemble import Facts, assemble, latest_day
from builder.knowledge.change_log import change_log
from builder.knowledge.changes import compare
from builder.knowledge.checks import run_checks
from builder.knowledge.coverage import Coverage, cover
from builder.knowledge.differences import Difference
from builder.knowledge.editions import Edition
from builder.knowledge.failed import failed, without_consequences, without_unread
from builder.knowledge.fusion import fuse
from builder.knowledge.proposals import Proposal, of_source, propose
from builder.knowledge.subject import subject_of, with_known_actors

__all__ = [
    "Coverage",
    "Difference",
    "Edition",
    "Facts",
    "Proposal",
    "apply_acceptances",
    "assemble",
    "change_log",
    "compare",
    "cover",
    "failed",
    "fuse",
    "latest_day",
    "of_source",
    "propose",
    "run_checks",
    "subject_of",
    "with_known_actors",
    "without_consequences",
    "without_unread",
]
