"""What the words beside an agreement and the verb over it tell of it."""

import pytest

from builder.analyse.agreements.deeds import announced, is_running, runs_by, status_beside, status_in
from builder.model.claims import Status
from tests.analyse.parses import parsed

# The agreement is the second word of each.
SIGNED = "The/the/DT/det/1 pact/pact/NN/nsubj/6 ,/,/,/punct/1 signed/sign/VBN/acl/1 in/in/IN/prep/3 May/may/NNP/pobj/4 binds/bind/VBZ/ROOT/6"
IN_FORCE = "The/the/DT/det/1 pact/pact/NN/nsubj/6 ,/,/,/punct/1 in/in/IN/prep/1 force/force/NN/pobj/3 ,/,/,/punct/1 binds/bind/VBZ/ROOT/6"
UNDER_TALKS = "A/a/DT/det/1 pact/pact/NN/ROOT/1 under/under/IN/prep/1 negotiation/negotiation/NN/pobj/2 since/since/IN/prep/1 2024/2024/CD/pobj/4"
EXPIRED = "A/a/DT/det/1 permit/permit/NN/ROOT/1 which/which/WDT/nsubj/3 expired/expire/VBD/relcl/1 in/in/IN/prep/3 May/may/NNP/pobj/4"
WILL_END = "A/a/DT/det/1 permit/permit/NN/ROOT/1 that/that/WDT/nsubj/3 expires/expire/VBZ/relcl/1 in/in/IN/prep/3 May/may/NNP/pobj/4"
TO_BE_SIGNED = (
    "A/a/DT/det/1 pact/pact/NN/ROOT/1 due/due/JJ/amod/1 to/to/TO/aux/5 be/be/VB/auxpass/5 signed/sign/VBN/xcomp/2 in/in/IN/prep/5 "
    "May/may/NNP/pobj/6"
)
FLOATED = "A/a/DT/det/1 pact/pact/NN/ROOT/1 ,/,/,/punct/1 floated/float/VBN/acl/1 in/in/IN/prep/3 2025/2025/CD/pobj/4"
RENEWED = "A/a/DT/det/1 pact/pact/NN/ROOT/1 ,/,/,/punct/1 extended/extend/VBN/acl/1 in/in/IN/prep/3 2025/2025/CD/pobj/4"
WITH_A_BUILDER = (
    "A/a/DT/det/1 pact/pact/NN/ROOT/1 with/with/IN/prep/1 a/a/DT/det/4 builder/builder/NN/pobj/2 ,/,/,/punct/4 signed/sign/VBN/acl/4 "
    "in/in/IN/prep/6 2023/2023/CD/pobj/7"
)
TAKEN_FOR_A_VERB = (
    "A/a/DT/det/1 waiver/waiver/NN/nsubj/3 ,/,/,/punct/1 agreed/agree/VBD/ROOT/3 in/in/IN/prep/3 May/may/NNP/pobj/4 ,/,/,/punct/3 "
    "stands/stand/VBZ/conj/3"
)
OF_A_MAN = "A/a/DT/det/1 pact/pact/NN/ROOT/1 with/with/IN/prep/1 a/a/DT/det/4 builder/builder/NN/pobj/2 who/who/WDT/nsubj/6 failed/fail/VBD/relcl/4"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (SIGNED, Status.SIGNED),
        (IN_FORCE, Status.IN_FORCE),
        (UNDER_TALKS, Status.PROPOSED),
        (EXPIRED, Status.HISTORICAL),
        (WILL_END, Status.IN_FORCE),
        (TO_BE_SIGNED, Status.EXPECTED),
        (FLOATED, Status.PROPOSED),
        (RENEWED, Status.IN_FORCE),
        (WITH_A_BUILDER, Status.SIGNED),
        (TAKEN_FOR_A_VERB, Status.SIGNED),
        (OF_A_MAN, None),
    ],
)
def test_what_stands_beside_an_agreement_tells_its_status(sentence: str, status: Status | None) -> None:
    assert status_beside(parsed(sentence), 1) is status


# The verb is the third word, the agreement the second.
TORN_UP = "The/the/DT/det/1 pact/pact/NN/nsubjpass/2 torn/tear/VBN/ROOT/2 up/up/RP/prt/2 was/be/VBD/auxpass/2"
ENDS_A_WAR = "The/the/DT/det/1 pact/pact/NN/nsubj/2 ended/end/VBD/ROOT/2 a/a/DT/det/4 war/war/NN/dobj/2"
COMES_INTO_FORCE = (
    "The/the/DT/det/1 pact/pact/NN/nsubj/2 came/come/VBD/ROOT/2 into/into/IN/prep/2 force/force/NN/pobj/3"
)
IS_DUE = "The/the/DT/det/1 pact/pact/NN/nsubj/2 is/be/VBZ/ROOT/2 due/due/JJ/acomp/2 by/by/IN/prep/3 2030/2030/CD/pobj/4"
SAID = "The/the/DT/det/1 pact/pact/NN/nsubj/2 says/say/VBZ/ROOT/2 much/much/JJ/dobj/2"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (TORN_UP, Status.HISTORICAL),
        (ENDS_A_WAR, None),
        (COMES_INTO_FORCE, Status.IN_FORCE),
        (IS_DUE, Status.EXPECTED),
        (SAID, None),
    ],
)
def test_the_verb_over_an_agreement_tells_its_status(sentence: str, status: Status | None) -> None:
    assert status_in(parsed(sentence), 2, 1) is status


def test_what_is_to_be_done_is_expected() -> None:
    parse = parsed(
        "A/a/DT/det/1 pact/pact/NN/nsubj/2 is/be/VBZ/ROOT/2 to/to/TO/aux/5 be/be/VB/auxpass/5 signed/sign/VBN/xcomp/2"
    )
    assert announced(parse, 2) == 5
    assert status_in(parse, 5, 1) is Status.EXPECTED


def test_an_agreement_runs_where_it_does_something_now() -> None:
    parse = parsed("The/the/DT/det/1 pact/pact/NN/nsubj/2 binds/bind/VBZ/ROOT/2 both/both/DT/dobj/2")
    assert runs_by(parse, 2, 1)
    assert not is_running(parse, 1)
    past = parsed("The/the/DT/det/1 pact/pact/NN/nsubj/2 bound/bind/VBD/ROOT/2 both/both/DT/dobj/2")
    assert not runs_by(past, 2, 1)
    relative = parsed("A/a/DT/det/1 pact/pact/NN/ROOT/1 that/that/WDT/nsubj/3 runs/run/VBZ/relcl/1 on/on/IN/prep/3")
    assert is_running(relative, 1)
