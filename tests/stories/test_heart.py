"""A dip and a gap are noticed, one step is offered, and it is told what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.quiet_hours import QuietHours, write_quiet_hours
from reconnect_desktop.domain.records import Answer, Nudge, Outcome, Setting, Try
from reconnect_desktop.domain.settings import NO_CONTACT_SINCE, QUIET_HOURS
from reconnect_desktop.domain.when import in_zone
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.today.advice_reading import Card
from tests.stories.conftest import User

USUAL = (5, 4, 5, 6, 5, 5, 4, 5)  # again and again


def a_call(days_ago: int, closeness: int) -> Interaction:
    """A call at one in the morning, which is past at any hour of a test but the first."""
    now = clock.now()
    day = now.local.replace(hour=1, minute=0, second=0) - timedelta(days=days_ago)
    when = in_zone(day, now.zone, now.offset)
    return Interaction(
        id=f"{days_ago:04}", when=when, logged=when, medium=Medium.CALL, minutes=20, closeness=closeness
    )


def fill(user: User, *calls: Interaction) -> None:
    """A journal with these, in which no hour is a quiet one."""
    journal = Journal.open(user.folder, clock.now)
    hours = Setting(id=QUIET_HOURS.id, value=write_quiet_hours(QuietHours(0, 0)))
    journal.apply(Action.IMPORT, *[add(call) for call in calls], add(hours))
    journal.close()


def a_year_and_a_dip() -> list[Interaction]:
    """Weekly calls as usual, and then four that felt far away; the last one yesterday."""
    usual = [a_call(1 + 7 * (weeks + 4), USUAL[weeks % len(USUAL)]) for weeks in range(48)]
    return [*usual, *(a_call(1 + 7 * weeks, rating) for weeks, rating in enumerate((2, 3, 2, 3)))]


def a_year_and_a_gap() -> list[Interaction]:
    """Weekly calls as usual; the last one 26 days ago."""
    return [a_call(26 + 7 * weeks, USUAL[weeks % len(USUAL)]) for weeks in range(48)]


def begin(user: User, card: Card) -> tuple[Any, Any]:
    """Start the program; returns its window and this card of Today, once it shows."""
    window = user.start()
    user.until(lambda: window.page("today").advice.place is not None)
    return window, shown(user, window, card)


def place(window: Any) -> Any:
    """Today's place for suggestions."""
    return window.page("today").advice.place


def shown(user: User, window: Any, card: Card) -> Any:
    """This card, once it shows."""
    user.until(lambda: card in place(window)._cards and place(window).card(card).isVisible())
    return place(window).card(card)


def look_again(user: User, window: Any) -> None:
    """Go to another page and come back."""
    window.show_page("log")
    window.show_page("today")
    user.until(lambda: not place(window).journal._unwritten)
    with user.qtbot.waitSignal(place(window).journal.read):
        place(window).refresh()


def texts(window: Any) -> str:
    """What can be read on Today."""
    labels = [label for label in window.page("today").findChildren(QLabel) if label.isVisible()]
    said = [label.said if isinstance(label, Prose) else label.text() for label in labels]
    return "\n".join(said).replace("\u00a0", " ")


def undo(user: User, window: Any) -> None:
    """Undo from the menu, once the window knows what was done."""
    user.until(lambda: not place(window).journal._unwritten and window.form.undo_action.isEnabled())
    window.form.undo_action.trigger()


def redo(user: User, window: Any) -> None:
    """Redo from the menu."""
    user.until(window.form.redo_action.isEnabled)
    window.form.redo_action.trigger()


