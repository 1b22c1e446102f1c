"""Where everything is: read from `mkdocs.yml` without making any object that the file may name."""

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from builder.files.yaml_nodes import LOADER
from builder.model.issues import BriefingError

PLUGIN = "briefing"
DEFAULTS: Mapping[str, str] = {"docs_dir": "build/docs", "site_dir": "site"}
OPTIONS: Mapping[str, str] = {"seeds_dir": "seeds", "content_dir": "content"}
PROGRAM = Path(__file__).resolve().parents[1]
# MkDocs takes this one for every plugin and keeps it to itself.
GENERIC = frozenset({"enabled"})


class SettingsError(BriefingError):
    """The configuration is missing or cannot be used."""

    def __init__(self, config: str, line: int, what: str, mend: str) -> None:
        super().__init__(" ".join(f"{config}:{line}: {what} — {mend} [settings]".split()))


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders of a briefing, all absolute; `root` is the folder of the configuration file.

    `docs_dir` receives the generated pages, `site_dir` the rendered site; `seeds` and `content` are read only.
    """

    root: Path
    config: Path
    docs_dir: Path
    site_dir: Path
    seeds: Path
    content: Path
    site_url: str | None = None


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file: its name in messages and its top mapping."""

    name: str
    top: yaml.MappingNode


@dataclass(frozen=True, slots=True)
class _Entry:
    value: str
    line: int
    file: str


def read_settings(config: Path) -> Settings:
    """The settings of an `mkdocs.yml`. Raises `SettingsError`, one line, where it is missing or cannot be used.

    Tags are not followed (`!!python/name:…` stays unread); `!ENV` is looked up in the environment.
    """
    path = config.resolve()
    files = tuple(inherited(path, config.as_posix()))
    top = {key: _first(files, key) for key in (*DEFAULTS, "site_url")}
    written = {key: entry for key, entry in {**top, **_plugin_options(files)}.items() if entry and entry.value.strip()}
    values = {**DEFAULTS, **OPTIONS, **{key: entry.value for key, entry in written.items()}}
    folders = {key: (path.parent / values[key]).resolve() for key in (*DEFAULTS, *OPTIONS)}
    settings = Settings(
        root=path.parent,
        config=path,
        docs_dir=folders["docs_dir"],
        site_dir=folders["site_dir"],
        seeds=folders["seeds_dir"],
        content=folders["content_dir"],
        site_url=values.get("site_url"),
    )
    made = overlapping(settings)
    if made is not None:
        entry = written.get(made)
        raise _overlap(settings, made, entry.file if entry else files[0].name, entry.line if entry else 1)
    return settings


def check_folders(settings: Settings, *, options: Mapping[str, str] | None = None) -> Settings:
    """The settings again. Raises `SettingsError` where a folder that is made overlaps with what is not. For settings that were changed.

    `options` leads from a setting to the option of a command line that gave it.
    """
    made = overlapping(settings)
    if made is not None:
        raise _overlap(settings, made, settings.config.name, 1, (options or {}).get(made))
    return settings


def overlapping(settings: Settings) -> str | None:
    """The first of the folders that are made, by its setting, that holds the project or what must stay, or lies in it."""
    made = {name: getattr(settings, name).resolve() for name in DEFAULTS}
    kept = tuple(folder.resolve() for folder in _kept(settings))
    for name, folder in made.items():
        others = (settings.root.resolve(), *kept, *(made[other] for other in made if other != name))
        if any(other.is_relative_to(folder) for other in others) or any(folder.is_relative_to(one) for one in kept):
            return name
    return None


def _kept(settings: Settings) -> tuple[Path, ...]:
    """What nothing may be written to: articles, records, tests, history, and this program."""
    return (settings.seeds, settings.content, settings.root / "tests", settings.root / ".git", PROGRAM)


