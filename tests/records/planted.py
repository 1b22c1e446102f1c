"""Mistakes an editor makes, and the lines that answer them: file, its text, what is said (without `content/` and file)."""

from tests.records.samples import BRIEFING, RECORDS

QUOTE = RECORDS["quotes"]
OLDER = "- id: no-more\n  kind: partial\n  evidence: {source: a, text: b}\n"
PASTE_EVIDENCE = "`evidence: {source: id-of-the-source, text: 'the words as printed'}`"

PLANTED = [
    (
        "quotes/a.yml",
        QUOTE.replace("speaker:", "speeker:"),
        "3: a quote has no field `speeker` — write `speaker:`, or take the line out [unknown-field]",
    ),
    (
        "gaps/a.yml",
        RECORDS["gaps"] + "  weather: fine\n",
        (
            "4: a gap has no field `weather` — "
            "take the line out; its fields are id, formerly, accept, party, issue [unknown-field]"
        ),
    ),
    (
        "gaps/a.yml",
        RECORDS["gaps"] + "  at: 5\n",
        (
            "4: a gap has no field `at` — "
            "take the line out; its fields are id, formerly, accept, party, issue [unknown-field]"
        ),
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("text:", "test:"),
        "5: an occurrence has no field `test` — write `text:`, or take the line out [unknown-field]",
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("  kind: direct\n", ""),
        "1: this quote has no `kind` — add `kind: direct` (direct, partial or indirect) [missing-field]",
    ),
    (
        "terms/a.yml",
        RECORDS["terms"].replace("id: quota\n  name: quota", "name: Total Quota"),
        "1: this term has no `id` — add `id: total-quota` [missing-field]",
    ),
    (
        "summaries/a.yml",
        "- id: all\n  statement: They agreed.\n",
        f"1: this summary has no `evidence` — add {PASTE_EVIDENCE} [missing-field]",
    ),
    (
        "summaries/a.yml",
        "- id: all\n  statement: They agreed.\n  evidence: []\n",
        f"3: `evidence` is empty — write {PASTE_EVIDENCE} [empty-text]",
    ),
    (
        "summaries/a.yml",
        "- id: all\n  statement: They agreed.\n  evidence: {source: a, text: []}\n",
        "3: `text` is empty — write `text: 'the words as printed'` [empty-text]",
    ),
    (
        "summaries/a.yml",
        "- id: all\n  statement:\n  evidence: {source: a, text: ['b', '']}\n",
        [
            "2: `statement` is empty — write `statement: One plain sentence.` [empty-text]",
            "3: `text` is empty — write `text: 'the words as printed'` [empty-text]",
        ],
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("speaker: ada", "cue: '  '"),
        "3: `cue` is empty — write `cue: …`, or take the line out [empty-text]",
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("direct", "dirct"),
        "2: “dirct” is not a value of `kind`; nearest: “direct” — write direct, partial or indirect [unknown-value]",
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("direct", "sung"),
        "2: “sung” is not a value of `kind` — write direct, partial or indirect [unknown-value]",
    ),
    (
        "agreements/a.yml",
        RECORDS["agreements"].replace("signed", "in force"),
        (
            "5: “in force” is not a value of `status`; nearest: “in-force” — "
            "write signed, in-force, expected, proposed, historical or unclear [unknown-value]"
        ),
    ),
    (
        "quotes/a.yml",
        QUOTE.replace("no-more", "No More!"),
        "1: “No More!” is not an id (small letters a to z, digits, single hyphens) — write `id: no-more` [bad-id]",
    ),
    (
        "quotes/a.yml",
        QUOTE + "  formerly: [older, Ältere]\n",
        "6: “Ältere” is not an id (small letters a to z, digits, single hyphens) — write altere [bad-id]",
    ),
    (
        "quotes/a.yml",
        QUOTE + OLDER,
        (
            "6: the id “no-more” belongs to the quote at content/quotes/a.yml:1 already — "
            "give one of them another id, such as no-more-2, or take it out [duplicate-id]"
        ),
    ),
    (
        "quotes/a.yml",
        QUOTE + OLDER.replace("no-more", "older\n  formerly: no-more"),
        (
            "7: the old id “no-more” is the id of the quote at content/quotes/a.yml:1 — "
            "take it out of `formerly`, or rename that one [duplicate-id]"
        ),
    ),
    (
        "quotes/a.yml",
        QUOTE + "  formerly: x\n" + OLDER.replace("no-more", "b\n  formerly: [x]"),
        "8: the old id “x” is claimed at content/quotes/a.yml:6 too — keep it in one of the two [duplicate-id]",
    ),
    (
        "quotes/a.yml",
        QUOTE + "  formerly: no-more\n",
        "6: the old id “no-more” is this quote's id now — take it out of `formerly` [duplicate-id]",
    ),
    (
        "quotes/a.yml",
        QUOTE + "  kind: partial\n",
        "6: `kind` is written twice, on lines 2 and 6 — keep one of the two [duplicate-key]",
    ),
    (
        "quotes/a.yml",
        "- id: [a]\n  kind: direct\n  evidence: the words\n",
        [
            (
                "1: `id` takes one text, and here stands a list — "
                "put a text that holds a colon, or begins with a bracket, in single quotes [wrong-type]"
            ),
            "3: `evidence` takes mappings, and here stands a text — write {source: …, text: …} [wrong-type]",
        ],
    ),
    (
        "actors/a.yml",
        RECORDS["actors"].replace("[{title: host}]", "host"),
        (
            "4: `roles` takes a list, and here stands a text — "
            "write `roles: [{title: …, affiliation: …}]`, or each item on a line after `- ` [wrong-type]"
        ),
    ),
    (
        "actors/a.yml",
        RECORDS["actors"].replace("{title: host}", "{}"),
        "4: this role has neither `title` nor `affiliation` — add one, or take it out [missing-field]",
    ),
    (
        "actors/a.yml",
        RECORDS["actors"] + "  expert: yes\n",
        "6: “yes” is neither true nor false — write `expert: true` [wrong-type]",
    ),
    (
        "figures/a.yml",
        RECORDS["figures"].replace("1500000", "1,500,000"),
        "3: “1,500,000” is not a number — write `value: 1500000` [wrong-type]",
    ),
    (
        "figures/a.yml",
        RECORDS["figures"].replace("1500000", "nan"),
        "3: “nan” is not a number — write it out in digits, such as 171000000000 [wrong-type]",
    ),
    (
        "figures/a.yml",
        RECORDS["figures"].replace("2030", "30"),
        "6: “30” is not a year — write four digits, such as 2024 [wrong-type]",
    ),
    (
        "sources/a.yml",
        RECORDS["sources"].replace("2031-05-04", "2031-05"),
        "4: “2031-05” is a month, not a day — write a day as 2024-01-31 [bad-date]",
    ),
    (
        "sources/a.yml",
        RECORDS["sources"].replace("2031-05-04", "4 May 2031"),
        "4: “4 May 2031” is not a date — write `published: 2031-05-04` [bad-date]",
    ),
    (
        "sources/a.yml",
        "- {id: a, file: a.txt, published_earliest: 2031-05-04, published_latest: 2031-05-01}\n",
        "1: 2031-05-01 lies before `published_earliest` 2031-05-04 — exchange the two, or mend one [bad-date]",
    ),
    (
        "sources/a.yml",
        RECORDS["sources"] + "  link: 'javascript:alert(1)'\n",
        (
            "6: “javascript:alert(1)” is not an address that begins with https:// or http:// — "
            "copy the whole address [bad-link]"
        ),
    ),
    (
        "sources/a.yml",
        RECORDS["sources"] + "  link: example.org/a\n",
        (
            "6: “example.org/a” is not an address that begins with https:// or http:// — "
            "write `link: https://example.org/a` [bad-link]"
        ),
    ),
    (
        "sources/a.yml",
        RECORDS["sources"] + "  language: English\n",
        "6: “English” is not a language code — write two small letters (ISO 639-1), such as en [unknown-value]",
    ),
    (
        "events/a.yml",
        RECORDS["events"].replace("2031-05", "2031-5-2"),
        "3: “2031-5-2” is not a date — write `date: 2031-05-02` [bad-date]",
    ),
    (
        "events/a.yml",
        RECORDS["events"].replace("2031-05", "2031-02-30"),
        "3: “2031-02-30” is not a date — write a day (2024-01-31), a month (2024-01) or a year (2024) [bad-date]",
    ),
    (
        "events/a.yml",
        RECORDS["events"].replace("precision: month", "precision: day"),
        (
            "4: the date 2031-05 is a month, the precision says day — "
            "write `precision: month`, or the date as a day [bad-date]"
        ),
    ),
    (
        "disagreements/a.yml",
        RECORDS["disagreements"].replace("Twelve.", "ten."),
        (
            "4: a disagreement needs two versions that differ in their statement — "
            "add the other side's version, or take the record out [versions-alike]"
        ),
    ),
    (
        "positions/a.yml",
        RECORDS["positions"].replace("own-words", "derived"),
        "5: a derived position has no `note` — add `note: how it follows from the passages` [missing-field]",
    ),
    (
        "positions/a.yml",
        "id: quota\nparty: tarn\n",
        (
            "1: this file holds a mapping, and a list of position records belongs here — "
            "begin each record with `- ` and indent its fields by two spaces [wrong-type]"
        ),
    ),
    (
        "positions/a.yml",
        "- quota\n",
        (
            "1: this is a text, not a position — "
            "write its fields, one a line: id: … evidence: … party: … issue: … statement: … attribution: … [wrong-type]"
        ),
    ),
    (
        "quotes/a.yml",
        QUOTE + "  accept: [{code: speaker-differs}]\n",
        "6: this acceptance has no `reason` — add `reason: why this is right` [missing-field]",
    ),
    (
        "decisions.yml",
        "- {source: a, text: b, ruling: reject, reason: c}\n",
        (
            "1: “reject” is not a value of `ruling`; nearest: “rejected” — "
            "write rejected, postponed, explained or same-utterance [unknown-value]"
        ),
    ),
    (
        "decisions.yml",
        "- {source: a, text: b, ruling: same-utterance, reason: c}\n",
        "1: `same-utterance` does not say of which quote — add `same_as: id-of-the-quote` [missing-field]",
    ),
    (
        "decisions.yml",
        "- {source: a, text: b, ruling: postponed, reason: c, same_as: d}\n",
        (
            "1: `same_as` goes with the ruling same-utterance only — "
            "write `ruling: same-utterance`, or take `same_as` out [unknown-field]"
        ),
    ),
    (
        "changes.yml",
        "- {date: soon, kind: new, record: quotes/a, statement: b}\n",
        "1: “soon” is not a date — write a day (2024-01-31), a month (2024-01) or a year (2024) [bad-date]",
    ),
    (
        "floors.yml",
        "quotes: -1\n",
        "1: “-1” is not a count — write 0 or a whole number above, such as `quotes: 10` [bad-number]",
    ),
    (
        "floors.yml",
        "qoutes: 1\n",
        (
            "1: “qoutes” is no kind of record; nearest: “quotes” — write one of sources, actors, quotes, agreements, "
            "positions, summaries, judgements, events, figures, disagreements, defects, gaps, terms [unknown-value]"
        ),
    ),
    ("floors.yml", "- quotes\n", "1: here stand no floors — write lines such as `quotes: 10` [wrong-type]"),
    (
        "briefing.yml",
        BRIEFING + "on_lost_evidence: withold\n",
        "12: “withold” is not a value of `on_lost_evidence`; nearest: “withhold” — write fail or withhold [unknown-value]",
    ),
    (
        "briefing.yml",
        BRIEFING + "published_share_limit: 60 %\n",
        "12: “60 %” is not between 0 and 1 — write `published_share_limit: 0.6` [bad-number]",
    ),
    (
        "briefing.yml",
        BRIEFING + "published_share_limit: 1.5\n",
        "12: “1.5” is not between 0 and 1 — write a part of 1, such as 0.6 [bad-number]",
    ),
    (
        "briefing.yml",
        BRIEFING + "as_of: 2031\n",
        "12: “2031” is a year, not a day — write a day as 2024-01-31 [bad-date]",
    ),
    (
        "briefing.yml",
        BRIEFING.replace("end: 2031-05-03", "end: 2031-05-01"),
        "4: 2031-05-01 lies before `start` 2031-05-02 — exchange the two, or mend one [bad-date]",
    ),
    (
        "briefing.yml",
        BRIEFING.replace("id: ossel", "id: tarn"),
        (
            "7: the id “tarn” belongs to the party at content/briefing.yml:6 already — "
            "give one of them another id, such as tarn-2, or take it out [duplicate-id]"
        ),
    ),
    (
        "briefing.yml",
        BRIEFING.replace("vocabulary:", "vocab:"),
        "11: an issue has no field `vocab` — write `vocabulary:`, or take the line out [unknown-field]",
    ),
    (
        "briefing.yml",
        BRIEFING.replace("title: The Tarn accord\n", ""),
        "1: this briefing has no `title` — add `title: A few words` [missing-field]",
    ),
]