def test_a_dip_is_noticed_a_step_is_tried_and_told(user: User) -> None:
    fill(user, *a_year_and_a_dip())
    window, card = begin(user, Card.SUGGESTION)
    assert "Your last 4 talks felt less close than usual: 2.5 against 4.9." in texts(window)
    assert "Lately 2.5, over your last 4 ratings; usually 4.9." in texts(window)
    user.until(lambda: len(user.journal.all(Nudge)) == 1)

    # Why this?
    user.click(user.named(window, "Why this?"))
    assert "Noticed" in texts(window)
    assert card._panel.dip.isVisible()

    # Other words, and one of them taken along.
    user.click(user.named(window, "Another way to say it"))
    user.click(user.named(window, "Copy"))
    words = QGuiApplication.clipboard().text()
    assert words
    user.click(user.named(window, "I'll try this"))
    trying = shown(user, window, Card.TRYING)
    assert trying.words.words.said == f"“{words}”"
    user.until(lambda: [one.answer for one in user.journal.all(Nudge)] == [Answer.TRY])

    # The next call is logged, and it asks how it went.
    user.qtbot.wait(1100)  # times are kept by the second
    window.form.log_action.trigger()
    user.until(lambda: QApplication.activeWindow() is user.program.quick_add)  # type: ignore[union-attr]
    user.type("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, "6", Qt.Key.Key_Return)
    user.until(lambda: user.program is not None and user.program.quick_add is None)
    window.activateWindow()
    shown(user, window, Card.FOLLOW_UP)
    user.click(user.named(window, "It went well"))
    user.until(lambda: [one.outcome for one in user.journal.all(Try)] == [Outcome.GOOD])
    assert "lovely" in texts(window)
    undo(user, window)
    shown(user, window, Card.FOLLOW_UP)
    redo(user, window)
    user.until(lambda: [one.outcome for one in user.journal.all(Try)] == [Outcome.GOOD])

    # It is still known the next time.
    user.leave()
    user.start()
    assert [one.outcome for one in user.journal.all(Try)] == [Outcome.GOOD]


def test_a_gap_is_asked_about_first_and_not_today_is_heard(user: User) -> None:
    fill(user, *a_year_and_a_gap())
    window, _ = begin(user, Card.ASK_FIRST)
    assert "Were you in touch since" in texts(window)
    assert user.journal.all(Nudge) == []

    # No, it has been quiet: the suggestion follows at once, and the question can be had back.
    user.click(user.named(window, "No, it has been quiet"))
    shown(user, window, Card.SUGGESTION)
    assert "26 days since you were last in touch; usually it is about a week." in texts(window)
    user.until(lambda: user.journal.setting(NO_CONTACT_SINCE) == date.today() - timedelta(days=26))  # noqa: DTZ011
    undo(user, window)
    shown(user, window, Card.ASK_FIRST)
    redo(user, window)
    shown(user, window, Card.SUGGESTION)
    user.until(lambda: len(user.journal.all(Nudge)) == 1)

    # Not today: a word, then silence, also after the next start.
    user.click(user.named(window, "Not today"))
    assert "All right." in texts(window)
    look_again(user, window)
    assert place(window).isHidden()
    undo(user, window)
    shown(user, window, Card.SUGGESTION)
    redo(user, window)
    user.until(place(window).isHidden)
    user.leave()
    window = user.start()
    user.until(lambda: place(window) is not None and place(window).reading is not None)
    assert place(window).isHidden()
    assert [one.answer for one in user.journal.all(Nudge)] == [Answer.NOT_TODAY]


def test_a_forgotten_call_is_logged_by_keys(user: User) -> None:
    fill(user, *a_year_and_a_gap())
    window, card = begin(user, Card.ASK_FIRST)
    card.yes_button.setFocus()
    user.type(Qt.Key.Key_Return, Qt.Key.Key_Return)  # Yes; the day and the medium as offered
    user.until(lambda: user.journal.count() == 49)
    newest = user.journal.recent()[0]
    assert newest.when.day == date.today() - timedelta(days=1)  # noqa: DTZ011
    assert (newest.medium, newest.minutes, newest.closeness) == (Medium.CALL, None, None)
    user.until(lambda: window.toast.label.text() == "Saved.")
    assert not card.isVisible()


def test_what_cannot_be_written_leaves_the_card_and_says_so(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(user, *a_year_and_a_dip())
    window, card = begin(user, Card.SUGGESTION)
    user.until(lambda: len(user.journal.all(Nudge)) == 1)

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(user.journal, "apply", full)
    user.click(user.named(window, "I'll try this"))
    user.until(window.strip.isVisible)
    assert window.strip.label.text().startswith("There is no room left on the disk")
    user.until(card.isVisible)
    assert user.journal.all(Try) == []
