"""A place takes no room while nothing is shown in it."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.place import Place


def test_it_comes_and_goes_with_what_is_in_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place = Place(QMargins(24, 16, 24, 0))
    QVBoxLayout(window).addWidget(place)
    first, second = QLabel("first"), QLabel("second")
    for label in (first, second):
        label.hide()
        place.put(label)
    window.show()
    assert not place.isVisible()
    first.show()
    assert place.isVisible()
    second.show()
    first.hide()
    assert place.isVisible()
    second.hide()
    assert not place.isVisible()
