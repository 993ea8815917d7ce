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


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= FILE_MOST
    long = {
        f"{node.name}, line {node.lineno}": length
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_MOST
    }
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_in_a_line_what_it_owns(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":"))


def test_the_top_level_is_as_designed() -> None:
    wanted = {"reconnect_desktop", "ui", "resources", "tests", "benchmarks", "docs"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert folders - {"build", "dist"} == wanted
