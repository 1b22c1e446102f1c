"""Ways to spoil a faultless extraction: each changes one record in place, given the gold."""


def said(change):
    """A damage to each attribution."""

    def damage(record, gold):
        for item in record["attributions"]:
            change(item, gold.articles[record["id"]])

    return damage


def shorter(item, article):
    end = item["content"][-1][1]
    item["content"] = [[start, min(stop, end - 1)] for start, stop in item["content"][:-1]] or [[end - 2, end]]


def elsewhere(role):
    def change(item, article):
        item[role] = [[0, 5]]

    return said(change)


def named(name):
    def change(item, article):
        item["speaker"] = name

    return said(change)


def without(kind):
    def damage(record, gold):
        record[kind] = record[kind][(len(record[kind]) + 1) // 2 :]

    return damage


def every(listed, **changes):
    def damage(record, gold):
        for item in record[listed]:
            item.update(changes)

    return damage


def what_must_not_come_out(record, gold):
    """Every forbidden passage as a quotation, twice where it may come once, and every forbidden name as a person."""
    article = gold.articles[record["id"]]
    for case in gold.facts.get(record["id"], {}).get("never", ()):
        for place in article.every(case["text"]):
            if case["as"] == "quote":
                item = {"content": [place], "cue": None, "source": None, "direct": True, "speaker": None}
                record["attributions"].append(item)
            else:
                record["persons"].append({"name": case["text"], "roles": [], "spans": [place], "expert": True})


def out_of_nothing(record, gold):
    first = {"span": [0, 3]}
    record["agreements"].append(first | {"title": "", "status": "signed", "date": None, "parties": []})
    record["figures"].append(first | {"value": 1, "unit": "count", "year": None})
    record["events"].append(first | {"date": "1900", "precision": "year", "status": "happened"})
    for party, issues in (gold.matrix or {}).get("empty", {}).items():
        for issue in issues:
            record["positions"].append(first | {"party": party, "issue": issue, "attribution": "narration"})
    item = {"content": [[0, 12]], "cue": None, "source": None, "direct": False, "speaker": None}
    record["attributions"].append(item)


DAMAGES = {
    "content shorter": said(shorter),
    "source elsewhere": elsewhere("source"),
    "cue elsewhere": elsewhere("cue"),
    "content elsewhere": elsewhere("content"),
    "everybody is nobody": named(None),
    "everybody is one man": named("Zacharias Null"),
    "half the utterances dropped": without("attributions"),
    "half the persons dropped": without("persons"),
    "half the agreements dropped": without("agreements"),
    "half the figures dropped": without("figures"),
    "half the events dropped": without("events"),
    "half the positions dropped": without("positions"),
    "roles lost": every("persons", roles=[{"title": "president", "affiliation": None}]),
    "expert not seen": every("persons", expert=False),
    "status wrong": every("agreements", status="in doubt", date="1900", kind="none", parties=["Nowhere"]),
    "value wrong": every("figures", value=-1, year=1900),
    "unit wrong": every("figures", unit="ells"),
    "date wrong": every("events", date="1900", status="never"),
    "cell wrong": every("positions", issue="nothing"),
    "party wrong": every("positions", party="nobody"),
    "level wrong": every("positions", attribution="hearsay"),
    "what must not come out": what_must_not_come_out,
    "out of nothing": out_of_nothing,
}
