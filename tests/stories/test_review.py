"""A month looked back on in the real program: read, written about, closed, on a full disk; nothing is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.clock import now
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Need, Reflection
from reconnect_desktop.views.kit.dates import month_words
from tests.making import contact
from tests.stories.conftest import User

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def last_month() -> Month:
    return month_of(now().day).ahead(-1)


def review(user: User, *days: date) -> Any:
    """Start the program with contacts on these days, and go to the month before this one."""
    window = user.start()
    if days:
        user.journal.apply(Action.IMPORT, *(add(contact(day, closeness=5, win="Snow")) for day in days))
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    page = window.page("review")
    page.turn_to(last_month())
    user.until(lambda: page.form.month_box.currentText() == month_words(*last_month()))
    return page


def kept(user: User, month: Month) -> tuple[str, str]:
    found = user.journal.get(Reflection, month.isoformat())
    return (found.text, found.intention) if found else ("", "")


def test_keys_alone_look_back_write_and_leave(user: User) -> None:
    page = review(user, last_month().first, now().day.replace(day=1))
    user.until(lambda: QApplication.focusWidget() is page.month)
    while not page.own_words.form.text.hasFocus():
        user.type(Qt.Key.Key_Tab)
    QTest.keyClicks(page.own_words.form.text, "A good month <")
    user.type(Qt.Key.Key_Tab)
    QTest.keyClicks(page.own_words.form.intention, "Sundays")
    QTest.keyClick(page.own_words.form.intention, Qt.Key.Key_Right, ALT)
    user.until(lambda: page.own_words.month == month_of(now().day))
    assert page.own_words.form.intended.said == "You had in mind: Sundays"
    assert kept(user, last_month()) == ("A good month <", "Sundays")


def test_closed_mid_word_and_all_is_there(user: User) -> None:
    page = review(user, last_month().first)
    QTest.keyClicks(page.own_words.form.text, "It was a mon")
    user.leave()
    page = review(user)
    assert page.own_words.form.text.written() == "It was a mon"


def test_going_to_another_page_keeps_what_was_typed(user: User) -> None:
    page = review(user, last_month().first)
    QTest.keyClicks(page.own_words.form.intention, "Sundays")
    page.window().show_page("log")
    user.until(lambda: kept(user, last_month()) == ("", "Sundays"))


def test_a_full_disk_is_told_and_the_window_stays(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, text: str, *_: object, **__: object) -> int:
        asked.append(text)
        return 0

    monkeypatch.setattr("reconnect_desktop.views.kit.question.ask", ask)
    page = review(user, last_month().first)
    window = page.window()
    pages = user.journal._connection.execute("PRAGMA page_count").fetchone()[0]
    user.journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    text = "It was a good month. " * 3_000
    page.own_words.form.text.setPlainText(text)
    user.until(window.strip.isVisible)
    assert "no room left" in window.strip.label.text()
    assert page.own_words.form.state_label.text() == "Not saved yet"
    window.close()
    assert window.isVisible()
    assert len(asked) == 1
    assert page.own_words.form.text.written() == text
    user.journal._connection.execute("PRAGMA max_page_count = 1000000")
    user.leave()
    user.start()
    assert kept(user, last_month())[0] == text


def test_a_need_leads_to_its_reflection(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(
        "reconnect_desktop.views.ideas.ideas_page.IdeasPage.turn_to", lambda _, to: begun.append(to)
    )
    page = review(user, last_month().first)
    user.journal.apply(Action.NEED, add(Need(id="n", noted=now(), need="To be heard")))
    user.until(lambda: "needs" in page.month.cards)
    user.click(page.month.cards["needs"].buttons[0])
    assert begun == ["needs"]


def test_deleting_all_that_was_written_leaves_nothing_behind(user: User) -> None:
    page = review(user, last_month().first)
    QTest.keyClicks(page.own_words.form.text, "Oh")
    user.until(lambda: kept(user, last_month())[0] == "Oh")
    QTest.keyClick(page.own_words.form.text, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(page.own_words.form.text, Qt.Key.Key_Delete)
    user.until(lambda: user.journal.all(Reflection) == [])
