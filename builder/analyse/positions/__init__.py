"""Parsed text, attributions and the briefing's parties and issues → passages that state what a party says, does or holds."""

from builder.analyse.positions.find import find_positions

__all__ = ["find_positions"]
