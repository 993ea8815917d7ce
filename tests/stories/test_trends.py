"""Looking back: from an empty page to charts, walked by keys, changed, enlarged, saved, read as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.trends.ranges import Range
from reconnect_desktop.views.looking_after import load_ahead
from reconnect_desktop.views.quick_add.edit_dialog import EditDialog
from reconnect_desktop.views.trends.chart_window import ChartWindow
from reconnect_desktop.views.trends.table_dialog import TableDialog
from tests.making import ago, contact, rated
from tests.stories.conftest import User

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def open_trends(user: User, *ratings: int) -> Any:
    """Start with calls a week apart, the last one yesterday, and go to Trends by the side bar."""
    window = user.start()
    calls = rated(list(ratings), today=ago(1, clock.now().day))
    if calls:
        user.journal.apply(Action.IMPORT, *map(add, calls))
    user.click(user.named(window, "Trends"))
    page = window.page("trends")
    user.until(lambda: page.journal.reading is not None)
    return page


def drawn(user: User, page: Any, place: int = 0) -> Any:
    """A card with its picture."""
    card = page.cards[place]
    user.until(lambda: card.value is not None and card.wanted_sheet() is None)
    return card


def choose(user: User, card: Any, letter: str) -> None:
    """Open the card's menu as a key does, and choose by its access key."""
    card.form.more_button.setFocus()
    QTimer.singleShot(0, lambda: _press(user, letter))
    user.type(Key.Key_Space)


def _press(user: User, letter: str) -> None:
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClicks(menu, letter)


def when_asked(parent: QWidget, act: Callable[[], None]) -> None:
    """Do this as soon as a dialog is open."""
    watch = QTimer(parent)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            watch.stop()
            try:
                act()
            finally:
                dialog.close()  # or the test would wait for it for ever

    watch.timeout.connect(look)
    watch.start(0)


def test_the_page_is_made_as_the_pointer_comes_to_its_button_and_not_before(user: User) -> None:
    window = user.start()
    button = user.named(window, "Trends")
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    assert window.page("trends") is None  # the first second is Today's
    assert user.program is not None
    load_ahead(user.program, window)
    assert window.page("trends") is None
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    user.until(lambda: window.page("trends") is not None)
    assert window.form.pages.currentWidget() is window.page("today")


def test_the_first_interaction_brings_the_first_sentences(user: User) -> None:
    page = open_trends(user)
    user.until(page.form.empty_label.isVisible)
    user.click(user.named(page, "Log an interaction"))
    user.until(lambda: user.program is not None and user.program.quick_add is not None)
    assert user.program is not None
    user.until(lambda: QApplication.activeWindow() is user.program.quick_add)  # type: ignore[union-attr]
    user.type("c", Key.Key_Return)
    user.until(lambda: user.journal.count() == 1)
    user.until(lambda: page.cards[0].isVisible() and bool(page.cards[0].form.message.text()))
    assert not page.form.empty_label.isVisible()


def test_a_chart_is_walked_by_keys_and_what_it_shows_is_changed_and_undone(user: User) -> None:
    page = open_trends(user, 5, 6, 5, 4, 6, 5, 6, 7)
    card = drawn(user, page)
    canvas = card.canvas
    assert canvas.accessibleName() == f"{card.kind.question} {card.form.message.text()}"
    page.range.form.choices.setFocus()
    stops = []
    for _ in range(30):
        user.type(Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        if canvas.hasFocus():
            break
    assert stops[-2:] == [card.form.more_button, canvas]
    user.type(Key.Key_End)
    user.until(lambda: "Felt 7 of 7" in canvas.lines)
    assert "Felt 7 of 7" in canvas.accessibleDescription()

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EditDialog)
        dialog.form.ui.closeness.pick(2)
        dialog.submit()

    last = user.journal.recent(1)[0]
    when_asked(canvas, change)
    user.type(Key.Key_Return)
    user.until(lambda: user.journal.interaction(last.id).closeness == 2)
    user.until(lambda: "Felt 2 of 7" in canvas.lines)
    user.until(page.window().form.undo_action.isEnabled)
    QTest.keyClick(canvas, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: user.journal.interaction(last.id).closeness == 7)
    user.until(lambda: "Felt 7 of 7" in canvas.lines)
    QTest.keyClick(canvas, Key.Key_Escape)
    assert not canvas.lines


