"""One module reaches the network, and the build does not import it."""

import ast
from pathlib import Path

import builder

PROGRAM = Path(builder.__file__).parent
ALONE = "ingest/importing.py"
NETWORK = (
    "urllib.request",
    "urllib.error",
    "http",
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "httpx",
)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def reaches_out(path):
    return any(name == one or name.startswith(f"{one}.") for name in imported(path) for one in NETWORK)


def test_only_the_importing_module_can_reach_the_network():
    modules = {path.relative_to(PROGRAM).as_posix(): path for path in PROGRAM.rglob("*.py")}
    assert [name for name, path in sorted(modules.items()) if reaches_out(path)] == [ALONE]


def test_only_the_command_that_adds_imports_it():
    users = [
        path.relative_to(PROGRAM).as_posix()
        for path in sorted(PROGRAM.rglob("*.py"))
        if "builder.ingest.importing" in set(imported(path))
    ]
    assert users == ["cli/add.py", "ingest/imported.py"]
