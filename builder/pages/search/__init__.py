"""Knowledge → the index that the page's own search reads: documents, cut into pieces small enough to fetch one by one."""

from builder.pages.search.documents import documents
from builder.pages.search.pieces import search_assets

__all__ = ["documents", "search_assets"]
