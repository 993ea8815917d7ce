"""The size of files and functions; the layers are import-linter's business (`make check`)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILE_MOST = 300  # lines; 40 to 150 is what we write
FUNCTION_MOST = 60  # lines; 5 to 15 is what we write

SOURCES = sorted(
    path for path in (ROOT / "reconnect_desktop").rglob("*.py") if "forms" not in path.relative_to(ROOT).parts
)


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """What stands in each file of the package that a person wrote."""
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in SOURCES}


def test_a_file_can_be_read_in_one_sitting(sources: dict[str, str]) -> None:
    lines = {name: len(source.splitlines()) for name, source in sources.items()}
    assert not {name: length for name, length in lines.items() if length > FILE_MOST}
    long = {
        f"{name}, {node.name}": length
        for name, source in sources.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_MOST
    }
    assert not long


def test_a_module_says_in_a_line_what_it_owns(sources: dict[str, str]) -> None:
    said = {name: ast.get_docstring(ast.parse(source)) for name, source in sources.items()}
    assert not [name for name, text in said.items() if not (text or "?").splitlines()[0].endswith((".", ":"))]


def test_the_top_level_is_as_designed() -> None:
    wanted = {"reconnect_desktop", "ui", "resources", "packaging", "tests", "benchmarks", "docs"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert folders - {"build", "dist"} == wanted
