"""A journal that is damaged or gone: it is told calmly, what can be had is counted, and it is had."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reconnect_desktop import backing_up, clock, encrypting
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalBusy, JournalDamaged
from reconnect_desktop.domain.rescues import Choice
from reconnect_desktop.handover import holder_address
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.views.dialogs.keys_dialog import KeysDialog
from reconnect_desktop.views.locking.lock_page import LockPage
from reconnect_desktop.views.rescue.rescue_page import RescuePage
from tests.making import contact
from tests.stories.conftest import User

WORDS = "under the old walnut tree"
NOTES = [f"She told of day {number:03}" for number in range(60)]


@pytest.fixture
def backed_up(user: User) -> User:
    """A user whose journal has sixty interactions, fifty of which are in a backup."""
    journal = Journal.open(user.folder, clock.now)
    write(journal)
    journal.close()
    return user


def write(journal: Journal) -> None:
    """Without a history, out of which a damaged entry could be had."""
    records = [
        contact(f"2026-{1 + place // 28:02}-{1 + place % 28:02}", note=note)
        for place, note in enumerate(NOTES)
    ]
    journal.keep(*map(add, records[:50]))
    backing_up.back_up(journal, Occasion.DAY)
    journal.keep(*map(add, records[50:]))


def damage(file: Path) -> None:
    """One letter of a note is another one, as a disk would do it."""
    content, note = file.read_bytes(), NOTES[7].encode()
    assert note in content
    file.write_bytes(content.replace(note, note.replace(b"told", b"Told")))


def rescue_page(window: QWidget) -> RescuePage | None:
    """What the window shows of the damage."""
    return next((page for page in window.findChildren(RescuePage) if page.isVisible()), None)


def shown(user: User, window: Any) -> RescuePage:
    """The page, once all is counted."""
    user.until(lambda: (page := rescue_page(window)) is not None and bool(page.choices))
    page = rescue_page(window)
    assert page is not None
    return page


def detail(page: RescuePage, choice: Choice) -> str:
    return page.choices[choice].accessibleDescription()


def notes(user: User) -> set[str]:
    return {one.note for one in user.journal.interactions()}


def is_open(user: User, window: Any) -> Callable[[], bool]:
    return lambda: (
        rescue_page(window) is None and user.program is not None and user.program.journal is not None
    )


def test_damage_is_told_counted_and_mended_and_the_file_is_kept(backed_up: User) -> None:
    user = backed_up
    damage(user.folder / "journal.db")
    window = user.start(opened=False)
    page = shown(user, window)
    assert window.windowTitle() == "Reconnect"
    assert page.form.title.text() == "The journal is damaged"
    assert "Nothing was deleted" in page.form.about.text()
    assert detail(page, Choice.TOGETHER).startswith("60 interactions: ")
    assert detail(page, Choice.SALVAGE) == "59 of 60 interactions, each as it was written."
    assert detail(page, Choice.BACKUP).startswith("50 interactions, as of today, ")
    assert page.choices[Choice.TOGETHER].isChecked()
    user.type(Qt.Key.Key_Return)
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES)
    user.until(window.strip.isVisible)
    assert "60 interactions" in window.strip.label.text()
    (aside,) = user.folder.glob("damaged-*")
    assert str(aside) in window.strip.label.text()
    assert NOTES[8].encode() in (aside / "journal.db").read_bytes()
    assert window.page("today").isVisible()
    user.leave()
    window = user.start()
    assert notes(user) == set(NOTES)


def test_the_backup_alone_or_nothing_can_be_chosen_and_all_can_stay_as_it_is(backed_up: User) -> None:
    user = backed_up
    damage(user.folder / "journal.db")
    before = (user.folder / "journal.db").read_bytes()
    window = user.start(opened=False)
    page = shown(user, window)
    page.leave_button.click()
    user.until(lambda: not window.isVisible())
    user.leave()
    assert (user.folder / "journal.db").read_bytes() == before

    window = user.start(opened=False)
    page = shown(user, window)
    page.choices[Choice.BACKUP].click()
    page.go_button.click()
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES[:50])


def test_a_missing_journal_is_put_back_by_hand_or_out_of_the_backup(backed_up: User) -> None:
    user = backed_up
    file, elsewhere = user.folder / "journal.db", user.folder.parent / "elsewhere.db"
    file.rename(elsewhere)
    window = user.start(opened=False)
    page = shown(user, window)
    assert page.form.title.text() == "The journal is not in its folder"
    assert set(page.choices) == {Choice.BACKUP, Choice.AFRESH}
    assert not file.exists()
    elsewhere.rename(file)
    page.again_button.click()
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES)
    user.leave()

    file.rename(elsewhere)
    window = user.start(opened=False)
    shown(user, window).go_button.click()
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES), "it was backed up when it closed"
    user.until(window.strip.isVisible)
    assert "damaged" not in window.strip.label.text()


def test_without_anything_to_be_had_it_says_so_and_nothing_is_chosen_for_the_user(user: User) -> None:
    Journal.open(user.folder, clock.now).close()
    file = user.folder / "journal.db"
    file.write_bytes(file.read_bytes()[:100].ljust(8192, b"\0"))
    window = user.start(opened=False)
    page = shown(user, window)
    assert page.form.choices_label.text() == "Nothing can be read of it, and there is no backup."
    assert not page.go_button.isEnabled()
    page.choices[Choice.AFRESH].click()
    page.go_button.click()
    user.until(is_open(user, window))
    assert user.journal.count() == 0
    assert list(user.folder.glob("damaged-*/journal.db"))


def test_damaged_keys_come_back_out_of_a_backup(user: User, quick_keys: None) -> None:
    journal = Journal.open(user.folder, clock.now)
    encrypting.turn_on(journal, WORDS, None)
    write(journal)
    journal.close()
    for name in ("keys.json", "keys.json.bak"):
        (user.folder / name).write_text("{", encoding="utf-8")
    window = user.start(opened=False)
    user.until(lambda: any(page.isVisible() for page in window.findChildren(LockPage)))
    user.type(*WORDS, Qt.Key.Key_Return)
    user.until(lambda: (page := rescue_page(window)) is not None and page.form.passphrase_part.isVisible())
    page = rescue_page(window)
    assert page is not None
    assert page.form.title.text() == "The journal's keys can't be read"
    user.type(*"wrong", Qt.Key.Key_Return)
    user.until(page.form.field_problem.isVisible)
    user.type(*WORDS, Qt.Key.Key_Return)
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES)
    assert user.journal.key is not None
    user.until(window.strip.isVisible)
    assert window.strip.label.text() == "The journal was whole. Its keys are back, out of a backup."
    assert not list(user.folder.glob("damaged-*"))


@pytest.fixture
def sealed(user: User, quick_keys: None) -> User:
    """A user whose journal has a passphrase, and a page of it a bit that is another one."""
    journal = Journal.open(user.folder, clock.now)
    encrypting.turn_on(journal, WORDS, None)
    write(journal)
    journal.close()
    file = user.folder / "journal.db"
    content = bytearray(file.read_bytes())
    content[3 * 4096 + 100] ^= 1
    file.write_bytes(content)
    return user


def has_it_all(user: User, window: Any) -> None:
    """Take what is offered first."""
    page = shown(user, window)
    assert next(iter(page.choices.values())).isChecked()
    page.go_button.click()
    user.until(is_open(user, window))
    assert notes(user) >= set(NOTES[:50])
    assert user.journal.key is not None


def test_a_passphrase_that_was_typed_is_not_asked_for_again(sealed: User) -> None:
    window = sealed.start(opened=False)
    sealed.until(lambda: any(page.isVisible() for page in window.findChildren(LockPage)))
    sealed.type(*WORDS, Qt.Key.Key_Return)
    has_it_all(sealed, window)


def test_without_its_keys_the_passphrase_is_asked_for_before_anything_is_counted(sealed: User) -> None:
    for name in ("keys.json", "keys.json.bak"):
        (sealed.folder / name).unlink()
    window = sealed.start(opened=False)
    sealed.until(lambda: (page := rescue_page(window)) is not None and page.form.passphrase_part.isVisible())
    page = rescue_page(window)
    assert page is not None
    assert page.form.title.text() == "The journal's keys can't be read"
    sealed.type(*"wrong", Qt.Key.Key_Return)
    sealed.until(page.form.field_problem.isVisible)
    sealed.type(*WORDS, Qt.Key.Key_Return)
    sealed.until(lambda: rescue_page(window) is not None)
    has_it_all(sealed, window)


def test_quick_add_says_where_to_look_and_keeps_what_was_written(backed_up: User) -> None:
    user = backed_up
    damage(user.folder / "journal.db")
    window = user.start(quick_add=True, opened=False)
    user.until(window.notices.strip.isVisible)
    assert "main window" in window.notices.strip.label.text()
    window.form.ui.minutes.setText("25")
    assert user.program is not None
    opened: list[object] = []
    user.program.doorkeeper.opened.connect(opened.append)
    user.program.show_main()
    main = user.program.main
    assert main is not None
    page = shown(user, main)
    user.until(lambda: user.program is not None and user.program.background.is_idle)
    assert not opened, "a window that comes later tries nothing by itself"
    page.go_button.click()
    user.until(is_open(user, main))
    user.until(lambda: not window.notices.strip.isVisible())
    assert window.form.ui.minutes.text() == "25"


def test_a_second_start_is_shown_the_page_and_commands_are_told(backed_up: User) -> None:
    user = backed_up
    damage(user.folder / "journal.db")
    window = user.start(opened=False)
    shown(user, window)
    assert user.program is not None
    assert user.program.doorbell is not None
    window.hide()
    assert user.program.doorbell._answer({"show": "main"}) == {}
    user.until(window.isVisible)
    answer = user.program.doorbell._answer({"argv": ["list"], "cwd": "/"})
    assert answer["code"] == 1
    assert "damaged" in str(answer["err"])
    shutil.rmtree(user.folder / "backups")
    user.program.lock()
    user.program.locks.hide()
    assert rescue_page(window) is not None, "there is nothing to lock, and nothing to hide"


def test_damage_found_while_a_letter_is_written_takes_no_word_away(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = user.start()
    window.show_page("letters")
    page = window.page("letters")
    user.until(page.form.first_button.isVisible)
    user.click(page.form.first_button)
    QTest.keyClicks(page.editor.form.text, "Dear Mom")

    def damaged() -> None:
        raise JournalDamaged

    monkeypatch.setattr(user.journal, "check", damaged)
    assert user.program is not None
    user.program.rescuer.not_whole(JournalDamaged())
    user.until(window.strip.isVisible)
    user.until(lambda: "Copy it to another place" in window.strip.label.text())
    assert rescue_page(window) is None
    assert page.editor.form.text.written() == "Dear Mom"
    monkeypatch.undo()


def test_damage_waits_until_a_dialog_is_closed(backed_up: User) -> None:
    user = backed_up
    window = user.start()
    dialog = KeysDialog(window)
    dialog.show()
    assert user.program is not None
    user.program.rescuer.not_whole(JournalDamaged())
    user.until(lambda: user.program is not None and user.program.background.is_idle)
    assert dialog.isVisible()
    assert rescue_page(window) is None
    dialog.close()
    shown(user, window).go_button.click()
    user.until(is_open(user, window))
    assert notes(user) == set(NOTES)


def test_the_journal_stays_held_while_it_is_made_anew_whoever_asks_for_it(backed_up: User) -> None:
    user = backed_up
    damage(user.folder / "journal.db")
    shown(user, user.start(opened=False))
    assert user.program is not None
    at_work = threading.Event()
    user.program.background.run(at_work.wait, lambda _: None, lambda _: None)
    user.program.doorkeeper.open()  # as a quick-add window does that is opened meanwhile
    try:
        with pytest.raises(JournalBusy):
            Lock(user.folder / LOCK_NAME)
    finally:
        at_work.set()
    user.until(lambda: user.program is not None and user.program.doorkeeper.closed is not None)


def test_a_second_start_finds_the_window_also_after_another_try(backed_up: User) -> None:
    user = backed_up
    file, away = user.folder / "journal.db", user.folder.parent / "journal.db"
    file.rename(away)
    window = user.start(opened=False)
    page = shown(user, window)
    address = holder_address(user.folder / LOCK_NAME)
    assert address
    away.rename(file)
    user.click(page.again_button)
    user.until(is_open(user, window))
    user.until(lambda: holder_address(user.folder / LOCK_NAME) == address)
