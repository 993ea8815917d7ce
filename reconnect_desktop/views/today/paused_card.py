"""What Today says in a pause."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.views.forms.paused_card import Ui_PausedCard
from reconnect_desktop.views.kit.dates import date_words, full_day_words
from reconnect_desktop.views.kit.line_breaks import kept_together

_ONE_ROW = 44  # letters m of width


class PausedCard(QFrame):
    """Until when it is, what it means, and two buttons of `form`: to change it, to end it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PausedCard()
        self.form.setupUi(self)
        self.form.change_button.setAccessibleName(self.tr("Change the pause"))
        self.form.end_button.setAccessibleName(self.tr("End the pause"))

    def show_pause(self, pause: Pause, this_year: int) -> None:
        """Tell of this one."""
        self.form.heading.setText(kept_together(self._heading(pause, this_year)))
        self.form.about.setText(kept_together(self._about(pause)))
        self.setAccessibleName(self.form.heading.text())

    def _heading(self, pause: Pause, this_year: int) -> str:
        is_away, is_apart = pause.reason is PauseReason.TRAVEL, pause.reason is PauseReason.BOUNDARY
        if pause.end is None:
            if is_away:
                return self.tr("You're away for now.")
            return self.tr("You're keeping some distance.") if is_apart else self.tr("You're on a pause.")
        day = pause.end
        until = date_words(day) if day.year != this_year else full_day_words(day, year=False)
        if is_away:
            return self.tr("You're away until {day}.").format(day=until)
        if is_apart:
            return self.tr("You're keeping some distance until {day}.").format(day=until)
        return self.tr("You're on a pause until {day}.").format(day=until)

    def _about(self, pause: Pause) -> str:
        if pause.reason is PauseReason.BOUNDARY:
            return self.tr("For how long is yours to decide. Nothing here suggests getting in touch.")
        return self.tr("No suggestions meanwhile, and these days don't count as a gap.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons below the words where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        aside = self.width() >= _ONE_ROW * self.fontMetrics().horizontalAdvance("m")
        way = QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom
        self.form.row.setDirection(way)
