"""What the search is given: every record once, with the names it goes by, in pieces that a reader can fetch one by one."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.knowledge.references import all_claims
from builder.model.claims import Kind, Ref, Review, Rights
from builder.pages.search import documents, search_assets
from builder.pages.search.document import Document, Facet
from builder.pages.search.named import forms_of_state, initials_in
from builder.pages.search.words import words_of
from tests.pages.small import small_knowledge

PAGES = (("about/method.md", "How it was made"),)


@pytest.fixture(scope="module")
def knowledge():
    return small_knowledge()


@pytest.fixture(scope="module")
def found(knowledge):
    return documents(knowledge, PAGES)


def assets(rows, **options):
    return {asset.path.removeprefix("data/search/"): json.loads(asset.data) for asset in search_assets(rows, **options)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tô Lâm’s U.S. visit", ("to", "lam", "us", "visit")),
        ("Đặng, the US$3.6 billion and 1,000", ("dang", "the", "us", "3.6", "billion", "and", "1,000")),
        ("non-Tarn “deal”", ("non", "tarn", "deal")),
        ("Kara's cod; the Dunns' house", ("kara", "cod", "the", "dunns", "house")),
        ("…", ()),
    ],
)
def test_words_are_compared_without_case_accents_and_marks(text, words):
    assert words_of(text) == words


@given(st.text())
def test_folding_twice_changes_nothing(text):
    words = words_of(text)
    assert words_of(" ".join(words)) == words


def test_everything_with_an_address_is_found_once(knowledge, found):
    subject = knowledge.subject
    refs = [
        *(Ref(Kind.PARTIES, party.id) for party in subject.parties),
        *(Ref(Kind.TOPICS, topic.id) for topic in subject.topics),
        *(Ref(Kind.SOURCES, source.id) for source in knowledge.sources),
    ]
    expected = Counter(knowledge.urls[ref] for ref in refs)
    expected.update(knowledge.urls[ref] for ref, claim in knowledge.by_ref.items() if claim in set_of(knowledge))
    records = Counter(d.url for d in found if d.facet not in {Facet.PAGES, Facet.PASSAGES})
    assert records == expected
    assert len(records) > 30
    assert set(Facet) == {document.facet for document in found}


def set_of(knowledge):
    return tuple(all_claims(knowledge.claims))


def test_a_hit_shows_a_passage_and_no_sentence_of_the_programs_own(knowledge, found):
    texts = [" ".join(text.text.split()) for text in knowledge.texts.values()]
    shown = [d for d in found if d.text and d.facet not in {Facet.PAGES, Facet.PARTIES, Facet.TOPICS}]
    assert len(shown) > 20
    for document in shown:
        for part in document.text.split(" […] "):
            assert any(part in text for text in texts), document


def test_an_actor_is_found_by_every_name_and_so_is_what_names_it(knowledge, found):
    actor = next(a for a in knowledge.claims.actors if a.aliases)
    own = next(d for d in found if d.facet is Facet.ACTORS and d.title == actor.name)
    assert set(actor.aliases) <= set(own.names)
    naming = [d for d in found if d.facet is Facet.PASSAGES and actor.name in d.text]
    assert naming
    assert all(set(actor.aliases) <= set(d.named) for d in naming)


def test_editors_records_outweigh_automatic_ones_and_paragraphs_come_last(knowledge, found):
    first = knowledge.claims.quotes[0]
    other = Review.AUTO if first.review is Review.EDITOR else Review.EDITOR
    claims = replace(knowledge.claims, quotes=(replace(first, review=other), *knowledge.claims.quotes[1:]))
    by_url = {d.url: d.weight for d in found}
    changed = {d.url: d.weight for d in documents(replace(knowledge, claims=claims), PAGES)}
    url = knowledge.urls[Ref(Kind.QUOTES, first.id)]
    assert (changed[url] < by_url[url]) == (other is Review.AUTO)
    assert changed[url] != by_url[url]
    assert found[-1].facet is Facet.PASSAGES
    assert all(d.weight < 1 for d in found if d.facet is Facet.PASSAGES)


def test_words_that_may_not_be_published_are_not_in_the_index(knowledge):
    closed = tuple(replace(source, rights=Rights.NONE) for source in knowledge.sources)
    shown = [d for d in documents(replace(knowledge, sources=closed), PAGES) if d.facet is not Facet.PAGES]
    assert not any(d.facet is Facet.PASSAGES for d in shown)
    assert [d.text for d in shown if d.facet not in {Facet.PARTIES, Facet.TOPICS} and d.text] == []


def test_long_names_are_found_by_their_initials_and_states_by_what_everybody_calls_them():
    assert initials_in("a seat on the United Nations Security Council, he said") == ("UNSC",)
    assert initials_in("the Centre for the Study of Cod and Ice in Tarn") == ("CSCI",)
    assert initials_in("Kara Dunn, Bror Vik") == ()
    assert {"American", "USA", "America"} <= set(forms_of_state("United States"))
    assert forms_of_state("Tarn") == ()


def test_a_small_index_is_fetched_whole(found):
    files = assets(found, same=(("Old Harbour", "Sønder"),))
    manifest = files["manifest.json"]
    assert manifest["whole"] is True
    assert manifest["words"] == []
    assert manifest["same"] == [["old harbour", "sonder"]]
    groups = [files[f"group-{number}.json"] for number in range(manifest["groups"])]
    assert [tuple(row) for group in groups for row in group] == [document.row() for document in found]
    assert manifest["documents"] == len(found)


def many(count):
    return [
        Document(
            facet=Facet.QUOTES,
            url=f"quotes/#q{number}",
            title=f"Speaker{number % 97}",
            text=f"word{number} common cod " + "filler of the sentence that goes on " * 8,
        )
        for number in range(count)
    ]


def test_of_a_large_index_the_words_say_where_to_look():
    files = assets(many(4000))
    manifest = files["manifest.json"]
    assert manifest["whole"] is False
    lists = [files[f"words-{number}.json"] for number in range(len(manifest["words"]))]
    assert [next(iter(words)) for words in lists] == manifest["words"]
    where = {word: groups for words in lists for word, groups in words.items()}
    assert sorted(where) == list(where)
    assert len(where["common"]) == 48
    for number in (0, 1234, 3999):
        (group,) = where[f"word{number}"]
        assert [row[1] for row in files[f"group-{group}.json"]].count(f"quotes/#q{number}") == 1


def test_the_same_documents_give_the_same_bytes(knowledge):
    first, second = search_assets(documents(knowledge, PAGES)), search_assets(documents(small_knowledge(), PAGES))
    assert first == second
    assert len(first) > 1
