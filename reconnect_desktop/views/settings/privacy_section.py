"""Settings: the passphrase, the lock, and what is kept where."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.domain.settings import LOCK_AFTER, LOCK_AFTER_CHOICES, LOCK_WITH_SESSION
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.encryption.remembering import Remembering
from reconnect_desktop.views.forms.privacy_section import Ui_PrivacySection
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.settings.delete_part import DeletePart
from reconnect_desktop.views.settings.kept import Kept
from reconnect_desktop.views.settings.kept_where import kept_where


class PrivacySection(QWidget):
    """What it says and offers follows whether there is a passphrase."""

    def __init__(self, look: Look, kept: Kept, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kept, self._background = look, kept, background
        self.form = Ui_PrivacySection()
        self.form.setupUi(self)
        row = FlowLayout(self.form.deeds)
        self.change_button = self._button(row, self.tr("Change the &passphrase…"))
        self.recovery_button = self._button(row, self.tr("New &recovery key…"))
        self.away_button = self._button(row, self.tr("Take it a&way…"))
        self.away_button.setAccessibleName(self.tr("Take the passphrase away…"))
        self.remembering = Remembering(self)
        for minutes in LOCK_AFTER_CHOICES:
            self.form.lock_box.addItem(self._lock_words(minutes), minutes)
        self.deleting = DeletePart(kept.journal, background, self)
        self.form.forget_place.addWidget(self.deleting)
        self._connect()
        self.form.kept.hide()
        self.form.remember.hide()
        self.show_state()
        self.remembering.look()

    def show_state(self) -> None:
        """As it is now."""
        from reconnect_desktop.encrypting import has_recovery_key

        form, journal = self.form, self._kept.journal
        encrypted = journal.key is not None
        form.state.setText(self._state_words(encrypted=encrypted, recovery=has_recovery_key(journal)))
        form.state_about.setVisible(not encrypted)
        form.set_button.setVisible(not encrypted)
        form.deeds.setVisible(encrypted)
        form.encrypted.setVisible(encrypted)
        form.plain_backups.look(self._background, journal)
        self._show_lock()
        self._show_remembered()
        form.kept.setText(kept_where(journal))

    # Inside

    def _connect(self) -> None:
        form = self.form
        flows = {
            form.set_button: Flow.SET,
            self.change_button: Flow.CHANGE,
            self.recovery_button: Flow.RECOVERY_KEY,
            self.away_button: Flow.TAKE_AWAY,
            form.data_key_button: Flow.DATA_KEY,
        }
        for button, flow in flows.items():
            button.clicked.connect(lambda _=False, flow=flow: self._ask(flow))
        form.lock_box.activated.connect(self._take_lock)
        form.session_box.clicked.connect(self._take_session)
        form.remember_box.clicked.connect(self._take_remembered)
        self.remembering.found.connect(self._offer_to_remember)
        self.remembering.kept.connect(self._take_kept)
        self.remembering.dropped.connect(self._take_dropped)
        form.kept_button.clicked.connect(lambda: self._unfold(form.kept.isHidden()))
        self._unfold(False)

    def _button(self, row: FlowLayout, words: str) -> QPushButton:
        button = QPushButton(words, self.form.deeds)
        button.setAutoDefault(False)
        row.addWidget(button)
        return button

    def _ask(self, flow: Flow) -> None:
        from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog

        if EncryptionDialog.ask(self, self._look, self._background, self._kept.journal, flow):
            self.show_state()
            (self.change_button if self.change_button.isVisible() else self.form.set_button).setFocus()

    def _state_words(self, *, encrypted: bool, recovery: bool) -> str:
        if not encrypted:
            return self.tr("Your journal has no passphrase.")
        if recovery:
            return self.tr("Your journal is encrypted. It opens with the passphrase or the recovery key.")
        return self.tr(
            "Your journal is encrypted. It opens with the passphrase alone; there is no recovery key."
        )

    # The lock

    def _lock_words(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Never")
        if minutes < 60:
            return tr_n("After {count} minute", "After {count} minutes", minutes)
        return tr_n("After {count} hour", "After {count} hours", minutes // 60)

    def _show_lock(self) -> None:
        self.form.lock_box.setCurrentIndex(LOCK_AFTER_CHOICES.index(self._kept.value(LOCK_AFTER)))
        self.form.session_box.setChecked(self._kept.value(LOCK_WITH_SESSION))

    def _take_lock(self, row: int) -> None:
        self._kept.choose(LOCK_AFTER, LOCK_AFTER_CHOICES[row], self.form.lock_problem.say)
        self._show_lock()

    def _take_session(self, wanted: bool) -> None:
        self._kept.choose(LOCK_WITH_SESSION, wanted, self.form.lock_problem.say)
        self._show_lock()

    # Remembered

    def _offer_to_remember(self, there_is_a_keyring: bool) -> None:
        self.form.remember.setVisible(there_is_a_keyring)

    def _show_remembered(self) -> None:
        from reconnect_desktop.storage.remembered import is_remembered

        self.form.remember_box.setChecked(is_remembered(self._kept.journal.folder))

    def _take_remembered(self, wanted: bool) -> None:
        journal = self._kept.journal
        self.form.remember_problem.say("")
        if wanted and journal.key is not None:
            self.remembering.remember(journal.folder, journal.key)
        elif not wanted:
            self.remembering.forget(journal.folder)

    def _take_kept(self, done: bool) -> None:
        if not done:
            self.form.remember_problem.say(
                self.tr("The keyring did not take it, so the passphrase is asked for as before.")
            )
            self.remembering.forget(self._kept.journal.folder)

    def _take_dropped(self, done: bool) -> None:
        if not done and not self.form.remember_problem.text():
            words = self.tr(
                "The keyring doesn't answer. Look there for an entry named reconnect-desktop, and delete it."
            )
            self.form.remember_problem.say(words)
        self._show_remembered()

    # What is kept where

    def _unfold(self, unfold: bool) -> None:
        self.form.kept.setVisible(unfold)
        self.form.kept_button.setIcon(self._look.icon("chevron-up" if unfold else "chevron-down", "accent"))
