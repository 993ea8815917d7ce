"""Every text on a screen can be said in another language: nothing is written past the catalogue, and longer words have room."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)

from reconnect_desktop import language
from reconnect_desktop.catalogue import load, load_phrases
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.views.today.welcome import NAMES
from tests.fakes import Pseudo
from tests.views.saying import pseudo as pseudo  # noqa: PLC0414 - a fixture, used by its name
from tests.views.test_access import BLAMING, WINDOWS, Room
from tests.views.test_access import room as room  # noqa: PLC0414 - a fixture, used by its name

pytestmark = pytest.mark.usefixtures("quick_keys")

ROOT = Path(__file__).resolve().parents[2]
VIEWS = ROOT / "reconnect_desktop" / "views"
SAID = {"tr", "tr_n", "tr_in", "mark"}  # what is written in these is collected for the translators
SHOWN = re.compile(
    r"set(Text|ToolTip|AccessibleName|AccessibleDescription|PlaceholderText|WindowTitle|Title|Prefix|Suffix|"
    r"StatusTip|InformativeText|DetailedText|TabText)|add(Item|Items|Action|Tab|Button|Menu)|show_text|say|drawText|"
    r"Q(Label|PushButton|ToolButton|CheckBox|RadioButton|Action|Menu|GroupBox|ListWidgetItem)"
)
WORD = re.compile(r"[^\W\d_]{2}")
OWN_NAMES = {"Reconnect"}


# What is written in the sources


def sources() -> list[Path]:
    return [file for file in sorted(VIEWS.rglob("*.py")) if file.parent.name != "forms"]


@cache
def calls_in(file: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def written_in(node: ast.AST) -> Iterator[str]:
    """The literals of an expression that are shown as they stand."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and WORD.search(re.sub(r"<[^>]*>|&\w+;", "", node.value)):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*written_in(node.body), *written_in(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*written_in(node.left), *written_in(node.right))
    elif isinstance(node, ast.JoinedStr | ast.List | ast.Tuple):
        for part in ast.iter_child_nodes(node):
            yield from written_in(part)


@pytest.mark.parametrize("file", sources(), ids=lambda file: file.stem)
def test_no_view_shows_what_stands_in_the_source(file: Path) -> None:
    bare = [
        f"{call.lineno}: {text}"
        for call in calls_in(file)
        if SHOWN.fullmatch(name_of(call))
        for argument in call.args
        for text in written_in(argument)
        if text not in OWN_NAMES
    ]
    assert bare == []


@pytest.mark.parametrize("file", sources(), ids=lambda file: file.stem)
def test_what_is_said_is_written_where_it_is_said(file: Path) -> None:
    """Only literals can be collected for the translators, and each of them has to stand for a whole text."""
    told = [call for call in calls_in(file) if name_of(call) in SAID and file.stem != "speaking"]
    texts = [call.args[:2] if name_of(call) in ("tr_n", "tr_in") else call.args[:1] for call in told]
    literal = (
        ast.Constant,
        ast.Name,
        ast.Attribute,
        ast.Subscript,
    )  # the others name one that is marked elsewhere
    assert [ast.unparse(text) for pair in texts for text in pair if not isinstance(text, literal)] == []


@pytest.mark.parametrize("form", sorted((ROOT / "ui").glob("*.ui")), ids=lambda form: form.stem)
def test_only_what_nobody_reads_is_kept_from_the_translators(form: Path) -> None:
    kept = [
        (place.get("name"), text.text)
        for place in ET.parse(form).iter("property")
        for text in place.iter("string")
        if text.get("notr") == "true" and place.get("stdset") != "0" and text.text not in OWN_NAMES | {"A4"}
    ]
    assert kept == []


# What is shown


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())
def test_every_text_that_is_shown_can_be_said_otherwise(
    room: Room, pseudo: Callable[[Pseudo], None], make: Callable[[Room], QWidget]
) -> None:
    pseudo(Pseudo())
    window = make(room)
    shown = {text for part in (window, *window.findChildren(QWidget)) for text in texts_of(part)}
    shown |= {text for action in window.findChildren(QAction) for text in (action.text(), action.toolTip())}
    assert sorted(text for text in shown if WORD.search(unsaid(text))) == []


