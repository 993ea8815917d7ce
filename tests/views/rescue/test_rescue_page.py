"""The page of a journal that can't be read: what it offers, and what it says where something is in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop import rescuing
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    KeysDamaged,
    UserError,
)
from reconnect_desktop.domain.rescues import Choice, Findings, Rescued, Salvage
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.opening import ClosedJournal
from reconnect_desktop.views.rescue.rescue_page import RescuePage
from tests.fakes import FakeClock

KEY = bytes(range(32))
Open = Callable[[UserError, object], RescuePage]


@pytest.fixture
def open_page(
    qtbot: QtBot,
    qapp: QApplication,
    background: Background,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Opens the page where `rescuing.look` answers, or raises, this."""
    lock = Lock(tmp_path / LOCK_NAME)

    def opened(trouble: UserError, found: object) -> RescuePage:
        def look(*_args: object, **_named: object) -> object:
            if isinstance(found, Exception):
                raise found
            return found

        monkeypatch.setattr(rescuing, "look", look)
        closed = ClosedJournal(tmp_path, lock, FakeClock())
        page = RescuePage(Look(qapp, "light"), background, closed, trouble=trouble)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(page.form.working_part.isHidden)
        return page

    yield opened
    lock.release()


def backup(clock: FakeClock, interactions: int = 812) -> Backup:
    """One that was made yesterday."""
    made = clock().timestamp - 86_400
    return Backup("b", made, Occasion.DAY, Place.JOURNAL, interactions, 1, 4, False, made)


def details(page: RescuePage) -> dict[Choice, str]:
    return {choice: button.accessibleDescription() for choice, button in page.choices.items()}


def test_each_offer_says_what_would_be_in_the_journal(open_page: Open, clock: FakeClock) -> None:
    page = open_page(JournalDamaged(), Findings(Salvage(815, 816, 2000), backup(clock), 816))
    assert details(page) == {
        Choice.TOGETHER: (
            "816 interactions: what can be read of the file, and what only the newest backup has. Something that was"
            " deleted since may be back."
        ),
        Choice.SALVAGE: "815 of 816 interactions, each as it was written.",
        Choice.BACKUP: "812 interactions, as of yesterday, 18:40.",
        Choice.AFRESH: "An empty journal. A backup from elsewhere can be opened in it, with Backups in the File menu.",
    }
    recommended = [choice for choice, button in page.choices.items() if "recommended" in button.text()]
    assert recommended == [Choice.TOGETHER]
    assert page.choices[Choice.TOGETHER].hasFocus()
    QTest.keyClick(page.choices[Choice.TOGETHER], Qt.Key.Key_Down)
    assert page.choices[Choice.SALVAGE].isChecked()


def test_where_nothing_is_missing_the_file_itself_is_recommended(open_page: Open, clock: FakeClock) -> None:
    whole = Salvage(816, 816, 2000, complete=True)
    page = open_page(KeysDamaged(), Findings(whole, backup(clock), 816))
    assert details(page)[Choice.SALVAGE] == "816 interactions: nothing is missing."
    assert "recommended" in page.choices[Choice.SALVAGE].text()


def test_the_only_thing_to_be_had_is_not_recommended(open_page: Open, clock: FakeClock) -> None:
    page = open_page(JournalMissing(), Findings(None, backup(clock, 1), 1))
    assert details(page)[Choice.BACKUP] == "1 interaction, as of yesterday, 18:40."
    assert not any("recommended" in button.text() for button in page.choices.values())
    assert page.form.aside_label.isHidden(), "there is no file to be put aside"


def test_without_any_copy_of_the_keys_one_can_still_begin_afresh(open_page: Open) -> None:
    page = open_page(KeysDamaged(), KeysDamaged())
    assert set(page.choices) == {Choice.AFRESH}
    assert page.form.choices_label.text().startswith("No copy of the keys can be read")
    assert not page.go_button.isEnabled()


def test_what_is_in_the_way_can_be_tried_again(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalDamaged(), DiskFull())
    assert "no room left" in page.form.problem.text()
    assert page.go_button.isHidden()
    with qtbot.waitSignal(page.retried):
        page.again_button.click()
    with qtbot.waitSignal(page.left):
        page.leave_button.click()


def test_the_choice_stays_where_it_could_not_be_had(
    open_page: Open, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Choice, bytes | None]] = []

    def rescue(*args: object, held: Lock) -> Rescued:
        assert isinstance(args[2], Choice)
        asked.append((args[2], args[3]))  # type: ignore[arg-type]
        if len(asked) == 1:
            raise DiskFull
        return Rescued(816, "damaged-20261122T174000Z")

    monkeypatch.setattr(rescuing, "rescue", rescue)
    page = open_page(JournalDamaged(), Findings(Salvage(815, None, 2000), backup(clock), 816, KEY))
    page.choices[Choice.SALVAGE].click()
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.form.problem.isVisible)
    assert page.choices[Choice.SALVAGE].isChecked()
    with qtbot.waitSignal(page.rescued) as rescued:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert rescued.args == [KEY]
    assert asked == [(Choice.SALVAGE, KEY)] * 2
    assert page.told.startswith(
        "Your journal is back, with 816 interactions. The damaged file was not deleted;"
    )
    assert page.told.endswith("damaged-20261122T174000Z.")


def test_without_a_passphrase_nothing_is_looked_at(open_page: Open) -> None:
    page = open_page(JournalDamaged(), JournalLocked())
    assert page.form.passphrase_part.isVisible()
    assert page.form.field.hasFocus()
    QTest.keyClick(page.form.field, Qt.Key.Key_Return)
    assert page.form.passphrase_part.isVisible(), "nothing was typed"
