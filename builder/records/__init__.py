"""The editor's layer: the YAML of `content/` in, typed records out, or issues with file and line."""
