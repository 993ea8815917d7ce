from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm, read_rhythm
from reconnect_desktop.language import speaking
from reconnect_desktop.views.dialogs.interval_row import IntervalRow
from reconnect_desktop.views.dialogs.rhythm_dialog import RhythmDialog
from reconnect_desktop.views.dialogs.rhythm_form import RhythmForm
from reconnect_desktop.views.kit.look import Look

LEFT = Qt.MouseButton.LeftButton


def shown(
    qtbot: QtBot, qapp: QApplication, rhythm: Rhythm = NO_RHYTHM, usual_gap: float | None = None
) -> RhythmDialog:
    made = RhythmDialog(None, Look(qapp, "light"), rhythm, usual_gap)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def contact(dialog: RhythmDialog) -> IntervalRow:
    return dialog.form.rhythm.form.contact


def tick(row: IntervalRow) -> None:
    row.form.wanted.setFocus()
    QTest.keyClick(row.form.wanted, Qt.Key.Key_Space)


def type_days(row: IntervalRow, field: str, days: int) -> None:
    spin = getattr(row.form, field)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, str(days))
    QTest.keyClick(spin, Qt.Key.Key_Tab)


def test_no_rhythm_is_the_default_and_can_be_saved(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp)
    assert not contact(dialog).form.days.isVisible()
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert dialog.result_rhythm == NO_RHYTHM


def test_it_begins_with_the_own_usual(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, usual_gap=8.3)
    assert "about 8 days between you" in dialog.form.rhythm.form.usual.text()
    tick(contact(dialog))
    dialog.submit()
    assert dialog.result_rhythm == Rhythm(Interval(8, 16))


def test_without_a_usual_it_says_nothing_of_one(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp)
    assert not dialog.form.rhythm.form.usual.isVisible()
    tick(contact(dialog))
    dialog.submit()
    assert dialog.result_rhythm == Rhythm(Interval(7, 14))


def test_numbers_are_typed_and_told_in_words(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp)
    row = contact(dialog)
    tick(row)
    type_days(row, "good", 14)
    type_days(row, "fine", 30)
    assert row.form.good.text() == "every 14 days"
    assert (row.form.good_words.text(), row.form.fine_words.text()) == ("every two weeks", "about a month")
    dialog.submit()
    assert dialog.result_rhythm == Rhythm(Interval(14, 30))


def test_one_day_is_one_day(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, Rhythm(Interval(1, 2)))
    row = contact(dialog)
    assert (row.form.good.text(), row.form.fine.text()) == ("every day", "up to 2 days")
    assert row.form.good_words.text() == ""  # it is said already
    type_days(row, "good", 12)
    assert row.form.good.text() == "every 12 days"
    type_days(row, "good", 1)
    type_days(row, "fine", 1)
    assert (row.form.good.text(), row.form.fine.text()) == ("every day", "up to 1 day")
    row.form.good.setFocus()
    QTest.keyClick(row.form.good, Qt.Key.Key_Up)
    assert row.form.good.text() == "every 2 days"


@pytest.mark.parametrize(
    ("code", "phrases"),
    [
        ("de", ["jeden Tag", "bis zu 1 Tag", "alle 2 Tage", "bis zu 2 Tage", "alle 1204 Tage"]),
        ("es", ["cada día", "hasta 1 día", "cada 2 días", "hasta 2 días", "cada 1204 días"]),
    ],
)
def test_days_are_said_as_the_language_says_them(
    qtbot: QtBot, qapp: QApplication, code: str, phrases: list[str]
) -> None:
    with speaking(code):
        dialog = shown(qtbot, qapp, Rhythm(Interval(1, 1)))
        row = contact(dialog)
        said = [row.form.good.text(), row.form.fine.text()]
        row.form.fine.setValue(2)
        type_days(row, "good", 2)
        said += [row.form.good.text(), row.form.fine.text()]
        type_days(row, "good", 1204)
        assert [*said, row.form.good.text()] == phrases


def test_what_is_still_fine_goes_along_with_what_is_good(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, Rhythm(Interval(7, 14)))
    type_days(contact(dialog), "good", 20)
    dialog.submit()
    assert dialog.result_rhythm == Rhythm(Interval(20, 20))


def test_less_than_good_is_told_beside_it(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, Rhythm(Interval(7, 14)))
    row = contact(dialog)
    type_days(row, "fine", 3)
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert dialog.isVisible()
    assert row.form.problem.isVisible()
    assert "still fine" in row.form.problem.text()
    type_days(row, "fine", 10)
    assert not row.form.problem.isVisible()
    dialog.submit()
    assert dialog.result_rhythm == Rhythm(Interval(7, 10))


def test_each_kind_of_contact_may_have_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, Rhythm(Interval(5, 9)))
    form = dialog.form.rhythm
    assert not form.form.media.isVisible()
    QTest.mouseClick(form.form.media_button, LEFT)
    call = form.media[Medium.CALL]
    tick(call)
    assert call.form.good.value() == 5  # as for contact of any kind
    type_days(call, "good", 10)
    type_days(call, "fine", 21)
    tick(contact(dialog))
    dialog.submit()
    assert dialog.result_rhythm == read_rhythm("call 10 21")


@pytest.mark.parametrize("text", ["", "any 7 14", "visit 30 60", "any 7 14, call 10 21, other 3 4"])
def test_what_was_chosen_is_shown_and_comes_back_whole(qtbot: QtBot, qapp: QApplication, text: str) -> None:
    dialog = shown(qtbot, qapp, read_rhythm(text), 8.0)
    assert dialog.form.rhythm.form.media.isVisible() is (text.count(" ") > 2 or "visit" in text)
    dialog.submit()
    assert dialog.result_rhythm == read_rhythm(text)


def test_the_form_tells_what_was_chosen_once_its_user_rests(qtbot: QtBot, qapp: QApplication) -> None:
    form = RhythmForm()
    qtbot.addWidget(form)
    form.set_up(Look(qapp, "light"), NO_RHYTHM, None)
    form.show()
    told: list[Rhythm] = []
    form.changed.connect(told.append)
    tick(form.form.contact)
    form.form.contact.form.good.stepUp()
    form.form.contact.form.good.stepUp()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Rhythm(Interval(9, 14))]
    form.form.contact.form.fine.setValue(3)  # less than good: told beside it, and to nobody else
    form.hide()
    assert len(told) == 1
    form.form.contact.form.fine.setValue(30)
    form.show()
    form.form.contact.form.fine.stepUp()
    form.hide()
    assert told[-1] == Rhythm(Interval(9, 31))
