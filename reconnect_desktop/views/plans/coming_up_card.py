"""The card on Today of what is coming up: a quiet list, absent where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.plans import Coming
from reconnect_desktop.views.forms.coming_up_card import Ui_ComingUpCard
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.side_by_side import arrange
from reconnect_desktop.views.plans.plan_row import PlanRow

_ONE_ROW = 44  # letters m of width, from which on two buttons stand beside the words


class ComingUpCard(QFrame):
    """ticked, moved, taken_off, change_wanted: a Coming; all_wanted: the list of all plans."""

    ticked = Signal(object)
    moved = Signal(object)
    taken_off = Signal(object)
    change_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self.rows: list[PlanRow] = []
        self.form = Ui_ComingUpCard()
        self.form.setupUi(self)
        self.form.all_button.clicked.connect(self.all_wanted)
        look.changed.connect(self._show_icons)

    def show_coming(self, coming: Sequence[Coming], today: date, her_name: str) -> bool:
        """List these; whether anything is listed anew."""
        shown = (tuple(coming), today, her_name)
        if shown == self._shown:
            return False
        held = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(self._focused())), None)
        before, self._shown = self.rows, shown
        self.rows = [self._make_row(one, today, her_name) for one in coming]
        if held is not None and self.rows:
            self._focus(min(held, len(self.rows) - 1))
        for row in before:
            row.hide()
            row.deleteLater()
        self._arrange()
        return True

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.form.all_button, *(stop for row in self.rows for stop in row.stops())]

    def _make_row(self, one: Coming, today: date, her_name: str) -> PlanRow:
        row = PlanRow(self._look, one, today, her_name, self)
        row.ticked.connect(self.ticked)
        row.moved.connect(self.moved)
        row.taken_off.connect(self.taken_off)
        row.change_wanted.connect(self.change_wanted)
        self.form.rows.addWidget(row)
        row.show()  # now, so that it can take the focus
        return row

    def _show_icons(self) -> None:
        for row in self.rows:
            row.show_icon(self._look)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _focus(self, place: int) -> None:
        stops = self.rows[place].stops()
        (stops[0] if stops else self.form.all_button).setFocus()

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
        arrange(self, *((row.form.row, _ONE_ROW) for row in self.rows if row.asks))
        self._show_icons()
