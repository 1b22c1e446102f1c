import hashlib
import json
from dataclasses import replace

import pytest

from builder.model.claims import Kind, Ref, Review
from builder.model.issues import BriefingError
from builder.project import compile_briefing, fingerprint, read_inputs, render, write_docs
from tests.support import change

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _no_time_given(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def compiled(settings):
    return compile_briefing(read_inputs(settings))


def codes(compilation):
    return [issue.code for issue in compilation.issues if issue.is_error]


def test_the_tiny_project_has_a_record_of_each_kind_and_no_error(tiny) -> None:
    compilation = compiled(tiny)
    assert codes(compilation) == []
    counts = compilation.knowledge.build.counts
    assert all(counts[kind.value] for kind in Kind)
    assert all(compilation.checks.values())
    assert compilation.knowledge.build.checks == compilation.checks


def test_the_same_words_of_two_articles_are_one_quote_and_one_source_of_support(tiny) -> None:
    knowledge = compiled(tiny).knowledge
    (quote,) = knowledge.claims.quotes
    assert (quote.id, quote.formerly) == ("nobody-turned-away", ("nobody-turned-away-office",))
    assert [o.speaker for o in quote.occurrences] == ["ivo-brandt", "ossel-harbour-office"]
    assert knowledge.support[Ref(Kind.QUOTES, quote.id)] == 1
    automatic = [d for d in knowledge.claims.disagreements if d.review is Review.AUTO]
    assert [(d.id, d.kind) for d in automatic] == [("nobody-turned-away-speaker", "speaker")]
    assert knowledge.support[Ref(Kind.DISAGREEMENTS, "how-high-is-the-quota")] == 2


def test_as_of_is_the_briefing_s_or_the_latest_day_of_a_source(tiny) -> None:
    assert compiled(tiny).knowledge.build.as_of == "2031-05-06"
    change(tiny.root, "content/briefing.yml", "published_share_limit: 1", 'as_of: "2031-06-01"')
    assert compiled(tiny).knowledge.build.as_of == "2031-06-01"


def test_the_only_time_is_the_one_the_caller_gives(tiny, monkeypatch) -> None:
    assert compiled(tiny).knowledge.build.built is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert compiled(tiny).knowledge.build.built == "1970-01-02T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BriefingError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        read_inputs(tiny)


def test_the_fingerprint_is_what_sha256sum_prints_sorted_by_path(tiny) -> None:
    seeds = read_inputs(tiny).seeds
    lines = "".join(f"{hashlib.sha256(s.data).hexdigest()}  {s.path}\n" for s in sorted(seeds, key=lambda s: s.path))
    assert fingerprint(seeds) == hashlib.sha256(lines.encode("utf-8")).hexdigest()
    assert fingerprint(tuple(reversed(seeds))) == fingerprint(seeds)
    assert fingerprint(seeds[:1]) != fingerprint(seeds)


def test_mistakes_of_every_stage_come_in_one_run_sorted_by_place(tiny) -> None:
    change(tiny.root, "content/events/all.yml", "precision: day", "precision: days")
    change(tiny.root, "content/summaries/all.yml", "nine years.}", "ten years.}")
    change(tiny.root, "content/positions/all.yml", "issue: harbours", "issue: fishing")
    change(tiny.root, "content/floors.yml", "quotes: 1", "quotes: 9")
    compilation = compiled(tiny)
    found = codes(compilation)
    assert {"gap-filled", "floor-missed"} <= set(found)
    assert {issue.at.path for issue in compilation.issues if issue.is_error} == {
        "content/events/all.yml",
        "content/floors.yml",
        "content/gaps/all.yml",
        "content/summaries/all.yml",
    }
    assert list(compilation.issues) == sorted(compilation.issues)
    assert compilation.knowledge is not None
    with pytest.raises(BriefingError, match="errors"):
        render(compilation)


def lines(compilation):
    """The errors; the warning of the tiny project, that one disagreement is automatic, is left out."""
    return [issue.line() for issue in compilation.issues if issue.code != "unreviewed"]


def test_a_fault_of_form_hides_no_other_fault_of_its_record(tiny) -> None:
    change(
        tiny.root,
        "content/quotes/all.yml",
        "  kind: direct\n  speaker: ivo-brandt\n",
        "  kind: directly\n  weather: fine\n  speaker: ivo-brand\n",
    )
    change(tiny.root, "content/quotes/all.yml", "issues: [harbours]", "issues: [harbour]")
    change(tiny.root, "content/quotes/all.yml", "cue: told", "cue: shouted")
    change(tiny.root, "content/quotes/all.yml", "text: Nobody will be", "text: Nobody shall be")
    change(
        tiny.root,
        "content/positions/all.yml",
        "{source: herald, text: the quota would be kept at 400",
        "{source: herald, txt: the quota would be kept at 400",
    )
    change(tiny.root, "content/positions/all.yml", "holder: kara-dunn", "holder: kara-don")
    assert sorted(codes(compiled(tiny))) == sorted(
        [
            *("unknown-value", "unknown-field", "actor-unknown", "issue-unknown", "evidence-missing"),
            *("unknown-field", "actor-unknown"),
        ]
    )


def test_the_second_record_of_an_id_is_checked_like_the_first(tiny) -> None:
    change(tiny.root, "content/quotes/all.yml", "- id: nobody-turned-away-office", "- id: nobody-turned-away")
    change(tiny.root, "content/quotes/all.yml", "  speaker: ossel-harbour-office", "  speaker: ossel-harbor-office")
    assert sorted(codes(compiled(tiny))) == ["actor-unknown", "duplicate-id"]


def test_a_fault_of_form_on_one_line_hides_nothing_either(tiny) -> None:
    (tiny.content / "terms/all.yml").write_text(
        "- {id: Drift Net, name: drift nets, definition: Nets., evidence: {source: lantern, text: a ban on drift nots}}\n",
        encoding="utf-8",
    )
    assert sorted(codes(compiled(tiny))) == ["bad-id", "evidence-missing"]


def test_an_actor_with_a_fault_of_form_is_known_all_the_same(tiny) -> None:
    change(tiny.root, "content/actors/all.yml", "kind: person\n  party: ossel", "kind: persona\n  party: ossel")
    assert codes(compiled(tiny)) == ["unknown-value"]
    assert len(lines(compiled(tiny))) == 1


def test_a_source_record_with_a_fault_of_form_still_names_its_article(tiny) -> None:
    change(
        tiny.root, "content/sources/all.yml", "date_basis: stated, timing: during", "date_basis: said, timing: during"
    )
    (line,) = lines(compiled(tiny))
    assert line == (
        "content/sources/all.yml:1: “said” is not a value of `date_basis`; nearest: “stated” — "
        "write stated, derived or unknown [unknown-value]"
    )


@pytest.mark.parametrize("new_name", [None, "seeds/journal.txt"])
def test_a_missing_article_is_one_line_that_names_what_rests_on_it(tiny, new_name) -> None:
    seed = tiny.root / "seeds/herald.txt"
    seed.rename(tiny.root / new_name) if new_name else seed.unlink()
    (line,) = lines(compiled(tiny))
    mend = "write `file: journal.txt`" if new_name else "put the article there, or take the record out"
    assert line == (
        "content/sources/all.yml:1: there is no readable article “herald.txt” among the seeds, and 15 records rest on it: "
        "actors/tarn, actors/ossel, actors/ivo-brandt, actors/kara-dunn, actors/lena-moss, quotes/nobody-turned-away, "
        "agreements/fisheries-accord, positions/ossel-open-harbours, positions/tarn-keeps-quota, summaries/quarrel-over, "
        "judgements/accord-needs-cold-water, events/signing, figures/quota-herald, "
        f"disagreements/how-high-is-the-quota, defects/it-it — {mend} [seed-missing]"
    )


def test_a_changed_article_tells_of_the_records_that_lost_words_and_of_nothing_that_follows(tiny) -> None:
    change(tiny.root, "seeds/herald.txt", "kept at 400 tonnes", "kept at 410 tonnes")
    change(tiny.root, "seeds/herald.txt", "Tarn and Ossel signed", "Ossel and Tarn signed")
    found = [issue for issue in compiled(tiny).issues if issue.code != "evidence-missing"]
    assert found == []
    assert len(codes(compiled(tiny))) == 6


def test_without_a_briefing_there_is_no_knowledge_and_an_error(tiny) -> None:
    (tiny.content / "briefing.yml").unlink()
    compilation = compiled(tiny)
    assert compilation.knowledge is None
    assert compilation.has_errors
    assert "briefing-missing" in codes(compilation)


def test_an_acceptance_reaches_the_issue_of_its_record(tiny) -> None:
    change(tiny.root, "content/actors/all.yml", "  expert: true\n", "")
    assert codes(compiled(tiny)) == ["expert-unflagged"]
    change(
        tiny.root,
        "content/actors/all.yml",
        "- id: lena-moss\n",
        "- id: lena-moss\n  accept: [{code: expert-unflagged, reason: she speaks for herself}]\n",
    )
    assert codes(compiled(tiny)) == []
    change(
        tiny.root, "content/actors/all.yml", "roles: [{title: biologist", "expert: true\n  roles: [{title: biologist"
    )
    assert codes(compiled(tiny)) == ["accept-stale"]


def test_pages_and_data_are_written_once_and_only_on_change(tiny) -> None:
    compilation = compiled(tiny)
    files = render(compilation)
    first, second = write_docs(tiny, compilation), write_docs(tiny, compilation)
    assert (first.written, second.written, second.unchanged) == (len(files), 0, len(files))
    assert {"index.md", "actors/ivo-brandt.md", "about/method.md", "data/briefing.json"} <= set(files)
    assert (tiny.docs_dir / "index.md").read_bytes() == files["index.md"]
    assert (tiny.docs_dir / ".gitignore").exists()


def test_a_renamed_issue_keeps_its_old_address_and_says_its_new_name(tiny) -> None:
    change(tiny.root, "content/briefing.yml", "{id: fishing, name: Fishing", "{id: fish, name: Fish, formerly: fishing")
    renamed = [line for line in lines(compiled(tiny)) if "it was renamed: write `fish`" in line]
    assert len(renamed) == len(codes(compiled(tiny))) == 5
    for name in ("quotes", "positions", "summaries", "judgements", "gaps", "disagreements"):
        path = tiny.content / name / "all.yml"
        text = path.read_text(encoding="utf-8").replace("issue: fishing", "issue: fish").replace("[fishing]", "[fish]")
        path.write_text(text, encoding="utf-8")
    files = render(compiled(tiny))
    assert b"fish.md#fish" in files["issues/fishing.md"]
    assert b"# Fish" in files["issues/fish.md"]
    entry = next(e for e in json.loads(files["data/briefing.json"])["issues"] if e["id"] == "fish")
    assert entry == {"id": "fish", "name": "Fish", "url": "issues/fish/#fish", "formerly": ["fishing"]}


def test_every_address_leads_to_a_page_that_is_made(tiny) -> None:
    compilation = compiled(tiny)
    paths = set(render(compilation))
    for url in compilation.knowledge.urls.values():
        page = url.partition("#")[0]
        assert f"{page}index.md" in paths or f"{page.rstrip('/')}.md" in paths, url


def test_the_same_inputs_give_the_same_bytes_in_whatever_order_they_come(tiny) -> None:
    inputs = read_inputs(tiny)
    records = inputs.content.records
    turned = replace(
        inputs,
        seeds=tuple(reversed(inputs.seeds)),
        content=replace(
            inputs.content,
            records=replace(records, quotes=tuple(reversed(records.quotes)), actors=tuple(reversed(records.actors))),
        ),
    )
    assert render(compile_briefing(inputs)) == render(compile_briefing(turned))


def test_a_passage_that_only_dates_does_not_count_as_support(tiny):
    path = tiny.content / "events" / "all.yml"
    text = path.read_text("utf-8")
    ref = Ref(Kind.EVENTS, text.splitlines()[0].removeprefix("- id: "))
    more = "    - {source: lantern, text: Two days after the signing in Grell%s}\n"
    first, break_, rest = text.partition("\n- id:")
    counts = {}
    for bears in ("", ", bears: date"):
        path.write_text(first.rstrip("\n") + "\n" + more % bears + break_.lstrip("\n") + rest, "utf-8")
        compilation = compile_briefing(read_inputs(tiny))
        assert not compilation.has_errors, compilation.issues
        counts[bears] = compilation.knowledge.support[ref]
        assert [passage.source for passage in compilation.knowledge.by_ref[ref].beside] == ["lantern"] * bool(bears)
    assert counts == {"": 2, ", bears: date": 1}
