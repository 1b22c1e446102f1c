"""An `mkdocs.yml` that stands by itself: no plugin of ours, no folder outside, nothing inherited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from builder.files.settings import PLUGIN, PROGRAM, SettingsError, child, inherited
from builder.files.yaml_nodes import STANDARD_TAG

DOCS, SITE, THEME = "docs", "site", "theme"
OUR_THEME = "material"
DOSSIER = "dossier.html"
OUR_THEME_FOLDER = PROGRAM / "theme"
HEADING = (
    "# Made by `briefing export` from the settings of the briefing; the program itself is not needed to build it.\n"
)
# What names files of the project that are not exported, or is written anew.
_LEFT_OUT = frozenset({"INHERIT", "hooks", "watch", "docs_dir", "site_dir", "theme"})
_MAPPING, _TEXT = f"{STANDARD_TAG}map", f"{STANDARD_TAG}str"


@dataclass(frozen=True, slots=True)
class PortableSettings:
    """The file, for a folder with `docs/` and `theme/`, and what `theme/` is made of.

    `theme` is the name of the theme, which our overrides fit if `is_ours`; `overrides` the folder of the project's own.
    """

    data: bytes
    theme: str
    overrides: Path | None

    @property
    def is_ours(self) -> bool:
        """Whether the pages are made for the theme."""
        return self.theme == OUR_THEME


def portable_settings(config: Path) -> PortableSettings:
    """The settings of a briefing as they can be carried elsewhere; comments are lost. Raises `SettingsError`."""
    top = _merged([file.top for file in inherited(config.resolve(), config.as_posix())])
    theme = _theme(child(top, "theme"))
    name, custom = (_text(child(theme, key)) for key in ("name", "custom_dir"))
    overrides = (config.resolve().parent / custom).resolve() if custom else None
    own: dict[str, yaml.Node] = {"docs_dir": _scalar(DOCS), "site_dir": _scalar(SITE)}
    if custom or name == OUR_THEME:
        theme = _with(theme, {"custom_dir": _scalar(THEME)})
    carried = [pair for pair in top.value if pair[0].value not in _LEFT_OUT]
    if theme.value:
        own = {**own, "theme": theme}
    whole = _with(yaml.MappingNode(_MAPPING, carried, flow_style=False), own)
    _drop_plugin(child(whole, "plugins"))
    text = yaml.serialize(whole, Dumper=yaml.SafeDumper, allow_unicode=True, width=120)
    return PortableSettings(f"{HEADING}{text}".encode(), name or "mkdocs", overrides)


def check_theme(config: Path) -> None:
    """Raises `SettingsError` where the theme has no template for the dossier: ours is made for one theme."""
    files = tuple(inherited(config.resolve(), config.name))
    theme = _theme(child(_merged([file.top for file in files]), "theme"))
    name, custom = (_text(child(theme, key)) for key in ("name", "custom_dir"))
    own = (config.resolve().parent / custom / DOSSIER).is_file() if custom else False
    if own or name == OUR_THEME:
        return
    file, node = next(((f, held) for f in files if (held := child(f.top, "theme"))), (files[0], None))
    what = f"the dossier is made for the theme {OUR_THEME}, and this one ({name or 'mkdocs'}) has no template for it"
    mend = f'write `name: {OUR_THEME}`, or put a {DOSSIER} into the theme’s custom_dir, such as {{% extends "main.html" %}}'
    raise SettingsError(file.name, node.start_mark.line + 1 if node else 1, what, mend)


def _merged(tops: Sequence[yaml.MappingNode]) -> yaml.MappingNode:
    """The nearest file's settings over those it inherits; mappings are merged, as MkDocs does it."""
    values: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for top in tops:
        for key, value in top.value:
            held = values.get(key.value)
            if held is None:
                values[key.value] = (key, value)
            elif isinstance(held[1], yaml.MappingNode) and isinstance(value, yaml.MappingNode):
                values[key.value] = (held[0], _merged([held[1], value]))
    return yaml.MappingNode(_MAPPING, list(values.values()), flow_style=False)


def _theme(written: yaml.Node | None) -> yaml.MappingNode:
    """The theme as a mapping, also where only its name is written."""
    if isinstance(written, yaml.MappingNode):
        return written
    named = {"name": _scalar(str(written.value))} if isinstance(written, yaml.ScalarNode) else {}
    return _with(yaml.MappingNode(_MAPPING, [], flow_style=False), named)


def _with(node: yaml.MappingNode, values: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    """The mapping with these values in the place of its own."""
    kept = [pair for pair in node.value if pair[0].value not in values]
    added = [(_scalar(key), value) for key, value in values.items()]
    return yaml.MappingNode(_MAPPING, [*kept, *added], flow_style=False)


def _drop_plugin(plugins: yaml.Node | None) -> None:
    if isinstance(plugins, yaml.MappingNode):
        plugins.value = [pair for pair in plugins.value if pair[0].value != PLUGIN]
    elif isinstance(plugins, yaml.SequenceNode):
        plugins.value = [item for item in plugins.value if _names(item) != [PLUGIN]]


def _names(item: yaml.Node) -> list[object]:
    return [key.value for key, _ in item.value] if isinstance(item, yaml.MappingNode) else [item.value]


def _scalar(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(_TEXT, value)


def _text(node: yaml.Node | None) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) and node.value else None
