"""A page as a site generator receives it: plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """`path` is relative to the docs folder (`actors/index.md`); `markdown` is the whole file, front matter included."""

    path: str
    markdown: str
    title: str


@dataclass(frozen=True, slots=True, order=True)
class Asset:
    """A file beside the pages, published as it is."""

    path: str
    data: bytes
