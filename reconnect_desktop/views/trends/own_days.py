"""From one day to another, as one chooses."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.trends.span import Span, own
from reconnect_desktop.views.forms.own_days import Ui_OwnDays


class OwnDays(QWidget):
    """Two days. changed: the user chose another one."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_OwnDays()
        self.form.setupUi(self)
        for field in (self.form.first_field, self.form.last_field):
            field.dateChanged.connect(self.changed)

    @property
    def span(self) -> Span:
        """From the earlier to the later one, whichever stands first."""
        return own(*sorted((self.form.first_field.day(), self.form.last_field.day())))

    def show_span(self, span: Span) -> None:
        """Show these days, without telling."""
        for field, day in ((self.form.first_field, span.first), (self.form.last_field, span.last)):
            with QSignalBlocker(field):
                field.set_day(day)
