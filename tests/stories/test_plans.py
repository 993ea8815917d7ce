"""Something is planned, shown on Today, ticked off, moved and taken off, each taken back; and all is silent where it should be."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.when import in_zone
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.day_field import DayField
from reconnect_desktop.views.plans.birthday_row import BirthdayRow
from reconnect_desktop.views.plans.move_dialog import MoveDialog
from reconnect_desktop.views.plans.plan_dialog import PlanDialog
from reconnect_desktop.views.plans.plans_dialog import PlansDialog
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from tests.stories.conftest import User
from tests.stories.test_rhythm_and_pauses import in_dialog, start, texts, undo

KEY = Qt.Key


def day(ahead: int) -> date:
    """So many days from today."""
    return clock.now().day + timedelta(ahead)


def call(days_ago: int) -> Interaction:
    now = clock.now()
    moment = now.local.replace(hour=0, minute=0, second=0) - timedelta(days=days_ago)
    when = in_zone(moment, now.zone, now.offset)
    return Interaction(id=f"{days_ago:05}", when=when, logged=when, medium=Medium.CALL, closeness=5)


def planned(ahead: int, text: str = "Sunday call", **fields: Any) -> Plan:
    kept = {"kind": PlanKind.CONTACT, "text": text, "day": day(ahead), "added": clock.now(), **fields}
    return Plan(id=text, **kept)


def begin(user: User, *records: Any) -> Any:
    """A journal with a call of last month and these, and the program open on it, showing Today."""
    journal = Journal.open(user.folder, clock.now)
    journal.apply(Action.IMPORT, *[add(one) for one in (call(30), *records)])
    journal.close()
    return start(user)


def plans(user: User) -> list[Plan]:
    return user.journal.all(Plan)


def card(window: Any) -> Any:
    """The card on Today, if it is shown."""
    found = window.page("today").plans.card
    return found if found is not None and found.isVisible() else None


def shown(window: Any) -> list[str]:
    """What is listed there."""
    return [row.form.title.text() for row in card(window).rows] if card(window) else []


def choose_kind(dialog: Any, kind: PlanKind) -> None:
    QTest.mouseClick(dialog.form.kinds.choices[kind], Qt.MouseButton.LeftButton)


def test_a_call_is_planned_in_seconds_and_ticked_off(user: User) -> None:
    window = begin(user)
    assert card(window) is None

    def plan(dialog: Any) -> None:
        QTest.keyClicks(dialog.form.text, "Sunday call")
        QTest.keyClick(dialog.form.text, KEY.Key_Return)

    def list_them(dialog: Any) -> None:
        assert dialog.form.empty_label.isVisible()
        in_dialog(PlanDialog, plan)
        QTest.keyClick(dialog.form.add_button, KEY.Key_Space)
        assert dialog.chosen().text == "Sunday call"
        assert dialog.focusWidget() is dialog.form.plans_list
        QTest.keyClick(dialog.form.plans_list, KEY.Key_Escape)

    in_dialog(PlansDialog, list_them)
    QTest.keyClick(window, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    (kept,) = plans(user)
    assert (kept.kind, kept.text, kept.day, kept.again) == (
        PlanKind.CONTACT,
        "Sunday call",
        day(7),
        Again.NEVER,
    )
    user.until(lambda: shown(window) == ["Sunday call"])
    row = card(window).rows[0]
    assert isinstance(row.form.tick, QCheckBox)
    row.form.tick.setFocus()
    user.type(KEY.Key_Space)
    user.until(lambda: plans(user)[0].settled == day(7))
    user.until(lambda: card(window) is None)
    undo(user, window)
    user.until(lambda: shown(window) == ["Sunday call"])


def test_all_of_a_plan_can_be_said(user: User) -> None:
    window = begin(user)

    def plan(dialog: Any) -> None:
        form = dialog.form
        QTest.keyClicks(form.text, "  Sunday   call ")
        QTest.mouseClick(form.media.choices[Medium.CALL], Qt.MouseButton.LeftButton)
        form.day.set_day(day(3))
        assert form.time.isHidden()
        QTest.keyClick(form.time_box, KEY.Key_Space)
        form.time.set_at(time(18, 30))
        form.again_box.setCurrentIndex(1)
        form.remind_box.setChecked(True)
        user.click(form.save_button)

    def list_them(dialog: Any) -> None:
        in_dialog(PlanDialog, plan)
        user.click(dialog.form.add_button)

    in_dialog(PlansDialog, list_them)
    window.form.plans_action.trigger()
    (kept,) = plans(user)
    assert kept == Plan(
        id=kept.id,
        kind=PlanKind.CONTACT,
        text="Sunday call",
        day=day(3),
        time=time(18, 30),
        medium=Medium.CALL,
        again=Again.WEEKLY,
        remind=True,
        added=kept.added,
    )


def test_a_follow_up_needs_to_say_what_it_is_about(user: User) -> None:
    window = begin(user)

    def plan(dialog: Any) -> None:
        choose_kind(dialog, PlanKind.FOLLOW_UP)
        assert dialog.form.media.isHidden()
        user.click(dialog.form.save_button)
        assert "still empty" in dialog.form.text_problem.text()
        assert dialog.focusWidget() is dialog.form.text
        QTest.keyClicks(dialog.form.text, "her appointment")
        QTest.keyClick(dialog.form.text, KEY.Key_Return)

    def list_them(dialog: Any) -> None:
        in_dialog(PlanDialog, plan)
        user.click(dialog.form.add_button)

    in_dialog(PlansDialog, list_them)
    window.form.plans_action.trigger()
    assert [one.kind for one in plans(user)] == [PlanKind.FOLLOW_UP]


def test_a_plan_is_changed_and_deleted_in_the_list_and_that_undone(user: User) -> None:
    window = begin(user, planned(2))

    def change(dialog: Any) -> None:
        dialog.form.text.setText("A walk")
        dialog.form.day.set_day(day(1))
        user.click(dialog.form.save_button)

    def list_them(dialog: Any) -> None:
        rows = dialog.form.plans_list
        in_dialog(PlanDialog, change)
        QTest.keyClick(rows, KEY.Key_Return)
        assert [(one.text, one.day) for one in plans(user)] == [("A walk", day(1))]
        QTest.keyClick(rows, KEY.Key_Delete)
        assert plans(user) == []
        assert dialog.form.empty_label.isVisible()
        user.click(dialog.form.undo_button)
        assert [one.text for one in plans(user)] == ["A walk"]
        assert dialog.focusWidget() is rows

    in_dialog(PlansDialog, list_them)
    window.form.plans_action.trigger()
    user.until(lambda: shown(window) == ["A walk"])


def test_what_was_written_is_not_let_go_unasked(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    window = begin(user)
    asked: list[bool] = []

    def keeps(_: object) -> bool:
        asked.append(True)
        return False

    monkeypatch.setattr("reconnect_desktop.views.kit.question.may_discard_changes", keeps)

    def plan(dialog: Any) -> None:
        QTest.keyClicks(dialog.form.text, "Sun")
        QTest.keyClick(dialog.form.text, KEY.Key_Escape)
        assert dialog.isVisible()
        dialog.form.text.clear()
        QTest.keyClick(dialog.form.text, KEY.Key_Escape)
        assert not dialog.isVisible()

    def list_them(dialog: Any) -> None:
        in_dialog(PlanDialog, plan)
        user.click(dialog.form.add_button)

    in_dialog(PlansDialog, list_them)
    window.form.plans_action.trigger()
    assert asked == [True]
    assert plans(user) == []


def test_one_day_of_a_series_is_moved_from_today_and_that_undone(user: User) -> None:
    window = begin(user, planned(1, again=Again.WEEKLY))
    user.until(lambda: shown(window) == ["Sunday call"])
    row = card(window).rows[0]

    def move(dialog: Any) -> None:
        assert dialog.form.about.isVisible()
        assert isinstance(dialog.form.day, DayField)
        dialog.form.day.set_day(day(3))
        QTest.keyClick(dialog.form.day, KEY.Key_Return)

    row.form.more_button.setFocus()
    user.type(KEY.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    in_dialog(MoveDialog, move)
    QTest.keyClicks(menu, "m")
    user.until(lambda: len(plans(user)) == 2)
    series, alone = sorted(plans(user), key=lambda one: one.day)
    assert (series.settled, alone.day, alone.again) == (day(1), day(3), Again.NEVER)
    assert "Move" not in texts(window)
    undo(user, window)
    user.until(lambda: plans(user) == [planned(1, again=Again.WEEKLY, added=series.added)])


def test_what_passed_may_be_taken_off_and_nobody_calls_it_late(user: User) -> None:
    window = begin(user, planned(-2, "A walk"), planned(-1, "her appointment", kind=PlanKind.FOLLOW_UP))
    user.until(lambda: shown(window) == ["A walk", "her appointment"])
    said = texts(window).casefold()
    assert not any(word in said for word in ("overdue", "missed", "late", "should"))
    walk = card(window).rows[0]
    assert walk.form.more_button.isHidden()
    user.click(walk.form.off_button)
    user.until(lambda: [one.text for one in plans(user)] == ["her appointment"])
    user.until(lambda: shown(window) == ["her appointment"])


def test_a_logged_call_ticks_off_what_was_planned(user: User) -> None:
    window = begin(user, planned(0), planned(-3, "A walk"))
    user.until(lambda: shown(window) == ["A walk", "Sunday call"])
    user.journal.apply(Action.LOG, add(call(0)))
    user.until(lambda: shown(window) == ["Sunday call"])
    form = card(window).rows[0].form
    assert form.tick.isChecked()
    assert not form.tick.isEnabled()
    assert form.when.text() == "Today. You were in touch."


def test_it_is_changed_from_today(user: User) -> None:
    window = begin(user, planned(1))
    user.until(lambda: shown(window) == ["Sunday call"])

    def change(dialog: Any) -> None:
        dialog.form.text.setText("Monday call")
        user.click(dialog.form.save_button)

    in_dialog(PlanDialog, change)
    menu = card(window).rows[0].menu()
    next(one for one in menu.actions() if "Change" in one.text().replace("&", "")).trigger()
    user.until(lambda: shown(window) == ["Monday call"])


def test_all_plans_open_from_the_card(user: User) -> None:
    window = begin(user, planned(1), planned(90, "A visit"))
    user.until(lambda: shown(window) == ["Sunday call"])
    listed: list[str] = []
    in_dialog(PlansDialog, lambda dialog: listed.extend(one.text for one in dialog._model.plans))
    user.click(card(window).form.all_button)
    assert listed == ["Sunday call", "A visit"]


@pytest.mark.parametrize("reason", [PauseReason.BOUNDARY, PauseReason.GRIEF])
def test_in_grief_and_beside_a_boundary_today_is_silent(user: User, reason: PauseReason) -> None:
    born = Plan(id="born", kind=PlanKind.BIRTHDAY, day=day(3), again=Again.YEARLY, added=clock.now())
    window = begin(user, planned(1), planned(-1, "A walk"), born, Pause(id="p", reason=reason, start=day(-1)))
    assert card(window) is None
    assert not any(words in texts(window) for words in ("Sunday call", "A walk", "birthday", "Coming up"))


def test_after_words_of_fear_today_is_silent(user: User) -> None:
    window = begin(user, planned(1))
    user.until(lambda: shown(window) == ["Sunday call"])
    hurt = Interaction(
        id="hurt", when=clock.now(), logged=clock.now(), medium=Medium.CALL, closeness=1, note="She hit me."
    )
    user.journal.apply(Action.LOG, add(hurt))
    user.until(lambda: card(window) is None)


def test_her_birthday_is_said_in_the_settings(user: User) -> None:
    window = begin(user)

    def say(dialog: Any) -> None:
        assert dialog.form.again_box.isHidden()
        dialog.form.day.set_day(date(1952, 2, 29))
        user.click(dialog.form.save_button)

    def settings(dialog: Any) -> None:
        (row,) = dialog.findChildren(BirthdayRow)
        assert row.form.birthday.text() == "Not said yet"
        in_dialog(PlanDialog, say)
        user.click(row.form.birthday_button)
        assert "29" in row.form.birthday.text()
        assert row.form.birthday_button.text().startswith("Change")

    in_dialog(SettingsDialog, settings)
    window.form.settings_action.trigger()
    (kept,) = plans(user)
    assert (kept.kind, kept.text, kept.day, kept.again) == (
        PlanKind.BIRTHDAY,
        "",
        date(1952, 2, 29),
        Again.YEARLY,
    )
