"""A copied secret is marked as one, does not stay, and never takes anything else along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.copied_secret import KEPT_FOR, CopiedSecret, clear_secrets, copy_secret

KEY = "ABCD-EFGH"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clear_secrets()
    clipboard.clear()


def latest(qapp: QApplication) -> CopiedSecret:
    return qapp.findChildren(CopiedSecret)[-1]


def test_it_is_marked_for_those_who_keep_what_was_copied(clipboard: QClipboard) -> None:
    copy_secret(KEY)
    assert clipboard.text() == KEY
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"


def test_it_is_taken_off_again(clipboard: QClipboard, qapp: QApplication, qtbot: QtBot) -> None:
    copy_secret(KEY)
    timer = latest(qapp).timer
    assert (timer.isActive(), timer.interval()) == (True, KEPT_FOR * 1000)
    timer.setInterval(0)
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_was_copied_since_stays(clipboard: QClipboard, qapp: QApplication) -> None:
    copy_secret(KEY)
    clipboard.setText("tulips")
    latest(qapp).clear()
    assert clipboard.text() == "tulips"


def test_copied_twice_it_stays_as_long_as_the_second_time(
    clipboard: QClipboard, qapp: QApplication, qtbot: QtBot
) -> None:
    copy_secret(KEY)
    first = latest(qapp)
    copy_secret(KEY)
    assert clipboard.text() == KEY
    assert not first.timer.isActive()
    clear_secrets()
    assert clipboard.text() == ""


def test_it_does_not_outlive_the_program(clipboard: QClipboard, qapp: QApplication) -> None:
    copy_secret(KEY)
    qapp.aboutToQuit.emit()
    assert clipboard.text() == ""
