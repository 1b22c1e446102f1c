"""The kinds of pages of a built site."""


def one_of_each_kind(site):
    """The address of the heaviest page of each kind, by name: each landing page, and of leaf pages one a section.

    The page that stands for all that is not there goes by `404`; pages of the editor's guide and the like are `written`.
    """
    found = {}
    for page in sorted(site.pages.values(), key=lambda page: page.path.stat().st_size):
        if 'http-equiv="refresh"' not in page.path.read_text(encoding="utf-8"):
            found[kind_of(page.address)] = page.address.removesuffix("index.html")
    return dict(sorted(found.items()))


def kind_of(address):
    """`agreements/x/index.html` → `agreements leaf`."""
    parts = address.removesuffix("index.html").rstrip("/").split("/")
    if address == "404.html":
        return "404"
    return parts[0] if len(parts) == 1 else f"{parts[0]} leaf"
