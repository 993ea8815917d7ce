"""A list whose changes are kept at once, and the Undo that stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton, QWidget

    from reconnect_desktop.domain.action import Action
    from reconnect_desktop.domain.change import Change
    from reconnect_desktop.domain.records import Record
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.kit.problem_label import ProblemLabel


class _Form(Protocol):
    """`told` holds the words and the button; it is hidden while there is nothing to take back."""

    @property
    def told(self) -> QWidget: ...
    @property
    def told_label(self) -> QLabel: ...
    @property
    def undo_button(self) -> QPushButton: ...
    @property
    def problem(self) -> ProblemLabel: ...


class UndoBeside:
    """Keeps changes of one action, and takes back the last that is told of. show: called after each."""

    def __init__(
        self, form: _Form, look: Look, journal: Journal, action: Action, show: Callable[[], None]
    ) -> None:
        self._form, self._journal, self._action, self._show = form, journal, action, show
        self._last: Change | None = None
        form.undo_button.setIcon(look.icon("undo-2", "accent"))
        form.told.hide()

    def apply(self, change: Change) -> bool:
        """Whether it is kept; what is in the way is said."""
        self._form.told.hide()
        try:
            self._journal.apply(self._action, change)
        except UserError as error:
            self._form.problem.say(explain(error))
            return False
        self._form.problem.say("")
        self._last = change
        self._show()
        return True

    def offer(self, words: str) -> None:
        """Say what was done, with the button that takes it back."""
        self._form.told_label.setText(words)
        self._form.told.show()

    def undo(self) -> Record | None:
        """Apply the opposite change, whatever was done elsewhere since; what came back, if it did."""
        opposite = self._last.inverse() if self._last else None
        return opposite.record if opposite is not None and self.apply(opposite) else None
