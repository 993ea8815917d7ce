"""Undo and redo in the Edit menu, and what is said after a change with its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.errands import Errands

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Action, Applied
    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.journal import Journal

_MANY = 500  # changes of a step that would hold the window up: those of an import


class UndoSteps(QObject):
    """Takes the last step of the journal back, or makes it again.

    failed: the UserError that was in the way. begun: it takes a moment, in the background.
    """

    failed = Signal(object)
    begun = Signal()

    def __init__(
        self, undo_action: QAction, redo_action: QAction, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._fail)
        self._undo_action, self._redo_action = undo_action, redo_action
        undo_action.setProperty("word", self.tr("Undo"))
        redo_action.setProperty("word", self.tr("Redo"))
        undo_action.triggered.connect(self.undo)
        redo_action.triggered.connect(self._redo)
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
        if self._journal is not None:
            self._try(self._journal.undo, self._journal.undo_action())

    def words_after(self, applied: Applied) -> str:
        """What is to be said of this change, with a way back; "" where the screen says it, or it was undone."""
        from reconnect_desktop.output.sentences import TOLD, done_words

        if applied.undone or applied.action is None:
            return ""
        if _is_lost(applied):
            return self.tr("Deleted.")
        return done_words(applied.action, applied.size) if applied.action in TOLD else ""

    def _redo(self) -> None:
        if self._journal is not None:
            self._try(self._journal.redo, self._journal.redo_action())

    def _try(self, move: Callable[[], Applied], step: tuple[Action, int] | None) -> None:
        from reconnect_desktop.domain.errors import UserError

        if self._errands.under_way:
            return
        if step is not None and step[1] > _MANY:
            self._errands.run(move, lambda _: self.update())
            self._undo_action.setEnabled(False)
            self._redo_action.setEnabled(False)
            self.begun.emit()
            return
        try:
            move()
        except UserError as error:
            self._fail(error)

    def _fail(self, error: UserError) -> None:
        self.update()  # a step that can't be moved any more is passed over
        self.failed.emit(error)


def _is_lost(applied: Applied) -> bool:
    """Whether something that was written is gone: a try, a letter, a reflection."""
    from reconnect_desktop.domain.action import Action

    written = applied.action in (Action.TRY, Action.LETTER, Action.NEED, Action.REFLECTION)
    return written and all(change.after is None for change in applied.changes)
