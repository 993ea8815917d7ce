from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog
from reconnect_desktop.views.kit.look import Look
from tests.making import TODAY

LEFT = Qt.MouseButton.LeftButton
DISTANCE = Pause(id="p", reason=PauseReason.BOUNDARY, start=date(2026, 11, 3), note="Until I feel calmer")


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> PauseDialog:
    return shown(qtbot, qapp)


def shown(qtbot: QtBot, qapp: QApplication, pause: Pause | None = None) -> PauseDialog:
    made = PauseDialog(None, Look(qapp, "light"), TODAY, lambda: "new")
    # Closed at the test's end, it should not ask whether to discard.
    qtbot.addWidget(made, before_close_func=lambda _: setattr(made, "_untouched", made._values()))
    if pause is not None:
        made.fill(pause)
    made.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def choose(dialog: PauseDialog, reason: PauseReason) -> None:
    QTest.mouseClick(dialog.form.reasons.choices[reason], LEFT)


def answer(words: str) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = (one for one in box.buttons() if one.text().replace("&", "") == words)
        button.click()

    QTimer.singleShot(0, press)


def test_a_reason_is_enough_for_a_pause_from_today_on(dialog: PauseDialog) -> None:
    choose(dialog, PauseReason.TRAVEL)
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert not dialog.isVisible()
    assert dialog.result_pause == Pause(id="new", reason=PauseReason.TRAVEL, start=TODAY)


def test_it_asks_for_the_reason(dialog: PauseDialog) -> None:
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert dialog.isVisible()
    assert "closest" in dialog.form.reason_problem.text()
    choose(dialog, PauseReason.OTHER)
    assert not dialog.form.reason_problem.isVisible()


def test_a_last_day_is_offered_a_week_on_and_can_be_another(dialog: PauseDialog) -> None:
    form = dialog.form
    choose(dialog, PauseReason.TRAVEL)
    assert not form.end.isVisible()
    form.start.set_day(date(2027, 1, 10))
    QTest.mouseClick(form.ends.choices["day"], LEFT)
    assert (form.end.day(), form.end.hasFocus()) == (date(2027, 1, 17), True)
    form.end.set_day(date(2027, 1, 31))
    QTest.mouseClick(form.save_button, LEFT)
    assert dialog.result_pause is not None
    assert (dialog.result_pause.start, dialog.result_pause.end) == (date(2027, 1, 10), date(2027, 1, 31))


def test_an_end_before_the_beginning_is_told_beside_it(dialog: PauseDialog) -> None:
    form = dialog.form
    choose(dialog, PauseReason.TRAVEL)
    QTest.mouseClick(form.ends.choices["day"], LEFT)
    form.end.set_day(date(2026, 11, 21))
    QTest.mouseClick(form.save_button, LEFT)
    assert dialog.isVisible()
    assert "before the beginning" in form.end_problem.text()
    QTest.mouseClick(form.ends.choices["open"], LEFT)
    QTest.mouseClick(form.save_button, LEFT)
    assert dialog.result_pause is not None
    assert dialog.result_pause.end is None


def test_a_note_that_is_too_long_is_told_beside_it(dialog: PauseDialog) -> None:
    choose(dialog, PauseReason.OTHER)
    dialog.form.note.setPlainText("x" * 100_001)
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert "100,000" in dialog.form.note_problem.text()


def test_an_earlier_one_is_shown_whole_and_changed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, DISTANCE)
    assert dialog.form.title.text() == "Change the pause"
    assert dialog.form.note.toPlainText() == "Until I feel calmer"
    QTest.mouseClick(dialog.form.ends.choices["day"], LEFT)
    dialog.form.end.set_day(date(2026, 12, 1))
    QTest.mouseClick(dialog.form.save_button, LEFT)
    assert dialog.result_pause == Pause(
        id="p",
        reason=PauseReason.BOUNDARY,
        start=date(2026, 11, 3),
        end=date(2026, 12, 1),
        note="Until I feel calmer",
    )


def test_each_reason_says_what_its_pause_does(dialog: PauseDialog) -> None:
    said = {dialog.form.about.text()}
    for reason in PauseReason:
        choose(dialog, reason)
        words = dialog.form.about.text()
        said.add(words)
        assert ("gap" in words) is (reason is not PauseReason.GRIEF)  # in grief there is nothing to count
    assert len(said) == 5


def test_esc_asks_only_when_something_was_changed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = shown(qtbot, qapp, DISTANCE)
    dialog.form.note.setPlainText("Longer")
    answer("Go on writing")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.form.note.setPlainText(DISTANCE.note)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result_pause is None


@pytest.mark.parametrize(("locale", "shows"), [("en_US", "11/22/2026"), ("de_DE", "22.11.2026")])
def test_days_are_written_as_the_locale_has_them(
    qtbot: QtBot, qapp: QApplication, locale: str, shows: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert shown(qtbot, qapp).form.start.text() == shows
    finally:
        QLocale.setDefault(before)


def test_ask_gives_nothing_back_where_nothing_was_changed(qapp: QApplication) -> None:
    def save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PauseDialog)
        dialog.submit()

    QTimer.singleShot(0, save)
    assert PauseDialog.ask(None, Look(qapp, "light"), TODAY, DISTANCE, lambda: "new") is None
