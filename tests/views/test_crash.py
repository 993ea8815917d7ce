"""A mistake of ours is told calmly, and logged without a word of the user's."""

from __future__ import annotations

import signal
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.length import parse_minutes
from reconnect_desktop.views.crash import CrashHook, event_line, write_log

SECRET = "what I never told her"


@pytest.fixture
def restored() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, signal.getsignal(signal.SIGINT)
    yield
    sys.excepthook, threading.excepthook = before[0], before[1]
    signal.signal(signal.SIGINT, before[2])


def test_it_is_told_once_and_logged_without_what_was_in_it(
    qtbot: QtBot, tmp_path: Path, restored: None
) -> None:
    owner = QObject()
    CrashHook(tmp_path / "log", owner)
    told: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text() + box.informativeText())
        box.accept()

    QTimer.singleShot(200, read_and_close)
    try:
        parse_minutes(SECRET)
    except Exception:  # noqa: BLE001 - whatever it is
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(told))
    assert "What you saved is safe" in told[0]
    assert SECRET not in told[0]
    log = tmp_path / "log" / "reconnect.log"
    line = log.read_text(encoding="utf-8")
    assert line.endswith("crash Invalid domain/length.py:31\n") or "domain/length.py:" in line
    assert SECRET not in line
    assert stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o700


def test_places_outside_our_code_are_not_named() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        line = event_line(type(error), error.__traceback__)
    assert line.endswith("crash ValueError outside\n")


def test_a_log_that_has_grown_is_begun_anew(tmp_path: Path) -> None:
    write_log(tmp_path, "x" * 300_000)
    write_log(tmp_path, "new\n")
    assert (tmp_path / "reconnect.log").read_text(encoding="utf-8") == "new\n"
