"""Search as you type over 22,000 notes: work of the GUI thread for each key stroke, to be at most 16 ms.

All that thread does is counted, as its own processor time: the key, the swap of the rows, the layout of
the list, the painting of what can be seen. The search itself runs in the background thread, and counts for the
wait until the rows are there (told for orientation; it depends on what else the machine does).

    python benchmarks/search.py [--interactions 22000]
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.log_page import LogPage
from reconnect_desktop.views.look import Look

REACH = 16.0  # ms
WORDS = ("garden", "laughed", "tired", "she", "a", "roses", "doctor", "zebra")
TEXT = [
    "we",
    "talked",
    "about",
    "the",
    "garden",
    "and",
    "her",
    "new",
    "roses",
    "she",
    "laughed",
    "when",
    "I",
    "told",
    "her",
    "about",
    "the",
    "neighbour's",
    "goat",
    "she",
    "was",
    "tired",
    "after",
    "the",
    "doctor",
    "and",
    "asked",
    "about",
    "work",
    "listened",
    "and",
    "it",
    "felt",
    "easy",
    "we",
    "found",
    "our",
    "way",
    "back",
]
TAGS = ("work stress", "laughed together", "health", "old conflict", "shared memory", "busy")
NOW = When(datetime(2026, 11, 22, 18, 40), 3600, "Europe/Berlin")


def sample(count: int) -> list[Interaction]:
    """So many interactions with notes of five to forty words, a day apart if a lifetime has room for them."""
    chance, step = random.Random(7), min(24, 900_000 // count)
    made = []
    for place in range(count):
        when = When(NOW.local - timedelta(hours=step * place + chance.randrange(6)), 3600, "Europe/Berlin")
        made.append(
            Interaction(
                id=f"{place:016x}",
                when=when,
                logged=when,
                medium=chance.choice(list(Medium)),
                minutes=chance.choice([5, 18, 31, 60, None]),
                closeness=chance.choice([2, 3, 4, 5, 6, None]),
                tags=tuple(chance.sample(TAGS, chance.randrange(3))),
                note=" ".join(chance.choices(TEXT, k=chance.randrange(5, 40))),
            )
        )
    return made


class Bench:
    """A Log page of the usual size, and a loop that runs until its rows are painted."""

    def __init__(self, qt: QApplication, journal: Journal) -> None:
        self.background = Background()
        self.page = LogPage(Look(qt, "light"), self.background)
        self.page.resize(1000, 720)
        self.loop = QEventLoop()
        self.page.finder.found.connect(lambda _: QTimer.singleShot(0, self.loop.quit))
        self.page.show()
        self.page.set_journal(journal)
        while self.page.count_text == "":
            self.loop.exec()
        self.page.find()

    def type(self, letter: str) -> tuple[float, float]:
        """Press a key; the ms of the GUI thread's own work, and the ms until the rows were there."""
        began, worked = time.perf_counter(), time.thread_time()
        QTest.keyClicks(self.page.form.search, letter)
        self.loop.exec()
        QApplication.processEvents()
        return (time.thread_time() - worked) * 1000, (time.perf_counter() - began) * 1000

    def clear(self) -> None:
        """Back to all rows."""
        self.page.form.search.clear()
        self.loop.exec()
        QApplication.processEvents()


def measure(journal: Journal) -> list[tuple[float, float]]:
    """Type each word three times."""
    bench = Bench(QApplication(sys.argv[:1]), journal)
    found = []
    for _ in range(3):
        for word in WORDS:
            found += [bench.type(letter) for letter in word]
            bench.clear()
    bench.background.close()
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--interactions", type=int, default=22_000)
    count = options.parse_args().interactions
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder) / "journal", lambda: NOW)
        journal.apply(Action.IMPORT, *map(add, sample(count)))
        found = measure(journal)
        journal.close()
    work = sorted(each[0] for each in found)
    wait = statistics.median(each[1] for each in found)
    median, most = statistics.median(work), work[round(len(work) * 0.95) - 1]
    print(f"search as you type, {count:,} interactions, {len(work)} key strokes")
    print(f"  GUI thread per key: median {median:.1f} ms, 95 % within {most:.1f} ms; to reach {REACH:.0f} ms")
    print(f"  ratio {median / REACH:.2f}; until the rows are there: median {wait:.0f} ms")


if __name__ == "__main__":
    main()
