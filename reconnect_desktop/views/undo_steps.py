"""Undo and redo in the Edit menu, and what is said after a change with its way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.journal import Journal


class UndoSteps(QObject):
    """Takes the last step of the journal back, or makes it again. failed: the UserError that was in the way."""

    failed = Signal(object)

    def __init__(self, undo_action: QAction, redo_action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._undo_action, self._redo_action = undo_action, redo_action
        undo_action.setProperty("word", self.tr("Undo"))
        redo_action.setProperty("word", self.tr("Redo"))
        undo_action.triggered.connect(self.undo)
        redo_action.triggered.connect(lambda: self._try("redo"))
        self.update()

    def set_journal(self, journal: Journal | None) -> None:
        """Step in this journal."""
        self._journal = journal
        self.update()

    def update(self) -> None:
        """Say in the menu what would be taken back, and what made again."""
        from reconnect_desktop.output.sentences import redo_words, undo_words

        undo = self._journal.undo_action() if self._journal else None
        redo = self._journal.redo_action() if self._journal else None
        self._undo_action.setText(f"&{undo_words(*undo)}" if undo else self.tr("&Undo"))
        self._redo_action.setText(f"&{redo_words(*redo)}" if redo else self.tr("&Redo"))
        self._undo_action.setEnabled(undo is not None)
        self._redo_action.setEnabled(redo is not None)

    def undo(self) -> None:
        """Take the last step back."""
        self._try("undo")

    def words_after(self, applied: Applied) -> str:
        """What is to be said of this change, with a way back; "" where the screen says it, or it was undone."""
        from reconnect_desktop.output.sentences import TOLD, done_words

        if applied.undone or applied.action is None:
            return ""
        if _is_lost(applied):
            return self.tr("Deleted.")
        return done_words(applied.action, applied.size) if applied.action in TOLD else ""

    def _try(self, step: str) -> None:
        from reconnect_desktop.domain.errors import UserError

        if self._journal is None:
            return
        try:
            getattr(self._journal, step)()
        except UserError as error:
            self.update()  # a step that can't be moved any more is passed over
            self.failed.emit(error)


def _is_lost(applied: Applied) -> bool:
    """Whether something that was written is gone: a try, a letter, a reflection."""
    from reconnect_desktop.domain.action import Action

    written = applied.action in (Action.TRY, Action.LETTER, Action.NEED, Action.REFLECTION)
    return written and all(change.after is None for change in applied.changes)
