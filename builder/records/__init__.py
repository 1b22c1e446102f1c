"""The editor's layer: the YAML of `content/` in, typed records out, or issues with file and line."""

from builder.records.editor_schema import editor_schema
from builder.records.load import load_content
from builder.records.written import written_record

__all__ = ["editor_schema", "load_content", "written_record"]
