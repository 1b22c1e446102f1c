"""The editor's layer: the YAML of `content/` in, typed records out, or issues with file and line."""

from builder.records.change_log import AppendedLog, append_changes
from builder.records.editor_schema import DIALECT, editor_schema
from builder.records.load import CHANGES, RECORD_FOLDERS, load_content
from builder.records.written import written_item

__all__ = [
    "CHANGES",
    "DIALECT",
    "RECORD_FOLDERS",
    "AppendedLog",
    "append_changes",
    "editor_schema",
    "load_content",
    "written_item",
]
