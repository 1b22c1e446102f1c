"""Hand-built parses: words with heads and labels, no model."""

import re

from builder.analyse.parsing import Parse, Token

_WORD = re.compile(r"\w+(?:['’-]\w+)*|''|``|[^\w\s]")


def parse_of(text: str, labels: dict[str, tuple[str, str, str]] | None = None) -> Parse:
    """A parse in which each paragraph is one sentence under its first word.

    `labels` gives for a word its part of speech, its relation and the word it hangs on (the first of that form).
    """
    tokens: list[Token] = []
    paragraphs = []
    for line in re.finditer(r"[^\n]+", text):
        words = [(line.start() + m.start(), line.start() + m.end()) for m in _WORD.finditer(line.group())]
        first = len(tokens)
        forms = [text[start:end] for start, end in words]
        for n, (start, end) in enumerate(words):
            pos, dep, head = (labels or {}).get(forms[n], ("PUNCT" if not forms[n].isalnum() else "X", "dep", forms[0]))
            at = first + (forms.index(head) if head in forms else 0)
            tokens.append(Token(start, end, forms[n], forms[n].lower(), pos, "XX", dep, at, "", ent_starts=False))
        paragraphs.append((first, len(tokens)))
    return Parse(text, tuple(tokens), tuple(paragraphs), tuple(paragraphs))
