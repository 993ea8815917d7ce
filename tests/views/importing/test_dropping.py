"""A file let go over the window: taken wherever that is, and refused where it can't be brought in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.importing.dropping import DropPlace
from reconnect_desktop.views.kit.look import Look

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Drags something over a window."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = QWidget()
        self.line = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.line)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.may = True
        self.place = DropPlace(self.window, look, lambda: self.may)
        self.dropped: list[Path] = []
        self.place.dropped.connect(self.dropped.append)
        self.qtbot = qtbot

    def send(self, event: QEvent) -> bool:
        handle = self.window.windowHandle()
        assert handle is not None
        QApplication.sendEvent(handle, event)
        return event.isAccepted()

    def hover(self, data: QMimeData) -> bool:
        at = self.line.geometry().center()
        entered = self.send(QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
        moved = self.send(QDragMoveEvent(at + QPoint(1, 0), Qt.DropAction.CopyAction, data, LEFT, NONE))
        assert entered == moved
        return entered

    def let_go(self, data: QMimeData) -> bool:
        at = QPointF(self.line.geometry().center())
        taken = self.send(QDropEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
        QApplication.processEvents()
        return taken


@pytest.fixture
def hand(qtbot: QtBot, look: Look) -> Iterator[Hand]:
    hand = Hand(qtbot, look)
    yield hand
    hand.window.close()


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def test_a_file_is_taken_even_over_a_field_that_would_take_its_name(hand: Hand) -> None:
    data = files("/tmp/WhatsApp Chat mit Mama & Co.txt")
    assert hand.hover(data)
    sign = hand.place.sign
    assert sign is not None
    assert sign.isVisible()
    assert sign.size() == hand.window.size()
    assert "bring it in" in sign.words.text()
    sign.grab()
    assert hand.let_go(data)
    hand.qtbot.waitUntil(lambda: bool(hand.dropped))
    assert hand.dropped == [Path("/tmp/WhatsApp Chat mit Mama & Co.txt")]
    assert hand.line.text() == ""
    assert hand.place.sign is None


def test_the_sign_goes_when_the_file_does(hand: Hand) -> None:
    data = files("/tmp/a.txt")
    hand.hover(data)
    hand.send(QDragLeaveEvent())
    assert hand.place.sign is None
    assert hand.dropped == []


@pytest.mark.parametrize("paths", [("/tmp/a", "/tmp/b"), ()], ids=["two", "none"])
def test_not_one_file_is_refused(hand: Hand, paths: tuple[str, ...]) -> None:
    data = files(*paths)
    assert not hand.hover(data)
    assert hand.place.sign is None
    assert not hand.let_go(data)
    assert hand.dropped == []


def test_an_address_of_the_net_is_refused(hand: Hand) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/chat.txt")])
    assert not hand.hover(data)
    assert not hand.let_go(data)


def test_where_nothing_can_be_brought_in_a_file_is_refused(hand: Hand) -> None:
    hand.may = False
    data = files("/tmp/a.txt")
    assert not hand.hover(data)
    assert not hand.let_go(data)
    assert hand.dropped == []
    assert hand.line.text() == ""


def test_what_is_locked_between_the_drop_and_the_dialog_stays_locked(hand: Hand) -> None:
    data = files("/tmp/a.txt")
    hand.send(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, LEFT, NONE))
    hand.may = False
    QApplication.processEvents()
    assert hand.dropped == []


def test_behind_a_dialog_a_file_is_refused(hand: Hand) -> None:
    dialog = QDialog(hand.window)
    dialog.setModal(True)
    dialog.show()
    data = files("/tmp/a.txt")
    assert not hand.hover(data)
    dialog.done(0)
    assert hand.hover(data)


def test_text_goes_into_the_field_as_ever(hand: Hand) -> None:
    data = QMimeData()
    data.setText("tulips")
    assert hand.hover(data)
    assert hand.place.sign is None
    hand.let_go(data)
    assert hand.line.text() == "tulips"
