"""When we made a mistake: the user is told calmly, and the log gets where it was, never what was in it."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

_PACKAGE = Path(__file__).resolve().parent.parent
_LOG_MOST = 200_000  # bytes; then it is begun anew


class CrashHook(QObject):
    """Takes every exception nobody caught, from whichever thread."""

    _crashed = Signal()

    def __init__(self, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = log_folder
        self._told = False
        self._crashed.connect(self._tell)
        sys.excepthook = self._take
        # Ctrl+C in the terminal would wait until Python code runs again. What is saved is durable anyhow.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        threading.excepthook = lambda args: self._take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take(
        self, kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):  # the screen still says it
            write_log(self._folder, event_line(kind, trace))
        self._crashed.emit()

    def _tell(self) -> None:
        if self._told:
            return
        self._told = True
        from PySide6.QtCore import Qt  # late: see views.early

        box = QMessageBox(QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Reconnect")
        box.setText(self.tr("Something went wrong inside Reconnect."))
        box.setInformativeText(
            self.tr(
                "What you saved is safe. If the window behaves strangely, please close and open it again. "
                "A line without any of your words was added to the log."
            )
        )
        box.exec()
        self._told = False


def event_line(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Time, the exception's type, and the places in our code it came through: no values, no texts."""
    places = [
        f"{Path(frame.filename).resolve().relative_to(_PACKAGE).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(trace)
        if _PACKAGE in Path(frame.filename).resolve().parents
    ]
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return f"{stamp} crash {kind.__name__} {' > '.join(places) or 'outside'}\n"


def write_log(folder: Path, line: str) -> None:
    """Add a line to the log."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = folder / "reconnect.log"
    mode = "w" if log.exists() and log.stat().st_size > _LOG_MOST else "a"
    with log.open(mode, encoding="utf-8") as file:
        file.write(line)
