"""The card on which one writes what one thinks of a month, and what one has in mind for the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Reflection
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.own_words_card import Ui_OwnWordsCard
from reconnect_desktop.views.kit.dates import month_words
from reconnect_desktop.views.kit.keeper import Keeper, State, may_be_lost
from reconnect_desktop.views.review.own_words_desk import Door, OwnWords, OwnWordsDesk, words_of


class OwnWordsCard(QFrame):
    """Keeps what is typed, by itself. failed: the error of a write."""

    failed = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_OwnWordsCard()
        self.form.setupUi(self)
        self._desk: OwnWordsDesk | None = None
        self.keeper = Keeper(background, self.written, self)
        for field in (self.form.text, self.form.intention):
            field.edited.connect(self.keeper.note_change)
        self.form.again_button.clicked.connect(self.keeper.try_again)
        self.keeper.state_changed.connect(self._show_state)
        self.keeper.failed.connect(self.failed)
        self._show_state()

    @property
    def month(self) -> Month | None:
        """The month that is written about."""
        return self._desk.month if self._desk is not None else None

    def open(self, journal: Door, month: Month, reflection: Reflection | None) -> None:
        """Let the user write about this month; what was written before is kept already."""
        self.keeper.begin(None)
        self._load(reflection)
        self._desk = OwnWordsDesk(journal, month, reflection)
        self.keeper.begin(self._desk)
        after = month.ahead(1)
        words = self.tr("What do I have &in mind for {month}?").format(month=month_words(*after))
        self.form.intention_label.setText(words)

    def close_desk(self) -> None:
        """There is nothing to write about."""
        self.keeper.begin(None)
        self._desk = None
        self._load(None)

    def show_intended(self, intention: str) -> None:
        """What one had in mind for this month, a month ago; "" for nothing."""
        self.form.intended.say(self.tr("You had in mind: {words}").format(words=intention.strip()))
        self.form.intended.setVisible(bool(intention.strip()))

    def set_quiet(self, *, quiet: bool) -> None:
        """In grief nothing is asked about what is to come, and what one had in mind is not held up; what is written stays."""
        asks = not quiet or bool(self.form.intention.written().strip())
        self.form.intention_label.setVisible(asks)
        self.form.intention.setVisible(asks)
        if quiet:
            self.form.intended.hide()

    def follow(self, journal: Door, change: Change) -> None:
        """A reflection was changed: show it, unless this card did it, or something stands here that is not kept."""
        desk, after = self._desk, change.after
        if desk is None or change.record.id != desk.month.isoformat():
            return
        if after == desk.stored or (after is not None and desk.is_own(after)):
            return
        desk.offer(self.written())
        if not desk.has_unkept:
            self.open(journal, desk.month, after if isinstance(after, Reflection) else None)

    def written(self) -> OwnWords:
        """What stands in it."""
        return OwnWords(self.form.text.written(), self.form.intention.written())

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it."""
        return [self.form.again_button, self.form.text, self.form.intention]

    def is_kept(self) -> bool:
        """Whether all is in the journal, or could be put there now."""
        return self.keeper.keep_now() is None

    def may_close(self) -> bool:
        """Whether the window may go: what was typed is kept, or is to be let go."""
        text = self.tr("What you wrote can't be saved at the moment. It is still here, and you can copy it.")
        return self.is_kept() or may_be_lost(self.window(), text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere leaves it kept."""
        super().hideEvent(event)
        self.keeper.keep()

    def _load(self, reflection: Reflection | None) -> None:
        text, intention = words_of(reflection)
        self.form.text.load(text)
        self.form.intention.load(intention)

    def _show_state(self) -> None:
        has_failed = self.keeper.state is State.FAILED
        words = {State.SAVED: self.tr("Saved"), State.FAILED: self.tr("Not saved yet")}
        self.form.state_label.setText(words.get(self.keeper.state, ""))
        self.form.again_button.setVisible(has_failed)
