"""A rhythm is wished for, a pause taken, changed and ended, each taken back; and in grief Today is a quiet place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.domain.when import in_zone
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog
from reconnect_desktop.views.dialogs.rhythm_dialog import RhythmDialog
from tests.stories.conftest import User

Act = Callable[[Any], None]
LEFT = Qt.MouseButton.LeftButton


def call(days_ago: int, **fields: Any) -> Interaction:
    """A call at one in the morning of that day."""
    now = clock.now()
    day = now.local.replace(hour=1, minute=0, second=0) - timedelta(days=days_ago)
    when = in_zone(day, now.zone, now.offset)
    return Interaction(id=f"{days_ago:05}", when=when, logged=when, medium=Medium.CALL, **fields)


def begin(user: User, *calls: Interaction) -> Any:
    """A journal with these, and the program open on it, showing Today."""
    journal = Journal.open(user.folder, clock.now)
    journal.apply(Action.IMPORT, *[add(one) for one in calls])
    journal.close()
    return start(user)


def start(user: User) -> Any:
    window = user.start()
    user.until(lambda: window.page("today").journal.reading is not None)
    return window


def weekly() -> list[Interaction]:
    """Calls that felt as usual, the last one nine days ago."""
    return [call(9 + 7 * weeks, closeness=5) for weeks in range(20)]


def texts(window: Any) -> str:
    """What can be read on Today."""
    labels = [label.text() for label in window.page("today").findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels).replace("\u00a0", " ")


def choose(user: User, window: Any, words: str) -> None:
    """Choose from the menu beside the last contact."""
    user.click(user.named(window, "Rhythm and pauses"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = (one for one in menu.actions() if one.text().replace("&", "").startswith(words))
    key = action.text()[action.text().index("&") + 1]
    QTest.keyClicks(menu, key)


def in_dialog(kind: type[QDialog], act: Act) -> None:
    """Act in the dialog that the next step opens, once it is there."""
    failed: list[BaseException] = []

    def try_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(10, try_it)
            return
        try:
            act(dialog)
        except BaseException as error:  # told where the test stands, not in a slot
            failed.append(error)
            raise
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(0, try_it)


def undo(user: User, window: Any) -> None:
    """Take the last step back, once it is written and told."""
    user.until(lambda: not window.page("today").journal._unwritten and window.form.undo_action.isEnabled())
    window.form.undo_action.trigger()


def pause(user: User) -> Pause | None:
    """The one pause of the journal, if there is one."""
    pauses = user.journal.all(Pause)
    assert len(pauses) < 2
    return pauses[0] if pauses else None


def has_pause(user: User, expected: Pause | None) -> bool:
    """Whether this is what the journal holds by now."""
    return pause(user) == expected


def test_a_rhythm_is_wished_for_and_taken_back(user: User) -> None:
    window = begin(user, *weekly())
    assert "still" not in texts(window)

    def wish(dialog: RhythmDialog) -> None:
        row = dialog.form.rhythm.form.contact
        assert "about a week" in dialog.form.rhythm.form.usual.text()
        QTest.keyClick(row.form.wanted, Qt.Key.Key_Space)
        assert (row.form.good.value(), row.form.fine.value()) == (7, 14)
        QTest.mouseClick(dialog.form.save_button, LEFT)

    in_dialog(RhythmDialog, wish)
    choose(user, window, "How often")
    user.until(lambda: "You'd like about every 7 days; up to 14 is fine." in texts(window))
    user.until(lambda: user.journal.setting(RHYTHM) == Rhythm(Interval(7, 14)))
    assert "overdue" not in texts(window)
    undo(user, window)
    user.until(lambda: "You'd like" not in texts(window))
    assert user.journal.setting(RHYTHM) == NO_RHYTHM
    window.form.redo_action.trigger()
    user.until(lambda: "You'd like" in texts(window))

    user.leave()
    window = start(user)
    assert "You'd like about every 7 days; up to 14 is fine." in texts(window)


def test_a_pause_is_taken_changed_and_ended_and_each_taken_back(user: User) -> None:
    window = begin(user, *weekly())
    today = clock.now().day

    def until_next_week(dialog: PauseDialog) -> None:
        QTest.mouseClick(dialog.form.reasons.choices[PauseReason.TRAVEL], LEFT)
        QTest.mouseClick(dialog.form.ends.choices["day"], LEFT)
        QTest.mouseClick(dialog.form.save_button, LEFT)

    in_dialog(PauseDialog, until_next_week)
    choose(user, window, "Take a pause")
    user.until(lambda: pause(user) is not None)
    taken = pause(user)
    assert taken is not None
    assert (taken.start, taken.end) == (today, today + timedelta(days=7))
    user.until(lambda: "You're away until" in texts(window))
    assert user.journal.advice(clock.now()).chosen is None

    def for_as_long_as_it_takes(dialog: PauseDialog) -> None:
        dialog.form.start.set_day(today - timedelta(days=5))
        QTest.mouseClick(dialog.form.reasons.choices[PauseReason.BOUNDARY], LEFT)
        QTest.mouseClick(dialog.form.ends.choices["open"], LEFT)
        QTest.mouseClick(dialog.form.save_button, LEFT)

    in_dialog(PauseDialog, for_as_long_as_it_takes)
    choose(user, window, "Change the pause")
    user.until(lambda: "some distance" in texts(window))
    user.until(lambda: pause(user) != taken)  # the screen shows it before it is written
    changed = pause(user)
    assert changed is not None
    assert (changed.id, changed.start, changed.end) == (taken.id, today - timedelta(days=5), None)

    assert "days since" not in texts(window), "nothing is counted"
    user.click(window.page("today").pauses.card.form.end_button)
    user.until(lambda: "some distance" not in texts(window))
    user.until(lambda: (ended := pause(user)) is not None and ended.end == today - timedelta(days=1))
    user.until(lambda: "5 days of that were in a pause." in texts(window))

    for before in (changed, taken, None):
        undo(user, window)
        user.until(partial(has_pause, user, before))
    user.until(lambda: "away" not in texts(window))


def test_a_pause_that_began_today_is_gone_when_it_ends(user: User) -> None:
    window = begin(user, *weekly())

    def away(dialog: PauseDialog) -> None:
        QTest.mouseClick(dialog.form.reasons.choices[PauseReason.TRAVEL], LEFT)
        QTest.mouseClick(dialog.form.save_button, LEFT)

    in_dialog(PauseDialog, away)
    choose(user, window, "Take a pause")
    user.until(lambda: "You're away" in texts(window))
    user.click(user.named(window, "End the pause"))
    user.until(lambda: pause(user) is None)
    user.until(lambda: "You're away" not in texts(window))


def test_in_grief_today_is_a_quiet_place_until_the_pause_ends(user: User) -> None:
    laughed = call(2500, closeness=6, win="She laughed until she cried.")
    sang = call(900, closeness=7, note="We sang in the car.")
    far = call(29, closeness=2, note="We hardly spoke.")
    window = begin(user, laughed, sang, far, *weekly())

    def grieve(dialog: PauseDialog) -> None:
        QTest.mouseClick(dialog.form.reasons.choices[PauseReason.GRIEF], LEFT)
        QTest.mouseClick(dialog.form.save_button, LEFT)

    def quiet() -> bool:
        said = texts(window)
        return any(moment in said for moment in (laughed.win, sang.note))

    in_dialog(PauseDialog, grieve)
    choose(user, window, "Take a pause")
    user.until(quiet)
    seen = set()
    for _ in range(2):
        said = texts(window)
        seen |= {moment for moment in (laughed.win, sang.note) if moment in said}
        for counted in (
            "since you were",
            "usually",
            "Lately",
            "next time",
            "How am I",
            "You'd like",
            far.note,
        ):
            assert counted not in said
        user.click(user.named(window, "Another one"))
    assert seen == {laughed.win, sang.note}
    assert user.journal.advice(clock.now()).keepsake

    user.leave()
    window = start(user)
    user.until(quiet)
    assert user.named(window, "Log an interaction").isVisible()  # the side bar has it still

    user.click(user.named(window, "End the pause"))
    user.until(lambda: "since you were last in touch" in texts(window))
    undo(user, window)
    user.until(quiet)
