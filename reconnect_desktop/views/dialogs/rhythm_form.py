"""How often I would like to be in touch, as a part of a dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.output.rhythm_words import usually_words
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.views.dialogs.interval_row import IntervalRow
from reconnect_desktop.views.forms.rhythm_form import Ui_RhythmForm
from reconnect_desktop.views.kit.look import Look

_MEDIA = (Medium.CALL, Medium.VIDEO, Medium.VISIT, Medium.MESSAGE, Medium.LETTER)
_REST = 600  # milliseconds without another change, before one is told


class RhythmForm(QWidget):
    """An interval for contact of any kind, and folded below it those of single media; none is chosen at first.

    changed: the Rhythm that the user chose, once he rests; only one that can be taken.
    resized: rows came or went.
    """

    changed = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.form = Ui_RhythmForm()
        self.form.setupUi(self)
        self.form.contact.set_up(self.tr("I'd like to be in touch, in whatever way"))
        self.media: dict[Medium, IntervalRow] = {}
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._tell)
        self._connect(self.form.contact)
        self.form.media_button.toggled.connect(self._unfold)
        self.form.media.hide()

    def set_up(self, look: Look, rhythm: Rhythm, usual_gap: float | None) -> None:
        """Show this rhythm, beside the own usual gap in days, if there is one."""
        form, self._look = self.form, look
        form.usual.setText(usually_words(usual_gap) if usual_gap is not None else "")
        form.usual.setVisible(usual_gap is not None)
        form.contact.offer(usual_gap)
        form.contact.set_interval(rhythm.contact)
        chosen = [medium for medium, _ in rhythm.by_medium]
        for medium in dict.fromkeys((*_MEDIA, *chosen)):
            self._row(medium).set_interval(rhythm.of(medium))
        form.media_button.setChecked(bool(chosen))
        self._unfold(bool(chosen))

    def rhythm(self) -> Rhythm:
        """What is chosen. Raises Invalid, having said beside the row what is wrong with it."""
        contact = self.form.contact.interval()
        chosen = ((medium, row.interval()) for medium, row in self.media.items())
        return Rhythm(contact, tuple((medium, one) for medium, one in chosen if one is not None))

    def _row(self, medium: Medium) -> IntervalRow:
        if medium not in self.media:
            row = self.media[medium] = IntervalRow(self.form.media)
            row.set_up(medium_word(medium))
            self.form.media_column.addWidget(row)
            self._connect(row)
        return self.media[medium]

    def _connect(self, row: IntervalRow) -> None:
        row.changed.connect(self._resting.start)
        row.form.wanted.toggled.connect(partial(self._offer, row))
        row.form.wanted.toggled.connect(lambda _wanted: self.resized.emit())

    def _offer(self, row: IntervalRow, wanted: bool) -> None:
        """A single medium begins with what was chosen for contact of any kind."""
        contact = self.form.contact
        if wanted and row is not contact and contact.form.wanted.isChecked():
            row.offer(contact.form.good.value())

    def _unfold(self, unfold: bool) -> None:
        self.form.media.setVisible(unfold)
        if self._look is not None:
            icon = self._look.icon("chevron-up" if unfold else "chevron-down", "accent")
            self.form.media_button.setIcon(icon)
        self.resized.emit()

    def _tell(self) -> None:
        try:
            rhythm = self.rhythm()
        except Invalid:
            return
        self.changed.emit(rhythm)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was chosen a moment ago is told before the dialog is gone."""
        if self._resting.isActive():
            self._resting.stop()
            self._tell()
        super().hideEvent(event)
