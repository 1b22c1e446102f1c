"""Which record of an older briefing is which of a newer one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from builder.knowledge.editions import Edition, Entry
from builder.model.claims import Ref


def paired(old: Edition, new: Edition) -> Mapping[Ref, Ref]:
    """Old record → the same record today: by id, by a former id, or by what an editor took over from the machine."""
    pairs = {ref: ref for ref in old.entries if ref in new.entries}
    for entry in new.entries.values():
        _join(pairs, ((Ref(entry.ref.kind, name), entry.ref) for name in entry.formerly), old, new)
    for entry in old.entries.values():
        _join(pairs, ((entry.ref, Ref(entry.ref.kind, name)) for name in entry.formerly), old, new)
    return {**pairs, **_adopted(old, new, pairs)}


def _join(pairs: dict[Ref, Ref], candidates: Iterable[tuple[Ref, Ref]], old: Edition, new: Edition) -> None:
    """Take in the candidates of which both are there and neither is taken."""
    for before, today in candidates:
        if before in old.entries and today in new.entries and before not in pairs and today not in old.entries:
            pairs[before] = today


def _adopted(old: Edition, new: Edition, pairs: Mapping[Ref, Ref]) -> Mapping[Ref, Ref]:
    """What the machine had found and an editor has put under an id of his own: told by its passages from all others."""
    taken = frozenset(pairs.values())
    gone = _by_passages(e for e in old.entries.values() if e.unreviewed and e.ref not in pairs)
    came = _by_passages(e for e in new.entries.values() if not e.unreviewed and e.ref not in taken)
    return {refs[0]: came[key][0] for key, refs in gone.items() if len(refs) == len(came.get(key, ())) == 1}


def _by_passages(entries: Iterable[Entry]) -> Mapping[object, list[Ref]]:
    found: dict[object, list[Ref]] = defaultdict(list)
    for entry in entries:
        if entry.passages:
            found[entry.ref.kind, entry.passages].append(entry.ref)
    return found
