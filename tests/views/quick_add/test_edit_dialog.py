from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import parse
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.edit_dialog import EditDialog
from tests.fakes import ZONE, FakeClock

ONE = Interaction(
    id="a" * 16,
    when=parse("2026-11-20T18:00:00", ZONE),
    medium=Medium.CALL,
    logged=parse("2026-11-20T18:30:00", ZONE),
    minutes=25,
    closeness=5,
    note="A note",
)


@pytest.fixture
def ask(qtbot: QtBot, qapp: QApplication, clock: FakeClock) -> Callable[..., Interaction | None]:
    def opened(act: Callable[[EditDialog], None]) -> Interaction | None:
        def when_shown() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, EditDialog)
            act(dialog)

        QTimer.singleShot(0, when_shown)
        return EditDialog.ask(None, Look(qapp, "light"), ONE, ["garden"], clock)

    return opened


def test_saved_as_it_was_nothing_is_to_be_changed(ask: Callable[..., Interaction | None]) -> None:
    assert ask(lambda dialog: dialog.ui.save_button.click()) is None


def test_a_change_is_answered(ask: Callable[..., Interaction | None]) -> None:
    def act(dialog: EditDialog) -> None:
        assert dialog.windowTitle() == "Edit interaction – Reconnect"
        dialog.form.ui.minutes.setText("40")
        QTest.keyClick(dialog.form.ui.minutes, Qt.Key.Key_Return)

    changed = ask(act)
    assert changed is not None
    assert (changed.minutes, changed.note, changed.when) == (40, "A note", ONE.when)


def test_what_cannot_be_taken_keeps_it_open(ask: Callable[..., Interaction | None]) -> None:
    def act(dialog: EditDialog) -> None:
        dialog.form.ui.minutes.setText("soon")
        dialog.ui.save_button.click()
        assert dialog.isVisible()
        assert dialog.form.ui.minutes_problem.isVisible()
        dialog.form.ui.minutes.setText("25")
        dialog.reject()

    assert ask(act) is None


def test_enter_at_the_question_throws_nothing_away(ask: Callable[..., Interaction | None]) -> None:
    def act(dialog: EditDialog) -> None:
        dialog.form.ui.closeness.value = 1

        def enter() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            QTest.keyClick(box, Qt.Key.Key_Return)

        QTimer.singleShot(0, enter)
        dialog.reject()
        assert dialog.isVisible()
        dialog.ui.save_button.click()

    after = ask(act)
    assert after is not None
    assert after.closeness == 1


def test_cancel_asks_only_when_something_changed(ask: Callable[..., Interaction | None]) -> None:
    assert ask(lambda dialog: dialog.ui.cancel_button.click()) is None

    def act(dialog: EditDialog) -> None:
        dialog.form.ui.closeness.value = 1

        def answer() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            next(one for one in box.buttons() if one.text() == "&Discard changes").click()

        QTimer.singleShot(0, answer)
        dialog.reject()

    assert ask(act) is None
