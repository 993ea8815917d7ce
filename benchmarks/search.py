"""Search as you type over 22,000 notes: the work of the GUI thread for each key stroke.

All that thread does is counted, as its own processor time: the key, the swap of the rows, the layout of the
list, the painting of what can be seen. The search itself runs in the background thread and counts for the wait.
"""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.journals import make
from benchmarks.measure import Figure
from reconnect_desktop import clock
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_page import LogPage

SIZE = 22_000
REACH = 16.0  # ms
WORDS = ("garden", "laughed", "tired", "she", "a", "roses", "doctor", "zebra")


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Type the words again and again, `rounds` times each, into a journal of a lifetime."""
    journal = Journal.open(make(scratch / "search", SIZE), clock.now)
    typist = Typist(journal)
    told = [typist.press(letter) for _ in range(max(3, rounds // 5)) for letter in typist.letters()]
    typist.background.close()
    journal.close()
    work = sorted(work for work, _ in told)
    detail = (
        f"ms; {len(work)} keys, 95 % within {work[round(len(work) * 0.95) - 1]:.1f}, "
        f"rows there after {statistics.median(wait for _, wait in told):.0f}"
    )
    what = f"search as you type over {SIZE:,} notes, GUI thread per key"
    return [Figure(what, statistics.median(work), REACH, detail)]


class Typist:
    """A Log page of the usual size, and a loop that turns until its rows are painted."""

    def __init__(self, journal: Journal) -> None:
        qt = QApplication.instance() or QApplication([])
        self.background = Background()
        self.page = LogPage(Look(qt, "light"), self.background)  # type: ignore[arg-type]  # instance() is typed as its base
        self.page.resize(1000, 720)
        self.loop = QEventLoop()
        self.page.finder.found.connect(lambda _: QTimer.singleShot(0, self.loop.quit))
        self.page.show()
        self.page.set_journal(journal)
        while not self.page.count_text:
            self.loop.exec()
        self.page.find()

    def letters(self) -> list[str]:
        """Every word's letters; a space stands for clearing the line."""
        return list("".join(f"{word} " for word in WORDS))

    def press(self, letter: str) -> tuple[float, float]:
        """Press a key; ms of the GUI thread's own work, and ms until the rows are there."""
        began, worked = time.perf_counter(), time.thread_time()
        if letter == " ":
            self.page.form.search.clear()
        else:
            QTest.keyClicks(self.page.form.search, letter)
        self.loop.exec()
        QApplication.processEvents()
        return (time.thread_time() - worked) * 1000, (time.perf_counter() - began) * 1000
