"""The tree stays readable: sizes, words that have no place in it, and habits that no linter knows."""

import ast
import re
import statistics
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILDER = ROOT / "builder"
MODULES = sorted(BUILDER.rglob("*.py"))
OURS = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / ".ci").rglob("*.py"))]
TEXTS = [
    path
    for path in sorted(BUILDER.rglob("*"))
    if path.suffix in {".py", ".jinja", ".yml", ".css", ".js", ".html", ".md"}
]

# Complete published lists that name states and places, each by its path.
LISTS_OF_THE_WORLD = frozenset((str(BUILDER / "analyse" / "lexicon" / "countries.yml"),))
SUBJECT = re.compile("|".join(("viet" + "nam", "pu" + "tin", "rus" + "sia", "ha" + "noi")), re.IGNORECASE)
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def lines_of(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def ninth_tenth(values):
    return statistics.quantiles(values, n=10)[-1]


def functions():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def test_modules_are_short():
    sizes = {path: lines_of(path) for path in MODULES if path.name != "__init__.py"}
    assert {str(path): n for path, n in sizes.items() if n > 400} == {}
    assert statistics.median(sizes.values()) <= 150
    assert ninth_tenth(list(sizes.values())) <= 300


def test_functions_are_short():
    assert ninth_tenth([node.end_lineno - node.lineno + 1 for _, node in functions()]) <= 30


def test_nothing_of_a_subject_stands_in_the_builder():
    named = [str(path) for path in TEXTS if SUBJECT.search(path.read_text(encoding="utf-8"))]
    assert [path for path in named if path not in LISTS_OF_THE_WORLD] == []


def test_no_file_of_the_builder_is_named_after_a_subject():
    assert [str(path) for path in BUILDER.rglob("*") if SUBJECT.search(path.name)] == []


def test_nothing_is_left_open():
    found = [
        f"{path}: {m[0]}" for path in chain(TEXTS, OURS) for m in UNFINISHED.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def opened_without_encoding(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = {keyword.arg for keyword in node.keywords}
            text_mode = name in {"read_text", "write_text"} and not node.args[1 if name == "write_text" else 0 :]
            opened = name == "open" and isinstance(node.func, ast.Name)
            if (text_mode or opened) and "encoding" not in given:
                yield node.lineno


@pytest.mark.parametrize(
    ("line", "count"),
    [("p.read_text()", 1), ("p.write_text('a')", 1), ("p.read_text('utf-8')", 0), ("open('a', encoding='utf-8')", 0)],
)
def test_the_check_for_encodings_can_fail(line, count):
    assert len(list(opened_without_encoding(ast.parse(line)))) == count


def test_no_text_file_is_opened_in_the_machines_own_encoding():
    assert len(OURS) > 200
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in OURS)
    assert [f"{path.relative_to(ROOT)}:{line}" for path, tree in trees for line in opened_without_encoding(tree)] == []


def test_only_the_console_prints():
    printing = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if re.search(r"\bprint\(|sys\.(stdout|stderr)|click\.s?echo", path.read_text(encoding="utf-8"))
    ]
    assert printing == ["builder/cli/console.py"]


def test_the_plugin_is_thin():
    assert lines_of(BUILDER / "plugin.py") <= 100
