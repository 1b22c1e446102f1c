"""The disk in, values out, and back: settings, seeds, YAML as nodes with lines, and trees of files written on change.

The only package that touches the disk and knows YAML. What is wrong in a file is an issue; a machine or a
configuration that leaves nothing to work with is a `BriefingError`.
"""

from builder.files.locking import alone_in
from builder.files.paths import shown
from builder.files.portable import OUR_THEME_FOLDER, PortableSettings, check_theme, portable_settings
from builder.files.reading import Listing, list_files, read_bytes, read_seed, read_seeds, read_texts
from builder.files.settings import Settings, SettingsError, check_folders, overlapping, read_settings
from builder.files.starter import lock, starter_files
from builder.files.tree import Sync, WriteError, make_folder, sync_tree, write_file
from builder.files.yaml_nodes import (
    YamlDocument,
    YamlList,
    YamlMap,
    YamlNode,
    YamlPair,
    YamlScalar,
    parse_yaml,
    read_yaml,
)

__all__ = [
    "OUR_THEME_FOLDER",
    "Listing",
    "PortableSettings",
    "Settings",
    "SettingsError",
    "Sync",
    "WriteError",
    "YamlDocument",
    "YamlList",
    "YamlMap",
    "YamlNode",
    "YamlPair",
    "YamlScalar",
    "alone_in",
    "check_folders",
    "check_theme",
    "list_files",
    "lock",
    "make_folder",
    "overlapping",
    "parse_yaml",
    "portable_settings",
    "read_bytes",
    "read_seed",
    "read_seeds",
    "read_settings",
    "read_texts",
    "read_yaml",
    "shown",
    "starter_files",
    "sync_tree",
    "write_file",
]
