"""Why pyproject.toml keeps PySide6 below 6.12, and when that is over.

PySide6 6.12.0 drops one reference to None at each QPainter call it was tried with; on Python 3.11, where None
still counts, the process dies after some thousands of them. From 3.12 on None is immortal.

The bound may go as soon as this file passes on Python 3.11 with the newest PySide6:
    .venv/bin/pip install --upgrade PySide6-Essentials && .venv/bin/python -m pytest tests/views/test_qt_guard.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6 import __version__
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

TIMES = 1_000

CALLS: dict[str, Callable[[QPainter], object]] = {
    "setPen(QColor)": lambda painter: painter.setPen(QColor("red")),
    "setPen(QPen)": lambda painter: painter.setPen(QPen()),
    "setPen(style)": lambda painter: painter.setPen(Qt.PenStyle.NoPen),
    "setBrush(QColor)": lambda painter: painter.setBrush(QColor("red")),
    "setBrush(QBrush)": lambda painter: painter.setBrush(QBrush()),
    "drawRoundedRect(QRectF)": lambda painter: painter.drawRoundedRect(QRectF(0, 0, 4, 4), 1, 1),
    "drawRoundedRect(numbers)": lambda painter: painter.drawRoundedRect(0, 0, 4, 4, 1, 1),
    "drawEllipse(QRectF)": lambda painter: painter.drawEllipse(QRectF(0, 0, 4, 4)),
    "fillRect(QRectF, QColor)": lambda painter: painter.fillRect(QRectF(0, 0, 4, 4), QColor("red")),
}


@pytest.mark.parametrize("name", CALLS)
def test_painting_does_not_use_up_none(name: str, qtbot: QtBot) -> None:
    canvas = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        CALLS[name](painter)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < TIMES / 2, (
        f"PySide6 {__version__} loses a reference to None at each {name}: painting would kill the program on "
        f"Python {sys.version_info.major}.{sys.version_info.minor}. Keep PySide6-Essentials below this version."
    )
