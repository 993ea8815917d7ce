"""Privacy in the settings: how things stand, what can be done about it, and what is kept where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop import encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import BACKUP_FOLDER, LOCK_AFTER, LOCK_AFTER_CHOICES, LOCK_WITH_SESSION
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import remembered
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.settings.privacy_section import PrivacySection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog

PASSPHRASE, SECRET = "tulips and rain", bytes(range(16))
Show = Callable[[], PrivacySection]


class FakeKeyring:
    """In the place of `storage.remembered`: a keyring that can be missing or deaf."""

    def __init__(self) -> None:
        self.there = self.listens = True
        self.key: bytes | None = None

    def can_remember(self) -> bool:
        return self.there

    def is_remembered(self, _folder: Path) -> bool:
        return self.key is not None

    def remember(self, _folder: Path, key: bytes) -> bool:
        if self.listens:
            self.key = key
        return self.listens

    def forget(self, _folder: Path) -> bool:
        if self.listens:
            self.key = None
        return self.listens


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch, quick_keys: None) -> FakeKeyring:
    fake = FakeKeyring()
    for name in ("can_remember", "is_remembered", "remember", "forget"):
        monkeypatch.setattr(remembered, name, getattr(fake, name))
    return fake


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path, background: Background) -> Show:
    held = []

    def show() -> PrivacySection:
        preferences = Preferences(tmp_path / "config")
        made = SettingsDialog(None, Look(qapp, "light"), preferences, journal, background)
        held.append(made)
        qtbot.addWidget(made)
        made.show()
        section = made.turn_to("privacy")
        assert isinstance(section, PrivacySection)
        qtbot.waitUntil(lambda: background.is_idle)
        return section

    return show


def answering(answer: Callable[[EncryptionDialog], None]) -> None:
    """Do this in the dialog that opens next."""

    def act() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, EncryptionDialog)
        try:
            answer(opened)
        finally:
            opened.done(0)  # or the test would wait for ever

    QTimer.singleShot(0, act)


def test_it_says_how_things_stand_and_offers_what_fits(show: Show, journal: Journal) -> None:
    section = show()
    assert section.form.state.text() == "Your journal has no passphrase."
    assert section.form.set_button.isVisible()
    assert not section.form.deeds.isVisible()
    assert not section.form.encrypted.isVisible()
    encrypting.turn_on(journal, PASSPHRASE, None)
    section.show_state()
    assert section.form.state.text().endswith("there is no recovery key.")
    encrypting.set_recovery_key(journal, SECRET)
    section.show_state()
    assert section.form.state.text().endswith("It opens with the passphrase or the recovery key.")
    assert not section.form.set_button.isVisible()
    assert section.form.deeds.isVisible()
    assert section.form.lock_box.isVisible()


@pytest.mark.parametrize("flow", list(Flow))
def test_each_button_opens_the_dialog_for_it(show: Show, journal: Journal, flow: Flow) -> None:
    if flow is not Flow.SET:
        encrypting.turn_on(journal, PASSPHRASE, None)
    section = show()
    buttons: dict[Flow, QPushButton] = {
        Flow.SET: section.form.set_button,
        Flow.CHANGE: section.change_button,
        Flow.RECOVERY_KEY: section.recovery_button,
        Flow.TAKE_AWAY: section.away_button,
        Flow.DATA_KEY: section.form.data_key_button,
    }
    opened = []
    answering(lambda dialog: opened.append(dialog.flow))
    buttons[flow].click()
    assert opened == [flow]


def test_what_was_done_is_shown_and_the_plain_backup_told_of(
    show: Show, qtbot: QtBot, background: Background
) -> None:
    section = show()

    def set_one(dialog: EncryptionDialog) -> None:
        for field in (dialog.step.form.first, dialog.step.form.second):  # type: ignore[attr-defined]
            field.setText(PASSPHRASE)
        dialog.form.next_button.click()
        dialog.form.skip_button.click()
        qtbot.waitUntil(lambda: dialog.is_done, timeout=15_000)

    answering(set_one)
    section.form.set_button.click()
    assert "there is no recovery key" in section.form.state.text()
    assert section.window().focusWidget() is section.change_button
    qtbot.waitUntil(section.form.plain_backups.isVisible)


def test_the_lock_is_chosen_in_words_and_can_be_taken_back(show: Show, journal: Journal) -> None:
    encrypting.turn_on(journal, PASSPHRASE, None)
    form = show().form
    words = [form.lock_box.itemText(row) for row in range(form.lock_box.count())]
    assert (len(words), words[0], words[1]) == (len(LOCK_AFTER_CHOICES), "Never", "After 1 minute")
    assert words[-3:] == ["After 1 hour", "After 2 hours", "After 8 hours"]
    assert form.lock_box.currentText() == "After 10 minutes"
    form.lock_box.setCurrentIndex(1)
    form.lock_box.activated.emit(1)
    assert journal.setting(LOCK_AFTER) == 1
    assert form.session_box.isChecked()
    form.session_box.click()
    assert journal.setting(LOCK_WITH_SESSION) is False
    journal.undo()
    assert journal.setting(LOCK_WITH_SESSION) is True


def test_what_could_not_be_kept_is_told_and_taken_back(
    show: Show, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object) -> None:
        raise DiskFull

    encrypting.turn_on(journal, PASSPHRASE, None)
    form = show().form
    monkeypatch.setattr(journal, "apply", is_full)
    form.session_box.click()
    assert form.session_box.isChecked()
    assert form.lock_problem.isVisible()


# Remembered


def test_a_computer_without_a_keyring_does_not_offer_to_remember(
    show: Show, journal: Journal, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    encrypting.turn_on(journal, PASSPHRASE, None)
    keyring.there = False
    section = show()
    with qtbot.waitSignal(section.remembering.found):
        section.remembering.look()
    assert not section.form.remember.isVisible()


def test_the_key_is_remembered_and_forgotten(
    show: Show, journal: Journal, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    encrypting.turn_on(journal, PASSPHRASE, None)
    section = show()
    qtbot.waitUntil(section.form.remember.isVisible)
    with qtbot.waitSignal(section.remembering.kept):
        section.form.remember_box.click()
    assert keyring.key == journal.key
    section.show_state()
    assert section.form.remember_box.isChecked()
    with qtbot.waitSignal(section.remembering.dropped):
        section.form.remember_box.click()
    assert keyring.key is None


def test_a_keyring_that_takes_nothing_is_told(
    show: Show, journal: Journal, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    encrypting.turn_on(journal, PASSPHRASE, None)
    section = show()
    qtbot.waitUntil(section.form.remember.isVisible)
    keyring.listens = False
    with qtbot.waitSignal(section.remembering.dropped):
        section.form.remember_box.click()
    assert "asked for as before" in section.form.remember_problem.text()
    assert not section.form.remember_box.isChecked()


@pytest.mark.parametrize("flow", [Flow.TAKE_AWAY, Flow.DATA_KEY])
def test_a_key_that_is_of_no_use_any_more_is_forgotten(
    show: Show, journal: Journal, keyring: FakeKeyring, qtbot: QtBot, flow: Flow
) -> None:
    from reconnect_desktop.views.encryption.flows import Answers, do

    encrypting.turn_on(journal, PASSPHRASE, None)
    keyring.key = journal.key
    do(flow, journal, Answers(present=PASSPHRASE, passphrase="snow"))
    qtbot.waitUntil(lambda: keyring.key is None)


# What is kept where


def test_what_is_kept_where_is_a_list_to_copy_from(
    show: Show, journal: Journal, home: Path, keyring: FakeKeyring
) -> None:
    elsewhere = Setting(id=BACKUP_FOLDER.id, value=str(home / "stick"))
    journal.apply(Action.SETTING, add(elsewhere))
    section = show()
    assert not section.form.kept.isVisible()
    section.form.kept_button.click()
    told = section.form.kept.text()
    assert section.form.kept.isVisible()
    for folder in (journal.folder, home / "stick", home / ".config/reconnect-desktop"):
        assert f"{folder}\n" in told, "a line of its own, to be copied"
    assert "encrypted" not in told
    encrypting.turn_on(journal, PASSPHRASE, None)
    section.show_state()
    assert "encrypted" in section.form.kept.text()
    assert "keyring" not in section.form.kept.text()
    keyring.key = journal.key
    section.show_state()
    assert "keyring" in section.form.kept.text()
    section.form.kept_button.click()
    assert not section.form.kept.isVisible()


def test_it_is_reached_by_keys(show: Show, journal: Journal) -> None:
    encrypting.turn_on(journal, PASSPHRASE, None)
    section = show()
    section.change_button.setFocus()
    seen: list[QWidget] = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [section.change_button, section.recovery_button, section.away_button]
