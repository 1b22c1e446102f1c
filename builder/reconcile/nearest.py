"""The real passage that typed words come closest to, and what differs: the part of a message that helps to mend."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from builder.model.text import SourceText, Span, fold

_TOKEN = re.compile(r"\S+")
_DOUBLE = re.compile('[“”„‟"]')
_TRIED = 6  # windows compared letter by letter
_ALIKE = 0.55  # below this ratio two passages have nothing to do with each other
_SHORT = 3  # words up to which every window is compared
_SHOWN = 240  # characters of a passage that a message shows


@dataclass(frozen=True, slots=True)
class Nearest:
    """A real passage, the line on which it starts, and what differs where that can be said in a few words."""

    text: str
    line: int
    difference: str | None


def nearest_passage(typed: str, text: SourceText) -> Nearest | None:
    """The passage of the article most like the typed words; None where nothing is like them."""
    wanted = fold(typed).split()
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text.folded)]
    words = [span.of(text.folded) for span in tokens]
    if not wanted or not words:
        return None
    start = _best_start(wanted, words)
    if start is None:
        return None
    first, last = _aligned(wanted, words, start)
    place = Span(tokens[first].start, tokens[last].end)
    printed = [span.of(text.text) for span in tokens[first : last + 1]]
    return Nearest(_trimmed(place.of(text.text), typed), text.line_at(place.start), _difference(typed.split(), printed))


def nearest_id(unknown: str, known: Iterable[str]) -> str | None:
    """The known id most like the unknown one; None where nothing is like it."""
    found = get_close_matches(unknown, sorted(known), n=1)
    return found[0] if found else None


def shown(words: str, longest: int = _SHOWN) -> str:
    """The words on one line between quotation marks, shortened in the middle.

    Words that hold double marks of their own stand between single ones, so that both can be told apart.
    """
    line = " ".join(words.split())
    if len(line) > longest:
        half = longest // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"‘{line}’" if _DOUBLE.search(line) else f"“{line}”"


def bare(words: str) -> str:
    """The words without the marks and blanks before the first and after the last letter or digit."""
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return words[start:end]


def _key(word: str) -> str:
    return bare(word).lower() or word


def _best_start(wanted: list[str], words: list[str]) -> int | None:
    """The index of the word at which the likest window starts, the first of equals."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(wanted))
    windows: dict[str, int] = {}
    for start in _promising(wanted, words):
        windows.setdefault(" ".join(words[start : start + len(wanted)]), start)
    best, found = _ALIKE, None
    for window, start in windows.items():
        matcher.set_seq1(window)
        if matcher.real_quick_ratio() <= best or matcher.quick_ratio() <= best:
            continue
        if (ratio := matcher.ratio()) > best:
            best, found = ratio, start
    return found


def _promising(wanted: list[str], words: list[str]) -> list[int]:
    """Starts of the windows that share most words with the typed ones; of a few words, every window."""
    size = len(wanted)
    starts = range(max(1, len(words) - size + 1))
    if size <= _SHORT:
        return list(starts)
    looked_for = Counter(map(_key, wanted))
    keys = [_key(word) for word in words]
    window = Counter(keys[:size])
    shared = sum((window & looked_for).values())
    scores = [shared]
    for start, (gone, come) in enumerate(zip(keys, keys[size:], strict=False)):
        shared -= _gain(gone, window, looked_for)
        window[gone] -= 1
        window[come] += 1
        shared += _gain(come, window, looked_for)
        scores.append(shared)
        if start + 1 >= len(starts):
            break
    ranked = sorted(starts, key=lambda start: (-scores[start], start))
    return [start for start in ranked[:_TRIED] if scores[start]]


def _gain(word: str, window: Counter[str], looked_for: Counter[str]) -> int:
    """1 where the last of these words in the window counts as shared, else 0."""
    return int(0 < window[word] <= looked_for[word])


def _aligned(wanted: list[str], words: list[str], start: int) -> tuple[int, int]:
    """First and last index of the real words that the typed ones stand for."""
    slack = 3 + len(wanted) // 8
    low, high = max(0, start - slack), min(len(words), start + len(wanted) + slack)
    matcher = SequenceMatcher(None, [_key(w) for w in words[low:high]], [_key(w) for w in wanted], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return start, min(len(words), start + len(wanted)) - 1
    first = low + blocks[0].a - blocks[0].b
    last = low + blocks[-1].a + len(wanted) - blocks[-1].b - 1
    return max(0, first), min(len(words) - 1, max(last, first))


def _trimmed(passage: str, typed: str) -> str:
    """The passage without marks at its edges that the typed words do not have."""
    words, inner = typed.strip(), bare(passage)
    if not inner:
        return passage
    start = passage.index(inner)
    return passage[start if words[:1].isalnum() else 0 : start + len(inner) if words[-1:].isalnum() else None]


def _difference(wanted: list[str], printed: list[str]) -> str | None:
    """What differs, where it is one place and few words."""
    yours, theirs = [bare(w) or w for w in wanted], [bare(w) or w for w in printed]
    matcher = SequenceMatcher(None, [fold(word) for word in theirs], [fold(word) for word in yours], autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if len(changes) != 1:
        return None
    tag, a, b, c, d = changes[0]
    if max(b - a, d - c) > _SHORT:
        return None
    left_out, put_in = " ".join(theirs[a:b]), " ".join(yours[c:d])
    if tag == "delete":
        return f"{shown(left_out)} is printed there and left out here"
    if tag == "insert":
        return f"{shown(put_in)} is not printed there"
    if left_out.lower() == put_in.lower():
        return f"letter case differs: {shown(left_out)} is printed, not {shown(put_in)}"
    return f"{shown(left_out)} is printed, not {shown(put_in)}"
