"""What an article states, completed by its record."""

from typing import Any

import pytest

from builder.ingest import Article, Stated
from builder.knowledge import apply_acceptances
from builder.model.claims import DateBasis, Rights, Timing
from builder.model.issues import Severity
from builder.model.text import BlockKind, Seed, Sourced, Span
from builder.reconcile import describe_sources, source_ids
from builder.records.place import Place
from builder.records.schema import Acceptance, EventEntry, Records, SourceRecord
from tests.reconcile.seed_texts import seed_articles
from tests.reconcile.writing import codes, content, write
from tests.support import make_source

TEXT = "Cod ‘off limits’\n\nBy Ada Reed, 4 May 2031\n\nThe boats stay in.  Nobody sails."


def article(source_id: str = "cod", **stated: Any) -> Article:
    known = {
        "title": None,
        "outlet": None,
        "authors": (),
        "published": None,
        "language": "en",
        "link": None,
        "relays": None,
    }
    kinds = (BlockKind.HEADLINE, BlockKind.BYLINE)
    return Article(make_source(TEXT, source_id=source_id, kinds=kinds), Stated(**(known | stated)))


TITLE = Sourced("Cod ‘off limits’", (Span(0, 16),))
ADA = Sourced("Ada Reed", (Span(21, 29),))
DAY = Sourced("2031-05-04", (Span(31, 41),))
FULL = article(title=TITLE, authors=(ADA,), published=DAY)


def record(**fields: Any) -> SourceRecord:
    return write(SourceRecord, **({"id": "cod", "file": "cod.txt"} | fields))


def event(start: str | None = "2031-05-04", end: str | None = "2031-05-05") -> EventEntry:
    return EventEntry(at=Place("content/briefing.yml", 1), name="The signing", start=start, end=end)


def describe(one: Article, *records: SourceRecord, **fields: Any) -> Any:
    (source,), issues = describe_sources([one], content(*records, **fields))
    return source, issues


class TestIds:
    SEEDS = (Seed("seeds/001_Cod & Co.txt", b""), Seed("seeds/b.txt", b""), Seed("seeds/b.md", b""))

    def test_a_record_names_its_seed_else_the_files_stem_does(self) -> None:
        ids = source_ids(self.SEEDS[:2], Records(sources=(record(id="gazette", file="b.txt"),)))
        assert ids == {"seeds/001_Cod & Co.txt": "001-cod-co", "seeds/b.txt": "gazette"}

    def test_the_folder_may_be_written(self) -> None:
        assert source_ids(self.SEEDS[1:2], Records(sources=(record(id="x", file="seeds/b.txt"),)))["seeds/b.txt"] == "x"

    def test_ids_are_unique_and_do_not_depend_on_order(self) -> None:
        records = Records(sources=(record(id="001-cod-co", file="b.md"),))
        ids = source_ids(self.SEEDS, records)
        assert len(set(ids.values())) == 3
        assert ids == source_ids(self.SEEDS[::-1], records)
        assert len(set(source_ids(self.SEEDS, Records()).values())) == 3


class TestWithoutARecord:
    def test_what_is_not_stated_is_not_known(self) -> None:
        source, issues = describe(article())
        assert issues == ()
        assert (source.title, source.outlet, source.authors, source.published, source.link) == (
            None,
            None,
            (),
            None,
            None,
        )
        assert (source.date_basis, source.timing, source.rights) == (DateBasis.UNKNOWN, Timing.UNKNOWN, Rights.EXCERPT)

    def test_what_is_stated_is_known(self) -> None:
        source, _ = describe(FULL)
        assert (source.title, source.authors, source.published) == ("Cod ‘off limits’", ("Ada Reed",), "2031-05-04")
        assert (source.date_basis, source.timing) == (DateBasis.STATED, Timing.DURING)

    def test_words_are_those_of_the_running_text(self) -> None:
        assert describe(FULL)[0].words == 6


