"""A call that was typed and brought in is one again, and what a file brought goes again as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.views.imports.imports_dialog import ImportsDialog
from reconnect_desktop.views.imports.take_out_dialog import TakeOutDialog
from reconnect_desktop.views.twins import twins_watch
from reconnect_desktop.views.twins.twins_dialog import TwinsDialog
from tests.stories.conftest import User

Key = Qt.Key
HOUR = 3_600  # seconds


def a_call(
    name: str, hours_ago: int, minutes: int, source: str = "", closeness: int | None = None
) -> Interaction:
    now = clock.now()
    when = at(now.timestamp - hours_ago * HOUR, now.zone, now.offset)
    return Interaction(
        id=name,
        when=when,
        logged=now,
        medium=Medium.CALL,
        minutes=minutes,
        closeness=closeness,
        source=source,
        source_key=name if source else "",
    )


def in_dialog(kind: type[QDialog], act: Callable[[Any], None]) -> None:
    """Do this once a dialog of this kind is there, as it stays open until it is closed."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        act(dialog) if isinstance(dialog, kind) else QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_call_that_is_there_twice_is_made_one(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twins_watch, "LATE", 50)
    monkeypatch.setattr(twins_watch, "SOON", 50)
    typed, brought = a_call("typed", 50, 30, closeness=6), a_call("brought", 50, 33, "sms-calls")
    other = a_call("other", 200, 5, "sms-calls")
    window = user.start()
    today = window.page("today")
    user.journal.apply(Action.LOG, add(typed))
    user.journal.bring_in([Draft(brought, 1), Draft(other, 2)], format="sms-calls")
    user.until(lambda: today.twins.card is not None and today.twins.card.isVisible())
    seen: list[str] = []

    def merge(dialog: TwinsDialog) -> None:
        seen.append(dialog.form.progress.text())
        QTest.keyClick(dialog, Key.Key_M)
        user.until(dialog.form.end_page.isVisible)
        seen.append(dialog.form.end_label.text())
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(TwinsDialog, merge)
    user.click(today.twins.card.form.look_button)
    assert seen == ["1 of 1", "1 merged"]
    user.until(lambda: user.journal.count() == 2)
    user.until(lambda: not today.twins.card.isVisible())
    (one,) = (one for one in user.journal.interactions() if one.closeness)
    assert (one.id, one.minutes, one.closeness) == ("typed", 33, 6)

    # It does not come in again, and undo makes two of it.
    again = user.journal.bring_in([Draft(brought, 1)], format="sms-calls")
    assert (again.added, again.duplicates) == (0, 1)
    assert user.journal.undo_action() == (Action.MERGE, 2)
    window.form.undo_action.trigger()
    user.until(lambda: user.journal.count() == 3)
    user.until(today.twins.card.isVisible)


def test_what_a_file_brought_is_taken_out_on_another_day(user: User) -> None:
    kept, brought = a_call("typed", 90, 30, closeness=6), a_call("brought", 50, 33, "sms-calls")
    user.start()
    user.journal.bring_in([Draft(brought, 1)], format="sms-calls")
    user.journal.apply(Action.LOG, add(kept))
    user.leave()
    window = user.start()

    def take_out(dialog: ImportsDialog) -> None:
        user.until(dialog.form.take_out_button.isEnabled)
        in_dialog(TakeOutDialog, lambda asked: asked.form.take_out_button.click())
        user.click(dialog.form.take_out_button)
        user.until(dialog.form.told.isVisible)
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(ImportsDialog, take_out)
    window.form.imports_action.trigger()
    assert user.journal.interactions() == [kept]
    user.until(window.toast.isVisible)
    assert window.toast.label.text() == "Took out 1 interaction."
    user.click(window.toast.action_button)
    user.until(lambda: user.journal.count() == 2)
