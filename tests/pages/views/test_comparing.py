"""Which figures of a disagreement are compared."""

import pytest

from builder.knowledge.assemble import Facts, assemble
from builder.pages.views.common import open_desk
from builder.pages.views.comparing import disagreement_chart
from tests.support import (
    make_claims,
    make_description,
    make_disagreement,
    make_evidence,
    make_figure,
    make_source,
    make_subject,
)

ONE = make_source("Tarn landed 400 tonnes of cod and 70 tonnes of eel.", source_id="one")
TWO = make_source("It was 450 tonnes of cod and 90 tonnes of eel, in 2 ports.", source_id="two")


def figure(claim_id, text, words, value, group, **fields):
    return make_figure(
        claim_id, make_evidence(text, words), value=value, as_printed=f"{value} tonnes", group=group, **fields
    )


COD = (figure("cod-1", ONE, ONE.text, 400, "cod"), figure("cod-2", TWO, TWO.text, 450, "cod"))
EEL = (figure("eel-1", ONE, ONE.text, 70, "eel"), figure("eel-2", TWO, TWO.text, 90, "eel"))


def chart(*claims, one="Tarn landed 400 tonnes.", two="Tarn landed 450 tonnes."):
    claim = make_disagreement("catch", (one, make_evidence(ONE, "400 tonnes")), (two, make_evidence(TWO, "450 tonnes")))
    knowledge = assemble(
        subject=make_subject(),
        sources=(make_description("one"), make_description("two")),
        texts={text.id: text for text in (ONE, TWO)},
        claims=make_claims(claim, *claims),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0" * 64, checks={}),
    )
    return disagreement_chart(open_desk(knowledge).at_page("disagreements/index.md"), claim)


def numbers(found):
    return [row.number for row in found.rows]


def test_the_figures_that_the_statements_repeat_are_compared():
    assert numbers(chart(*COD, *EEL)) == ["400", "450"]


def test_one_group_is_compared_though_the_statements_name_no_number():
    assert numbers(chart(*COD, one="It was less.", two="It was more.")) == ["400", "450"]


def test_of_several_groups_none_is_chosen_where_the_statements_do_not_say():
    assert chart(*COD, *EEL, one="It was less.", two="It was more.") is None


@pytest.mark.parametrize(
    "claims",
    [
        (),
        COD[:1],
        (COD[0], figure("cod-2", TWO, TWO.text, 450, "cod", unit="kg")),
        (COD[0], figure("cod-2", TWO, TWO.text, 400, "cod")),
        (*COD, figure("cod-3", TWO, TWO.text, 451, "cod")),
        tuple(figure(f"y{n}", t, t.text, 2000 + n, "cod", unit="year") for n, t in enumerate((ONE, TWO))),
    ],
    ids=["none", "one side", "other units", "the same value", "two on one side", "years"],
)
def test_what_cannot_be_compared_is_not_drawn(claims):
    assert chart(*claims, one="It was less.", two="It was more.") is None
