"""Parsed text → the agreements and arrangements it names, with kind, parties, date and status."""

from builder.analyse.agreements.find import find_agreements

__all__ = ["find_agreements"]
