"""Who may stand in for the sides of an agreement that its own words leave open."""

import pytest

from builder.analyse.agreements.nouns import Mention
from builder.analyse.agreements.strangers import fitting, may_stand_in
from builder.analyse.naming import Naming
from builder.model.claims import ActorKind, AgreementKind
from tests.analyse.parses import parsed

TWO = ("Norway", "Iceland")
PERSONS = {"Ann Berg": ActorKind.PERSON}
KINDS = dict.fromkeys(TWO, ActorKind.STATE) | PERSONS | {"Havfisk": ActorKind.COMPANY}


def signed_by(form: str, lemma: str, tag: str = "NNS") -> str:
    return f"{form}/{lemma}/{tag}/nsubj/1 signed/sign/VBD/ROOT/1 a/a/DT/det/3 paper/paper/NN/dobj/1"


def mention(noun: int, verb: int | None, kind: AgreementKind = AgreementKind.AGREEMENT) -> Mention:
    return Mention(kind, noun, verb, noun, noun, "named")


def naming(**at: str) -> Naming:
    return Naming({int(i.removeprefix("t")): name for i, name in at.items()}, KINDS, {}, {}, {})


@pytest.mark.parametrize(
    ("form", "lemma", "may"),
    [
        ("ministers", "minister", True),
        ("Ministers", "Ministers", True),
        ("governments", "government", True),
        ("delegations", "delegation", True),
        ("brewers", "brewer", False),
        ("unions", "union", False),
        ("companies", "company", False),
    ],
)
def test_ministers_may_sign_for_states_and_brewers_may_not(form, lemma, may):
    assert may_stand_in(parsed(signed_by(form, lemma)), naming(), mention(3, 1), TWO) is may


def test_a_person_without_an_office_signs_a_treaty_for_a_state_and_an_agreement_for_himself():
    parse = parsed(signed_by("Berg", "berg", "NNP"))
    assert may_stand_in(parse, naming(t0="Ann Berg"), mention(3, 1, AgreementKind.TREATY), TWO)
    assert not may_stand_in(parse, naming(t0="Ann Berg"), mention(3, 1), TWO)


def test_who_only_passes_under_it_is_no_side():
    parse = parsed(
        "Under/under/IN/prep/4 the/the/DT/det/2 treaty/treaty/NN/pobj/0 ships/ship/NNS/nsubj/4 pass/pass/VBP/ROOT/4"
    )
    assert may_stand_in(parse, naming(), mention(2, 4), TWO)


def test_a_lease_of_which_nobody_is_told_is_that_of_those_whom_its_sentence_names():
    parse = parsed(
        "A/a/DT/det/1 lease/lease/NN/nsubjpass/3 was/be/VBD/auxpass/3 signed/sign/VBN/ROOT/3 in/in/IN/prep/3 Norway/norway/NNP/pobj/4"
    )
    assert not may_stand_in(parse, naming(), mention(1, 3), TWO)
    assert may_stand_in(parse, naming(t5="Norway"), mention(1, 3), TWO)
    assert may_stand_in(parse, naming(), mention(1, 3, AgreementKind.BASING), TWO)


def test_companies_are_no_states():
    parse = parsed(signed_by("companies", "company"), signed_by("ministers", "minister"))
    assert fitting(parse, naming(), 0, ("Norway", "Havfisk")) == ("Havfisk",)
    assert fitting(parse, naming(), 4, TWO) == TWO


def sides_of(behind: str) -> str:
    return f"The/the/DT/det/1 sides/side/NNS/nsubj/2 signed/sign/VBD/ROOT/2 a/a/DT/det/4 pact/pact/NN/dobj/2 {behind}"


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("of/of/IN/prep/1 the/the/DT/det/7 banks/bank/NNS/pobj/5", False),
        ("of/of/IN/prep/1 the/the/DT/det/7 companies/company/NNS/pobj/5", False),
        ("of/of/IN/prep/1 the/the/DT/det/7 countries/country/NNS/pobj/5", True),
        ("of/of/IN/prep/1 the/the/DT/det/7 kingdoms/kingdom/NNS/pobj/5", True),
        ("of/of/IN/prep/1 natural/natural/JJ/amod/7 riches/rich/NNS/pobj/5", True),
        ("in/in/IN/prep/1 Sudan/sudan/NNP/poss/7 war/war/NN/pobj/5", False),
        ("to/to/IN/prep/1 Sudan/sudan/NNP/poss/7 war/war/NN/pobj/5", False),
        ("in/in/IN/prep/1 Sudan/sudan/NNP/poss/7 capital/capital/NN/pobj/5", True),
        ("in/in/IN/prep/1 dear/dear/JJ/amod/7 Khartoum/khartoum/NNP/pobj/5", True),
        ("in/in/IN/prep/1 the/the/DT/det/7 war/war/NN/pobj/5", True),
    ],
)
def test_what_stands_behind_the_sides_tells_whether_they_are_others(words, may):
    parse = parsed(sides_of(words))
    states = {**KINDS, "Sudan": ActorKind.STATE}
    at = {i: "Sudan" for i, token in enumerate(parse.tokens) if token.text in ("Sudan", "Khartoum")}
    naming = Naming(at, states, {}, {}, {})
    assert may_stand_in(parse, naming, mention(4, 2), TWO) is may
    assert fitting(parse, naming, 1, TWO) == (TWO if may else ())
