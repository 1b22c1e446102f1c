"""Parsed text → who is named in it: persons with roles, organisations, states; each once, with all its mentions."""

from builder.analyse.actors.find import find_actors

__all__ = ["find_actors"]
