"""Sources and passages as citations in four forms: BibTeX, RIS, CSL-JSON and a plain sentence.

`citation_assets` makes the files of `data/` with which a reader cites; `bibliography` gives one list in one form.
"""

from builder.publish.citations.assets import bibliography, citation_assets
from builder.publish.citations.forms import FORMS, Form

__all__ = ["FORMS", "Form", "bibliography", "citation_assets"]
