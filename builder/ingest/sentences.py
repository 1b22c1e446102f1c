"""Sentences by punctuation alone: a stop ends one unless what stands before or after it says otherwise."""

import re
from collections.abc import Iterator

from builder.ingest.phrases import word_set
from builder.model.text import Span

_OPENERS = "“‘\"'«„([{*_"
_CLOSERS = "”’\"'»)]}*_"
# A run of stops with the marks that close after it, or the full stops of scripts that write no blank after them.
_STOP = re.compile(rf"[.!?…]{{1,40}}[{re.escape(_CLOSERS)}]{{0,6}}|[。！？｡]+[”’」』）]{{0,6}}")
_OMISSION = re.compile(r"\s{0,3}(?:\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3})(?=\s|$)")
_BLANKS = re.compile(r"\s+")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENERS)}—–-]{{0,4}}\s?([^\W_]+(?:['’][^\W_]+)?)")
_LAST_WORD = re.compile(r"[^\s“‘\"'«„(\[—–]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_SAYING = re.compile(
    r"(?:[^\W\d_][\w.’'-]{0,30}\s){1,4}?"
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|shouted|cried|insisted|declared)\b"
)

_BEFORE_A_NAME = word_set(
    "mr mrs ms dr prof gen lt col sgt capt cmdr maj adm sen rep gov pres amb rev hon st mt ft messrs mme mlle vs v cf "
    "approx e.g i.e viz brig supt insp asst"
)
"""Abbreviations that stand before the word they belong to: no sentence ends with them."""

_BEFORE_A_NUMBER = word_set("jan feb mar apr jun jul aug sep sept oct nov dec no nos art fig vol p pp ch sec")

_EITHER = word_set("inc co corp ltd jr sr bros etc a.m p.m ph.d plc dept univ est ave blvd rd")
"""Abbreviations that may end a sentence or stand inside one: the next word decides."""

_STARTERS = word_set(
    "the a an this that these those it its he she they we you i his her their our my there here in on at by for from "
    "with as to of but and or so yet nor if when while where after before since because although though however "
    "meanwhile moreover nevertheless still also what who why how not no nor all many most some both each every "
    "according despite during under over between among until once then now today yesterday"
)
"""Words that begin a sentence after an abbreviation, where a name would go on with it."""


def split_sentences(text: str, words: Span) -> tuple[Span, ...]:
    """The sentences of one block's words, in order; between two of them stand blanks alone.

    Text without stops is one sentence. Time is linear in the length.
    """
    spans: list[Span] = []
    start = words.start
    for end in _ends(text, words):
        if end > start:
            spans.append(Span(start, end))
            blanks = _BLANKS.match(text, end, words.end)
            start = blanks.end() if blanks else end
    if start < words.end:
        spans.append(Span(start, words.end))
    return tuple(spans)


def _ends(text: str, words: Span) -> Iterator[int]:
    """Where sentences end before the block does."""
    for stop in _STOP.finditer(text, words.start, words.end):
        end = stop.end()
        omission = _OMISSION.match(text, end, words.end)
        if omission:
            end = omission.end()
        if end < words.end and _is_end(text, words, stop, end):
            yield end


def _is_end(text: str, words: Span, stop: re.Match[str], end: int) -> bool:
    after = text[end : end + 60]
    if stop.group()[0] in "。！？｡":
        return True
    if not after[:1].isspace():
        return _is_missing_blank(text, words, stop, after)
    following = _NEXT_WORD.match(after.lstrip())
    if following is None:
        return _is_plain_stop(stop)
    if following.group(1)[0].islower():
        return False
    if stop.group()[0] == ".":
        before = _word_before(text, words, stop)
        is_item_number = before.isdigit() and stop.start() - len(before) == words.start
        return not is_item_number and _ends_after(before, following.group(1))
    return not (stop.group()[-1] in "”’\"'" and _SAYING.match(after.lstrip()))


def _is_plain_stop(stop: re.Match[str]) -> bool:
    """Before something that is no word (a number sign, a dash) only a stop that is not an ellipsis ends."""
    return not stop.group().startswith(("..", "…"))


def _is_missing_blank(text: str, words: Span, stop: re.Match[str], after: str) -> bool:
    """As in "cooperation.He said": three small letters before, a capitalised word after, and a blank left out."""
    before = _word_before(text, words, stop)
    following = _NEXT_WORD.match(after)
    if following is None or stop.group()[-1] in "*_":
        return False
    word = following.group(1)
    small = before[-3:].isalpha() and before[-3:].islower() and "." not in before and "/" not in before
    return small and len(before) >= 3 and word[0].isupper() and (len(word) == 1 or word[1:].islower())


def _word_before(text: str, words: Span, stop: re.Match[str]) -> str:
    found = _LAST_WORD.search(text[max(words.start, stop.start() - 30) : stop.start()])
    return found.group() if found else ""


def _ends_after(before: str, following: str) -> bool:
    """Whether a full stop between these two words ends a sentence."""
    word = before.lower()
    if word in _BEFORE_A_NAME or (word in _BEFORE_A_NUMBER and following[0].isdigit()):
        return False
    is_initials = _INITIALS.fullmatch(before) is not None and before[0].isupper()
    if word in _EITHER or (is_initials and len(before) > 1):
        return following.lower() in _STARTERS and following != "I"
    if is_initials:
        return before == "I" and following.lower() in _STARTERS
    return True
