"""What each check of a build looks at, in one sentence for readers."""

from collections.abc import Mapping

SENTENCE: Mapping[str, str] = {
    "actors-have-something": "Every actor with a page has something on it.",
    "anchors-are-free": "No address on the site is given twice.",
    "attributions": "A party’s own position names who holds it, and a derived one shows its working.",
    "attributions-held": "Speakers of quotations are held against whom the passage names.",
    "automatic-words": "What no editor wrote is in the words of its passages.",
    "cues": "Reporting words stand beside the quotation.",
    "declared-gaps": "Where no source is said to say anything, no position stands.",
    "everything-reviewed": "Records that no editor has ruled on are counted and marked.",
    "evidence": "The passages that editors wrote down stand in the articles, character for character.",
    "evidence-is-verbatim": "What is published as a passage is that slice of the article.",
    "evidence-repeated": "Where an article prints a passage more than once, every place is known.",
    "experts-are-flagged": "Whoever a judgement is ascribed to is marked as an expert.",
    "figures": "Figures stand in their passages as printed.",
    "floors-reached": "No list has become shorter than the editor allows.",
    "names": "The name of an actor or a term, or another name of it, stands in its passages.",
    "qualifiers": "Words such as “about” or “more than” stand beside the figure.",
    "quote-kinds": "Quotation marks fit the kind of quotation.",
    "records": "Records of the editor’s were read and held against the articles.",
    "references": "Whatever a record refers to exists.",
    "references-resolve": "Every reference on the site leads somewhere.",
    "roles": "Titles and affiliations stand in the passages of the actor.",
    "said-once": "No two records of a kind say the same of the same passage.",
    "shares-within-limit": "No more of an article is published than the limit allows.",
    "something-to-publish": "There are sources and records at all.",
    "speakers": "The speaker’s name stands beside the quotation.",
    "statements-say-more": "At most one statement in ten of a kind only repeats its passage.",
    "undeclared-gaps": "Every party has a position on every issue, or a declared gap.",
    "unique-ids": "No two records have the same name.",
    "values": "The number of a figure is the one that is printed.",
}
"""By the name that the check has in the counts of a build."""
