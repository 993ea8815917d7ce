"""Asks for the day on which something planned is to be instead."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.plan import Again
from reconnect_desktop.domain.plans import Coming
from reconnect_desktop.output.plan_words import plan_title
from reconnect_desktop.views.forms.move_dialog import Ui_MoveDialog

_LETTERS = 30  # letters m of its width


class MoveDialog(QDialog):
    """Use `MoveDialog.ask`."""

    def __init__(self, parent: QWidget | None, one: Coming, today: date, her_name: str) -> None:
        super().__init__(parent)
        self.form = Ui_MoveDialog()
        self.form.setupUi(self)
        self.form.title.setText(self.tr("Move “{plan}”").format(plan=plan_title(one.plan, her_name)))
        self.form.about.setVisible(one.plan.again is not Again.NEVER)
        # Tomorrow is likely, of what passed as of what is to come.
        self.form.day.set_day(max(one.day, today) + timedelta(days=1))
        self.form.move_button.clicked.connect(self.accept)
        self.form.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, parent: QWidget | None, one: Coming, today: date, her_name: str) -> date | None:
        """The new day; None if it stays where it is."""
        dialog = cls(parent, one, today, her_name)
        dialog.resize(dialog.sizeHint())
        dialog.form.day.setFocus()
        moved = dialog.exec() == QDialog.DialogCode.Accepted
        day = dialog.form.day.day()
        dialog.deleteLater()
        return day if moved and day != one.day else None

    def sizeHint(self) -> QSize:
        """As wide as a short question, and as high as it needs."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, height).boundedTo(self.screen().availableSize() * 0.9)
