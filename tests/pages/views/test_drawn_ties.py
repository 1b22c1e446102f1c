"""Which actors and agreements stand in the picture of agreements."""

import re

from builder.knowledge.assemble import Facts, assemble
from builder.model.claims import ActorKind, Importance, Status
from builder.model.ids import ActorId, PartyId
from builder.model.knowledge import Party
from builder.pages.views.common import open_desk
from builder.pages.views.drawn_ties import ties
from tests.support import (
    make_actor,
    make_agreement,
    make_claims,
    make_description,
    make_evidence,
    make_source,
    make_subject,
)

TEXT = make_source("Tarn, Ossel and Kara Dunn.")
ACTORS = (
    make_actor(
        "tarn-island",
        make_evidence(TEXT, "Tarn"),
        name="Tarn",
        kind=ActorKind.STATE,
        party=PartyId("tarn"),
        importance=Importance.CORE,
    ),
    make_actor("ossel-island", make_evidence(TEXT, "Ossel"), name="Ossel", kind=ActorKind.STATE),
    make_actor("kara-dunn", make_evidence(TEXT, "Kara Dunn"), name="Kara Dunn", party=PartyId("tarn")),
)


def agreement(claim_id, *parties, signed=(), status=Status.SIGNED):
    evidence = make_evidence(TEXT, TEXT.text)
    names = tuple(map(ActorId, parties)), tuple(map(ActorId, signed))
    return make_agreement(claim_id, evidence, title=claim_id, parties=names[0], signatories=names[1], status=status)


def drawn(*agreements):
    knowledge = assemble(
        subject=make_subject(parties=(Party(PartyId("tarn"), "Tarn", ActorId("tarn-island")),)),
        sources=(make_description(),),
        texts={TEXT.id: TEXT},
        claims=make_claims(*ACTORS, *agreements),
        changes=(),
        facts=Facts(generator_version="1", sources_sha256="0" * 64, checks={}),
    )
    found = ties(open_desk(knowledge).at_page("agreements/index.md"), tuple(enumerate(agreements, start=1)))
    return None if found is None else str(found.drawings[0])


def test_without_agreements_or_without_parties_nothing_is_drawn():
    assert drawn() is None
    assert drawn(agreement("a")) is None


def test_marks_and_names_lead_to_their_pages():
    svg = drawn(agreement("accord", "tarn-island", "ossel-island", signed=["kara-dunn"]))
    assert set(re.findall(r'<a href="([^"]*)">\s*<title>([^<]*)<', svg)) == {
        ("accord/#accord", "accord"),
        ("../actors/tarn-island/#tarn-island", "Tarn"),
        ("../actors/#ossel-island", "Ossel"),
        ("../actors/#kara-dunn", "Kara Dunn"),
    }


def test_what_has_the_same_parties_and_signatories_stands_in_one_frame():
    one = agreement("one", "tarn-island", "ossel-island")
    two = agreement("two", "ossel-island", "tarn-island", status=Status.UNCLEAR)
    three = agreement("three", "ossel-island", "tarn-island", signed=["kara-dunn"])
    assert drawn(one, two).count('class="pic-bundle"') == 1
    assert drawn(one, two, three).count('class="pic-bundle"') == 2
    assert drawn(one, two, three).count('class="pic-frame"') == 2


def test_the_legend_names_the_states_that_are_there():
    svg = drawn(agreement("one", "tarn-island", status=Status.EXPECTED))
    assert re.findall(r'class="pic-label">([^<]*)<', svg) == ["is a party to it", "expected"]
