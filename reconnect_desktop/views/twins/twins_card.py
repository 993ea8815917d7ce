"""The quiet line on Today that some contacts may stand in the journal twice."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.language import tr_n
from reconnect_desktop.views.forms.twins_card import Ui_TwinsCard
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.side_by_side import arrange

_ONE_ROW = 56  # letters m of width, from which on words and buttons stand side by side


class TwinsCard(QFrame):
    """How many there are, and three buttons of `form`: to look at them, not now, and to leave them as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_TwinsCard()
        self.form.setupUi(self)
        flow = FlowLayout(self.form.deeds)
        for button in (self.form.leave_button, self.form.later_button, self.form.look_button):
            flow.addWidget(button)

    def show_count(self, count: int) -> None:
        """Tell of so many pairs."""
        self.form.words.setText(
            tr_n(
                "{count} contact may be in your journal twice.",
                "{count} contacts may be in your journal twice.",
                count,
            )
        )
        self.form.look_button.setText(tr_n("Look at &it…", "Look at &them…", count))
        self.setAccessibleName(self.form.words.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons below the words where it is narrow."""
        super().resizeEvent(event)
        arrange(self, (self.form.row, _ONE_ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            arrange(self, (self.form.row, _ONE_ROW))
