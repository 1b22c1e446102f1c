"""Knowledge → pages: plain Markdown files that any site generator renders.

Views decide, sort and word; templates write; every letter from outside is escaped on the way.
"""

from builder.pages.markdown import escape_readably
from builder.pages.preview import preview
from builder.pages.site import render_pages, search_index

__all__ = ["escape_readably", "preview", "render_pages", "search_index"]
