"""One plan of the card on Today: a tick, what it is about and when, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reconnect_desktop.domain.plans import Coming, can_move
from reconnect_desktop.output.plan_words import coming_words, plan_title
from reconnect_desktop.views.forms.plan_row import Ui_PlanRow
from reconnect_desktop.views.kit.line_breaks import breakable
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.plans.plan_texts import clock


class PlanRow(QWidget):
    """ticked, moved, taken_off, change_wanted: of the Coming that is shown.

    What lies ahead has a small menu; of what passed without contact the two likely answers stand there (`asks`).
    """

    ticked = Signal(object)
    moved = Signal(object)
    taken_off = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, look: Look, one: Coming, today: date, her_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.coming = one
        self.form = form = Ui_PlanRow()
        form.setupUi(self)
        title = plan_title(one.plan, her_name)
        form.title.setText(breakable(title))
        form.when.setText(coming_words(one, today, clock(one.plan.time)))
        self._name_parts(title)
        self.asks = one.has_passed(today)  # birthdays never do
        self._show_state()
        self.show_icon(look)
        form.tick.clicked.connect(lambda: self.ticked.emit(one))
        form.moved_button.clicked.connect(lambda: self.moved.emit(one))
        form.off_button.clicked.connect(lambda: self.taken_off.emit(one))
        form.more_button.clicked.connect(self._open_menu)

    def show_icon(self, look: Look) -> None:
        """In the colours of the theme, and as large as the text."""
        side = max(16, round(self.fontMetrics().height() * 1.15))
        self.form.more_button.setIconSize(QSize(side, side))
        self.form.more_button.setIcon(look.icon("ellipsis", "muted"))

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        form = self.form
        parts = (form.tick, form.moved_button, form.off_button, form.more_button)
        return [part for part in parts if not part.isHidden() and part.isEnabled()]

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu, one = QMenu(self), self.coming
        if can_move(one.plan):
            menu.addAction(self.tr("&Move…"), lambda: self.moved.emit(one))
        menu.addAction(self.tr("&Take it off"), lambda: self.taken_off.emit(one))
        menu.addAction(self.tr("&Change…"), lambda: self.change_wanted.emit(one))
        return menu

    def _name_parts(self, title: str) -> None:
        form = self.form
        which = f"{title}, {form.when.text()}"
        form.tick.setAccessibleName(self.tr("Tick off: {plan}").format(plan=which))
        form.moved_button.setAccessibleName(self.tr("It was moved: {plan}").format(plan=title))
        form.off_button.setAccessibleName(self.tr("Take it off: {plan}").format(plan=title))
        form.more_button.setAccessibleName(self.tr("More about {plan}").format(plan=title))
        self.setAccessibleName(which)

    def _show_state(self) -> None:
        form, done, asks = self.form, self.coming.done, self.asks
        form.tick.setChecked(done)
        form.tick.setEnabled(not done)
        form.moved_button.setVisible(asks)
        form.off_button.setVisible(asks)
        form.more_button.setVisible(not asks and not done)

    def _open_menu(self) -> None:
        menu, button = self.menu(), self.form.more_button
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
