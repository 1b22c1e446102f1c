"""What the parser reads wrong as a rule."""

import pytest

from builder.analyse.repairs import mend
from tests.analyse.parses import parsed

AGED = "31/31/CD/nummod/3 -/-/HYPH/punct/3 year/year/NN/npadvmod/5 -/-/HYPH/punct/5 old/old/JJ/amod/{head}"


def glued(*sentences):
    """The tokens, with the words of an age printed as one."""
    tokens = list(parsed(*sentences).tokens)
    for i, token in enumerate(tokens[1:], 1):
        if token.text in ("-", "year", "old"):
            width = token.end - token.start
            object.__setattr__(token, "start", tokens[i - 1].end)
            object.__setattr__(token, "end", tokens[i - 1].end + width)
    return tokens


def test_somebody_called_by_age_is_the_subject_of_the_verb_behind():
    tokens = glued(f"the/the/DT/det/6 {AGED.format(head=6)} said/say/VBD/ROOT/6")
    mend(tokens, 0, len(tokens))
    assert (tokens[5].dep, tokens[5].head, tokens[5].pos) == ("nsubj", 6, "NOUN")
    assert (tokens[0].dep, tokens[0].head) == ("det", 5)


def test_a_verb_taken_for_an_adjective_governs_what_it_was_said_to_describe():
    aged = AGED.format(head=8).replace("/3", "/4").replace("/5", "/6")
    tokens = glued(f"aimed/aim/VBD/ROOT/0 the/the/DT/det/8 {aged} told/tell/VBD/amod/8 radio/radio/NN/dobj/0")
    mend(tokens, 0, len(tokens))
    assert [(t.text, t.dep, tokens[t.head].text) for t in tokens if t.text in ("aimed", "old", "told", "radio")] == [
        ("aimed", "ccomp", "told"),
        ("old", "nsubj", "told"),
        ("told", "ROOT", "told"),
        ("radio", "dobj", "told"),
    ]


@pytest.mark.parametrize("behind", ["nurse/nurse/NN/nsubj/6", "./././punct/6"])
def test_an_age_before_a_noun_or_at_the_end_is_left_alone(behind):
    tokens = glued(f"the/the/DT/det/6 {AGED.format(head=6)} {behind}")
    before = list(tokens)
    mend(tokens, 0, len(tokens))
    assert tokens == before


def test_a_clause_that_hangs_on_the_words_stays_there():
    aged = AGED.format(head=7).replace("/amod/", "/nsubjpass/")
    tokens = glued(f"the/the/DT/det/5 {aged} accused/accuse/VBN/acl/5 spoke/speak/VBD/ROOT/7")
    before = list(tokens)
    mend(tokens, 0, len(tokens))
    assert tokens == before


def test_what_was_taken_for_a_noun_behind_a_quotation_tells_who_says_it():
    aged = (
        AGED.format(head=8)
        .replace("/3", "/5")
        .replace("old/old/JJ/amod", "old/old/JJ/amod")
        .replace("year/year/NN/npadvmod/5", "year/year/NN/npadvmod/7")
    )
    tokens = glued(
        f"fell/fall/VBD/ROOT/0 ”/”/,/punct/0 the/the/DT/det/8 {aged} jokes/joke/NNS/dobj/0 ././././punct/0".replace(
            "././././", "./././"
        )
    )
    mend(tokens, 0, len(tokens))
    assert [(t.text, t.dep, tokens[t.head].text) for t in tokens if t.text in ("fell", "old", "jokes")] == [
        ("fell", "ccomp", "jokes"),
        ("old", "nsubj", "jokes"),
        ("jokes", "ROOT", "jokes"),
    ]


ASKED = (
    "Asked/ask/VBN/advcl/6 by/by/IN/agent/0 Berg/berg/NNP/pobj/1 ,/,/,/punct/2 the/the/DT/det/5 mayor/mayor/NN/appos/2"
)


def test_who_stands_before_a_verb_without_a_subject_is_its_subject_and_no_apposition():
    tokens = list(parsed(f"{ASKED} agreed/agree/VBD/ROOT/6").tokens)
    mend(tokens, 0, len(tokens))
    assert (tokens[5].dep, tokens[5].head) == ("nsubj", 6)


@pytest.mark.parametrize(
    "behind", ["./././punct/2", "agreed/agree/VBD/ROOT/6 he/he/PRP/nsubj/6", "paid/pay/VBN/ROOT/6"]
)
def test_an_apposition_before_anything_else_stays_one(behind):
    tokens = list(parsed(f"{ASKED} {behind}").tokens)
    before = list(tokens)
    mend(tokens, 0, len(tokens))
    assert tokens == before


def test_heads_never_run_in_a_circle():
    aged = "31/31/CD/nummod/3 -/-/HYPH/punct/3 year/year/NN/npadvmod/5 -/-/HYPH/punct/5 old/old/JJ/acomp/0"
    tokens = glued(f"that/that/DT/ROOT/0 {aged} said/say/VBD/relcl/0 so/so/RB/advmod/6")
    mend(tokens, 0, len(tokens))
    reached = range(len(tokens))
    for _ in tokens:
        reached = [tokens[at].head for at in reached]
    assert all(tokens[at].head == at for at in reached)
