"""One thread for what takes time; results arrive where the windows live."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Background(QObject):
    """Runs one piece of work after the other, in order, off the GUI thread."""

    _arrived = Signal(object)  # a function of no arguments, to be called in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = (
            None  # made at the first work, which comes after the first paint
        )
        self._arrived.connect(self._deliver)  # emitted in another thread, so Qt queues it

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

        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._pool.submit(job)

    def close(self) -> None:
        """Finish what was begun and take nothing more; results not yet delivered are dropped."""
        self._arrived.disconnect(self._deliver)
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _deliver(self, call: Callable[[], None]) -> None:
        call()