class TestWithARecord:
    def test_it_completes_what_the_text_leaves_open(self) -> None:
        source, issues = describe(
            article(), record(title="Cod", outlet="The Gazette", authors=("A",), relays="Wire", relays_part=True, link="https://x.example/", rights=Rights.FULL)
        )  # fmt: skip
        assert issues == ()
        assert (source.title, source.outlet, source.authors) == ("Cod", "The Gazette", ("A",))
        assert (source.relays, source.relays_part, source.link, source.rights) == (
            "Wire",
            True,
            "https://x.example/",
            Rights.FULL,
        )
        assert str(source.at) == "content/sources/a.yml:10"

    def test_the_same_words_in_other_marks_are_no_difference(self) -> None:
        source, issues = describe(FULL, record(title="Cod 'off  limits'", authors=("Ada Reed",)))
        assert issues == ()
        assert source.title == "Cod ‘off limits’"

    def test_a_headline_cannot_be_changed(self) -> None:
        source, (issue,) = describe(FULL, record(title="Cod off limits"))
        assert (issue.code, str(issue.at), issue.record) == (
            "source-differs",
            "content/sources/a.yml:13",
            "sources/cod",
        )
        assert "(line 1): “Cod ‘off limits’”" in issue.what
        assert source.title == "Cod ‘off limits’"

    @pytest.mark.parametrize("authors", [(), ("Ada Read",), ("Ada Reed", "Bo Lund")])
    def test_authors_cannot_be_changed(self, authors: tuple[str, ...]) -> None:
        assert codes(describe(FULL, record(authors=authors))[1]) == ["source-differs"]

    def test_a_stated_day_cannot_be_changed(self) -> None:
        source, issues = describe(FULL, record(published="2031-05-05"))
        assert codes(issues) == ["source-differs"]
        assert source.published == "2031-05-04"

    def test_what_was_misread_is_corrected_where_the_record_accepts_the_difference(self) -> None:
        accept = (Acceptance(at=Place("content/sources/a.yml", 30), code="source-differs", reason="a section title"),)
        fields = {"title": "Cod off limits", "authors": ("Ada Read",), "published": "2031-05-06", "accept": accept}
        source, issues = describe(FULL, record(**fields), event=event())
        assert (source.title, source.authors, source.published) == ("Cod off limits", ("Ada Read",), "2031-05-06")
        assert (source.date_basis, source.timing) == (DateBasis.STATED, Timing.AFTER)
        assert codes(issues) == ["source-differs"] * 3
        assert apply_acceptances(issues, content(record(**fields)).records) == ()

    def test_an_acceptance_changes_nothing_that_does_not_differ(self) -> None:
        accept = (Acceptance(at=Place("content/sources/a.yml", 30), code="source-differs", reason="the author"),)
        source, issues = describe(FULL, record(title="Cod 'off  limits'", authors=(), accept=accept))
        assert (source.title, source.authors, source.published) == ("Cod ‘off limits’", (), "2031-05-04")
        assert codes(issues) == ["source-differs"]

    def test_a_missing_seed_suggests_the_nearest(self) -> None:
        _, (issue,) = describe(article(), record(file="cot.txt"))
        assert (issue.code, issue.at.line, issue.mend) == ("seed-missing", 12, "write `file: cod.txt`")

    def test_two_records_for_a_file_are_an_issue(self) -> None:
        source, (issue,) = describe(article(), record(outlet="A"), record(id="kod", outlet="B"))
        assert (issue.code, source.outlet) == ("seed-twice", "A")


