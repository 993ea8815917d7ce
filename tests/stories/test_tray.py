"""Kept in the tray: what the menu says and does, and that there is always something left to click."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.preferences import IN_TRAY, TRAY_TOLD
from tests.making import contact
from tests.stories.conftest import User
from tests.stories.guarded import WORDS, lock_page, locked, make, program_of, shown, start_unlocked, unlock
from tests.stories.tray import FakePlace, lines, tray_of


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One for each time the program was told to end."""
    told: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: told.append(True))
    return told


def keep(user: User, *, told: bool = True) -> None:
    """Choose it, as the settings do."""
    if told:
        program_of(user).preferences.put(TRAY_TOLD, "yes")
    program_of(user).preferences.put(IN_TRAY, "yes")


def log_days_ago(user: User, days: int) -> None:
    day = clock.now().day - timedelta(days=days)
    user.journal.apply(Action.LOG, add(contact(day, time="00:00")))


def test_it_is_off_until_it_is_wanted_and_goes_when_it_is_not(user: User) -> None:
    place = FakePlace()
    user.start(tray=place)
    assert place.icon is None
    assert QApplication.quitOnLastWindowClosed()
    keep(user)
    assert place.icon is not None
    assert place.icon.is_shown
    assert place.icon.tip == "Reconnect"
    icon = place.icon
    program_of(user).preferences.put(IN_TRAY, "no")
    assert not icon.is_shown
    assert QApplication.quitOnLastWindowClosed()


def test_closing_the_window_leaves_it_in_the_tray_from_where_it_comes_back(
    user: User, ends: list[bool]
) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    window.close()
    assert not QApplication.quitOnLastWindowClosed()
    assert not ends
    tray_of(program_of(user)).open.trigger()
    user.until(window.isVisible)
    assert program_of(user).main is window


def test_the_first_time_it_is_said_once_in_a_sentence(user: User) -> None:
    window = user.start(tray=FakePlace())
    keep(user, told=False)
    window.close()
    user.until(lambda: shown(QMessageBox) is not None)
    box = shown(QMessageBox)
    assert box.text() == "Reconnect stays in the tray; to end it, choose “Quit” there."
    box.close()
    program_of(user).show_main()
    user.until(window.isVisible)
    window.close()
    QApplication.processEvents()
    assert shown(QMessageBox) is None


def test_where_the_tray_is_gone_by_then_closing_ends_it(user: User) -> None:
    place = FakePlace()
    window = user.start(tray=place)
    keep(user)
    asked, place.there = place.asked, False
    window.close()
    assert place.asked > asked
    assert QApplication.quitOnLastWindowClosed()


def test_a_click_logs_an_interaction_without_the_main_window(user: User) -> None:
    place = FakePlace()
    window = user.start(tray=place)
    keep(user)
    window.close()
    assert place.icon is not None
    place.icon.click()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    user.until(lambda: QApplication.activeWindow() is quick_add)
    user.type("c")
    user.click(quick_add.ui.save_button)
    user.until(lambda: len(user.journal.all(Interaction)) == 1)
    user.until(lambda: quick_add._panel is not None and quick_add._panel.isVisible())
    quick_add.close()
    user.until(lambda: program_of(user).quick_add is None)
    assert not QApplication.quitOnLastWindowClosed()
    assert not window.isVisible()


def test_one_made_ahead_is_shown_and_another_made_after_it(user: User) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    window.close()
    program = program_of(user)
    user.until(lambda: program.at_hand._ready is not None)
    ready = program.at_hand._ready
    program.show_quick_add()
    assert program.quick_add is ready
    user.until(ready.isVisible)  # type: ignore[union-attr]
    ready.close()  # type: ignore[union-attr]
    user.until(lambda: program.at_hand._ready not in (ready, None))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Last contact: today"),
        (1, "Last contact: yesterday"),
        (3, "Last contact: 3 days ago"),
        (30, "Last contact: 30 days ago"),
        (31, "Last contact: more than a month ago"),
    ],
)
def test_the_menu_says_when_the_last_contact_was(user: User, days: int, words: str) -> None:
    user.start(tray=FakePlace())
    keep(user)
    plain = ["Log an interaction", "Start a call timer", "Open Reconnect", "Hide now", "Quit"]
    assert lines(program_of(user)) == plain
    log_days_ago(user, days)
    user.until(lambda: words in lines(program_of(user)))
    assert lines(program_of(user)) == [*plain[:3], words, *plain[3:]]


@pytest.mark.parametrize("reason", PauseReason)
def test_in_grief_or_at_a_distance_it_does_not(user: User, reason: PauseReason) -> None:
    user.start(tray=FakePlace())
    keep(user)
    log_days_ago(user, 3)
    user.until(lambda: "Last contact: 3 days ago" in lines(program_of(user)))
    today = clock.now().day
    user.journal.apply(Action.PAUSE, add(Pause(id="00000000000000aa", start=today, reason=reason)))
    if reason in (PauseReason.GRIEF, PauseReason.BOUNDARY):
        user.until(lambda: "Last contact: 3 days ago" not in lines(program_of(user)))
    else:
        user.until(lambda: program_of(user).background.is_idle)
        assert "Last contact: 3 days ago" in lines(program_of(user))


def test_hidden_from_the_tray_nothing_tells_of_the_journal_until_it_is_shown_again(user: User) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    log_days_ago(user, 3)
    user.until(lambda: "Last contact: 3 days ago" in lines(program_of(user)))
    window.close()
    tray_of(program_of(user)).hide.trigger()
    assert not [line for line in lines(program_of(user)) if line.startswith("Last")]
    program_of(user).show("quick_add")
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert quick_add.findChildren(HiddenPage)
    assert "Show again" in lines(program_of(user))
    tray_of(program_of(user)).hide.trigger()
    assert not [one for one in quick_add.findChildren(HiddenPage) if one.isVisible()]


