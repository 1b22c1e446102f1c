"""Words of what narrows a list, and of what is handed out."""

from collections.abc import Mapping
from types import MappingProxyType

NARROWING: Mapping[str, str] = MappingProxyType(
    {
        "citations_lead": "To cite from, with the passages and where they are shown:",
        "clear": "Clear",
        "csv": "CSV",
        "download_csv": "Download CSV",
        "download_json": "Download JSON",
        "downloads": "The data",
        "downloads_lead": "Everything that stands on this site, with the offsets of every passage.",
        "facet_no_party": "none of the parties",
        "json": "All of it as JSON",
        "reviewed": "reviewed",
        "schema": "Its schema",
    }
)

FACETS: Mapping[str, str] = MappingProxyType(
    {
        "expert": "Expert",
        "importance": "Importance",
        "issue": "Issue",
        "kind": "Kind",
        "party": "Party",
        "review": "Reviewed or not",
        "role": "Role",
        "said": "Direct or reported",
        "sector": "Sector",
        "source": "Source",
        "speaker": "Speaker",
        "status": "Status",
        "timing": "Before or after",
        "unit": "Unit",
        "year": "Year",
    }
)
"""What a list can be narrowed by, under the key that stands in an address."""

NAMING_NOBODY = frozenset(
    (
        *("a", "all", "an", "another", "any", "both", "each", "every", "few", "he", "i", "it", "many", "most", "no"),
        *("nobody", "one", "others", "several", "she", "some", "somebody", "someone", "that", "the", "these", "they"),
        *("this", "those", "two", "three", "we", "who", "you"),
    )
)
"""Words with which what stands for a speaker begins when it is no name."""
