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


def parsed(*sentences: str) -> Parse:
    """A parse from sentences of words written `form/lemma/TAG/dep/head/ent`; `head` counts within the sentence, from 0.

    Each sentence is a paragraph of its own, with no blank inside its quotation marks. The part of speech follows from the tag.
    A word that begins with "~" stands directly behind the one before, as a hyphen does.
    """
    tokens: list[Token] = []
    ranges = []
    text = ""
    for sentence in sentences:
        first = len(tokens)
        for n, word in enumerate(sentence.split()):
            form, lemma, tag, dep, head, ent = ([*word.split("/"), ""])[:6]
            glued = form.startswith("~")
            form = form.removeprefix("~")
            text = text[:-1] if glued or form in _CLOSING else text
            start = len(text)
            text += form if form in _OPENING else form + " "
            begins = bool(ent) and (n == 0 or tokens[-1].ent != ent)
            tokens.append(
                Token(
                    start,
                    start + len(form),
                    form,
                    lemma,
                    _POS[tag],
                    tag,
                    dep,
                    first + int(head),
                    ent,
                    ent_starts=begins,
                )
            )
        ranges.append((first, len(tokens)))
        text = text[:-1] + "\n"
    return Parse(text, tuple(tokens), tuple(ranges), tuple(ranges))


_OPENING, _CLOSING = "“‘", "”’"
_POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "VBD": "VERB", "VB": "VERB", "MD": "AUX", "RB": "PART",
    "IN": "SCONJ", "DT": "DET", ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "JJ": "ADJ", "CC": "CCONJ", "CD": "NUM", "HYPH": "PUNCT", "VBZ": "VERB", "VBN": "VERB",
    "POS": "PART", "WP": "PRON", "WP$": "PRON", "TO": "PART", "VBG": "VERB", "VBP": "VERB", "WDT": "PRON", "RP": "ADP",
}  # fmt: skip
