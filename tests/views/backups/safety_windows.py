"""The windows of backups, rescue, forgetting and deleting, each with all that can be in it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalDamaged, ReadOnly, WrongPassphrase
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.encrypting import turn_on
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.backups_dialog import BackupsDialog
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.deleting.delete_dialog import DeleteDialog
from reconnect_desktop.views.deleting.deleted_page import DeletedPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.forget_dialog import ForgetDialog
from reconnect_desktop.views.opening import ClosedJournal
from reconnect_desktop.views.rescue.rescue_page import RescuePage
from tests.fakes import FakeClock
from tests.making import contact


class Room(Protocol):
    """What windows are made of."""

    @property
    def qtbot(self) -> QtBot: ...
    @property
    def look(self) -> Look: ...
    @property
    def background(self) -> Background: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def clock(self) -> FakeClock: ...
    @property
    def folder(self) -> Path: ...
    def fill(self) -> None: ...
    def show(self, window: QWidget) -> None: ...


def backups(room: Room) -> QWidget:
    room.fill()
    second = room.folder / "stick"
    second.mkdir()
    room.journal.apply(Action.SETTING, add(Setting(id=BACKUP_FOLDER.id, value=str(second))))
    backing_up.back_up(room.journal, Occasion.DAY)
    second.rename(room.folder / "away")
    dialog = BackupsDialog(None, room.look, room.background, room.journal)
    room.show(dialog)
    room.qtbot.waitUntil(dialog.form.away_label.isVisible)
    dialog.form.told_label.show()
    dialog.form.problem.say("Something is in the way.")
    return dialog


def no_backups(room: Room) -> QWidget:
    dialog = BackupsDialog(None, room.look, room.background, room.journal)
    room.show(dialog)
    room.qtbot.waitUntil(dialog.form.empty_page.isVisible)
    return dialog


def going_back(room: Room) -> QWidget:
    backup = backing_up.back_up(room.journal, Occasion.DAY)
    room.fill()
    dialog = GoBackDialog(None, room.look, room.background, room.journal, backup.name)
    room.show(dialog)
    room.qtbot.waitUntil(dialog.form.changes_list.isVisible)
    dialog.form.more_label.show()
    return dialog


def going_back_with_passphrase(room: Room) -> QWidget:
    dialog = GoBackDialog(None, room.look, room.background, room.journal, "none")
    room.show(dialog)
    room.qtbot.waitUntil(dialog.form.problem_step.isVisible)
    dialog._typed = "tulips"
    dialog._ask_passphrase(WrongPassphrase())
    return dialog


def forgetting(room: Room) -> QWidget:
    dialog = ForgetDialog(None, room.background, room.journal, [contact("2026-11-20")])
    room.show(dialog)
    dialog.form.progress.show()
    dialog.form.problem.say("Something is in the way.")
    return dialog


def deleting(room: Room) -> QWidget:
    dialog = DeleteDialog(None, room.background, room.journal)
    room.show(dialog)
    dialog.form.word_edit.setText("delete")
    return dialog


def deleted(room: Room) -> QWidget:
    page = DeletedPage()
    room.show(page)
    page.say_trouble(ReadOnly())
    return page


def rescue(room: Room) -> QWidget:
    page = _rescue_page(room, passphrase=None)
    room.qtbot.waitUntil(page.form.choices_part.isVisible)
    return page


def rescue_with_passphrase(room: Room) -> QWidget:
    page = _rescue_page(room, passphrase="tulips")
    room.qtbot.waitUntil(page.form.passphrase_part.isVisible)
    return page


def _rescue_page(room: Room, passphrase: str | None) -> RescuePage:
    folder = room.folder / "another journal"
    journal = Journal.open(folder, room.clock)
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    if passphrase is not None:
        turn_on(journal, passphrase, None)
    backing_up.back_up(journal, Occasion.DAY)
    journal.close()
    closed = ClosedJournal(folder, Lock(folder / LOCK_NAME), room.clock)
    page = RescuePage(room.look, room.background, closed, trouble=JournalDamaged())
    room.show(page)
    return page
