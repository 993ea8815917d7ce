"""Backups that open without the passphrase are told of, and go only when that is wanted and something is in their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.views.encryption.plain_backups import PlainBackups
from tests.views.encryption.encryption_rig import Rig, delete_now


@pytest.fixture
def card(rig: Rig) -> PlainBackups:
    made = PlainBackups()
    rig.qtbot.addWidget(made)
    return made


def look(card: PlainBackups, rig: Rig) -> None:
    card.look(rig.background, rig.journal)
    rig.until(lambda: card._errands is not None and not card._errands.under_way)


def answer(words: str) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = (one for one in box.buttons() if one.text().replace("&", "") == words)
        button.click()

    QTimer.singleShot(0, press)


def kinds(rig: Rig) -> list[bool]:
    return [one.encrypted for one in backing_up.backups(rig.journal)]


def test_there_is_nothing_to_tell_of_a_plain_journal_or_of_encrypted_backups(
    card: PlainBackups, rig: Rig
) -> None:
    backing_up.back_up(rig.journal, Occasion.ASKED)
    look(card, rig)
    assert card.isHidden()
    rig.encrypt()
    for backup in backing_up.backups(rig.journal):
        backing_up.remove(rig.journal, backup.name)
    backing_up.back_up(rig.journal, Occasion.ASKED)
    look(card, rig)
    assert card.isHidden()


def test_they_are_kept_unless_it_is_sure_and_an_encrypted_one_takes_their_place(
    card: PlainBackups, rig: Rig
) -> None:
    rig.encrypt()
    assert kinds(rig) == [False]
    look(card, rig)
    assert card.isVisible()
    assert card.form.about.text().startswith("1 backup ")
    assert card.form.delete_button.text() == "&Delete this backup…"
    answer("Keep it")
    card.form.delete_button.click()
    assert kinds(rig) == [False]
    answer("Delete")
    card.form.delete_button.click()
    rig.until(lambda: not card.isVisible())
    assert kinds(rig) == [True]


def test_they_stay_where_nothing_could_take_their_place(
    card: PlainBackups, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object) -> None:
        raise DiskFull

    rig.encrypt()
    look(card, rig)
    monkeypatch.setattr(backing_up, "back_up", is_full)
    answer("Delete")
    card.form.delete_button.click()
    rig.until(card.form.problem.isVisible)
    assert kinds(rig) == [False]
    assert card.form.delete_button.isEnabled()


def test_what_is_told_after_the_window_is_gone_does_no_harm(rig: Rig) -> None:
    rig.encrypt()
    card = PlainBackups()
    with rig.busy():
        card.look(rig.background, rig.journal)
        card.deleteLater()
        delete_now()
    done: list[object] = []
    rig.background.run(lambda: None, done.append, lambda _: None)
    rig.until(lambda: bool(done))
