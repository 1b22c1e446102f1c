"""Which readings of experts stand beside a comparison."""

import pytest

from builder.knowledge.assemble import Facts, assemble
from builder.model.claims import Attribution
from builder.model.ids import ActorId
from builder.pages.views.common import open_desk
from builder.pages.views.compare import compare_page
from tests.support import (
    make_actor,
    make_claims,
    make_description,
    make_evidence,
    make_judgement,
    make_position,
    make_source,
    make_subject,
)

TEXT = make_source("Tarn, Bror Vik thinks, wants a quota, and will get it. Ossel will not.", source_id="gazette")
WHOLE = make_evidence(TEXT, "Tarn, Bror Vik thinks, wants a quota, and will get it.")
VIK = ActorId("bror-vik")


def readings(**position):
    """What stands beside, of one judgement on a part of the sentence that a position rests on."""
    known = {"evidence": WHOLE, "attribution": Attribution.EXPERT, "holder": VIK} | position
    judgement = make_judgement("quota-comes", make_evidence(TEXT, "will get it"), experts=(VIK,))
    knowledge = assemble(
        subject=make_subject(),
        sources=(make_description("gazette"),),
        texts={TEXT.id: TEXT},
        claims=make_claims(
            make_actor("bror-vik", WHOLE), make_actor("other", WHOLE), make_position(**known), judgement
        ),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0" * 64, checks={}),
    )
    one, two = knowledge.subject.parties[:2]
    row = compare_page(open_desk(knowledge).at_page("positions/compare/tarn-ossel.md"), (one, two)).rows[0]
    assert row.more == f"{len(row.judgements)} more"
    return [reading.text for reading in row.judgements]


def test_a_reading_that_the_cells_show_is_not_shown_twice():
    assert readings() == []


@pytest.mark.parametrize(
    "position",
    [
        {"attribution": Attribution.NARRATION},
        {"holder": ActorId("other")},
        {"evidence": make_evidence(TEXT, "Ossel will not.")},
        {"evidence": make_evidence(TEXT, "will")},
        {"issue": "ice"},
    ],
    ids=["not an expert's", "another's", "other words", "fewer words", "another issue"],
)
def test_a_reading_of_which_the_cells_do_not_show_the_words_is_shown(position):
    assert readings(**position) == ["The accord will hold."]
