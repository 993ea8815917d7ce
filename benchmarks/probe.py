"""Runs in a process of its own: starts a window as the program does and tells when something was seen.

    python -m benchmarks.probe bare|quick_add|main|today|unlocked|stall|memory_bare|memory|again|again_bare|idle_hidden|idle_main|\
        memory_hidden|memory_after

Prints milliseconds since the parent's RECONNECT_BENCH_START (a monotonic clock), or megabytes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STARTED = float(os.environ.get("RECONNECT_BENCH_START", "0"))
HEAVY = ("sqlalchemy", "alembic", "numpy", "matplotlib", "fpdf", "cryptography", "keyring", "zxcvbn")
CHARTS = ("numpy", "matplotlib")
IN_TRAY = ("again", "again_bare", "idle_hidden", "memory_hidden", "memory_after")
WORDS = "under the old walnut tree"  # the passphrase of every encrypted journal here


def since_start() -> float:
    """Milliseconds since the parent began to make this process."""
    return (time.monotonic() - STARTED) * 1000


def tell(value: float) -> None:
    """Print the number and end at once."""
    print(f"{value:.2f}", flush=True)
    os._exit(0)


def resident() -> float:
    """Megabytes of memory in use."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def bare(then: Callable[[], None]) -> None:
    """A QMainWindow with nothing in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, _event: object) -> None:
            QTimer.singleShot(0, then)

    qt = QApplication([])
    window = Window()
    window.resize(800, 600)
    window.show()
    qt.exec()


def program(what: str) -> None:
    """The real program from its entry point on, with an eye on what happens after the first paint."""
    from reconnect_desktop.cli import start
    from reconnect_desktop.views import app
    from reconnect_desktop.views.first_paint import FirstPaint

    probes = {"today": contents, "unlocked": unlocked, "stall": longest_stall, "memory": memory}
    prepare = {**probes, "idle_main": idle_main}.get(what)
    if prepare is None:
        began = FirstPaint.__init__

        def begin(self: FirstPaint, window: Any, _then: object) -> None:
            began(self, window, first_paint)

        FirstPaint.__init__ = begin  # type: ignore[assignment]  # a stand-in
    else:
        original = app.Program._prepare

        def prepared(self: Any) -> None:
            prepare(self)
            original(self)

        app.Program._prepare = prepared  # type: ignore[method-assign]  # a stand-in
    start.start(["--quick-add"] if what == "quick_add" else [])


def first_paint() -> None:
    """Tell when the window was painted and the event loop is waiting for keys."""
    taken = since_start()
    refuse_heavy(HEAVY)
    tell(taken)


def refuse_heavy(names: tuple[str, ...]) -> None:
    """End with an error if one of these modules is loaded by now."""
    heavy = [name for name in names if name in sys.modules]
    if heavy:
        print(f"imported too early: {heavy}", file=sys.stderr)
        os._exit(1)


def contents(program: Any, waited: Callable[[], float] = lambda: 0.0) -> None:
    """Tell when Today has been painted with what is in the journal, less the milliseconds that were `waited`."""
    page = program.main.page("today")
    show = page._show

    def shown(reading: Any) -> None:
        show(reading)
        program.main.repaint()
        tell(since_start() - waited())

    page._show = shown


def unlocked(program: Any) -> None:
    """The same of an encrypted journal, less the time from when the passphrase is asked until the key is known."""
    from reconnect_desktop import unlocking

    unlock, moments = unlocking.unlock, [0.0, 0.0]

    def asked() -> None:
        moments[0] = since_start()
        program.doorkeeper.unlock(WORDS)

    def known(folder: Path, typed: str) -> bytes:
        key = unlock(folder, typed)
        moments[1] = since_start()
        return key

    program.doorkeeper.asked.connect(asked)
    unlocking.unlock = known
    contents(program, lambda: moments[1] - moments[0])


def longest_stall(program: Any) -> None:
    """Tell, three seconds after the first paint, for how long the event loop did not turn at most."""
    from PySide6.QtCore import QTimer

    seen = [time.monotonic(), 0.0]

    def tick() -> None:
        now = time.monotonic()
        seen[:] = [now, max(seen[1], now - seen[0])]

    timer = QTimer(program, interval=0)
    timer.timeout.connect(tick)
    timer.start()
    QTimer.singleShot(3000, lambda: tell(seen[1] * 1000))


def memory(_program: Any) -> None:
    """Tell the resident memory once everything has settled; what draws charts is not there without a visit to Trends."""
    from PySide6.QtCore import QTimer

    def settled() -> None:
        refuse_heavy(CHARTS)
        tell(resident())

    QTimer.singleShot(5_000, settled)


def idle_main(_program: Any) -> None:
    """Tell what Today costs while nobody looks, once everything that follows a start is done."""
    from PySide6.QtCore import QTimer

    from benchmarks import resting

    QTimer.singleShot(30_000, resting.tell_idle)


def main(what: str) -> None:
    """Run one probe."""
    if what == "bare":
        bare(lambda: tell(since_start()))
    elif what == "memory_bare":
        bare(lambda: tell(resident()))
    elif what in IN_TRAY:
        from benchmarks import resting

        resting.probe(what, tell)
    else:
        program(what)


if __name__ == "__main__":
    main(sys.argv[1])
