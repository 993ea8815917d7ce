"""Settings: the pauses; each can be changed, ended or deleted, and that taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.pauses import end_now
from reconnect_desktop.domain.records import Pause
from reconnect_desktop.views.forms.pauses_section import Ui_PausesSection
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.settings.kept import Kept
from reconnect_desktop.views.settings.pause_card import PauseCard
from reconnect_desktop.views.undo_beside import UndoBeside


class PausesSection(QWidget):
    """A card for each pause, the one that begins last at the top."""

    def __init__(self, look: Look, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._journal = look, kept.journal
        self.cards: list[PauseCard] = []
        self.form = Ui_PausesSection()
        self.form.setupUi(self)
        for button in (self.form.add_button, self.form.undo_button):
            button.setAutoDefault(False)
        self._beside = UndoBeside(self.form, look, kept.journal, Action.PAUSE, self._show)
        self.form.add_button.clicked.connect(self._add)
        self.form.undo_button.clicked.connect(self._undo)
        self._show()

    def _show(self) -> None:
        """As they are kept."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        pauses = sorted(self._journal.all(Pause), key=lambda one: (one.start, one.id), reverse=True)
        self.cards = [self._make_card(pause) for pause in pauses]

    def _make_card(self, pause: Pause) -> PauseCard:
        card = PauseCard(pause, self._journal.now().day, self)
        card.change_wanted.connect(self._change)
        card.end_wanted.connect(self._end)
        card.delete_wanted.connect(self._delete)
        self.form.cards.addWidget(card)
        card.show()  # now, so that it can take the focus
        return card

    def _ask(self, pause: Pause | None) -> Pause | None:
        from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog

        journal = self._journal
        return PauseDialog.ask(self, self._look, journal.now().day, pause, journal.new_id)

    def _add(self) -> None:
        asked = self._ask(None)
        if asked is not None and self._beside.apply(add(asked)):
            self._focus(asked)

    def _change(self, pause: Pause) -> None:
        asked = self._ask(pause)
        if asked is not None and self._beside.apply(edit(pause, asked)):
            self._focus(asked)

    def _end(self, pause: Pause) -> None:
        if self._beside.apply(end_now(pause, self._journal.now().day)):
            self._offer_undo(self.tr("The pause is over."))

    def _delete(self, pause: Pause) -> None:
        if self._beside.apply(delete(pause)):
            self._offer_undo(self.tr("Deleted."))

    def _undo(self) -> None:
        if (record := self._beside.undo()) is not None:
            self._focus(record)

    def _offer_undo(self, words: str) -> None:
        self._beside.offer(words)
        self.form.undo_button.setFocus()

    def _focus(self, pause: object) -> None:
        card = next((card for card in self.cards if card.pause == pause), None)
        (card.change_button if card else self.form.add_button).setFocus()
