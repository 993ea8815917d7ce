"""Keeps a reflection while it is being written, so that it is there again however the window goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.journal_reading import Draft
from reconnect_desktop.views.background import Background

PAUSE = 1000  # milliseconds from a change until it is kept
_NEW, _CHANGED = "need", "need changed"  # two drafts: a change to an old one doesn't take a new one's place

NEED_DRAFTS = (_NEW, _CHANGED)


class NeedDraft(QObject):
    """Saves what `read` gives, at most once a second. need_id: of the reflection that is changed; "" for a new one."""

    def __init__(
        self, background: Background, journal: Journal, read: Callable[[], Draft], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._journal, self._read = background, journal, read
        self.need_id = ""
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(lambda: self._save(self._written()))

    def kept(self) -> Draft | None:
        """What was being written the last time, if it was neither saved nor thrown away."""
        draft = self._journal.draft(self._of)
        self._is_kept = draft is not None and draft.get("id", "") == self.need_id
        return draft if self._is_kept else None

    def note_change(self) -> None:
        """Something was typed or chosen."""
        if not self._timer.isActive():
            self._timer.start()

    def let_go(self) -> None:
        """It was saved, or thrown away."""
        self._timer.stop()
        if self._is_kept:
            self._save(None)

    def keep_now(self) -> Exception | None:
        """Save it before anything else happens; the error, if that could not be done."""
        if self._timer.isActive():
            self._timer.stop()
            try:
                self._journal.save_draft(self._written(), self._of)
            except UserError as error:
                self._timer.start()
                return error
        return None

    @property
    def _of(self) -> str:
        return _CHANGED if self.need_id else _NEW

    def _written(self) -> Draft:
        return {**self._read(), "id": self.need_id}

    def _save(self, draft: Draft | None) -> None:
        journal, of = self._journal, self._of
        self._is_kept = draft is not None
        # Where it can't be kept, the form still has it, and saving it will say why.
        self._background.run(lambda: journal.save_draft(draft, of), lambda _: None, lambda _: None)
