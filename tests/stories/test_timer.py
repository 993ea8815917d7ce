"""A call is timed: started, told in minutes, stopped into quick add; whatever happens in between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.call_timer import CallTimer
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.storage import timer_file
from reconnect_desktop.views import lifetime
from reconnect_desktop.views.preferences import PILL_PLACE
from reconnect_desktop.views.timer.pill import TimerPill
from reconnect_desktop.views.timer.timing import Timing
from tests.stories.conftest import User
from tests.stories.guarded import WORDS, ask, locked, program_of, start_unlocked

LATER = 25 * 60 + 10  # seconds


def pills() -> list[TimerPill]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, TimerPill) and one.isVisible()]


def timing(user: User) -> Timing:
    assert user.program is not None
    return user.program.timing


def pass_time(user: User, seconds: int = LATER) -> None:
    one = timing(user)
    assert one.timer is not None
    now = one.timer.started + seconds
    one._now = lambda: now
    one._tell()


def test_a_call_is_timed_and_logged_by_keys_alone(user: User) -> None:
    window = user.start()
    window.form.timer_action.trigger()
    (pill,) = pills()
    assert timer_file.read(user.folder) == timing(user).timer
    assert pill.form.minutes.text() == "0 min"
    pass_time(user)
    assert pill.form.minutes.text() == "25 min"
    assert pill.accessibleName() == "Call timer, 25 min"
    assert pill.windowTitle() == "Call timer – Reconnect"

    window.form.timer_action.trigger()
    assert not pills()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert quick_add.form.ui.minutes.text() == "25"
    user.until(lambda: QApplication.activeWindow() is quick_add)
    user.type("6", Qt.Key.Key_Return)
    user.until(lambda: len(user.journal.all(Interaction)) == 1)
    (logged,) = user.journal.all(Interaction)
    assert (logged.medium, logged.minutes, logged.closeness) == (Medium.CALL, 25, 6)
    user.until(lambda: timer_file.read(user.folder) is None)


def test_it_goes_on_after_the_program_was_killed(user: User) -> None:
    user.folder.mkdir(mode=0o700)
    started = CallTimer(1_790_000_000, Medium.VIDEO)
    timer_file.keep(user.folder, started)
    user.start()
    user.until(lambda: len(pills()) == 1)
    assert timing(user).timer == started
    pass_time(user)
    timing(user).stop()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert quick_add.form.ui.medium.value is Medium.VIDEO
    assert quick_add.form.ui.minutes.text() == "25"


def test_what_was_stopped_just_before_a_crash_gets_into_quick_add(user: User) -> None:
    user.folder.mkdir(mode=0o700)
    timer_file.keep(user.folder, CallTimer(1_790_000_000, Medium.CALL, 1_790_000_600))
    user.start()
    user.until(lambda: user.program is not None and user.program.quick_add is not None)
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert quick_add.form.ui.minutes.text() == "10"
    quick_add.close()
    user.until(lambda: timer_file.read(user.folder) is None)
    user.until(lambda: (user.journal.draft() or {}).get("minutes") == "10")


def test_nothing_that_was_written_is_overwritten(user: User) -> None:
    user.start()
    assert user.program is not None
    user.program.show_quick_add()
    quick_add = user.program.quick_add
    assert quick_add is not None
    user.until(lambda: QApplication.activeWindow() is quick_add)
    quick_add.form.ui.minutes.setText("7")
    timing(user).start()
    pass_time(user)
    timing(user).stop()
    assert quick_add.form.ui.minutes.text() == "7"
    assert quick_add.notices.notice.label.text() == "The timer says 25 min."
    user.click(quick_add.notices.notice.action_button)
    assert quick_add.form.ui.minutes.text() == "25"


def test_one_that_was_over_in_no_time_fills_in_no_length(user: User) -> None:
    user.start()
    timing(user).start()
    timing(user).stop()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert quick_add.form.ui.medium.value is Medium.CALL
    assert quick_add.form.ui.minutes.text() == ""
    quick_add.form.ui.minutes.setText("7")
    timing(user).start()
    timing(user).stop()
    assert quick_add.form.ui.minutes.text() == "7"
    assert not quick_add.notices.notice.isVisible()


def test_the_pill_stands_at_the_lower_right_and_does_not_grow_out_of_the_screen(user: User) -> None:
    user.start()
    timing(user).start()
    (pill,) = pills()
    room = pill.screen().availableGeometry()
    before = pill.geometry()
    assert room.contains(before)
    assert before.center().x() > room.center().x()
    assert before.center().y() > room.center().y()
    pass_time(user, 85 * 60)
    assert pill.width() > before.width()
    assert room.contains(pill.geometry())
    timing(user).drop()


def test_the_pill_comes_back_to_where_it_was_moved(user: User) -> None:
    user.start()
    timing(user).start()
    (pill,) = pills()
    pill.move(40, 60)
    pass_time(user, 85 * 60)
    assert (pill.x(), pill.y()) == (40, 60)
    assert program_of(user).preferences.get(PILL_PLACE) == "40,60", "also if the program ends meanwhile"
    timing(user).stop()
    timing(user).start()
    (pill,) = pills()
    assert (pill.x(), pill.y()) == (40, 60)
    timing(user).drop()


@pytest.mark.parametrize("place", ["", "far away", "99999,99999", "9999999999999,1"])
def test_the_pill_is_never_out_of_sight(user: User, place: str) -> None:
    user.start()
    program_of(user).preferences.put(PILL_PLACE, place)
    timing(user).start()
    (pill,) = pills()
    assert pill.screen().availableGeometry().contains(pill.geometry())
    timing(user).drop()
    assert program_of(user).preferences.get(PILL_PLACE) == place


def test_one_that_was_forgotten_says_so_kindly(user: User) -> None:
    user.start()
    timing(user).start()
    pass_time(user, 4 * 3600)
    timing(user).stop()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    assert (
        quick_add.notices.notice.label.text() == "The timer ran for 4 h. If it was shorter, just change it."
    )


def test_what_was_not_to_be_timed_leaves_nothing(user: User) -> None:
    user.start()
    timing(user).start()
    timing(user).drop()
    assert not pills()
    assert timer_file.read(user.folder) is None
    assert user.program is not None
    assert user.program.quick_add is None


def test_it_runs_while_the_journal_is_locked_and_shows_nothing_of_it(guarded: User) -> None:
    window = ask(guarded)
    assert guarded.program is not None
    guarded.program.start_timer()
    pass_time(guarded)
    guarded.until(lambda: timer_file.read(guarded.folder) is not None)
    timing(guarded).stop()
    quick_add = guarded.program.quick_add
    assert quick_add is not None
    assert guarded.program.journal is None
    assert not quick_add.ui.area.isVisible()
    assert window is guarded.program.main
    guarded.program.doorkeeper.unlock(WORDS)
    guarded.until(lambda: guarded.program is not None and guarded.program.journal is not None)
    guarded.until(quick_add.ui.area.isVisible)
    assert quick_add.form.ui.minutes.text() == "25"


def test_it_goes_on_at_the_next_start_when_the_program_is_quit(user: User) -> None:
    window = user.start()
    timing(user).start()
    started = timing(user).timer
    lifetime.quit_program()
    assert not window.isVisible()
    assert program_of(user).quick_add is None
    assert timer_file.read(user.folder) == started
    (pill,) = pills()
    assert pill.close(), "it does not keep the program, and nothing is over"
    assert timer_file.read(user.folder) == started


def test_a_window_that_asks_to_stay_keeps_the_timer(user: User) -> None:
    window = user.start()
    timing(user).start()
    window.page("today").may_close = lambda: False
    lifetime.quit_program()
    assert window.isVisible()
    assert pills()
    assert timing(user).is_running


def test_all_of_quick_add_can_be_seen_when_the_timer_opens_it(user: User) -> None:
    user.start()
    timing(user).start()
    timing(user).stop()
    quick_add = program_of(user).quick_add
    assert quick_add is not None
    user.until(lambda: QApplication.activeWindow() is quick_add)
    bar = quick_add.ui.area.verticalScrollBar()
    user.until(lambda: quick_add._offered)
    assert bar.maximum() == 0
    timing(user).start()
    pass_time(user, 4 * 3600)
    timing(user).stop()
    assert quick_add.notices.notice.isVisible()
    user.until(lambda: bar.maximum() == 0)


def test_one_that_runs_goes_on_when_the_journal_is_locked(guarded: User) -> None:
    start_unlocked(guarded)
    timing(guarded).start()
    program_of(guarded).lock()
    locked(guarded)
    assert timing(guarded).is_running
    assert timing(guarded)._pill in pills()
    timing(guarded).drop()