def test_locked_from_the_tray_it_asks_and_a_timer_may_run(user: User, quick_keys: None) -> None:
    make(user.folder)
    window = start_unlocked(user)
    program = program_of(user)
    program.presence._place = FakePlace()
    keep(user)
    user.until(lambda: [line for line in lines(program) if line.startswith("Last")] != [])
    window.close()
    user.until(lambda: program.at_hand._ready is not None)
    tray_of(program).lock.trigger()
    locked(user)
    user.until(lambda: program.at_hand._ready is None)
    assert lines(program) == [
        "Log an interaction",
        "Start a call timer",
        "Open Reconnect",
        "Hide now",
        "Quit",
    ]
    assert not tray_of(program).hide.isEnabled()
    tray_of(program).timer.trigger()
    assert program.timing.is_running
    assert "Stop the call timer" in lines(program)
    program.timing.drop()
    program.show("quick_add")
    quick_add = program.quick_add
    assert quick_add is not None
    user.until(lambda: lock_page(quick_add) is not None)
    unlock(user, quick_add, WORDS)
    user.until(lambda: program.journal is not None)


def test_a_journal_without_a_passphrase_has_nothing_to_lock(user: User) -> None:
    user.start(tray=FakePlace())
    keep(user)
    assert "Lock" not in lines(program_of(user))


def test_quit_means_quit(user: User, ends: list[bool]) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    program_of(user).show_quick_add()
    tray_of(program_of(user)).quit.trigger()
    user.until(lambda: ends != [])
    assert not window.isVisible()
    assert program_of(user).quick_add is None
    assert QApplication.quitOnLastWindowClosed()


def test_quitting_from_the_tray_without_a_window_ends_it(user: User, ends: list[bool]) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    window.close()
    assert not ends
    tray_of(program_of(user)).quit.trigger()
    assert ends


def test_what_was_being_written_is_kept_before_it_ends(user: User, ends: list[bool]) -> None:
    user.start(tray=FakePlace())
    keep(user)
    program_of(user).show_quick_add()
    quick_add = program_of(user).quick_add
    user.until(lambda: QApplication.activeWindow() is quick_add)
    user.type("v")
    user.until(lambda: quick_add is not None and quick_add._offered)
    tray_of(program_of(user)).quit.trigger()
    assert not ends
    user.until(lambda: ends != [])
    assert user.journal.draft() is not None


def test_a_hidden_start_comes_to_rest_too_until_a_window_is_wanted(user: User) -> None:
    program = user.start_hidden(FakePlace())
    assert program.presence.resting.is_awaited
    program.show_main()
    assert not program.presence.resting.is_awaited


def test_resting_lets_the_pages_go_and_they_come_back(user: User) -> None:
    window = user.start(tray=FakePlace())
    keep(user)
    program = program_of(user)
    user.until(lambda: window.page("today") is not None)
    program.presence.resting.rest()
    assert window.page("today") is not None  # it is being looked at
    window.close()
    user.until(lambda: program.background.is_idle)
    program.presence.resting.rest()
    user.until(lambda: window.page("today") is None)
    program.show_main()
    user.until(lambda: window.page("today") is not None and window.page("today").isVisible())


def test_a_hidden_start_opens_the_journal_and_no_window(user: User) -> None:
    program = user.start_hidden(FakePlace())
    user.until(lambda: program.doorbell is not None and program.presence.tray is not None)
    assert program.journal is not None
    assert program.windows() == []
    program.show("hidden")  # a second one changes nothing
    assert program.windows() == []
    tray_of(program).open.trigger()
    user.until(lambda: program.main is not None and program.main.page("today") is not None)
    assert program.main is not None
    program.main.close()
    assert not QApplication.quitOnLastWindowClosed()


def test_a_hidden_start_asks_for_the_passphrase_only_when_a_window_is_shown(
    user: User, quick_keys: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def recall(_folder: object) -> None:
        asked.append(True)

    monkeypatch.setattr("reconnect_desktop.storage.remembered.recall", recall)
    make(user.folder)
    program = user.start_hidden(FakePlace())
    user.until(lambda: program.doorbell is not None and program.presence.tray is not None)
    assert program.journal is None
    assert not asked
    program.show("quick_add")
    quick_add = program.quick_add
    user.until(lambda: quick_add is not None and lock_page(quick_add) is not None)
    assert asked
    unlock(user, quick_add, WORDS)
    user.until(lambda: program.journal is not None)


def test_without_a_tray_a_hidden_start_is_minimised_and_never_out_of_reach(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reconnect_desktop.views.tray.presence._AGAIN", (0, 20))
    place = FakePlace(there=False)
    program = user.start_hidden(place)
    user.until(lambda: program.main is not None)
    assert program.main is not None
    assert program.main.isMinimized()
    assert place.asked == 2
    assert QApplication.quitOnLastWindowClosed()
    program.show("main")
    assert not program.main.isMinimized()


def test_a_desktop_that_is_still_starting_is_waited_for(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconnect_desktop.views.tray.presence._AGAIN", (0, 50, 100))
    place = FakePlace(there=False)
    program = user.start_hidden(place)
    user.until(lambda: place.asked == 1)
    place.there = True
    user.until(lambda: program.presence.tray is not None)
    assert program.windows() == []


def test_the_program_tells_its_icon_while_it_is_shown(user: User) -> None:
    program = user.start_hidden(FakePlace())
    user.until(lambda: program.presence.tray is not None)
    assert program.presence.icon is tray_of(program).icon
    program.presence.close()
    assert program.presence.icon is None
