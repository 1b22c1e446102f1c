"""What the YAML parser complains of, said so that an editor can mend it."""

import re
from dataclasses import dataclass

import yaml

# The printable characters of YAML 1.1, as both of PyYAML's readers have it.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENTED = re.compile(r"[ -]*\t")
QUOTE_IT = "put the text in single quotes (a ' in it doubled) or on the lines below a `|`"

# Words of the parser's complaint, what is wrong, how to mend it; the first that fits. Both parsers' wordings.
_COMPLAINTS = (
    ("quoted scalar", "the quotation mark that begins this text is never closed", "close it"),
    ("mapping values", "a colon stands where no field can begin", f"indent the fields alike, or {QUOTE_IT}"),
    ("expected ':'", "this line is neither a field nor a list item", "write `field: text`, or indent it under the text above"),
    ("cannot start", "no text begins with this sign", QUOTE_IT),
    ("flow sequence", "the bracket `[` is never closed", f"write `]` after the last item, or {QUOTE_IT}"),
    ("flow mapping", "the brace `{` is never closed", f"write `}}` after the last field, or {QUOTE_IT}"),
    ("scanning an alias", "no text begins with `*`", QUOTE_IT),
    ("scanning an anchor", "no text begins with `&`", QUOTE_IT),
    ("block scalar", "something follows `|` or `>` on its line", "begin the text on the next line, indented further"),
    ("block mapping", "this does not continue the field before it", f"indent the fields alike, or {QUOTE_IT}"),
    ("block collection", "this line is indented unlike the list", "begin a record with `- `, indent its fields by two spaces"),
)  # fmt: skip
_ESCAPES = ("a backslash in double quotes begins no known sign", "use single quotes, or write the backslash twice")
_UNKNOWN = ("this is not YAML", f"look here and one line up for indentation, quotation marks and colons, or {QUOTE_IT}")

# A field with a plain value, and the signs that a plain value may not begin with.
_FIELD = re.compile(r"\s*(?:- )*([A-Za-z_]+): +(\S.*)")
_GLIMPSED = 60  # characters of a line that a message shows
_SPECIAL = frozenset("\"'[{@`%*&!|>")

# Complaints whose cause stands where the construct began, not where the parser gave up.
_AT_ITS_START = re.compile(r"quoted scalar|double-quoted|simple key|flow sequence|flow mapping")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line, counted from 1, what is wrong there, and how to mend it."""

    line: int
    what: str
    mend: str


def character_mistake(text: str) -> Mistake | None:
    """The first character that YAML does not take."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return Mistake(line, f"the invisible character U+{ord(found[0]):04X} stands on this line", "delete it")


def syntax_mistake(error: yaml.YAMLError, text: str) -> Mistake:
    """The parser's complaint about this text in plain words, at the line where the cause most likely is."""
    context = str(getattr(error, "context", None) or "")
    complaint = f"{getattr(error, 'problem', None) or ''} {context}".strip().lower()
    mark = getattr(error, "problem_mark", None)
    if _AT_ITS_START.search(context):
        mark = getattr(error, "context_mark", None) or mark
    lines = text.splitlines() or [""]
    line = min(mark.line if mark else 0, len(lines) - 1)
    if _TAB_INDENTED.match(lines[line]):
        return Mistake(line + 1, "a tab stands in the indentation", "indent with spaces")
    what, mend = _explained(complaint)
    return Mistake(line + 1, f"{what}: “{_glimpse(lines[line])}”", _rewritten(lines[line]) or mend)


def quoted(text: str) -> str:
    """The text as YAML in single quotes, whatever it holds."""
    return "'" + text.replace("'", "''") + "'"


def _explained(complaint: str) -> tuple[str, str]:
    if "escape" in complaint:
        return _ESCAPES
    return next((entry[1:] for entry in _COMPLAINTS if entry[0] in complaint), _UNKNOWN)


def _rewritten(line: str) -> str | None:
    """The line's field with its text in quotes, where that is what it lacks."""
    found = _FIELD.fullmatch(line.rstrip())
    if found is None or not (found[2][0] in _SPECIAL or ": " in found[2]):
        return None
    value = found[2]
    if value[0] in "\"'":
        if value.count(value[0]) < 2:
            return None
        value = value[1:-1] if value[-1] == value[0] else value
        value = value.replace("''", "'") if found[2][0] == "'" else value
    return f"if this is the whole text, write `{found[1]}: {quoted(value)}`"


def _glimpse(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= _GLIMPSED else words[: _GLIMPSED - 1] + "…"
