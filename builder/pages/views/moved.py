"""An old address of a record that has a page of its own."""

from dataclasses import dataclass

from builder.pages import wording
from builder.pages.views.common import Desk, Head, Link, home_crumb


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What `moved.md.jinja` receives."""

    head: Head
    target: Link


def moved_page(desk: Desk, url: str, name: str) -> MovedPage:
    """The page at an old address, which leads to the new one."""
    title = wording.WORDS["moved_title"]
    description = wording.described(name, wording.WORDS["moved"])
    head = Head(title, description, crumbs=home_crumb(desk), moved=url.partition("#")[0])
    return MovedPage(head, Link(name, desk.href(url)))