def _overlap(settings: Settings, made: str, name: str, line: int, option: str | None = None) -> SettingsError:
    folder = getattr(settings, made).resolve()
    what = f"`{option or made}` ({folder}) is emptied by each build and overlaps with other folders of the project"
    own = f"{option} {DEFAULTS[made]}" if option else f"{made}: {DEFAULTS[made]}"
    return SettingsError(name, line, what, f"give it a folder of its own: {own}")


def inherited(path: Path, name: str, depth: int = 8) -> Iterator[ConfigFile]:
    """The file itself, then those it names under `INHERIT`, nearest first."""
    file = ConfigFile(name, _compose(path, name))
    yield file
    parent = _first((file,), "INHERIT")
    if parent and depth:
        yield from inherited((path.parent / parent.value).resolve(), parent.value, depth - 1)


def _compose(path: Path, name: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(path.read_bytes().decode("utf-8-sig"), Loader=LOADER)
    except FileNotFoundError as error:
        mend = "start in the folder that holds it, or name it with --config FILE"
        raise SettingsError(name, 1, "there is no such file", mend) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(name, 1, f"the file cannot be read ({error})", "make it a UTF-8 text file") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"this is not YAML ({getattr(error, 'problem', None) or error})"
        raise SettingsError(name, mark.line + 1 if mark else 1, what, "mend this line or the one above") from error
    if not isinstance(node, yaml.MappingNode):
        raise SettingsError(name, 1, "the file holds no settings", "begin with a line such as site_name: My briefing")
    return node


def child(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """The value of a key; of a key written twice the last one, as MkDocs takes it."""
    return next((value for name, value in reversed(node.value) if name.value == key), None)


def _first(files: tuple[ConfigFile, ...], key: str) -> _Entry | None:
    found = ((file, held) for file in files if (held := child(file.top, key)))
    return next((_entry(held, key, file.name) for file, held in found), None)


def _entry(node: yaml.Node, key: str, name: str) -> _Entry | None:
    line = node.start_mark.line + 1
    if node.tag == "!ENV":
        value = _environment(node)
        return None if value is None else _Entry(value, line, name)
    if not isinstance(node, yaml.ScalarNode):
        raise SettingsError(name, line, f"`{key}` is not a text", f"write one value, such as {key}: folder")
    return None if node.tag == "tag:yaml.org,2002:null" else _Entry(str(node.value), line, name)


def _environment(node: yaml.Node) -> str | None:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`: the first variable that is set; the last of several is the default."""
    written = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [str(item.value) for item in written]
    nothing = written[-1].tag == "tag:yaml.org,2002:null" if written else True
    default = names.pop() if len(names) > 1 else None
    return next((os.environ[name] for name in names if name in os.environ), None if nothing else default)


def _plugin_options(files: tuple[ConfigFile, ...]) -> dict[str, _Entry | None]:
    """The plugin's options; none where it is not listed, or listed without any."""
    found = ((file.name, plugins) for file in files if (plugins := child(file.top, "plugins")))
    name, plugins = next(found, (files[0].name, None))
    for key, value in _pairs(plugins):
        if key == PLUGIN and isinstance(value, yaml.MappingNode):
            for option, _ in value.value:
                _refuse_unknown(option, name)
            return {str(option.value): _entry(node, str(option.value), name) for option, node in value.value}
    return {}


def _pairs(plugins: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """MkDocs takes a list of names and one-entry mappings, or one mapping."""
    if isinstance(plugins, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in plugins.value)
    elif isinstance(plugins, yaml.SequenceNode):
        for item in plugins.value:
            yield from _pairs(item)


def _refuse_unknown(option: yaml.Node, name: str) -> None:
    if option.value in OPTIONS or option.value in GENERIC:
        return
    known = tuple(OPTIONS)
    nearest = next(iter(difflib.get_close_matches(str(option.value), known, n=1)), known[0])
    what = f"the plugin {PLUGIN} has no option `{option.value}`"
    raise SettingsError(name, option.start_mark.line + 1, what, f"write `{nearest}`, or take the line out")
