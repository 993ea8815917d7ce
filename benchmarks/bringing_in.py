"""A history of 100,000 messages, brought in and shown in the real program: seconds, and the longest stall of the window meanwhile."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import Figure

MESSAGES = 100_000
SECONDS_MOST, STALL_MOST = 30.0, 100.0  # s, ms
BEGIN = 1_400_000_000  # seconds since 1970: May 2014


def run(scratch: Path, rounds: int) -> list[Figure]:
    """From the choice of the file to the last page that shows it, in processes of their own."""
    path = scratch / "sms.xml"
    write(path)
    told = [_probe(path) for _ in range(max(1, min(3, rounds)))]
    seconds, stalls = ([one[what] for one in told] for what in ("seconds", "stall"))
    detail = f"{told[0]['interactions']:,.0f} interactions; "
    return [
        Figure(
            f"{MESSAGES:,} messages brought in and shown, s",
            median(seconds),
            SECONDS_MOST,
            f"{detail}{min(seconds):.1f}…{max(seconds):.1f}",
        ),
        Figure(
            "longest stall of the window meanwhile, ms",
            median(stalls),
            STALL_MOST,
            f"{min(stalls):.0f}…{max(stalls):.0f}, {told[0]['when']}",
        ),
    ]


def write(path: Path) -> None:
    """Messages with one person over some twelve years, in bursts."""
    chance, moment = random.Random(6), BEGIN
    with path.open("w", encoding="utf-8") as file:
        file.write("<smses>\n")
        for place in range(MESSAGES):
            moment += chance.choice((20, 60, 300)) if place % 6 else chance.randrange(8_000, 34_000)
            file.write(
                f'<sms address="+15555550113" date="{moment}000" type="{1 + place % 2}" body="Message {place}" contact_name="Ruth Example" />\n'
            )
        file.write("</smses>\n")


def _probe(path: Path) -> dict[str, Any]:
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.bringing_in", str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class Visit:
    """The real program on an empty journal, with a clock that ticks in its window's thread."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from reconnect_desktop import clock
        from reconnect_desktop.journal import Journal
        from reconnect_desktop.views.app import Program
        from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS

        self._qt = QApplication(["bench", *STYLE_ARGUMENTS])
        self.program = Program(self._qt, lambda: Journal.open(folder, clock.now), None)
        self.program.show_main()
        self._doing, self._seen, self._longest = "", time.perf_counter(), (0.0, "")
        self._timer = QTimer(self.program, interval=0)
        self._timer.timeout.connect(self._tick)
        self.until(lambda: self.program.journal is not None)
        self.rest(4.0)

    def bring_in(self, path: Path) -> dict[str, Any]:
        """Choose the file, go through the steps, and look at every page."""
        from reconnect_desktop.views.importing.import_dialog import ImportDialog

        program, main = self.program, self.program.main
        assert program.journal is not None
        assert main is not None
        began = time.perf_counter()
        self._begin("reading")
        dialog = ImportDialog(main, program.look, program.background, program.journal, path)
        dialog.open()
        self.until(lambda: dialog.shown is dialog.preview)
        self._doing = "writing"
        dialog.form.next_button.click()
        self.until(lambda: not dialog.isVisible())
        for page in ("today", "log"):
            self._doing = f"showing {page}"
            main.show_page(page)
            self.until(lambda: program.background.is_idle)
        seconds = time.perf_counter() - began
        self._doing = "afterwards"
        self.rest(2.0)
        self._timer.stop()
        longest, when = self._longest
        count = program.journal.count()
        return {"seconds": seconds, "stall": longest * 1000, "when": when, "interactions": count}

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until this holds."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        while not holds():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def rest(self, seconds: float) -> None:
        """Let it live for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)

    def _begin(self, doing: str) -> None:
        self._doing, self._seen = doing, time.perf_counter()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._seen, self._doing))
        self._seen = now


def main() -> None:
    """Bring in the file named."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ |= {f"XDG_{kind}_HOME": f"{scratch}/{kind}" for kind in ("CONFIG", "CACHE", "STATE")}
        visit = Visit(Path(scratch) / "journal")
        print(json.dumps(visit.bring_in(Path(sys.argv[1]))), flush=True)
        visit.program.close()
    os._exit(0)  # Qt's own end can take as long as all of it


if __name__ == "__main__":
    main()
