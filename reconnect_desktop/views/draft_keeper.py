"""Keeps what is being written, so that nothing is lost however the window goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.views.background import Background

if TYPE_CHECKING:
    from reconnect_desktop.views.quick_add_journal import Door, Draft

BEFORE = "before"  # key of a draft under which an older, unfinished one is kept
PAUSE = 1000  # milliseconds from a change until it is kept


class DraftKeeper(QObject):
    """Saves the draft that `read` gives (None for an empty form), at most once a second.

    before: an older draft that was not taken up; it is kept inside the new one, and comes next.
    """

    def __init__(self, background: Background, read: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self.before: Draft | None = None
        self.journal: Door | None = None
        self._background = background
        self._read = read
        self._unkept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._keep_quietly)

    @property
    def has_unkept(self) -> bool:
        """Whether something changed that is not in the journal yet."""
        return self._unkept

    def take_up(self, draft: Draft) -> Draft:
        """The draft to show; what lay under it comes next."""
        before = draft.get(BEFORE)
        self.before = before if isinstance(before, dict) else None
        return {key: value for key, value in draft.items() if key != BEFORE}

    def note_change(self) -> None:
        """Something was typed. More typing doesn't set the clock back: a long note is kept each second."""
        self._unkept = True
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, then: Callable[[], None], otherwise: Callable[[Exception], None]) -> None:
        """Save the draft now; waits for nothing, answers in the GUI thread."""
        self._timer.stop()
        journal = self.journal
        assert journal is not None
        draft = self._read()
        whole = self.before if draft is None else {**draft, BEFORE: self.before} if self.before else draft
        self._unkept = False

        def failed(error: Exception) -> None:
            self._unkept = True
            otherwise(error)

        self._background.run(lambda: journal.save_draft(whole), lambda _: then(), failed)

    def let_go(self) -> None:
        """There is nothing to be kept any more: it was saved, or thrown away."""
        self._timer.stop()
        self._unkept = False

    def _keep_quietly(self) -> None:
        if self.journal is not None:
            # A failure is told when it matters: at saving, and at closing, where it is tried again.
            self.keep(lambda: None, lambda _error: None)
