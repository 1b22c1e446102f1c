"""Claims into one whole: the same utterance found once, everything linked, counted and given an address, then checked.

Takes claims, sources and their texts; gives `Knowledge` and what is wrong with it.
"""

from builder.knowledge.assemble import Facts, assemble, latest_day
from builder.knowledge.fusion import fuse
from builder.knowledge.subject import subject_of

__all__ = ["Facts", "assemble", "fuse", "latest_day", "subject_of"]
