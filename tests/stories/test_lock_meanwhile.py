"""The journal is locked while something else is going on: nothing stays open, and nothing that was written is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from reconnect_desktop import encrypting, unlocking
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import Letter, Reflection, Setting
from reconnect_desktop.domain.settings import LOCK_AFTER
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.dialogs.export_dialog import ExportDialog
from reconnect_desktop.views.ideas.needs_dialog import NeedsDialog
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.locking import locking
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.locking.idle_watch import moment
from reconnect_desktop.views.quick_add.edit_dialog import EditDialog
from reconnect_desktop.views.quick_add.editor import EDITED
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from tests.stories.conftest import User
from tests.stories.guarded import WORDS, ask, lock_page, locked, program_of, shown, start_unlocked, unlock
from tests.views.importing.importing_rig import is_at


def lock_once_shown(
    user: User, kind: type[Any], act: Callable[[Any], object] = lambda _: None
) -> Callable[[], None]:
    """Wait for such a window, do this in it, and lock: from inside its own event loop."""

    def look() -> None:
        window = shown(kind)
        if window is None:
            QTimer.singleShot(10, look)
        else:
            act(window)
            program_of(user).locks.lock()

    return look


# Dialogs


def test_what_was_changed_in_a_dialog_is_kept_and_there_again(guarded: User) -> None:
    window = start_unlocked(guarded)
    edit_the_only_one(
        guarded, window, lock_once_shown(guarded, EditDialog, lambda one: one.form.ui.minutes.setText("47"))
    )
    locked(guarded)
    assert shown(EditDialog) is None
    unlock(guarded, window)
    assert guarded.journal.interactions()[0].minutes is None
    guarded.until(window.toast.isVisible)
    assert window.toast.label.text().startswith("What you were changing")

    def save() -> None:
        dialog = shown(EditDialog)
        dialog.submit() if dialog is not None else QTimer.singleShot(10, save)

    edit_the_only_one(guarded, window, save)
    guarded.until(lambda: guarded.journal.interactions()[0].minutes == 47)
    guarded.until(lambda: guarded.journal.draft(EDITED) is None)


def test_a_question_over_a_dialog_leaves_the_focus_where_the_passphrase_is_typed(guarded: User) -> None:
    window = start_unlocked(guarded)
    left: list[QMessageBox] = []

    def ask_again(dialog: EditDialog) -> None:
        dialog.form.ui.minutes.setText("47")
        dialog.activateWindow()
        QTimer.singleShot(10, lock_once_shown(guarded, QMessageBox, left.append))
        dialog.reject()

    def once_shown() -> None:
        dialog = shown(EditDialog)
        ask_again(dialog) if dialog is not None else QTimer.singleShot(10, once_shown)

    edit_the_only_one(guarded, window, once_shown)
    locked(guarded)
    assert left
    guarded.until(window.isActiveWindow)


def edit_the_only_one(user: User, window: Any, then: Callable[[], None]) -> None:
    """Open it in its dialog; returns when that is gone."""
    window.show_page("log")
    log = window.page("log")
    user.until(lambda: log.count_text == "1 interaction")
    log.acts.select_all.trigger()
    QTimer.singleShot(10, then)
    log.deeds.edit()


def test_a_reflection_is_there_again(guarded: User) -> None:
    window = start_unlocked(guarded)
    window.show_page("ideas")
    ideas = window.page("ideas")
    guarded.until(lambda: ideas.journal.reading is not None)
    QTimer.singleShot(
        10, lock_once_shown(guarded, NeedsDialog, lambda one: one.form.note.setPlainText("to be heard"))
    )
    ideas.turn_to("needs")
    locked(guarded)
    unlock(guarded, window)
    draft = guarded.journal.draft("need")
    assert draft is not None
    assert draft["note"] == "to be heard"


@pytest.mark.parametrize("kind", [QFileDialog, ExportDialog, SettingsDialog, QMessageBox, QMenu])
def test_whatever_is_open_is_closed(guarded: User, kind: type[Any]) -> None:
    window = start_unlocked(guarded)
    open_it: dict[type[Any], Callable[[], object]] = {
        QFileDialog: lambda: QFileDialog.getSaveFileName(window),
        ExportDialog: window.form.export_action.trigger,
        SettingsDialog: lambda: window.settings_wanted.emit(""),
        QMessageBox: lambda: QMessageBox.question(window, "Reconnect", "Really?"),
        QMenu: lambda: window.form.file_menu.exec(window.mapToGlobal(window.rect().center())),
    }
    QTimer.singleShot(10, lock_once_shown(guarded, kind))
    open_it[kind]()
    locked(guarded)
    assert shown(kind) is None
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_an_import_that_is_under_way_comes_in_whole_or_not_at_all(guarded: User, tmp_path: Path) -> None:
    rows = "".join(
        f"2025-{1 + n // 28 % 12:02}-{1 + n % 28:02}T{n // 336:02}:00:00,call\n" for n in range(3_000)
    )
    file = tmp_path / "history.csv"
    file.write_text("at,medium\n" + rows, encoding="utf-8")
    window = start_unlocked(guarded)

    def bring_in(dialog: ImportDialog) -> None:
        dialog.form.next_button.click()

    def lock_in_the_midst() -> None:
        dialog = shown(ImportDialog)
        if dialog is None or not is_at(dialog, "preview"):
            QTimer.singleShot(5, lock_in_the_midst)
            return
        bring_in(dialog)
        program_of(guarded).locks.lock()

    QTimer.singleShot(10, lock_in_the_midst)
    program = program_of(guarded)
    ImportDialog.bring_in(window, program.look, program.background, guarded.journal, file)
    locked(guarded)
    unlock(guarded, window)
    assert guarded.journal.count() in (1, 3_001)


def test_an_export_that_is_under_way_is_finished_first(
    guarded: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, go_on = threading.Event(), threading.Event()
    everything = Journal.all

    def slowly(journal: Journal, kind: Any) -> Any:
        if kind is Reflection:
            going.set()
            go_on.wait(10)
        return everything(journal, kind)

    window = start_unlocked(guarded)
    monkeypatch.setattr(Journal, "all", slowly)
    file = tmp_path / "all.json"
    monkeypatch.setattr(ExportDialog, "ask", lambda *_, **__: file)
    window.form.export_action.trigger()
    going.wait(10)
    program_of(guarded).lock()
    assert lock_page(window) is not None
    assert program_of(guarded).doorkeeper.closed is None
    go_on.set()
    locked(guarded)
    assert file.stat().st_size > 100


# What can't be kept


def test_what_cannot_be_saved_is_hidden_until_it_can(guarded: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_AGAIN", 0.05)
    window = start_unlocked(guarded)
    window.show_page("letters")
    letters = window.page("letters")
    letters.begin()
    letters.editor.form.text.setPlainText("Dear Mom")
    keep = Journal.keep

    def full(*_args: object, **_named: object) -> Any:
        raise DiskFull

    monkeypatch.setattr(Journal, "keep", full)
    program_of(guarded).lock()
    guarded.until(
        lambda: (page := hidden_page(window)) is not None and "no room left" in page.form.sentence.text()
    )
    assert lock_page(window) is None
    assert window.windowTitle() == "Reconnect"
    monkeypatch.setattr(Journal, "keep", keep)
    locked(guarded)
    unlock(guarded, window)
    assert [letter.text for letter in guarded.journal.all(Letter)] == ["Dear Mom"]


def test_shown_again_it_can_be_gone_on_with(guarded: User, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start_unlocked(guarded)
    program_of(guarded).show_quick_add()
    guarded.until(lambda: program_of(guarded).quick_add is not None)
    quick_add = program_of(guarded).quick_add
    assert quick_add is not None
    guarded.until(quick_add.isActiveWindow)
    guarded.type("v")
    save_draft = Journal.save_draft

    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Journal, "save_draft", full)
    program_of(guarded).lock()
    guarded.until(lambda: hidden_page(quick_add) is not None)
    monkeypatch.setattr(Journal, "save_draft", save_draft)
    page = hidden_page(quick_add)
    assert page is not None
    guarded.click(page.form.show_button)
    assert quick_add.form.is_touched()
    assert hidden_page(window) is None
    assert guarded.journal.count() == 1


def hidden_page(window: Any) -> HiddenPage | None:
    """What the window shows while it is hidden."""
    return next((page for page in window.findChildren(HiddenPage) if page.isVisible()), None)


# Unlocking


def test_a_lock_cancels_an_unlock_that_is_under_way(guarded: User, monkeypatch: pytest.MonkeyPatch) -> None:
    window = ask(guarded)
    deriving, go_on = threading.Event(), threading.Event()
    unlock_for_real = unlocking.unlock

    def slowly(folder: Path, typed: str) -> bytes:
        deriving.set()
        go_on.wait(10)
        return unlock_for_real(folder, typed)

    monkeypatch.setattr(unlocking, "unlock", slowly)
    page = lock_page(window)
    assert page is not None
    page.form.field.setText(WORDS)
    page.form.unlock_button.click()
    guarded.until(deriving.is_set)
    assert page.form.progress.isVisible()
    program_of(guarded).locks.lock()
    assert page.form.field.text() == ""
    go_on.set()
    guarded.until(lambda: program_of(guarded).background.is_idle)
    assert program_of(guarded).journal is None
    assert program_of(guarded).doorkeeper._inside is None
    assert lock_page(window) is page
    monkeypatch.setattr(unlocking, "unlock", unlock_for_real)
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_what_is_typed_while_it_is_still_being_locked_unlocks_it_then(guarded: User) -> None:
    window = start_unlocked(guarded)
    program_of(guarded).lock()
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_a_lock_while_it_is_being_opened_does_no_harm(guarded: User) -> None:
    window = guarded.start(opened=False)
    program_of(guarded).locks.lock()
    guarded.until(lambda: lock_page(window) is not None)
    unlock(guarded, window)


def test_a_plain_journal_opens_whatever_is_pressed_meanwhile(user: User) -> None:
    user.start(opened=False)
    program_of(user).locks.lock()
    user.until(lambda: program_of(user).doorbell is not None)
    assert user.journal.count() == 0


# By itself


def test_it_locks_after_the_minutes_that_were_chosen(guarded: User, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start_unlocked(guarded)
    watch = program_of(guarded).locks._idle
    assert watch._after == LOCK_AFTER.default * 60
    guarded.journal.apply(Action.SETTING, add(Setting(id=LOCK_AFTER.id, value="2")))
    guarded.until(lambda: watch._after == 120)
    with monkeypatch.context() as later:
        later.setattr(watch, "_now", lambda: moment() + 121)
        watch.look()
    locked(guarded)
    unlock(guarded, window)


def test_a_passphrase_that_was_just_set_is_watched_from_then_on(user: User) -> None:
    user.start()
    user.until(lambda: program_of(user).background.is_idle)
    encrypting.turn_on(user.journal, WORDS, None)
    user.until(lambda: "_idle" in program_of(user).locks.__dict__)
    assert program_of(user).locks._idle._after == LOCK_AFTER.default * 60
    encrypting.turn_off(user.journal)
    user.until(lambda: not program_of(user).locks._idle._after)


def test_it_locks_with_the_session(guarded: User) -> None:
    start_unlocked(guarded)
    session = program_of(guarded).locks._session
    session.take_if(False)
    assert program_of(guarded).journal is not None
    session.take_if(True)
    locked(guarded)


def test_a_plain_journal_is_not_watched(user: User) -> None:
    user.start()
    user.until(lambda: program_of(user).background.is_idle)
    assert "_idle" not in program_of(user).locks.__dict__
    program_of(user).locks.lock()
    assert program_of(user).journal is not None
