"""Backups are made, gone back to and taken back; what is forgotten or deleted is nowhere any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reconnect_desktop import backing_up, clock, paths
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.backups.backups_dialog import BackupsDialog
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.deleting.delete_dialog import DeleteDialog
from reconnect_desktop.views.deleting.deleted_page import DeletedPage
from reconnect_desktop.views.deleting.deleter import Deleter
from reconnect_desktop.views.log.forget_dialog import ForgetDialog
from reconnect_desktop.views.settings.privacy_section import PrivacySection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from tests.making import contact
from tests.stories.conftest import User

D = TypeVar("D", bound=QDialog)
SNOW, TALK = "The snow & the geese", "A long talk"


def first() -> Interaction:
    """Made anew each time: nothing of a journal is to be left in memory by a test."""
    return contact("2026-01-05", note=SNOW)


def begin(user: User) -> Any:
    """A journal with two interactions, a backup of them, and the program open on it."""
    journal = Journal.open(user.folder, clock.now)
    journal.apply(Action.LOG, add(first()), add(contact("2026-01-09", note=TALK)))
    backing_up.back_up(journal, Occasion.DAY)
    journal.close()
    return user.start()


def in_dialog(kind: type[D], ready: Callable[[D], bool], act: Callable[[D], None]) -> None:
    """Act in the dialog that the next step opens, as soon as it is ready."""

    def try_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not ready(dialog):
            QTimer.singleShot(10, try_it)
            return
        act(dialog)

    QTimer.singleShot(0, try_it)


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_goes_back_to_a_backup_and_returns(user: User) -> None:
    window = begin(user)
    user.journal.apply(Action.DELETE, delete(first()))
    user.until(lambda: user.journal.count() == 1)

    def choose(dialog: BackupsDialog) -> None:
        in_dialog(GoBackDialog, lambda one: one.form.preview_step.isVisible(), see)
        click(dialog.go_back_button)

    def see(dialog: GoBackDialog) -> None:
        assert dialog.form.difference_label.text() == "Comes back: 1 interaction."
        click(dialog.form.next_button)

    in_dialog(BackupsDialog, lambda one: one.go_back_button.isEnabled(), choose)
    window.form.backups_action.trigger()
    user.until(lambda: user.journal.count() == 2)
    user.until(lambda: window.toast.label.text() == "The journal is as it was in the backup.")
    assert QApplication.activeModalWidget() is None
    click(window.toast.action_button)
    user.until(lambda: user.journal.count() == 1)
    window.form.redo_action.trigger()
    user.until(lambda: user.journal.count() == 2)


def test_what_is_forgotten_in_the_log_is_in_no_file(user: User) -> None:
    window = begin(user)
    window.show_page("log")
    page = window.page("log")
    user.until(lambda: page.model.rowCount() > 0)
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(2))
    assert [one.id for one in page.list.selected_interactions()] == [first().id]
    in_dialog(ForgetDialog, lambda one: one.isVisible(), lambda one: click(one.form.go_button))
    page.acts.forget.trigger()
    user.until(lambda: window.toast.label.text() == "Forgotten: 1 interaction, in the journal and 1 backup.")
    user.until(lambda: page.count_text == "1 interaction")
    assert not window.form.undo_action.isEnabled()
    user.leave()
    assert files_with(user.folder, TALK)
    assert files_with(user.folder, SNOW) == []


def files_with(folder: Path, words: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_everything_is_deleted_and_the_program_ends_without_a_trace(user: User) -> None:
    window = begin(user)
    assert user.program is not None
    user.program.show_quick_add()

    def ask(dialog: SettingsDialog) -> None:
        section = dialog.turn_to("privacy")
        assert isinstance(section, PrivacySection)
        in_dialog(DeleteDialog, lambda one: one.isVisible(), agree)
        click(section.deleting.button)

    def agree(dialog: DeleteDialog) -> None:
        click(dialog.form.delete_button)  # not yet
        QTest.keyClicks(dialog.form.word_edit, "Delete ")
        click(dialog.form.delete_button)

    in_dialog(SettingsDialog, lambda one: one.isVisible(), ask)
    window.form.settings_action.trigger()
    user.until(lambda: any(page.close_button.isVisible() for page in window.findChildren(DeletedPage)))
    (page,) = window.findChildren(DeletedPage)
    assert page.form.title.text() == "Everything is deleted"
    assert "Take good care of yourself" in page.form.about.text()
    assert user.program.quick_add is None
    user.program.locks.hide()
    assert page.isVisible()
    user.program.doorkeeper.open()
    assert user.program.journal is None, "and none is made anew"
    click(page.close_button)
    user.until(lambda: not window.isVisible())
    user.leave()
    assert not user.folder.exists()
    left = [path for folder in (paths.config_folder(), paths.log_folder()) for path in folder.rglob("*")]
    assert [path.name for path in left if path.is_file()] == []


def test_what_cannot_be_deleted_is_said_and_can_be_tried_again(user: User) -> None:
    window = begin(user)
    (stuck,) = (user.folder / "backups").glob("*.db")
    stuck.unlink()
    stuck.mkdir()  # as one that another program holds
    assert user.program is not None
    Deleter(user.program, user.journal).begin()
    user.until(lambda: any(page.again_button.isVisible() for page in window.findChildren(DeletedPage)))
    (page,) = window.findChildren(DeletedPage)
    assert page.form.title.text() == "Not all of it could be deleted"
    stuck.rmdir()
    click(page.again_button)
    user.until(lambda: page.form.title.text() == "Everything is deleted")
    user.leave()
    assert not user.folder.exists()


def test_nothing_comes_between_once_everything_is_to_be_deleted(user: User) -> None:
    window = begin(user)
    assert user.program is not None
    at_work = threading.Event()
    user.program.background.run(at_work.wait, lambda _: None, lambda _: None)
    Deleter(user.program, user.journal).begin()
    try:
        user.program.locks.hide()
        user.program.rescuer.not_whole(JournalDamaged())
        (page,) = window.findChildren(DeletedPage)
        assert page.isVisible()
    finally:
        at_work.set()
    user.until(lambda: bool(page.form.title.text() == "Everything is deleted"))
    assert page.isVisible()
    user.leave()
    assert not user.folder.exists()
