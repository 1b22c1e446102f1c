"""What kinds of change are called on the page of changes. A kind of the editor's own is called as it is written."""

from collections.abc import Mapping

from builder.knowledge.differences import DifferenceKind

CHANGE_KIND: Mapping[str, str] = {
    DifferenceKind.ADDED: "added",
    DifferenceKind.REMOVED: "removed",
    DifferenceKind.RENAMED: "new address",
    DifferenceKind.REVIEWED: "reviewed",
    DifferenceKind.ARTICLE: "article changed",
    DifferenceKind.CORRECTED: "corrected",
    DifferenceKind.SPEAKER: "speaker corrected",
    DifferenceKind.STATUS: "status changed",
    DifferenceKind.DETAIL: "corrected",
    DifferenceKind.PASSAGES: "other passages",
    "found": "found by the machine",
}
