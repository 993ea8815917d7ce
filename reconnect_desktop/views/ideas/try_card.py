"""One try: since when, how it went, and what closeness was before and after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.records import Outcome, Try
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.language import number, tr, tr_n
from reconnect_desktop.views.forms.try_card import Ui_TryCard
from reconnect_desktop.views.ideas.idea_words import outcome_words, short_day
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.kit.look import Look


class TryCard(QFrame):
    """Shows one try, and lets it be told, changed and deleted.

    told: a Try, its Outcome and the note; noted: a Try and another note; deleted: a Try.
    """

    told = Signal(object, object, str)
    noted = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._try: Try | None = None
        self._kept: tuple[str, str] | None = None  # the id of a try and its note, told a moment ago
        self.form = Ui_TryCard()
        self.form.setupUi(self)
        form = self.form
        form.outcomes.set_words(list(outcome_words().items()), look)
        form.outcomes.counts = (4, 2, 1)
        form.note.lines = 2
        form.delete_button.setIcon(look.icon("trash-2", "muted"))
        look.changed.connect(self._fit)
        self._fit()
        form.outcomes.chosen.connect(self._tell)
        form.stop_button.clicked.connect(lambda: self._tell(Outcome.NOT_DONE))
        form.delete_button.clicked.connect(lambda: self.deleted.emit(self._try))
        form.note.installEventFilter(self)

    def show_try(self, one: Try, reading: Reading) -> None:
        """Show this one; a note that is being written stays."""
        form = self.form
        if self._try is not None and self._try.id != one.id:
            self.keep_note()
        if not self._is_being_written(one):
            form.note.setPlainText(one.note)
        self._try = one
        day = short_day(one.begun.day, reading.today)
        form.heading.setText(_heading(self, one, day))
        form.question.setText(self._question(one, reading))
        form.question.setVisible(one.outcome is None and not reading.keepsake)
        form.outcomes.choose(None)
        form.outcomes.choose(one.outcome)
        form.stop_button.setVisible(one.outcome is None)
        followed = None if reading.keepsake else reading.followed.get(one.id)
        self._show_followed(one, followed)

    def keep_note(self) -> None:
        """Tell the note if it was changed."""
        one, note = self._try, self.form.note.toPlainText().strip()
        if one is not None and note != one.note and self._kept != (one.id, note):
            self._kept = one.id, note
            self.noted.emit(one, note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note is kept when one goes on."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep_note()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed is lost."""
        super().hideEvent(event)
        self.keep_note()

    def _is_being_written(self, one: Try) -> bool:
        """Whether the note in the field is newer than that of the try: still typed, or it could not be kept."""
        if self._try is None or self._try.id != one.id:
            return False
        written = self.form.note.toPlainText().strip()
        was_kept, self._kept = self._kept == (one.id, written), None
        return self.form.note.hasFocus() or (was_kept and one.note != written)

    def _fit(self) -> None:
        side = max(16, self.fontMetrics().height())
        self.form.delete_button.setIconSize(QSize(side, side))

    def _tell(self, outcome: Outcome) -> None:
        if self._try is not None:
            one, note = self._try, self.form.note.toPlainText().strip()
            self.told.emit(one, outcome, note)

    def _question(self, one: Try, reading: Reading) -> str:
        known = reading.catalogue.suggestion(one.suggestion)
        return filled(known.follow_up, reading.name) if known else self.tr("How did it go?")

    def _show_followed(self, one: Try, followed: Followed | None) -> None:
        form = self.form
        words = followed_words(followed) if followed and one.outcome not in (None, Outcome.NOT_DONE) else ""
        form.followed.setVisible(bool(words))
        form.followed_words.setText(words)
        both = followed is not None and followed.before is not None and followed.after is not None
        form.picture.setVisible(both)
        form.followed_note.setVisible(both)
        if followed and followed.before is not None and followed.after is not None:
            form.picture.show_closeness(followed.before, followed.after, self._look)
        form.followed_note.setText(
            self.tr(
                "Many things play into how close it feels. These numbers stand side by side; they prove nothing."
            )
        )


def followed_words(followed: Followed) -> str:
    """Closeness before and after, each with its number of talks; empty where there is none at all."""
    told = []
    if followed.before is not None:
        mean, ratings = number(followed.before, 1), followed.n_before
        told.append(
            tr_n(
                "Before: {mean} over {count} rating.",
                "Before: {mean} over {count} ratings.",
                ratings,
                mean=mean,
            )
        )
    if followed.after is not None:
        mean, ratings = number(followed.after, 1), followed.n_after
        told.append(
            tr_n(
                "After: {mean} over {count} rating.",
                "After: {mean} over {count} ratings.",
                ratings,
                mean=mean,
            )
        )
    elif told:
        told.append(tr("After: nothing rated yet."))
    return " ".join(told)


def _heading(card: QWidget, one: Try, day: str) -> str:
    if one.outcome is None:
        return card.tr("You have been trying this since {day}").format(day=day)
    return card.tr("Begun: {day}").format(day=day)
