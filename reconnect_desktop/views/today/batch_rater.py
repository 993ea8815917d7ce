"""Imported interactions, one at a time, to be rated with one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.interaction import CLOSENESS, Interaction
from reconnect_desktop.domain.rating import left_id
from reconnect_desktop.output.sentences import count_words, length_words, medium_word
from reconnect_desktop.views.forms.batch_rater import Ui_BatchRater
from reconnect_desktop.views.kit.dates import day_words, time_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.medium_buttons import ICONS


class BatchRater(QWidget):
    """Digits rate and go on, Space leaves unrated and goes on, Left goes back, Esc is enough.

    rated: an Interaction as it was, and as it is now; left: an Interaction that is to stay unrated;
    finished: enough, or all are dealt with.
    """

    rated = Signal(object, object)
    left = Signal(object)
    finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items: list[Interaction] = []
        self._left: set[str] = set()
        self._place = 0
        self._today = date.min
        self.form = Ui_BatchRater()
        self.form.setupUi(self)
        self.form.scale.set_look(look)
        self.form.scale.clearable = False
        self.form.back_button.setIcon(look.icon("chevron-left", "accent"))
        self.form.scale.chosen.connect(self._rate)
        self.form.leave_button.clicked.connect(self._leave)
        self.form.back_button.clicked.connect(self._back)
        self.form.done_button.clicked.connect(self.finished)
        for figure in self.form.scale.choices.values():
            figure.installEventFilter(self)
        look.changed.connect(self._show)

    def begin(self, unrated: Sequence[Interaction], today: date) -> None:
        """Ask for these, in their order."""
        self._items, self._left, self._place, self._today = list(unrated), set(), 0, today
        self._show()
        self.form.scale.setFocus()

    def follow(self, applied: Applied) -> None:
        """Take over what was changed elsewhere; what is undone here is shown again."""
        places = {item.id: place for place, item in enumerate(self._items)}
        by_left_id = {left_id(item): item for item in self._items}
        for change in applied.changes:
            changed: Interaction | None = by_left_id.get(change.record.id)
            if changed is not None:
                (self._left.add if change.after else self._left.discard)(changed.id)
            elif change.record.id in places and isinstance(change.after, Interaction):
                changed = change.after
                self._items[places[changed.id]] = changed
            if changed is not None and applied.undone:
                self._place = places[changed.id]
        gone = {change.record.id for change in applied.changes if change.after is None} & places.keys()
        if gone:
            before = sum(item.id in gone for item in self._items[: self._place])
            self._items = [item for item in self._items if item.id not in gone]
            self._place -= before
        self._show()

    def take_back(self, interaction: Interaction) -> None:
        """This one could not be saved: it is as given again, and shown."""
        for place, item in enumerate(self._items):
            if item.id == interaction.id:
                self._items[place], self._place = interaction, place
                self._left.discard(item.id)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a figure, keys are for the whole: arrows don't choose, they go back and on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from the buttons, which keep Space for themselves."""
        if event.key() == Qt.Key.Key_Space or not self._key(event):
            super().keyPressEvent(event)

    @property
    def is_done(self) -> bool:
        """Whether all are dealt with, and what it shows says so."""
        return self._current is None

    # Inside

    @property
    def _current(self) -> Interaction | None:
        return self._items[self._place] if self._place < len(self._items) else None

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
        item = self._current
        if item is None or not isinstance(closeness, int):
            return
        if closeness != item.closeness:
            self._items[self._place] = replace(item, closeness=closeness)
            self.rated.emit(item, self._items[self._place])
        self._go(self._place + 1)

    def _leave(self) -> None:
        item = self._current
        if item is None:
            return
        if not self._is_dealt_with(item):
            self._left.add(item.id)
            self.left.emit(item)
        self._go(self._place + 1)

    def _back(self) -> None:
        self._go(self._place - 1)

    def _on(self) -> None:
        if self._current is not None and self._is_dealt_with(self._current):
            self._go(self._place + 1)

    def _go(self, place: int) -> None:
        self._place = min(max(place, 0), len(self._items))
        self._show()
        if self._current is None:
            self.form.done_button.setFocus()
        else:
            self.form.scale.setFocus()

    def _is_dealt_with(self, item: Interaction) -> bool:
        return item.closeness is not None or item.id in self._left

    def _show(self) -> None:
        form, item, many = self.form, self._current, len(self._items)
        form.bar.setRange(0, max(many, 1))
        form.bar.setValue(min(self._place, many) if many else 1)
        form.back_button.setVisible(self._place > 0)
        for part in (form.scale, form.leave_button, form.details, form.medium_icon, form.keys):
            part.setVisible(item is not None)
        if item is None:
            self._show_end()
            return
        form.title.setText(self.tr("How close did it feel?"))
        form.progress.setText(self.tr("{place} of {many}").format(place=self._place + 1, many=many))
        form.done_button.setText(self.tr("&Done for now"))
        dealt = self._is_dealt_with(item)
        form.leave_button.setText(self.tr("&Next") if dealt else self.tr("Leave &unrated"))
        form.scale.value = item.closeness
        self._show_item(item)

    def _show_item(self, item: Interaction) -> None:
        form = self.form
        form.day.setText(day_words(item.when.day, self._today))
        details = [medium_word(item.medium), time_words(item.when.local)]
        if item.minutes is not None:
            details.append(length_words(item.minutes))
        form.details.setText(" · ".join(details))
        side = max(16, round(form.details.fontMetrics().height() * 1.15))
        form.medium_icon.setPixmap(self._look.icon(ICONS[item.medium], "muted").pixmap(side, side))
        form.scale.setAccessibleDescription(
            f"{form.progress.text()}: {form.day.text()}, {form.details.text()}"
        )

    def _show_end(self) -> None:
        form = self.form
        rated = sum(item.closeness is not None for item in self._items)
        form.title.setText(self.tr("That was the last one"))
        form.progress.setText("")
        form.day.setText(
            self.tr("{count} rated, the others stay as they are.").format(
                count=count_words(rated, "interaction")
            )
        )
        if rated == len(self._items):
            form.day.setText(self.tr("All rated. Thank you for looking back."))
        form.done_button.setText(self.tr("Return to &Today"))
