"""What the probes of a program in the tray do: it starts hidden, waits, and is asked for quick add again and again."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon

from reconnect_desktop.views.tray.place import own_icon

_TIMES = 3
_AFTER_UPKEEP = 15_000  # milliseconds: an old backup is looked at some seconds after each start
_SETTLED = 5_000  # milliseconds after the start: the next quick add was made ahead


def probe(what: str, tell: Callable[[float], None]) -> None:
    """Run one of them in this process, until it has told."""
    if what == "again_bare":
        open_bare_again_and_again(tell)
    elif what == "again":
        start_hidden(lambda program: open_again_and_again(program, tell))
    elif what == "idle_hidden":
        start_hidden(lambda _program: QTimer.singleShot(_AFTER_UPKEEP, tell_idle))
    elif what == "memory_hidden":
        start_hidden(lambda program: tell_resting(program, tell))
    else:
        start_hidden(lambda program: tell_after_a_look(program, tell))


class There:
    """A tray, also where the platform has none: Qt's icon then stands nowhere."""

    def is_there(self, *, at_last: bool) -> bool:  # noqa: ARG002, D102 - as in Place
        return True

    def make_icon(self, parent: QObject) -> QSystemTrayIcon:  # noqa: D102
        return QSystemTrayIcon(own_icon(), parent)


def start_hidden(then: Callable[[Any], None]) -> None:
    """The real program, in a tray of its own; `then` is called with it once it has settled. Ends with the process."""
    from reconnect_desktop.cli import start
    from reconnect_desktop.views import app

    original = app.Program.start_hidden

    def begin(self: Any) -> None:
        self.presence._place = There()
        original(self)
        QTimer.singleShot(_SETTLED, lambda: then(self))

    app.Program.start_hidden = begin  # type: ignore[method-assign]  # a stand-in
    start.start(["--hidden"])


def open_again_and_again(program: Any, tell: Callable[[float], None]) -> None:
    """Tell the median of the milliseconds from the wish to the first paint."""
    from reconnect_desktop.views.first_paint import FirstPaint

    taken: list[float] = []

    def once() -> None:
        began = time.perf_counter()
        program.show_quick_add()
        FirstPaint(program.quick_add, lambda: painted(began)).show()  # it came after its window

    def painted(began: float) -> None:
        taken.append((time.perf_counter() - began) * 1000)
        if len(taken) == _TIMES:
            tell(statistics.median(taken))
        QTimer.singleShot(500, program.quick_add.close)
        QTimer.singleShot(4_000, once)  # the next is made ahead meanwhile

    once()


def open_bare_again_and_again(tell: Callable[[float], None]) -> None:
    """The same of a QMainWindow with nothing in it, in a program that has nothing else."""
    from PySide6.QtWidgets import QApplication

    from reconnect_desktop.views.first_paint import FirstPaint

    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    taken: list[float] = []

    def once() -> None:
        window = QMainWindow()
        window.resize(480, 560)
        began = time.perf_counter()
        FirstPaint(window, lambda: painted(window, began))
        window.show()

    def painted(window: QMainWindow, began: float) -> None:
        taken.append((time.perf_counter() - began) * 1000)
        window.deleteLater()
        if len(taken) == _TIMES:
            tell(statistics.median(taken))
        QTimer.singleShot(50, once)

    QTimer.singleShot(200, once)
    qt.exec()


def tell_idle() -> None:
    """Tell how often it wakes and for how long it works while nothing is to be done."""
    began, before, work = time.monotonic(), wakings(), time.process_time()

    def done() -> None:
        since = {thread: count - before.get(thread, 0) for thread, count in wakings().items()}
        told = {"wakings": sum(since.values()) - 1, "work": time.process_time() - work}  # one is this
        print(json.dumps({**told, "seconds": time.monotonic() - began}), flush=True)
        os._exit(0)

    QTimer.singleShot(round(float(os.environ.get("RECONNECT_IDLE_MINUTES", "1")) * 60_000), done)


def wakings() -> dict[str, int]:
    """How often each thread of this process gave up waiting so far."""
    told = {}
    for status in Path("/proc/self/task").glob("*/status"):
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
        told[status.parent.name] = int(lines["voluntary_ctxt_switches"])
    return told


def tell_resting(program: Any, tell: Callable[[float], None]) -> None:
    """Tell the resident memory in megabytes once what can go is gone."""
    from benchmarks.probe import resident

    program.presence.resting.rest()
    QTimer.singleShot(1_000, lambda: tell(resident()))


def tell_after_a_look(program: Any, tell: Callable[[float], None]) -> None:
    """The same after the main window was shown for some seconds."""
    program.show_main()
    QTimer.singleShot(_SETTLED, program.main.close)
    QTimer.singleShot(_SETTLED + 3_000, lambda: tell_resting(program, tell))
