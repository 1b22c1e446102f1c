"""Who is named in an article: persons with their roles, experts, and names that are no persons."""

from collections.abc import Iterator, Mapping, Sequence

from tests.evaluate.articles import Article
from tests.evaluate.extraction import ExtractionError, Found, Item
from tests.evaluate.gold import Case, Gold
from tests.evaluate.names import Aliases, holds, same, words_of
from tests.evaluate.results import Section, Tally

WANTED = {"never.person": 100, "experts.right": 100}
JOINING = frozenset(("a", "an", "at", "for", "in", "of", "the"))
"""Words that only join a title to its affiliation, so that they go where the two are cut otherwise."""
IN_FULL = {
    "brig": "brigadier", "capt": "captain", "cllr": "councillor", "cmdr": "commander", "col": "colonel", "coun": "councillor",
    "cpl": "corporal", "det": "detective", "gen": "general", "gov": "governor", "insp": "inspector", "lt": "lieutenant",
    "maj": "major", "prof": "professor", "rep": "representative", "rev": "reverend", "sen": "senator", "sgt": "sergeant",
    "supt": "superintendent",
}  # fmt: skip


def score_people(gold: Gold, found: Mapping[str, Found]) -> Section:
    """Persons of the gold found by their full name, their roles, nobody else, and no publication, place or firm."""
    tally = Tally("People", WANTED)
    tally.name("persons.found", "persons.only", "persons.roles", "experts.right", "experts.only", "never.person")
    for stem, facts in gold.facts.items():
        _article(gold.articles[stem], facts, found[stem].persons, gold.aliases, tally)
    return tally.section()


def _article(article: Article, facts: Case, persons: Sequence[Item], aliases: Aliases, tally: Tally) -> None:
    by_name: dict[str, Item] = {}
    for case in facts.get("persons") or ():
        person = next((p for p in persons if any(same(p["name"], n) for n in _names(case))), None)
        if person is not None:
            by_name[case["name"]] = person
        if not case.get("optional"):
            _person(article, case, person, aliases, tally)
    for name in facts.get("experts") or ():
        case = next(case for case in facts["persons"] if case["name"] == name)
        _expert(article, case, by_name.get(name), aliases, tally)
    _others(article, facts, persons, tally)
    for case in facts.get("never") or ():
        if case["as"] == "person":
            _never(article, case, persons, tally)


def _names(case: Case) -> tuple[str, ...]:
    return (case["name"], *case.get("accept", ()))


def _person(article: Article, case: Case, person: Item | None, aliases: Aliases, tally: Tally) -> None:
    tally.count("persons.found", person is not None)
    if person is None:
        tally.fault(
            2, "person missed", article, article.every(case.get("role_text") or case["name"]), gold=case["name"]
        )
        return
    for role in case["roles"]:
        if not tally.count("persons.roles", has_role(person, role, aliases)):
            _fault_role("role wrong", article, case, role, person, tally)


def _expert(article: Article, case: Case, person: Item | None, aliases: Aliases, tally: Tally) -> None:
    right = (
        person is not None
        and person.get("expert", True) is True
        and all(has_role(person, role, aliases) for role in case["roles"])
    )
    if not tally.count("experts.right", right):
        _fault_role("expert not recognised", article, case, case["roles"], person or {}, tally)


def _fault_role(kind: str, article: Article, case: Case, wanted: object, person: Item, tally: Tally) -> None:
    place = article.every(case.get("role_text") or case["name"])
    tally.fault(1.2, kind, article, place, gold=f"{case['name']}: {wanted}", found=f"{person.get('roles', '')}")


def has_role(person: Item, role: Mapping[str, str | list[str] | None], aliases: Aliases) -> bool:
    """Whether one role of the person says what title and affiliation are wanted.

    A role is {title, affiliation} or one string of both, "title, affiliation". "head of the ward, Tarn Hospital" and
    "head, ward at Tarn Hospital" are one, and so are "Cllr" and "councillor". Of a list in the gold any is right.
    """
    wanted = {part: words for part, words in role.items() if words}
    return any(
        all(_says(parts.get(part) or "", words, aliases) for part, words in wanted.items())
        for have in person["roles"]
        for parts in _readings(person, have)
    )


def _says(found: str, wanted: str | list[str], aliases: Aliases) -> bool:
    any_of = [wanted] if isinstance(wanted, str) else wanted
    return any(aliases.holds(found, words) or holds(_plain(found), _plain(words)) for words in any_of)


def _plain(words: str) -> str:
    """The words without those that only join them, abbreviated ranks in full."""
    return " ".join(IN_FULL.get(word, word) for word in words_of(words) if word not in JOINING)


def _readings(person: Item, role: object) -> Iterator[Mapping[str, str | None]]:
    """The role as given; of a string each cut at a comma, for a title may hold one, and a title alone."""
    if isinstance(role, dict):
        yield role
    elif isinstance(role, str):
        yield {"title": role, "affiliation": role}
        for comma in (i for i, letter in enumerate(role) if letter == ","):
            yield {"title": role[:comma], "affiliation": role[comma + 1 :]}
    else:
        raise ExtractionError(f"{person['name']}: {role!r} is no role")


def _others(article: Article, facts: Case, persons: Sequence[Item], tally: Tally) -> None:
    """Whom the gold does not know, and who is called an expert without being presented as one."""
    known = [name for case in facts.get("persons") or () for name in (*_names(case), *case.get("also", ()))]
    experts = [*(facts.get("experts") or ()), *(facts.get("experts_optional") or ())]
    for person in persons:
        if not tally.count("persons.only", any(same(person["name"], name) for name in known)):
            tally.fault(2, "no person of the gold", article, person["spans"], found=person["name"])
        if person.get("expert") is True and not tally.count(
            "experts.only", any(same(person["name"], name) for name in experts)
        ):
            tally.fault(1.2, "no expert of the gold", article, person["spans"], found=person["name"])


def _never(article: Article, case: Case, persons: Sequence[Item], tally: Tally) -> None:
    """By its name, or by a mention that lies within the forbidden words wherever they stand."""
    places = article.every(case["text"])
    article.places(case["text"], repeated=True)
    out = [
        person
        for person in persons
        if same(person["name"], case["text"])
        or (
            holds(case["text"], person["name"])
            and any(s <= a and b <= e for a, b in person["spans"] for s, e in places)
        )
    ]
    if not tally.count("never.person", not out):
        tally.fault(3, f"no person: {case['why']}", article, out[0]["spans"], found=out[0]["name"])
