"""What quick add shows once an interaction is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.output.sentences import closeness_word, explain, length_words, medium_word
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.saved_panel import Ui_SavedPanel
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.quick_add_journal import Door

if TYPE_CHECKING:
    from reconnect_desktop.views.kit.causes_panel import CausesPanel
    from reconnect_desktop.views.kit.causes_question import Question


class SavedPanel(QWidget):
    """Says what was saved, and offers to take it back for as long as that is possible.

    After an interaction that felt far away it asks, if that is wanted, what got in the way.
    """

    undone = Signal()
    another_wanted = Signal()
    done = Signal()

    def __init__(self, look: Look, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self._steps: list[Applied] = []  # what was saved, and the causes noted with it since
        self._journal: Door | None = None
        self._causes: CausesPanel | None = None
        self.ui = Ui_SavedPanel()
        self.ui.setupUi(self)
        self.ui.undo_button.setIcon(look.icon("undo-2", "accent"))
        self.ui.undo_button.clicked.connect(self._undo)
        self.ui.another_button.clicked.connect(self.another_wanted)
        self.ui.done_button.clicked.connect(self.done)

    def show_saved(self, applied: Applied, journal: Door) -> None:
        """Tell of the interaction that `applied` added to `journal`, and put the focus on Done."""
        interaction = applied.changes[0].after
        assert isinstance(interaction, Interaction)
        self._steps, self._journal = [applied], journal
        self.ui.undo_button.setEnabled(True)
        self.ui.problem.say("")
        self.ui.figure.show_closeness(interaction.closeness, self._look)
        self.ui.line.setText(in_a_line(interaction))
        self.setAccessibleName(f"{self.ui.title.text()} {self.ui.line.text()}")
        self.ui.done_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_about(interaction, journal)

    def note_applied(self, applied: Applied) -> None:
        """Something was written: what is told of here can only be undone while it was the last."""
        if self._steps and applied.action is not None:
            self.ui.undo_button.setEnabled(applied == self._steps[-1])

    def _ask_about(self, saved: Interaction, journal: Door) -> None:
        """Ask what got in the way, if it felt far away and nothing is said about that yet."""
        if self._causes is not None:
            self._causes.hide()
        if saved.closeness is None:
            return

        def question() -> Question | None:
            from reconnect_desktop.views.kit.causes_question import question_from

            found = question_from(journal, saved.logged.day)
            return found if found is not None and found.about.id == saved.id else None

        self._background.run(question, lambda found: self._show_question(found, saved), self._failed)

    def _show_question(self, question: Question | None, saved: Interaction) -> None:
        journal = self._journal
        if question is None or journal is None or self._steps[0].changes[0].after != saved:
            return
        if self._causes is None:
            from reconnect_desktop.views.kit.causes_panel import CausesPanel

            self._causes = CausesPanel(self._look, self._background, self)
            self._causes.noted.connect(self._note_cause)
            self._causes.left.connect(self.ui.done_button.setFocus)
            # A line of understanding needs room, once it is laid out.
            self._causes.form.causes.toggled.connect(lambda: QTimer.singleShot(0, self, self._grow))
            self.ui.rows.insertWidget(self.ui.rows.indexOf(self.ui.below) + 1, self._causes)
        self._causes.ask(question, journal)
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Make the window higher where what is shown needs it."""
        layout, window = self.layout(), self.window()
        assert layout is not None
        layout.activate()
        more = layout.totalHeightForWidth(self.width()) - self.height()
        if more > 0 and not (window.isMaximized() or window.isFullScreen()):
            window.resize(window.width(), window.height() + more)

    def _note_cause(self, applied: Applied) -> None:
        """Undo takes it back together with what was saved."""
        self._steps.append(applied)
        self.ui.undo_button.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        button = self.focusWidget()
        buttons = (self.ui.undo_button, self.ui.another_button, self.ui.done_button)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            next((known for known in buttons if known is button), self.ui.done_button).click()
        else:
            super().keyPressEvent(event)

    def _undo(self) -> None:
        journal, steps = self._journal, len(self._steps)
        assert journal is not None
        self.ui.undo_button.setEnabled(False)

        def take_back() -> None:
            for _ in range(steps):
                journal.undo()

        self._background.run(take_back, lambda _none: self.undone.emit(), self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.ui.problem.say(explain(error))
        self.ui.undo_button.setEnabled(True)


def in_a_line(interaction: Interaction) -> str:
    """What is known of it: "Call · 25 min · 5 of 7"."""
    parts = [medium_word(interaction.medium)]
    if interaction.minutes is not None:
        parts.append(length_words(interaction.minutes))
    if interaction.closeness is not None:
        parts.append(closeness_word(interaction.closeness))
    return " · ".join(parts)