class TestDates:
    @pytest.mark.parametrize(
        ("days", "timing"),
        [
            ({"published": "2031-05-03"}, Timing.BEFORE),
            ({"published": "2031-05-04"}, Timing.DURING),
            ({"published": "2031-05-05"}, Timing.DURING),
            ({"published": "2031-05-06"}, Timing.AFTER),
            ({"published_earliest": "2031-05-06"}, Timing.AFTER),
            ({"published_latest": "2031-05-03"}, Timing.BEFORE),
            ({"published_earliest": "2031-05-04", "published_latest": "2031-05-05"}, Timing.DURING),
            ({"published_earliest": "2031-05-03", "published_latest": "2031-05-05"}, Timing.UNKNOWN),
            ({"published_earliest": "2031-05-04"}, Timing.UNKNOWN),
        ],
    )
    def test_timing_follows_from_the_days(self, days: dict[str, str], timing: Timing) -> None:
        source, issues = describe(article(), record(note="From the text.", **days), event=event())
        assert (source.timing, source.date_basis, issues) == (timing, DateBasis.DERIVED, ())

    def test_an_event_of_one_day_needs_no_end(self) -> None:
        assert describe(FULL, event=event(end=None))[0].timing is Timing.DURING
        assert describe(FULL, event=event(start=None, end=None))[0].timing is Timing.UNKNOWN

    def test_a_written_timing_stands(self) -> None:
        assert describe(FULL, record(timing=Timing.BEFORE))[0].timing is Timing.BEFORE

    @pytest.mark.parametrize(
        ("fields", "code", "line"),
        [
            ({"published": "2031-05-04"}, "note-missing", 13),
            ({"published_latest": "2031-05-04", "date_basis": DateBasis.DERIVED}, "note-missing", 14),
            ({"published": "2031-05-04", "date_basis": DateBasis.UNKNOWN}, "date-basis-differs", 14),
            ({"date_basis": DateBasis.STATED}, "date-basis-differs", 13),
            ({"published_earliest": "2031-05-04", "published_latest": "2031-05-03", "note": "n"}, "date-order", 13),
            ({"published": "2031-05-04", "published_earliest": "2031-05-05", "note": "n"}, "date-order", 14),
            ({"published": "2031-05-04", "published_latest": "2031-05-03", "note": "n"}, "date-order", 14),
        ],
    )
    def test_days_that_do_not_hold_together(self, fields: dict[str, Any], code: str, line: int) -> None:
        _, (issue,) = describe(article(), record(**fields))
        assert (issue.code, issue.at.line, issue.severity) == (code, line, Severity.ERROR)

    def test_a_stated_day_outside_the_written_bounds(self) -> None:
        assert codes(describe(FULL, record(published_earliest="2031-06-01"))[1]) == ["date-order"]

    def test_a_day_called_stated_that_was_not_read_is_a_warning(self) -> None:
        source, (issue,) = describe(article(), record(published="2031-05-04", date_basis=DateBasis.STATED))
        assert (issue.code, issue.severity) == ("date-not-read", Severity.WARNING)
        assert source.date_basis is DateBasis.STATED


def test_all_faults_of_all_records_in_one_run_and_sources_sorted() -> None:
    both = [article("cod"), article("ale", published=DAY)]
    records = (
        record(published="2031-05-04"),
        record(id="ale", file="ale.txt", published="2031-05-05"),
        record(id="x", file="x.txt"),
    )
    sources, issues = describe_sources(both, content(*records))
    assert [source.id for source in sources] == ["ale", "cod"]
    assert sorted(codes(issues)) == ["note-missing", "seed-missing", "source-differs"]


def test_the_shipped_articles_describe_themselves() -> None:
    sources, issues = describe_sources(seed_articles(), content())
    assert issues == ()
    assert len(sources) == 5
    assert all(source.words > 400 for source in sources)


@pytest.mark.parametrize(
    ("one", "fields", "label"),
    [
        (FULL, {"label": "The ban"}, "The ban"),
        (FULL, {"outlet": "Gazette"}, "Gazette"),
        (FULL, {}, "Ada Reed"),
        (article(title=TITLE), {}, "Cod ‘off limits’"),
        (article(), {}, "cod"),
    ],
)
def test_a_source_has_a_short_name(one: Article, fields: dict[str, str], label: str) -> None:
    assert describe(one, record(**fields))[0].label == label
    if not fields:
        assert describe(one)[0].label == label
