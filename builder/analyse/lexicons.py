"""The word lists of `lexicon/`: data, read once, each with the shape it must have."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from builder.files import YamlList, YamlMap, YamlNode, YamlScalar, read_yaml
from builder.model.issues import BriefingError

_FOLDER = Path(__file__).with_name("lexicon")

Words = tuple[str, ...]


@cache  # the files are part of the package and do not change while it runs
def word_list(name: str, key: str) -> frozenset[str]:
    """The words under `key` of `lexicon/<name>.yml`. Raises BriefingError where the file has no such list."""
    found = _entry(name, key)
    if not isinstance(found, YamlList):
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` is a list of words")
    words = [_word(name, item) for item in found.items]
    if len(set(words)) != len(words):
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` has a word twice")
    return frozenset(words)


@cache  # as above
def word_table(name: str, key: str) -> Mapping[str, str]:
    """The table under `key`, turned round: each printed form → the name it stands for."""
    found = _entry(name, key)
    if not isinstance(found, YamlMap):
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` gives for each name a list of its forms")
    forms: dict[str, str] = {}
    for pair in found.pairs:
        if not isinstance(pair.value, YamlList):
            raise BriefingError(f"lexicon/{name}.yml:{pair.line}: `{pair.key}:` is a list of forms")
        for item in pair.value.items:
            form = _word(name, item)
            if forms.setdefault(form, pair.key) != pair.key:
                raise BriefingError(f"lexicon/{name}.yml:{pair.line}: {form!r} stands for {forms[form]!r} already")
    return MappingProxyType(forms)


@cache  # as above
def word_groups(name: str, key: str) -> tuple[frozenset[str], ...]:
    """The lists under `key`, each a group of words; a word may stand in several."""
    found = _entry(name, key)
    if not isinstance(found, YamlList) or not all(isinstance(item, YamlList) for item in found.items):
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` is a list of lists of words")
    return tuple(frozenset(_word(name, w) for w in item.items) for item in found.items if isinstance(item, YamlList))


@cache  # as above
def number_table(name: str, key: str) -> Mapping[str, float]:
    """The table of numbers under `key`."""
    found = _entry(name, key)
    if not isinstance(found, YamlMap):
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` gives for each name a number")
    try:
        return MappingProxyType({pair.key: float(_word(name, pair.value)) for pair in found.pairs})
    except ValueError as error:
        raise BriefingError(f"lexicon/{name}.yml: `{key}:` gives for each name a number: {error}") from error


def is_negation(word: str) -> bool:
    """Whether the word, folded, turns a sentence round: “not”, “never”, “doesn't”."""
    return word.lower() in word_list("negation", "words") or word.lower().endswith("n't")


def _entry(name: str, key: str) -> YamlNode:
    document = read_yaml(_FOLDER / f"{name}.yml", root=_FOLDER.parent)
    if document.issues or not isinstance(document.root, YamlMap):
        raise BriefingError(f"lexicon/{name}.yml: {'; '.join(i.line() for i in document.issues) or 'is not a mapping'}")
    pair = document.root.get(key)
    if pair is None:
        raise BriefingError(f"lexicon/{name}.yml: has no `{key}:`")
    return pair.value


def _word(name: str, node: YamlNode) -> str:
    if not isinstance(node, YamlScalar) or not node.value:
        raise BriefingError(f"lexicon/{name}.yml:{node.line}: is a word")
    return node.value
