import pytest

from builder.analyse.attribution.bearing import governing_words
from builder.analyse.attribution.judged import Unit
from builder.analyse.attribution.reading import Counts, Reading
from tests.analyse.parses import parsed

NONE = Counts({}, (0.0,) * 5)


def reading(*sentences):
    return Reading(parsed(*sentences), NONE, NONE, NONE)


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "governing"),
    [
        ("She/she/PRP/nsubj/1 said/say/VBD/ROOT/1 it/it/PRP/nsubj/3 fell/fall/VBD/ccomp/1", 1, (2, 3), []),
        (
            "She/she/PRP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 say/say/VB/ROOT/3 it/it/PRP/nsubj/5 fell/fall/VBD/ccomp/3",
            3,
            (4, 5),
            ["not"],
        ),
        ("She/she/PRP/nsubj/1 denied/deny/VBD/ROOT/1 it/it/PRP/nsubj/3 fell/fall/VBD/ccomp/1", 1, (2, 3), ["denied"]),
        (
            "She/she/PRP/nsubj/2 might/might/MD/aux/2 say/say/VB/ROOT/2 it/it/PRP/nsubj/4 fell/fall/VBD/ccomp/2",
            2,
            (3, 4),
            ["might"],
        ),
        (  # inside the content it is part of what is said
            "She/she/PRP/nsubj/1 said/say/VBD/ROOT/1 it/it/PRP/nsubj/5 might/might/MD/aux/5 not/not/RB/neg/5 fall/fall/VB/ccomp/1",
            1,
            (2, 5),
            [],
        ),
        (  # a negation in the content's own clause that the content leaves out
            "She/she/PRP/nsubj/1 said/say/VBD/ROOT/1 it/it/PRP/nsubj/4 not/not/RB/neg/4 was/be/VBD/ccomp/1 good/good/JJ/acomp/4",
            1,
            (5, 5),
            ["not"],
        ),
    ],
)
def test_what_turns_the_content_stands_outside_it(sentence, cue, content, governing):
    read = reading(sentence)
    found = governing_words(read, Unit(cue, (content,)))
    assert [read.tokens[i].text for i in found] == governing
