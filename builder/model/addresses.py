"""Addresses on the web."""

from urllib.parse import urlsplit


def is_web_address(link: str) -> bool:
    """Whether it is plain http or https and names a host."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