def test_another_range_is_there_the_next_time(user: User) -> None:
    page = open_trends(user, *([5] * 80))
    first = drawn(user, page).value
    user.click(page.range.form.choices.choices[Range.EVERYTHING])
    user.until(lambda: page.cards[0].value not in (None, first))
    assert len(page.cards[0].value.dots) == 80
    user.leave()
    page = open_trends(user)
    drawn(user, page)
    assert page.range.range is Range.EVERYTHING


def test_a_chart_is_enlarged_and_closed_by_esc(user: User) -> None:
    page = open_trends(user, 5, 6, 5, 4, 6)
    choose(user, drawn(user, page), "e")
    user.until(lambda: any(isinstance(one, ChartWindow) for one in QApplication.topLevelWidgets()))
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ChartWindow))
    user.until(lambda: window.canvas.picture is not None)
    assert window.canvas.height() > page.cards[0].canvas.height()
    window.canvas.setFocus()
    user.until(window.canvas.hasFocus)
    user.type(Key.Key_Escape)
    user.until(lambda: not any(isinstance(one, ChartWindow) for one in QApplication.topLevelWidgets()))


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_chart_is_saved(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    file = tmp_path / f"ours.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page = open_trends(user, 5, 6, 5, 4, 6)
    choose(user, drawn(user, page), "s")
    user.until(file.exists)
    assert file.read_bytes()[:5] in (b"\x89PNG\r", b"<?xml", b"%PDF-")
    toast = page.window().toast
    user.until(lambda: toast.isVisible() and toast.label.text() == "Saved.")


def test_what_cannot_be_saved_is_said_in_one_sentence(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.png"), ""))
    page = open_trends(user, 5, 6, 5, 4, 6)
    choose(user, drawn(user, page), "s")
    strip = page.window().strip
    user.until(strip.isVisible)
    assert "can't be written" in strip.label.text()


def test_a_picture_is_copied(user: User) -> None:
    QGuiApplication.clipboard().clear()
    page = open_trends(user, 5, 6, 5, 4, 6)
    choose(user, drawn(user, page), "c")
    user.until(lambda: not QGuiApplication.clipboard().image().isNull())
    assert QGuiApplication.clipboard().image().width() >= 1600


def test_the_numbers_can_be_read_and_copied_as_a_table(user: User) -> None:
    page = open_trends(user, 5, 6, 7)
    card = drawn(user, page)
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TableDialog)
        table = dialog.form.table
        assert table.model().headerData(2, Qt.Orientation.Horizontal) == "Closeness"
        assert dialog.focusWidget() is table
        seen.append(table.model().index(2, 2).data())
        QTest.keyClick(table, Key.Key_Down)
        QTest.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        seen.append(QGuiApplication.clipboard().text())
        user.click(dialog.form.copy_button)
        seen.append(QGuiApplication.clipboard().text())
        assert dialog.form.copy_button.text() == "Copied"

    when_asked(card, read)
    choose(user, card, "t")
    user.until(lambda: len(seen) == 3)
    whole, one, everything = seen
    assert whole == "7"
    assert [line.split("\t")[2] for line in one.splitlines()] == ["Closeness", "6"]
    assert [line.split("\t")[2] for line in everything.splitlines()] == ["Closeness", "5", "6", "7"]


def test_a_day_with_several_opens_in_the_log(user: User) -> None:
    page = open_trends(user, 5, 6)
    day = clock.now().day - timedelta(days=30)
    more = [contact(day, time=time, closeness=5) for time in ("09:00", "10:00")]
    user.journal.apply(Action.IMPORT, *map(add, more))
    card = page.cards[3]
    page.form.scroll.ensureWidgetVisible(card)
    user.until(lambda: card.value is not None and any(each.contacts == 2 for each in card.value.days))
    page.form.scroll.verticalScrollBar().setValue(card.y())
    drawn(user, page, 3)
    canvas: QWidget = card.canvas
    canvas.setFocus()
    user.type(Key.Key_Home)
    for _ in range(10):
        if "2 contacts" in " ".join(canvas.lines):  # type: ignore[attr-defined]
            break
        user.type(Key.Key_Right)
    user.type(Key.Key_Return)
    log = page.window().page("log")
    user.until(lambda: log is not None or page.window().page("log") is not None)
    log = page.window().page("log")
    user.until(lambda: log.model.rowCount() == 3)  # the month, and the two of that day


def test_closing_in_the_midst_of_it_is_clean(user: User) -> None:
    page = open_trends(user, *([5, 6, 4] * 30))
    page.range.choose(Range.EVERYTHING)
    user.leave()
