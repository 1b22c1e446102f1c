"""The words of the home page and of the legend of the matrix."""

from collections.abc import Mapping

FIRST_SEEN: Mapping[str, str] = {
    "bottom_line": "The bottom line",
    "by_actor": "By actor",
    "by_date": "By date",
    "by_issue": "By issue",
    "home_lead": "Every sentence opens onto the passage it rests on.",
    "on_this_page": "On this page",
    "own_statements": "Own statements",
    "ways_in": "Three ways in",
}
