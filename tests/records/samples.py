"""A small content folder that is right in every field: tests break one thing each."""

from builder.records import load_content

BRIEFING = """\
title: The Tarn accord
question: What did the islands agree?
description: A briefing about nothing real.
event: {name: The signing, start: 2031-05-02, end: 2031-05-03}
parties:
  - {id: tarn, name: Tarn, actor: tarn, names: [Tarn, the island]}
  - {id: ossel, name: Ossel}
issues:
  - id: fishing
    name: Fishing rights
    vocabulary: [herring, quota]
"""

EVIDENCE = "{source: gazette, text: 'the words as printed'}"

RECORDS = {
    "sources": "- id: gazette\n  file: gazette.txt\n  authors: Ada Finch\n  published: 2031-05-04\n  rights: excerpt\n",
    "actors": f"- id: tarn\n  name: Tarn\n  kind: state\n  roles: [{{title: host}}]\n  evidence: {EVIDENCE}\n",
    "quotes": f"- id: no-more\n  kind: direct\n  speaker: ada\n  issues: fishing\n  evidence: {EVIDENCE}\n",
    "agreements": (
        "- id: accord\n  title: Accord\n  kind: treaty\n  parties: [tarn, ossel]\n  status: signed\n"
        f"  evidence: {EVIDENCE}\n"
    ),
    "positions": (
        "- id: quota\n  party: tarn\n  issue: fishing\n  statement: Tarn wants a quota.\n  attribution: own-words\n"
        f"  evidence: {EVIDENCE}\n"
    ),
    "summaries": f"- id: all\n  statement: They agreed.\n  evidence: {EVIDENCE}\n",
    "judgements": (
        "- id: doubt\n  statement: It will not last.\n  experts: ada\n  issue: fishing\n  outlook: prediction\n"
        f"  evidence: {EVIDENCE}\n"
    ),
    "events": (
        "- id: signing\n  title: Signing\n  date: 2031-05\n  precision: month\n  status: happened\n"
        f"  evidence: {EVIDENCE}\n"
    ),
    "figures": (
        "- id: catch\n  subject: catch\n  value: 1500000\n  unit: t\n  as_printed: 1.5 million\n  year: 2030\n"
        f"  evidence: {EVIDENCE}\n"
    ),
    "disagreements": (
        "- id: size\n  title: Size\n  kind: count\n  versions:\n"
        f"    - {{statement: Ten., evidence: {EVIDENCE}}}\n    - {{statement: Twelve., evidence: {EVIDENCE}}}\n"
    ),
    "defects": f"- id: gap\n  kind: garbled\n  statement: A word is lost.\n  evidence: {EVIDENCE}\n",
    "gaps": "- id: ossel-fishing\n  party: ossel\n  issue: fishing\n",
    "terms": f"- id: quota\n  name: quota\n  definition: A limit.\n  aliases: [limit]\n  evidence: {EVIDENCE}\n",
}

WHOLE = {
    "briefing.yml": BRIEFING,
    "decisions.yml": "- {source: gazette, text: the quay, ruling: explained, reason: scenery}\n",
    "changes.yml": "- {date: 2031-05-05, kind: new, record: quotes/no-more, statement: One more quote.}\n",
    "floors.yml": "quotes: 1\nterms: 0\n",
    **{f"{kind}/all.yml": text for kind, text in RECORDS.items()},
}


def write_content(root, files):
    """Write files of `content/`, given by their path in it, and return the folder."""
    folder = root / "content"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load(root, files):
    content, issues = load_content(root, write_content(root, files))
    return content, [issue.line().removeprefix("content/") for issue in issues]


def lines_of(root, name, text):
    """What is said of one file beside a briefing that is right."""
    return load(root, {"briefing.yml": BRIEFING, name: text})[1]
