"""Citations as sentences for a text."""

from collections.abc import Sequence

from builder.publish.citations.reference import Cited, addresses, date_in_words


def plain(citations: Sequence[Cited]) -> str:
    """A sentence a line."""
    return "".join(f"{_sentence(cited)}\n" for cited in citations)


def _sentence(cited: Cited) -> str:
    """Who, what, where, when, at which paragraph, in which words, and where they are shown."""
    reference = cited.reference
    title = f"“{reference.title}”" if reference.title else reference.label
    head = f"{', '.join(reference.authors)}: {title}" if reference.authors else title
    place = [part for part in (reference.outlet, date_in_words(reference)) if part]
    place += [f"paragraph {cited.paragraph}"] if cited.paragraph else []
    said = f"{cited.speaker}: " if cited.speaker else ""
    words = f": {said}“{cited.passage}”" if cited.passage else ""
    sentence = f"{', '.join((head, *place))}{words}"
    stop = "" if sentence.endswith(".") else "."
    return " ".join((sentence + stop, *addresses(cited)))
