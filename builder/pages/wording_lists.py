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
        "facet_expert": "Expert",
        "facet_importance": "Importance",
        "facet_issue": "Issue",
        "facet_kind": "Kind",
        "facet_no_party": "none of the parties",
        "facet_party": "Party",
        "facet_review": "Reviewed or not",
        "facet_role": "Role",
        "facet_said": "Direct or reported",
        "facet_sector": "Sector",
        "facet_source": "Source",
        "facet_speaker": "Speaker",
        "facet_status": "Status",
        "facet_timing": "Before or after",
        "facet_unit": "Unit",
        "facet_year": "Year",
        "json": "All of it as JSON",
        "reviewed": "reviewed",
        "schema": "Its schema",
    }
)