def texts_of(part: QWidget) -> Iterator[str]:
    if _is_told_elsewhere(part):
        return
    yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QGroupBox):
        yield part.title()
    elif isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit):
        yield part.placeholderText()
    elif isinstance(part, QSpinBox):
        yield from (part.prefix(), part.suffix(), part.specialValueText())
    elif isinstance(part, QComboBox):
        yield from map(part.itemText, range(part.count()))
    elif isinstance(part, QHeaderView):
        yield from (_heading(part, place) for place in range(part.count()))
    elif isinstance(part, QAbstractItemView):
        yield from cells_of(part)


def _is_told_elsewhere(part: QWidget) -> bool:
    """Within a calendar, in the list of a box, which tells of it, or in a review, which the tests of `output` look at."""
    up: QWidget | None = part
    while up is not None:
        if isinstance(up, QCalendarWidget) or (isinstance(up, QComboBox) and up is not part):
            return True
        if up.objectName() in ("sheet_view", "zone_box"):
            return True
        up = up.parentWidget()
    return False


def _heading(header: QHeaderView, place: int) -> str:
    return str(header.model().headerData(place, header.orientation()) or "")


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), QModelIndex()
    if model is None:
        return
    columns = model.columnCount(root) if isinstance(view, QTableView) else 1
    for row in range(min(model.rowCount(root), 30)):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(index.data(role) or "")
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
                yield str(index.data(role) or "")


def unsaid(text: str) -> str:
    """What is left of a text without what was said through the catalogue, and without what is nobody's language."""
    if text in DATA:
        return ""
    if text != "⟦Mom⟧":  # within what is shipped whole, she is called as one does
        text = text.replace("⟦Mom⟧", "Mom")
    left = re.sub(r"⟦[^⟧]*(⟧|$)", " ", unescape(re.sub(r"<[^>]*>", " ", text)))
    left = re.sub(r"\(\.\w+\)", " ", left)  # how a file's name ends
    left = " ".join(re.sub(r"(^|\s)/\S+", " ", left).replace("&&", "&").split())
    if left in DATA or re.fullmatch(r"([0-9A-Z]{4}[-\s]?)+", left):
        return ""
    for known in KNOWN:
        left = left.replace(known, " ")
    return left


def strings_in(value: Any) -> Iterator[str]:
    """Every text within dataclasses, tuples and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from strings_in(pair)
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from strings_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


def shipped() -> set[str]:
    """What is translated as a whole, in files of its own."""
    texts = {*strings_in(load()), *strings_in(load_phrases())}
    lines = {line for text in texts for line in (text, filled(text, "Mom"))}
    sentences = {
        end for line in lines for end in re.split(r"(?<=[.!?])\s", line)
    }  # some are shown in their first one
    return {" ".join(line.split()) for line in lines | sentences}


def days() -> set[str]:
    british = QLocale("en_GB")
    return {
        *(british.standaloneMonthName(month, form) for month in range(1, 13) for form in _FORMS),
        *(british.standaloneDayName(day, form) for day in range(1, 8) for form in _FORMS),
    }


_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
SHIPPED = shipped()
# What the windows are filled with.
DATA = {
    *SHIPPED,
    *("Something is in the way.", "Saved.", "Undo", "Your draft is back.", "Start afresh", "WhatsApp"),
}
FILLED_IN = {
    *("She laughed", "Garden", "walk", "Tulips", "Snow", "For now", "Dear Mom", BLAMING, "A walk"),
    *("Ruth Example", "ruth@example.org", "Call Ruth", "Dentist", "Easter at home", "Amma", "Work", "Me"),
    *("CSV", "JSON", "iCalendar", "Markdown", "SQLite"),
    *("Reconnect", "rad", "Zmęczony & so", "tea", "work", "calls.xml", "Fit für 10 Minuten"),
}
KNOWN = sorted(
    {
        *FILLED_IN,
        *(text for text in SHIPPED if " " in text),
        *days(),
        *NAMES,
        *(row.title for row in FORMATS),
        "Mom",
        "KB",
        "MB",
        *(one.name for one in language.LANGUAGES),
    },
    key=len,
    reverse=True,
)
