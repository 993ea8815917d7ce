"""Nothing leaves the computer, and no text of the user's is taken for markup: read off the source itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path for path in (ROOT / "reconnect_desktop").rglob("*.py") if "forms" not in path.relative_to(ROOT).parts
)
HANDOVER = ROOT / "reconnect_desktop/handover.py"

# Modules that reach the network or hand something to a program that does.
BANNED_MODULES = {
    *(
        "aiohttp",
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "poplib",
        "requests",
        "smtplib",
        "socketserver",
    ),
    *("ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
}
LOCAL_MODULES = {"socket", "multiprocessing"}  # for the handover alone
BANNED_NAMES = {
    "QDesktopServices",
    "QNetworkAccessManager",
    "QTcpSocket",
    "QUdpSocket",
    "setOpenExternalLinks",
}
BANNED_FAMILIES = {
    "AF_INET",
    "AF_INET6",
    "create_connection",
    "create_server",
    "getaddrinfo",
    "gethostbyname",
}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, and every name from one, as dotted names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(tree: ast.AST) -> set[str]:
    """Every bare name and attribute."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


def reaches_out(source: str, *, may_use_sockets: bool = False) -> list[str]:
    """What in `source` could speak to another computer."""
    tree = ast.parse(source)
    banned = BANNED_MODULES if may_use_sockets else BANNED_MODULES | LOCAL_MODULES
    every = set(imported(tree))
    modules = {name for name in every for bad in banned if name == bad or name.startswith(f"{bad}.")}
    from_modules = {name.rpartition(".")[2] for name in every}
    return sorted(modules | (BANNED_NAMES | BANNED_FAMILIES) & (names(tree) | from_modules))


def test_no_module_reaches_the_network() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): reaches_out(
            path.read_text(encoding="utf-8"), may_use_sockets=path == HANDOVER
        )
        for path in SOURCES
    }
    assert not {name: reached for name, reached in found.items() if reached}


def test_the_handover_stays_on_this_computer() -> None:
    tree = ast.parse(HANDOVER.read_text(encoding="utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)} | names(tree)
    families = {word for word in words if isinstance(word, str) and word.startswith("AF_")}
    assert families == {"AF_UNIX", "AF_PIPE"}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    doors = [call for call in calls if ast.unparse(call.func) in ("Client", "Listener")]
    assert doors
    assert all("family" in {keyword.arg for keyword in call.keywords} for call in doors), (
        "else the address decides"
    )


def test_the_handover_never_unpickles() -> None:
    """Connections of multiprocessing unpickle with `recv`; ours take bytes, and a socket's own `recv` gives them."""
    called = [
        (ast.unparse(node.func.value), node.func.attr)
        for node in ast.walk(ast.parse(HANDOVER.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    assert {"send_bytes", "recv_bytes"} <= {name for _, name in called}
    assert {whose for whose, name in called if name in {"recv", "send"}} == {"self._end"}


@pytest.mark.parametrize(
    "source",
    [
        "import urllib.request",
        "from http import client",
        "import socket",
        "from multiprocessing.connection import Client",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QLocalServer",
        "from PySide6.QtGui import QDesktopServices",
        "import PySide6.QtGui as g; g.QDesktopServices.openUrl(x)",
        "label.setOpenExternalLinks(True)",
    ],
)
def test_the_guard_sees(source: str) -> None:
    assert reaches_out(source)


def loose_labels(source: str) -> list[int]:
    """The lines on which a QLabel or QMessageBox comes to be in a scope that never says PlainText.

    A scope is a class, or the module beside its classes: where labels are made and where they are set up lie
    near each other. A label made with a fixed text may go without.
    """
    tree = ast.parse(source)
    scopes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    inside = {id(node) for scope in scopes for node in ast.walk(scope)}
    outside = [node for node in ast.walk(tree) if id(node) not in inside]
    return [
        line for nodes in [*(list(ast.walk(scope)) for scope in scopes), outside] for line in _loose(nodes)
    ]


def _loose(nodes: list[ast.AST]) -> list[int]:
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    made = [call for call in calls if ast.unparse(call.func).rpartition(".")[2] in ("QLabel", "QMessageBox")]
    plain = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr == "PlainText"]
    helped = [call for call in calls if ast.unparse(call.func) == "make_plain"]
    loose = [call.lineno for call in made if not (call.args and _is_fixed(call.args[0]))]
    return [] if plain or helped else loose


def _is_fixed(text: ast.expr) -> bool:
    return isinstance(text, ast.Constant) or bool(
        re.fullmatch(r"self\.tr\(('[^']*'|\"[^\"]*\")\)", ast.unparse(text))
    )


def test_labels_made_in_code_show_plain_text() -> None:
    told = {path: path.read_text(encoding="utf-8") for path in SOURCES}
    loose = {
        path.relative_to(ROOT).as_posix(): loose_labels(text)
        for path, text in told.items()
        if "QLabel" in text or "QMessageBox" in text
    }
    assert any(lines == [] for lines in loose.values())
    assert not {name: lines for name, lines in loose.items() if lines}


def test_the_guard_tells_plain_labels_from_loose_ones() -> None:
    assert loose_labels("class A:\n  def f(self):\n    self.l = QLabel(x)") == [3]
    assert loose_labels("class A:\n  def f(self):\n    self.l = QLabel(self.tr('Hello'))") == []
    assert (
        loose_labels(
            "class A:\n  def f(self):\n    l = QLabel(x)\n    l.setTextFormat(Qt.TextFormat.PlainText)"
        )
        == []
    )


@pytest.mark.parametrize("form", sorted((ROOT / "ui").glob("*.ui")), ids=lambda form: form.name)
def test_labels_of_forms_that_code_fills_show_plain_text(form: Path) -> None:
    loose = []
    for widget in ET.parse(form).iter("widget"):
        properties = {element.get("name"): element for element in widget.findall("property")}
        name = widget.get("name", "")
        if widget.get("class") == "QLabel" and "text" not in properties and "icon" not in name:
            told = properties.get("textFormat")
            if told is None or not (told.findtext("enum") or "").endswith("PlainText"):
                loose.append(name)
    assert loose == []
