"""Enter → durable and shown, beside a bare INSERT and commit with the same pragmas on the same disk."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side
from reconnect_desktop import clock
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import connect
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.quick_add import QuickAdd

NOTE = "We talked about the garden, and she laughed at the neighbour's goat."


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure it in one process, in turn."""
    qt = QApplication.instance() or QApplication([])
    journal = Journal.open(make(scratch / "saving", 4_000), clock.now)
    journal.check()
    background = Background()
    window = QuickAdd(Look(qt, "light"), background, standalone=True)  # type: ignore[arg-type]  # instance() is typed as its base
    window.show()
    window.set_journal(journal)
    wait(lambda: window._offered)
    told = side_by_side(
        {"save": lambda: save(window), "insert": bare_insert(scratch / "bare.db")}, rounds * 2
    )
    background.close()
    journal.close()
    detail = f"ms {middle(told, 'save')} / {middle(told, 'insert')}"
    return [
        Figure(
            "Enter to durable and shown, over a bare INSERT and commit",
            ratio(told, "save", "insert"),
            3,
            detail,
        )
    ]


def save(window: QuickAdd) -> float:
    """Fill the form in by keys, then time Enter until "Saved." is painted; then begin another."""
    form = window.form
    form.start()
    for key in (Qt.Key.Key_C, Qt.Key.Key_Tab, Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_Tab, Qt.Key.Key_5):
        QTest.keyClick(window.focusWidget() or window, key)
    before = time.perf_counter()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    wait(lambda: window._shown is not None)
    window.repaint()
    took = (time.perf_counter() - before) * 1000
    window.begin_another()
    wait(lambda: window._offered)
    return took


def bare_insert(path: Path) -> Callable[[], float]:
    """A case that times one INSERT with its commit, the values being as long as an interaction's."""
    connection = connect(path)
    connection.execute(
        "CREATE TABLE t (seq INTEGER PRIMARY KEY, at TEXT, medium TEXT, minutes INTEGER, note TEXT)"
    )

    def insert() -> float:
        before = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO t (at, medium, minutes, note) VALUES (?, ?, ?, ?)",
            ("2026-11-22 18:40:00", "call", 25, NOTE),
        )
        connection.execute("COMMIT")
        return (time.perf_counter() - before) * 1000

    return insert


def wait(until: Callable[[], bool]) -> None:
    """Turn the event loop until it is so."""
    loop = QEventLoop()
    while not until():
        QTimer.singleShot(0, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.AllEvents)
