"""What Today is while one grieves: a quiet place to look back, where nothing is counted or asked."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.keepsakes import moment_words
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.forms.keepsake import Ui_Keepsake
from reconnect_desktop.views.kit.dates import date_words, full_day_words
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.line_breaks import breakable
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.today_reading import Reading

_MOST = 1200  # characters; all of it is in the Log


class Keepsake(QScrollArea):
    """One good moment of any year, and another one when asked.

    log_wanted, letters_wanted: to read or to write; pause_changed, pause_ended: what to do with the pause.
    """

    log_wanted = Signal()
    letters_wanted = Signal()
    pause_changed = Signal()
    pause_ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moments: list[Interaction] = []  # in the order in which they come up
        self._shown = ""  # the id of the one on the screen
        self.form = Ui_Keepsake()
        self.form.setupUi(self)
        self.form.another_button.clicked.connect(self._show_next)
        ways, pause = FlowLayout(), FlowLayout()
        self.form.ways_place.addLayout(ways)
        self.form.pause_place.addLayout(pause)
        self.read_button = self._add(ways, self.tr("Look through the &journal"), self.log_wanted)
        self.write_button = self._add(ways, self.tr("&Write something down"), self.letters_wanted)
        self.change_button = self._add(pause, self.tr("&Change the pause…"), self.pause_changed)
        self.end_button = self._add(pause, self.tr("En&d the pause"), self.pause_ended)
        for button in (self.change_button, self.end_button):
            button.setProperty("kind", "text")

    def show_reading(self, reading: Reading) -> None:
        """Show the day, and a moment; the one that is on the screen stays."""
        self.form.date.setText(opening(full_day_words(reading.today, year=False)))
        self._moments = list(reading.moments)
        Random(reading.today.toordinal()).shuffle(self._moments)  # noqa: S311 - which one comes first is no secret
        known = [one.id for one in self._moments]
        self._show(known.index(self._shown) if self._shown in known else 0)

    def _show_next(self) -> None:
        known = [one.id for one in self._moments]
        self._show((known.index(self._shown) + 1) % len(known) if self._shown in known else 0)

    def _show(self, place: int) -> None:
        form, one = self.form, self._moments[place] if self._moments else None
        form.another_button.setVisible(len(self._moments) > 1)
        form.card.setVisible(one is not None)
        form.about.setText(
            self.tr("What you kept of her is here, whenever you like. Nothing is counted now.")
            if one is not None
            else self.tr("This is a quiet place. What you write down stays here, to look back on some day.")
        )
        self._shown = one.id if one else ""
        form.picture.show_closeness(one.closeness if one else None, self._look)
        if one is not None:
            words = moment_words(one)
            form.words.setText(breakable(words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"))
            form.day.setText(self.tr("From {day}").format(day=date_words(one.when.day)))

    def _add(self, row: FlowLayout, words: str, wanted: object) -> QPushButton:
        button = QPushButton(words, self.form.content)
        button.clicked.connect(wanted)
        row.addWidget(button)
        return button
