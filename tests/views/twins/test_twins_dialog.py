"""Pair after pair: merged, kept, taken back, left; nothing is done that was not said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.domain.twins import Twin, apart, twins
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import speaking
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.twins.finding import find
from reconnect_desktop.views.twins.twins_dialog import TwinsDialog
from tests.making import contact

Key = Qt.Key
Open = Callable[[], TwinsDialog]

TYPED = contact("2026-11-20", time="18:00", id="typed", minutes=30, closeness=5, note="Tulips & <b>rain</b>")
CALL = contact("2026-11-20", time="18:04", id="log", minutes=41, source="sms-calls", source_key="1")
LOG = contact("2026-10-02", time="09:00", id="old log", minutes=9, source="sms-calls", source_key="2")
CHAT_TOO = contact("2026-10-02", time="09:01", id="chat too", minutes=9, source="whatsapp", source_key="3")
LATE = contact("2026-09-02", time="21:00", id="late", source="sms-calls", source_key="4")
LATE_TYPED = contact("2026-09-02", time="21:30", id="late typed")
ALL = (TYPED, CALL, LOG, CHAT_TOO, LATE, LATE_TYPED)


@pytest.fixture
def open_dialog(qtbot: QtBot, qapp: QApplication, journal: Journal, background: Background) -> Open:
    """Opens the window on six interactions that make three pairs, and waits for the first of them."""
    journal.apply(Action.IMPORT, *(add(one) for one in ALL))

    def opened() -> TwinsDialog:
        dialog = TwinsDialog(None, Look(qapp, "light"), background, journal)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        qtbot.waitUntil(dialog.form.pair_page.isVisible)
        return dialog

    return opened


def press(dialog: TwinsDialog, *keys: Qt.Key) -> None:
    for key in keys:
        focused: QWidget = dialog.focusWidget() or dialog
        QTest.keyClick(focused, key)


def texts(dialog: TwinsDialog) -> list[str]:
    return [
        label.text() for label in dialog.form.pair.findChildren(QLabel) if label.isVisible() and label.text()
    ]


def now(journal: Journal) -> dict[str, Interaction]:
    return {one.id: one for one in journal.interactions()}


def test_what_differs_is_marked_and_what_only_one_says_is_not(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.form.progress.text() == "1 of 3"
    told = texts(dialog)
    assert told[:2] == ["Written by you", "From SMS Backup & Restore"]
    rows = [told[place : place + 3] for place in range(2, len(told), 3)]
    assert rows == [
        ["≠ When", "Friday 20 November 2026, 18:00", "Friday 20 November 2026, 18:04"],
        ["How", "Call", "Call"],
        ["≠ How long", "30 min", "41 min"],
        ["Closeness", "5 of 7", "–"],
        ["Note", "Tulips & <b>rain</b>", "–"],
    ]
    labels = [label for label in dialog.form.pair.findChildren(QLabel) if label.text() in ("41 min", "Call")]
    assert [label.font().bold() for label in labels] == [False, False, True]
    assert labels[2].accessibleName() == "How long, differs: 41 min"
    assert "18:04 · Call · 41 min · 5 of 7" in dialog.form.whole.text()
    assert (
        "Written by you: Friday 20 November 2026, 18:00, Call" in dialog.merge_button.accessibleDescription()
    )


def test_keys_merge_and_keep_and_the_end_is_quiet(
    open_dialog: Open, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_M, Key.Key_K, Key.Key_M)
    assert dialog.form.end_page.isVisible()
    assert dialog.form.end_label.text() == "2 merged · 1 kept as they were"
    qtbot.waitUntil(lambda: background.is_idle)
    kept = now(journal)
    assert kept.keys() == {"typed", "old log", "late typed"} | {"chat too"}
    assert (kept["typed"].when, kept["typed"].minutes, kept["typed"].note) == (CALL.when, 41, TYPED.note)
    assert apart(Twin(LOG, CHAT_TOO)) in journal.all(Setting)
    assert find(journal) == []


@pytest.mark.parametrize(
    ("code", "merge", "keep"), [("de", Key.Key_Z, Key.Key_B), ("es", Key.Key_U, Key.Key_A)]
)
def test_the_keys_are_the_letters_underlined_on_the_buttons_in_any_language(
    open_dialog: Open, code: str, merge: Key, keep: Key
) -> None:
    with speaking(code):
        dialog = open_dialog()
        assert f"{chr(merge)} " in dialog.form.told.text()
        assert f"{chr(keep)} " in dialog.form.told.text()
        press(dialog, Key.Key_M, Key.Key_K)
        assert dialog.form.progress.text().startswith("1 ")
        press(dialog, merge, keep, merge)
        assert dialog.form.end_page.isVisible()


def test_undo_takes_back_one_after_the_other_also_after_the_last(
    open_dialog: Open, journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_Right, Key.Key_M, Key.Key_K, Key.Key_M)
    assert dialog.form.end_page.isVisible()
    QTest.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.form.pair_page.isVisible)
    assert dialog.form.progress.text() == "3 of 3"
    assert "Friday 20 November 2026, 18:00" in texts(dialog)
    for _ in range(2):
        QTest.mouseClick(dialog.form.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.pairs.said)
    assert dialog.form.progress.text() == "2 of 3"  # where it was asked first
    assert now(journal) == {one.id: one for one in ALL}
    assert journal.all(Setting) == []
    assert not dialog.form.undo_button.isVisible()


def test_arrows_only_look(open_dialog: Open, journal: Journal) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_Left)
    assert dialog.form.progress.text() == "1 of 3"
    press(dialog, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert dialog.form.progress.text() == "3 of 3"
    press(dialog, Key.Key_Left)
    assert dialog.form.progress.text() == "2 of 3"
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert now(journal) == {one.id: one for one in ALL}


def test_enter_presses_what_has_the_focus_and_nothing_else(
    open_dialog: Open, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    dialog = open_dialog()
    dialog.form.scroll.setFocus()
    press(dialog, Key.Key_Return)
    assert dialog.form.progress.text() == "1 of 3"
    dialog.merge_button.setFocus()
    press(dialog, Key.Key_Return)
    assert dialog.form.told.text() == "Merged."
    qtbot.waitUntil(lambda: background.is_idle)
    assert journal.count() == 5


def test_what_can_not_be_written_is_asked_again(
    open_dialog: Open, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(journal, "apply", full)
    press(dialog, Key.Key_M)
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert dialog.form.progress.text() == "1 of 3"
    assert not dialog.form.undo_button.isVisible()


def test_one_that_was_changed_meanwhile_is_shown_as_it_is_and_one_that_is_gone_is_not(
    open_dialog: Open, journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    journal.apply(Action.EDIT, edit(TYPED, replace(TYPED, note="Rain")))
    journal.apply(Action.DELETE, delete(LOG))
    press(dialog, Key.Key_M)
    qtbot.waitUntil(lambda: "Rain" in texts(dialog))
    press(dialog, Key.Key_Right, Key.Key_M)
    qtbot.waitUntil(lambda: dialog.form.progress.text() == "2 of 2")


def test_undo_here_takes_nothing_back_that_was_done_elsewhere(
    open_dialog: Open, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_M)
    qtbot.waitUntil(lambda: background.is_idle)
    journal.apply(Action.LOG, add(contact("2026-11-21")))
    dialog.undo()
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert journal.count() == 6


def test_two_that_are_too_much_for_one_say_so(open_dialog: Open, journal: Journal, qtbot: QtBot) -> None:
    long = [replace(one, note=letter * 60_000) for one, letter in ((TYPED, "a"), (CALL, "b"))]
    journal.apply(Action.EDIT, edit(TYPED, long[0]), edit(CALL, long[1]))
    dialog = open_dialog()
    assert dialog.form.whole.text() == ""
    press(dialog, Key.Key_M)
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert dialog.form.progress.text() == "1 of 3"
    assert journal.count() == 6


def test_the_rest_is_left_in_one_click_and_that_can_be_undone(
    open_dialog: Open, journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_K)
    QTest.mouseClick(dialog.leave_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert find(journal) == []
    journal.undo()
    assert len(find(journal)) == 2


def test_what_was_settled_once_before_is_no_obstacle(
    open_dialog: Open, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    journal.apply(Action.SETTING, add(settled(LOG)), add(settled(CHAT_TOO)))
    dialog = open_dialog()
    press(dialog, Key.Key_Right, Key.Key_M)
    qtbot.waitUntil(lambda: background.is_idle)
    assert journal.count() == 5


def test_without_any_it_says_so(
    qtbot: QtBot, qapp: QApplication, journal: Journal, background: Background
) -> None:
    dialog = TwinsDialog(None, Look(qapp, "light"), background, journal)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.form.end_page.isVisible)
    assert dialog.form.title.text() == "Nothing stands there twice"


def test_a_closed_one_is_freed(
    qtbot: QtBot,
    qapp: QApplication,
    journal: Journal,
    background: Background,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[TwinsDialog] = []

    def closed_at_once(dialog: TwinsDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(TwinsDialog, "exec", closed_at_once)
    TwinsDialog.show_for(None, Look(qapp, "light"), background, journal, twins(ALL, ()))
    assert shown[0].form.progress.text() == "1 of 3"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not isValid(shown[0]))
