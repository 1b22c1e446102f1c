"""In which other words an article may say a title or a state."""

import pytest

from builder.analyse.actors.forms import other_forms


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("head", "heads"),
        ("head", "ran"),
        ("member", "sits"),
        ("teacher of water law", "teaches water law"),
        ("teacher of water law", "taught water law"),
        ("lecturer in water law", "lectures in water law"),
        ("coordinator of repairs", "coordinates repairs"),
        ("former head", "headed"),
        ("former envoy", "once an envoy"),
        ("analyst", "analysts"),
        ("Denmark", "Danish"),
    ],
)
def test_a_verb_says_a_title_and_an_adjective_a_state(title, form):
    assert form in other_forms(title)


def test_a_field_is_told_with_its_verb_alone():
    assert "teaches" not in other_forms("teacher of water law")
    assert other_forms("harbour master") == frozenset()
