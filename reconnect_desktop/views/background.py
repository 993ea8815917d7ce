"""One thread for what takes time; results arrive where the windows live."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Background(QObject):
    """Runs one piece of work after the other, in order, off the GUI thread."""

    _arrived = Signal(object)  # a function of no arguments, to be called in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Call `work` in the thread, then `then` with what it returned or `otherwise` with what it raised."""

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - handed on whole
                self._arrived.emit(lambda error=error: otherwise(error))
            else:
                self._arrived.emit(lambda: then(result))

        self._pool.submit(job)

    def close(self) -> None:
        """Finish what was begun and take nothing more; results not yet delivered are dropped."""
        self._arrived.disconnect(self._deliver)
        self._pool.shutdown(wait=True)

    def _deliver(self, call: Callable[[], None]) -> None:
        call()
