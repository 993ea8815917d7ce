"""What the window shows while everything is deleted, and when it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.deleted_page import Ui_DeletedPage
from reconnect_desktop.views.kit.flow_layout import FlowLayout

_WIDEST = 44  # letters m


class DeletedPage(QWidget):
    """Nothing can be done here but to close the program, and to try again what failed.

    retried: it shall be tried again. left: the program shall close.
    """

    retried = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Ui_DeletedPage()
        self.form.setupUi(self)
        flow = FlowLayout(self.form.buttons)
        self.close_button = QPushButton(self.tr("&Close Reconnect"), self.form.buttons)
        self.close_button.setProperty("kind", "primary")
        self.again_button = QPushButton(self.tr("&Try again"), self.form.buttons)
        for button, signal in ((self.close_button, self.left), (self.again_button, self.retried)):
            flow.addWidget(button)
            button.clicked.connect(signal)
        self.form.content.setMaximumWidth(self.fontMetrics().horizontalAdvance("m") * _WIDEST)
        self.wait()

    def wait(self) -> None:
        """It is being done."""
        self.form.title.setText(self.tr("Deleting everything…"))
        self._show(at_work=True)

    def say_done(self, *, everywhere: bool) -> None:
        """It is done. everywhere: the second folder was in reach, where there is one."""
        self.form.title.setText(self.tr("Everything is deleted"))
        about = self.tr(
            "Thank you for having trusted Reconnect with your journal. Take good care of yourself."
        )
        away = self.tr(
            "Everything but the backups in the second folder: it could not be reached. They can be deleted there by hand."
        )
        self._show(about if everywhere else f"{away}\n\n{about}")

    def say_trouble(self, error: UserError) -> None:
        """Something is left."""
        self.form.title.setText(self.tr("Not all of it could be deleted"))
        self._show(problem=explain(error))

    def _show(self, about: str = "", problem: str = "", *, at_work: bool = False) -> None:
        self.form.about.setText(about)
        self.form.about.setVisible(bool(about))
        self.form.problem.say(problem)
        self.form.progress.setVisible(at_work)
        self.close_button.setVisible(not at_work)
        self.again_button.setVisible(bool(problem))
        if not at_work:
            self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; other keys go no further."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        event.accept()
