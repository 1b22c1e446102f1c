"""Knowledge in; the published data, its schema and its tables out, and the pages rendered into a site.

`data_assets` makes the files of `data/`, `citation_assets` those to cite from; `render_site` runs the site generator
beside the old site and exchanges the two.
"""

from builder.publish.citations import citation_assets
from builder.publish.data import data_assets, published
from builder.publish.dated import written_day
from builder.publish.editions import read_edition
from builder.publish.export import ExportForm, exported_lists, exported_tree
from builder.publish.extraction import extraction_line
from builder.publish.feed import feed_asset
from builder.publish.kept import NOTHING_KEPT, Kept, read_kept, write_kept
from builder.publish.render import Rendering, live_preview, render_site

__all__ = [
    "NOTHING_KEPT",
    "ExportForm",
    "Kept",
    "Rendering",
    "citation_assets",
    "data_assets",
    "exported_lists",
    "exported_tree",
    "extraction_line",
    "feed_asset",
    "live_preview",
    "published",
    "read_edition",
    "read_kept",
    "render_site",
    "write_kept",
    "written_day",
]
