"""Imported interactions, one at a time, to be rated with one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.interaction import CLOSENESS, Interaction
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.forms.batch_rater import Ui_BatchRater
from reconnect_desktop.views.kit.dates import day_words, number_words
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.icons import back
from reconnect_desktop.views.kit.letter_keys import NOT_HER, letter_for, shown_letter
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.medium_buttons import ICONS
from reconnect_desktop.views.today.batch import Batch
from reconnect_desktop.views.today.imported_words import imported_facts

_NAME = 20  # letters of her name that a button has room for


class BatchRater(QWidget):
    """Digits rate and go on, Space leaves unrated and goes on, arrows move, a letter says it wasn't her, Esc is enough.

    rated: an Interaction as it was, and as it is now; left: an Interaction that is to stay unrated; not_hers: one that was
    with somebody else; more_wanted: the next ones; rest_left: all that there are may stay unrated; finished: enough.
    """

    rated = Signal(object, object)
    left = Signal(object)
    not_hers = Signal(object)
    more_wanted = Signal()
    rest_left = Signal()
    finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._batch = Batch()
        self._today = date.min
        self._more = self._next = 0
        self.form = form = Ui_BatchRater()
        form.setupUi(self)
        form.scale.set_look(look)
        form.scale.clearable = False
        form.keys.setText(
            self.tr(
                "Keys: 1 to 7 rate and go on, Space leaves it unrated, ← and → move, {letter} says it wasn't her, "
                "Ctrl+Z takes back, Esc is enough for now."
            ).format(letter=shown_letter(NOT_HER))
        )
        form.back_button.setIcon(look.icon(back(), "accent"))
        flow = FlowLayout(form.deeds)
        for button in form.deeds.findChildren(QPushButton):
            flow.addWidget(button)
        form.scale.chosen.connect(self._rate)
        form.leave_button.clicked.connect(self._leave)
        form.not_her_button.clicked.connect(self._not_her)
        form.back_button.clicked.connect(self._back)
        form.more_button.clicked.connect(self.more_wanted)
        form.rest_button.clicked.connect(self.rest_left)
        form.done_button.clicked.connect(self.finished)
        for focused in (*form.scale.choices.values(), *self.findChildren(QPushButton)):
            focused.installEventFilter(self)
        look.changed.connect(self._show)

    def begin(self, unrated: Sequence[Interaction], today: date, *, her_name: str, more: int = 0) -> None:
        """Ask for these, newest first; there are `more` beside them."""
        self._batch, self._today = Batch(unrated), today
        self._more, self._next = more, min(more, max(len(unrated), 1))
        name = (her_name if len(her_name) <= _NAME else f"{her_name[:_NAME]}…").replace("&", "&&")
        self.form.not_her_button.setText(self.tr(NOT_HER).format(name=name))
        self._show()
        self.form.scale.setFocus()

    def follow(self, applied: Applied) -> None:
        """Take over what was changed elsewhere; what is undone here is shown again."""
        self._batch.follow(applied)
        self._show()

    def take_back(self, interaction: Interaction) -> None:
        """This one could not be saved: it is as given again, and shown."""
        self._batch.put(interaction)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are for the whole: arrows don't choose, they go back and on. Buttons keep Space for themselves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            kept = isinstance(watched, QPushButton) and event.key() == Qt.Key.Key_Space
            return not kept and self._key(event)
        return super().eventFilter(watched, event)

    @property
    def is_done(self) -> bool:
        """Whether it stands at the end, and what it shows says so."""
        return self._batch.current is None

    # Inside

    def _key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        act = self._action(event) if plain else None
        if act is None:
            return False
        act()
        return True

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        typed = event.text()
        if typed.isascii() and typed.isdigit() and int(typed) in CLOSENESS:
            return lambda: self._rate(int(typed))
        if typed.casefold() == letter_for(NOT_HER):
            return self._not_her
        forwards, backwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forwards, backwards = backwards, forwards
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self._leave,
            Qt.Key.Key_0: self._leave,
            Qt.Key.Key_Escape: self.finished.emit,
            backwards: self._back,
            forwards: self._on,
            Qt.Key.Key_Up: lambda: None,
            Qt.Key.Key_Down: lambda: None,
        }
        return actions.get(event.key())

    def _rate(self, closeness: object) -> None:
        item, batch = self._batch.current, self._batch
        if item is None or not isinstance(closeness, int):
            return
        if closeness != item.closeness:
            batch.items[batch.place] = replace(item, closeness=closeness)
            self.rated.emit(item, batch.items[batch.place])
        self._on()

    def _leave(self) -> None:
        item = self._batch.current
        if item is None:
            return
        if not self._batch.is_dealt_with(item):
            self._batch.leave(item)
            self.left.emit(item)
        self._on()

    def _not_her(self) -> None:
        item = self._batch.current
        if item is not None:
            self._batch.drop(item)
            self.not_hers.emit(item)
            self._go(self._batch.place)

    def _back(self) -> None:
        self._go(self._batch.place - 1)

    def _on(self) -> None:
        self._go(self._batch.place + 1)

    def _go(self, place: int) -> None:
        self._batch.go(place)
        self._show()
        (self.form.done_button if self.is_done else self.form.scale).setFocus()

    def _show(self) -> None:
        form, batch = self.form, self._batch
        item, many = batch.current, len(batch.items)
        form.bar.setRange(0, max(many, 1))
        form.bar.setValue(min(batch.place, many) if many else 1)
        form.back_button.setVisible(batch.place > 0)
        for part in (form.scale, form.leave_button, form.not_her_button, form.details, form.medium_icon):
            part.setVisible(item is not None)
        form.keys.setVisible(item is not None)
        form.more_button.setVisible(item is None and self._more > 0)
        form.rest_button.setVisible(item is None and self._more > 0)
        if item is None:
            self._show_end()
            return
        form.title.setText(self.tr("How close did it feel?"))
        form.progress.setText(
            self.tr("{place} of {many}").format(place=number_words(batch.place + 1), many=number_words(many))
        )
        form.done_button.setText(self.tr("&Done for now"))
        dealt = batch.is_dealt_with(item)
        form.leave_button.setText(self.tr("&Next") if dealt else self.tr("Leave &unrated"))
        form.scale.value = item.closeness
        self._show_item(item)

    def _show_item(self, item: Interaction) -> None:
        form = self.form
        form.day.setText(opening(day_words(item.when.day, self._today)))
        form.details.setText(imported_facts(item))
        side = max(16, round(form.details.fontMetrics().height() * 1.15))
        form.medium_icon.setPixmap(self._look.icon(ICONS[item.medium], "muted").pixmap(side, side))
        form.scale.setAccessibleDescription(
            f"{form.progress.text()}: {form.day.text()}, {form.details.text()}"
        )

    def _show_end(self) -> None:
        form, rated = self.form, self._batch.rated
        form.title.setText(self.tr("That was the last one"))
        form.progress.setText("")
        form.done_button.setText(self.tr("Return to &Today"))
        if self._more:
            form.title.setText(self.tr("That was the last of these"))
            form.more_button.setText(self.tr("The next &{count}").format(count=number_words(self._next)))
        if not rated:
            form.day.setText(self.tr("They stay as they are."))
        elif rated < len(self._batch.items):
            form.day.setText(
                tr_n(
                    "{count} interaction rated, the others stay as they are.",
                    "{count} interactions rated, the others stay as they are.",
                    rated,
                )
            )
        else:
            form.day.setText(self.tr("All rated. Thank you for looking back."))
