"""Text on its way into Markdown: what may pass as it is, and how everything else is escaped.

`Md` is Markdown ready to be written. A template puts out `Md` as it is, whole numbers as digits and every other string
through `escape`; anything else (None, a list) is a mistake of the template and raises.
"""

import json
import re
from collections.abc import Mapping
from importlib import resources
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, Undefined
from markupsafe import Markup

from builder.model.addresses import is_web_address

# All of ASCII's marks but the comma and the full stop that ends a word: neither means anything to a parser there.
_PUNCTUATION = re.compile(r"[!-+\-/:-@\[-`{-~]|(?<![A-Za-z])\.|\.(?! |\Z)")
# Marks that a Markdown parser reads within a line, or at its beginning, and those of which GitHub makes links and formulas.
_ACTIVE = re.compile(
    r"[&<>`*_\[\]\\|~$@^]|#(?=\w)|:(?=//)|(?<=\bwww)\.|(?<=^)[-+=#](?=\s|[-=#])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A(\d{1,9})([.)])")
# Blanks that a Markdown parser would fold or strip, and that the text may mean: no-break spaces and the like.
_MEANT_BLANKS = re.compile(r"[^\S\t\n\v\f\r \x1c-\x1f\x85]")
_FOLDED_BLANKS = re.compile(r"[\t\n\v\f\r \x1c-\x1f\x85]+")
_NOT_FRONT_MATTER = re.compile(r"[&<>\"'\\]|[^\S ]|[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_NOT_ATTRIBUTE = re.compile(r"[^A-Za-z0-9 -]")
_NOT_SCRIPT = re.compile(r"[<>&]")
_ADDRESS_CHARACTERS = "-._~:/?#&=%+,;@"
_BLANK_LINES = re.compile(r"\n{3,}")


class Md(Markup):
    """Markdown ready to be written. Made by `escape`, by a template, or by code that has checked every character."""

    __slots__ = ()


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def escape(text: str) -> Md:
    """The text as Markdown that renders to exactly these letters, in a paragraph, list, heading, cell or block.

    Every ASCII mark that could mean something becomes a numeric character reference, which no extension reads as
    markup. Runs of blanks and line ends become one space; a no-break space stays one.
    """
    folded = _FOLDED_BLANKS.sub(" ", text)
    return Md(_MEANT_BLANKS.sub(_reference, _PUNCTUATION.sub(_reference, folded)))


def escape_readably(text: str) -> Md:
    """The text as Markdown that renders to these letters within a paragraph or a list, and that people can read as it is.

    For what is read elsewhere than on a page: marks that mean nothing within a line are left. What could begin a list
    or a heading, a link that is made of bare words, a mention or a formula becomes letters too.
    """
    folded = _FOLDED_BLANKS.sub(" ", text)
    written = _MEANT_BLANKS.sub(_reference, _ACTIVE.sub(_reference, folded))
    return Md(_NUMBERED.sub(lambda match: f"{match[1]}&#{ord(match[2])};", written))


def attribute(text: str) -> Md:
    """The text as the value of a double-quoted HTML attribute, letter for letter."""
    return Md(_NOT_ATTRIBUTE.sub(_reference, text))


def front_matter(text: str) -> Md:
    """The text as a double-quoted YAML string that is HTML already: the theme writes it out without escaping."""
    folded = _FOLDED_BLANKS.sub(" ", text).strip()
    return Md(f'"{_NOT_FRONT_MATTER.sub(_reference, folded)}"')


def script_data(value: object) -> Md:
    """The value as JSON within a `script` element: nothing in it ends the element or begins another, and it is one line."""
    return Md(_NOT_SCRIPT.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, separators=(",", ":"))))


def address(link: str) -> Md | None:
    """An address on another host as the target of a Markdown link; None unless it is plain http or https."""
    return Md(quote(link.strip(), safe=_ADDRESS_CHARACTERS)) if is_web_address(link.strip()) else None


def finalize(value: object) -> Markup:
    """What a template writes for a value."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        raise TypeError(str(value))
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Md(str(value))
    raise TypeError(f"a template may not write {value!r}: the view decides what stands there")


def tidy(markdown: str) -> str:
    """The page as written to disk: no blanks at the ends of lines, one blank line at most, one line end at the end.

    No line of a template is indented on purpose, and text has no line ends of its own.
    """
    lines = (line.strip(" \t") for line in markdown.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _read_template(name: str) -> str | None:
    template = resources.files("builder.pages").joinpath("templates", *name.split("/"))
    return template.read_text(encoding="utf-8") if template.is_file() else None


def make_environment(words: Mapping[str, str]) -> Environment:
    """A Jinja environment in which a missing value is an error and every plain string is escaped.

    Templates find the words of the interface as `t`.
    """
    environment = Environment(
        loader=FunctionLoader(_read_template),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["attribute"] = attribute
    environment.filters["front_matter"] = front_matter
    environment.globals["t"] = words
    return environment
