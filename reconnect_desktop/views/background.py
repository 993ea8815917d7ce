"""One thread for what takes time; results arrive where the windows live."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from sys import setswitchinterval
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

_TURN = 0.001  # seconds that a thread may compute while the windows wait; a paint takes many turns

T = TypeVar("T")
Job = Callable[[], None]


class Background(QObject):
    """Runs one piece of work after the other, in order, off the GUI thread."""

    _arrived = Signal(object)  # a function of no arguments, to be called in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None  # begins with the first work, after the first paint
        self._closed = False
        self._beside: Background | None = None
        self._under_way = 0  # pieces of work whose results were not delivered yet
        self._arrived.connect(self._deliver)  # emitted in another thread, so Qt queues it

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Call `work` in the thread, then `then` with what it returned or `otherwise` with what it raised.

        A method of a window that was deleted meanwhile is not called. After `close` nothing is taken any more.
        """
        if self._closed:
            return

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - handed on whole
                self._arrived.emit(lambda error=error: None if _is_gone(otherwise) else otherwise(error))
            else:
                self._arrived.emit(lambda: None if _is_gone(then) else then(result))

        self._under_way += 1
        self._jobs.put(job)
        if self._thread is None:
            setswitchinterval(_TURN)
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way, here or beside: what was asked for is done, and was delivered."""
        return not self._under_way and (self._beside is None or self._beside.is_idle)

    def beside(self) -> Background:
        """Another thread, always the same, for what may take long: nothing here has to wait for it.

        Of what waits there when it is closed, nothing is begun any more.
        """
        if self._beside is None:
            self._beside = _Beside(self)
            if self._closed:
                self._beside.close()
        return self._beside

    def close(self) -> None:
        """Finish what was begun and take nothing more; results not yet delivered are dropped."""
        if self._closed:
            return
        self._closed = True
        self._arrived.disconnect(self._deliver)
        if self._beside is not None:
            self._beside.close()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._do(job)
            del job  # while the next is waited for, nothing is held that the last one knew

    def _do(self, job: Job) -> None:
        job()

    def _deliver(self, call: Job) -> None:
        self._under_way -= 1
        call()


def _is_gone(method: Callable[[T], None]) -> bool:
    """Whether it is one of a window, or what else Qt owns, that is no more."""
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


class _Beside(Background):
    """What nobody waits for need not be finished, either."""

    def beside(self) -> Background:
        """This is it."""
        return self

    def _do(self, job: Job) -> None:
        if not self._closed:
            job()
