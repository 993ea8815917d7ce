"""One chart of the Trends page: what it asks, its picture, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QWidget

from reconnect_desktop.output.charts.kinds import ChartKind, ChartOptions
from reconnect_desktop.views.forms.chart_card import Ui_ChartCard
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.switch_row import SwitchRow
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from reconnect_desktop.views.trends.sheet import Sheet

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.chart_picture import Picture

_HIGHER = {
    "months": 25,
    "going-with": 34,
    "mood": 25,
}  # lines of text, where a chart needs more than the others


class ChartCard(QFrame):
    """A `chart_desk.Show`. sees: whether a widget inside the page is on the screen.

    enlarged, copied, saved, tabled: chosen in the menu. options_changed: it is to be counted in another way.
    """

    enlarged = Signal()
    copied = Signal()
    saved = Signal()
    tabled = Signal()
    options_changed = Signal()

    def __init__(self, kind: ChartKind[Any], look: Look, sees: Callable[[QWidget], bool]) -> None:
        super().__init__()
        self._look, self._sees = look, sees
        self.kind, self.options = kind, ChartOptions()
        self.value: Any = None
        self.form = Ui_ChartCard()
        self.form.setupUi(self)
        self.form.question.setText(kind.question)
        self.canvas = ChartCanvas(look, self)
        self.canvas.lines_high = _HIGHER.get(kind.key, self.canvas.lines_high)
        self.canvas.setAccessibleName(kind.question)
        self.form.canvas_place.addWidget(self.canvas)
        self._make_menu()
        look.changed.connect(self._fit)
        self._fit()

    def add_switch(self, words: str) -> QCheckBox:
        """Let the user leave out the days on which they were drained."""
        row = SwitchRow(words, self)
        self.form.switch_place.addWidget(row)
        chain(self.form.more_button, [row.box, self.canvas])
        row.box.toggled.connect(self._leave_out)
        return row.box

    # What the desk asks and says

    def is_seen(self) -> bool:
        """Whether any of it is on the screen."""
        return self._sees(self)

    def wanted_sheet(self) -> Sheet | None:
        """Where its value is not drawn yet, or not as it is to look now."""
        if self.value is None or not self.kind.enough(self.value):
            return None
        return self.canvas.wanted_sheet(self.value)

    def show_value(self, value: Any) -> None:
        """Say it; the picture follows. One that cannot be seen must not show what was."""
        self.value = value
        enough, words = self.kind.enough(value), self.kind.message(value)
        self.form.message.setText(words)
        self.canvas.setAccessibleName(f"{self.kind.question} {words}")
        self.canvas.setVisible(enough)
        if not (enough and self.is_seen()):
            self.canvas.show_picture(None)

    def show_picture(self, picture: Picture) -> None:
        """Show it."""
        self.canvas.show_picture(picture)

    def give_up(self) -> None:
        """Something of ours is wrong; it is told elsewhere."""
        self.form.message.setText(self.tr("This chart can't be shown just now."))
        self.canvas.hide()

    # The menu

    def _make_menu(self) -> None:
        """What is in it is made when it opens for the first time."""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        more = self.form.more_button
        more.setMenu(self._menu)
        more.setIcon(self._look.icon("ellipsis"))
        more.setAccessibleName(self.tr("More: {title}").format(title=self.kind.title))

    def _fill_menu(self) -> None:
        menu, icon = self._menu, self._look.icon
        if menu.isEmpty():
            menu.addAction(icon("maximize-2"), self.tr("&Enlarge"), self.enlarged.emit)
            menu.addAction(icon("copy"), self.tr("&Copy picture"), self.copied.emit)
            menu.addAction(icon("download"), self.tr("&Save as…"), self.saved.emit)
            menu.addAction(icon("table"), self.tr("View as &table"), self.tabled.emit)
        enough = self.value is not None and self.kind.enough(self.value)
        for action in menu.actions()[:-1]:
            action.setEnabled(enough)
        menu.actions()[-1].setEnabled(self.value is not None and bool(self.kind.table(self.value).rows))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu, at the pointer or under its button."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            button = self.form.more_button
            at = button.mapToGlobal(QPoint(0, button.height()))
        self._menu.popup(at)

    def _leave_out(self, on: bool) -> None:
        self.options = replace(self.options, without_drained=on)
        self.options_changed.emit()

    def _fit(self) -> None:
        side = max(16, self.fontMetrics().height())
        self.form.more_button.setIconSize(QSize(side, side))
