"""The page as a user meets it, with a chart that is quickly drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.trends.ranges import Range
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import TRENDS_RANGE, Preferences
from tests.making import ago
from tests.views.trends.trends_rig import Rig, call, dots_kind

Key = Qt.Key
SOME = [
    call("2026-11-20", "c", note="Tulips", closeness=5, minutes=25),
    call("2026-07-01", "b"),
    call("2024-05-01", "a"),
]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def rig(qtbot: QtBot, journal: Journal, look: Look) -> Iterator[Rig]:
    made = Rig(qtbot, look, journal, [dots_kind(), *(dots_kind(f"more {n}") for n in range(5))])
    yield made
    made.close()


# What is shown


def test_each_question_gets_its_sentence_and_its_chart(rig: Rig) -> None:
    rig.open(*SOME)
    card = rig.drawn()
    assert card.form.question.text() == "How many dots?"
    assert rig.message() == "2 dots since 2025-11-23."
    assert card.canvas.accessibleName() == "How many dots? 2 dots since 2025-11-23."
    rig.until(lambda: rig.message(5) == "2 dots since 2025-11-23.")


def test_charts_that_cannot_be_seen_are_drawn_when_they_come_into_view(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn()
    last = rig.page.cards[5]
    rig.until(lambda: last.value is not None)
    assert last.canvas.picture is None
    bar = rig.page.form.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    rig.drawn(last)


def test_an_empty_journal_invites_and_shows_no_empty_charts(rig: Rig, qtbot: QtBot) -> None:
    rig.open()
    form = rig.page.form
    rig.until(form.empty_label.isVisible)
    assert not rig.page.range.isVisible()
    assert not rig.page.cards[0].isVisible()
    with qtbot.waitSignal(rig.page.quick_add_wanted):
        form.add_button.click()
    rig.journal.apply(Action.LOG, add(SOME[0]))
    rig.drawn()
    assert rig.page.range.isVisible()


def test_too_little_gets_a_sentence_and_no_chart(rig: Rig) -> None:
    rig.open(SOME[2])
    rig.until(lambda: rig.message() == "0 dots since 2025-11-23.")
    assert not rig.page.cards[0].canvas.isVisible()


def test_grief_is_left_in_peace_until_one_asks(rig: Rig) -> None:
    rig.open(*SOME, Pause(id="p", reason=PauseReason.GRIEF, start=ago(3)))
    form = rig.page.form
    rig.until(form.quiet_label.isVisible)
    assert not rig.page.cards[0].isVisible()
    assert rig.page.cards[0].value is None
    form.show_button.click()
    rig.drawn()
    rig.page.hide()
    rig.page.show()
    rig.until(form.quiet_label.isVisible)


def test_one_chart_that_fails_does_not_take_the_others_along(
    qtbot: QtBot, journal: Journal, look: Look
) -> None:
    def fail(*_: object) -> object:
        raise ZeroDivisionError

    rig = Rig(qtbot, look, journal, [dots_kind("broken", compute=fail), dots_kind()])
    rig.open(*SOME)
    rig.drawn(rig.page.cards[1])
    assert rig.message(0) == "This chart can't be shown just now."
    assert [type(one) for one in rig.failures] == [ZeroDivisionError]
    rig.close()


# Days


def test_ranges_and_looking_earlier(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn()
    bar = rig.page.range
    assert not bar.form.later_button.isEnabled()
    bar.form.choices.choices[Range.EVERYTHING].click()
    rig.until(lambda: rig.message() == "3 dots since 2024-05-01.")
    assert not bar.form.earlier_button.isEnabled()
    bar.form.choices.choices[Range.THREE_MONTHS].click()
    rig.until(lambda: rig.message() == "1 dots since 2026-08-23.")
    bar.form.earlier_button.click()
    rig.until(lambda: rig.message() != "1 dots since 2026-08-23.")
    assert bar.form.later_button.isEnabled()
    bar.form.choices.choices[Range.THREE_MONTHS].click()  # the same again: as of today
    rig.until(lambda: rig.message() == "1 dots since 2026-08-23.")


def test_left_and_right_look_earlier_and_later(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn()
    first = rig.page.range.span
    rig.page.setFocus()  # as the main window does
    rig.press(Key.Key_Left)
    assert rig.page.range.span != first
    rig.press(Key.Key_Right)
    assert rig.page.range.span == first


def test_own_days(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn()
    bar = rig.page.range
    bar.form.choices.choices[Range.OWN].click()
    own = bar.own
    assert own is not None
    assert own.isVisible()
    own.form.first_field.set_day(ago(200))
    own.form.last_field.set_day(ago(100))
    rig.until(lambda: rig.message() == f"1 dots since {ago(200)}.")
    own.form.first_field.set_day(ago(50))  # beyond the other: then it is the other way round
    rig.until(lambda: rig.message() == f"0 dots since {ago(100)}.")


def test_the_range_is_remembered(rig: Rig, tmp_path: object) -> None:
    preferences = Preferences(tmp_path / "config")  # type: ignore[operator]
    rig.page.set_preferences(preferences)
    rig.open(*SOME)
    assert rig.page.range.form.choices.chosen_value() is Range.YEAR
    rig.page.range.form.choices.choices[Range.EVERYTHING].click()
    assert preferences.get(TRENDS_RANGE) == "everything"
    rig.page.range.choose(Range.YEAR)
    preferences.put(TRENDS_RANGE, "everything")
    rig.page.set_preferences(preferences)
    rig.until(lambda: rig.message() == "3 dots since 2024-05-01.")
    preferences.put(TRENDS_RANGE, "of old")
    rig.page.set_preferences(preferences)
    assert rig.page.range.range == Range.EVERYTHING


# Changes


def test_a_change_is_shown_at_once_where_the_page_is_seen(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn()
    rig.journal.apply(Action.LOG, add(call("2026-11-21", "d")))
    rig.until(lambda: rig.message() == "3 dots since 2025-11-23.")
    rig.page.hide()
    rig.journal.undo()
    QApplication.processEvents()
    assert rig.message() == "3 dots since 2025-11-23."
    rig.page.show()
    rig.until(lambda: rig.message() == "2 dots since 2025-11-23.")


def test_closing_while_it_counts_is_clean(rig: Rig) -> None:
    rig.open(*SOME)
    rig.page.close()


# Pointing


def test_pointing_says_what_is_there_and_a_click_opens_it(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(
        "reconnect_desktop.views.quick_add.edit_dialog.EditDialog.ask",
        lambda _parent, _look, one, *_, **__: opened.append(one),
    )
    rig.open(*SOME)
    canvas = rig.drawn().canvas
    QTest.mouseMove(canvas, rig.place(1))
    assert canvas.lines == ("Friday 20 November 2026", "Call, 25 min", "Felt 5 of 7")
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    rig.until(lambda: canvas.lines[-1] == "Tulips")
    assert canvas.accessibleDescription() == "Friday 20 November 2026. Call, 25 min. Felt 5 of 7. Tulips"
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=rig.place(1))
    rig.until(lambda: opened)
    assert opened[0].note == "Tulips"


def test_what_is_no_interaction_is_said_but_looks_like_nothing_to_click(rig: Rig) -> None:
    rig.open(*SOME)
    canvas = rig.drawn().canvas
    QTest.mouseMove(canvas, rig.place(0, group=1))
    assert canvas.lines == ("A month", "No contacts")
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseMove(canvas, rig.place(0, group=1) * 0.02)
    assert len(canvas.lines) == 0


def test_keys_walk_open_and_leave(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "reconnect_desktop.views.quick_add.edit_dialog.EditDialog.ask",
        lambda _parent, _look, one, *_, **__: changed(one),
    )

    def changed(one: object) -> object:
        from dataclasses import replace

        return replace(one, closeness=2)  # type: ignore[type-var]

    rig.open(*SOME)
    canvas = rig.drawn().canvas
    canvas.setFocus()
    rig.press(Key.Key_Left, Key.Key_Left)  # the bar is the last, before it the newest call
    assert canvas.lines[0] == "Friday 20 November 2026"
    rig.press(Key.Key_Home)
    assert canvas.lines[0] == "Wednesday 1 July 2026"
    rig.press(Key.Key_End)
    assert canvas.lines[0] == "A month"
    rig.press(Key.Key_Escape)
    assert canvas.lines == ()
    rig.press(Key.Key_Right, Key.Key_Right, Key.Key_Return)
    rig.until(lambda: rig.journal.interaction("c").closeness == 2)
    rig.until(lambda: "Felt 2 of 7" in canvas.lines)  # one is still there
    rig.journal.undo()
    rig.until(lambda: "Felt 5 of 7" in canvas.lines)


def test_from_a_chart_the_days_can_be_moved(rig: Rig) -> None:
    rig.open(*SOME)
    rig.drawn().canvas.setFocus()
    first = rig.page.range.span
    rig.press(Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert rig.page.range.span != first
    rig.press(Key.Key_PageDown)
    assert rig.page.range.span == first


# Look


def test_another_size_or_theme_is_drawn_anew(rig: Rig, look: Look) -> None:
    rig.open(*SOME)
    canvas = rig.drawn().canvas
    before = canvas.picture
    rig.page.resize(700, 700)
    rig.until(lambda: canvas.picture is not before and canvas.wanted_sheet(rig.page.cards[0].value) is None)
    assert canvas.picture is not None
    assert canvas.picture.sheet.width == canvas.width()
    look.choose("dark")
    assert canvas.picture is None
    rig.drawn()
    assert canvas.picture.image.pixelColor(2, 2) == look.colour("surface")


def test_days_on_which_one_was_drained_can_be_left_out(qtbot: QtBot, journal: Journal, look: Look) -> None:
    rig = Rig(qtbot, look, journal, [dots_kind("going-with")])
    rig.open(*SOME)
    card = rig.drawn()
    box = card.findChildren(QCheckBox)[0]
    words = box.parentWidget()
    assert words is not None
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    rig.until(lambda: card.value is not None and card.value.options.without_drained)
    box.click()
    rig.until(lambda: card.value is not None and not card.value.options.without_drained)
    rig.close()
