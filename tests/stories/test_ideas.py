"""Looking through the ideas, trying one, telling how it went; setting one aside; finding a word for a need."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.catalogue import load
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Need, Outcome, Setting, Try
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.views.ideas.idea_rows import Key, Kind, Section
from reconnect_desktop.views.ideas.needs_dialog import NeedsDialog
from tests.stories.conftest import User

DISH = "a-dish-of-hers"
_NOTHING = Followed(None, 0, None, 0)


def open_ideas(user: User) -> Any:
    """Start the program and go to the ideas by its side bar."""
    window = user.start()
    user.click(user.named(window, "Ideas"))
    page = window.page("ideas")
    user.until(lambda: page.journal.reading is not None)
    return page


def go(user: User, page: Any, section: Section) -> None:
    """Choose a section."""
    user.click(page.form.sections.choices[section])


def ideas_shown(page: Any) -> list[str]:
    """The ids in the list."""
    return [row.key.id for row in page.model.rows if row.key.kind is Kind.IDEA]


def test_an_idea_is_found_tried_and_told(user: User) -> None:
    page = open_ideas(user)
    window = page.window()

    # Search, go to what was found by keys, and try it.
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    user.until(page.form.search.hasFocus)
    QTest.keyClicks(page.form.search, load().suggestion(DISH).title)  # type: ignore[union-attr]
    assert ideas_shown(page) == [DISH]
    user.type(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.detail.shown == Key(Kind.IDEA, DISH)
    user.click(user.named(page, "I'll try this"))
    user.until(lambda: [one.suggestion for one in user.journal.all(Try)] == [DISH])

    # The next talk is logged, and then it is told how it went.
    (begun,) = user.journal.all(Try)
    now = user.journal.now()
    talk = Interaction(id="talk", when=now, logged=now, medium=Medium.CALL, closeness=6)
    user.journal.apply(Action.LOG, add(talk))
    page.form.search.clear()
    go(user, page, Section.TRYING)
    user.until(lambda: page.journal.reading.followed.get(begun.id, _NOTHING).n_after == 1)
    page.list.setFocus()
    user.type(Qt.Key.Key_Home, Qt.Key.Key_Return)
    user.click(user.named(page, "It went well"))
    user.until(lambda: user.journal.all(Try)[0].outcome is Outcome.GOOD)
    card = page.detail.leaf(Kind.IDEA).card
    user.until(lambda: "After: 6.0 over 1 rating." in card.form.followed_words.text())

    # It stands in the history, also the next day.
    user.leave()
    page = open_ideas(user)
    go(user, page, Section.TRIED)
    assert [row.key.id for row in page.model.rows] == [begun.id]

    # A step back in the Edit menu takes back what was done last.
    page._open(Key(Kind.TRY, begun.id))
    user.click(user.named(page, "Delete this try"))
    user.until(lambda: user.journal.all(Try) == [])
    window = page.window()
    user.until(lambda: window.toast.isVisible() and window.toast.label.text() == "Deleted.")
    user.click(window.toast.action_button)
    user.until(lambda: [row.key.id for row in page.model.rows] == [begun.id])


def test_a_note_is_kept_when_the_window_closes_while_it_is_typed(user: User) -> None:
    page = open_ideas(user)
    page.turn_to(DISH)
    user.click(user.named(page, "I'll try this"))
    user.until(lambda: len(user.journal.all(Try)) == 1)
    card = page.detail.leaf(Kind.IDEA).card
    user.until(card.form.note.isVisible)
    card.form.note.setFocus()
    QTest.keyClicks(card.form.note, "She sent the recipe")
    user.leave()
    open_ideas(user)
    assert [one.note for one in user.journal.all(Try)] == ["She sent the recipe"]


def test_one_is_set_aside_and_brought_back(user: User) -> None:
    page = open_ideas(user)
    window = page.window()
    page.turn_to(DISH)
    user.click(user.named(page.form.right, "Not for me"))
    assert DISH not in ideas_shown(page)
    user.until(lambda: len(user.journal.all(Setting)) == 1)
    user.until(window.form.undo_action.isEnabled)
    window.form.undo_action.trigger()
    user.until(lambda: DISH in ideas_shown(page))
    user.until(window.form.redo_action.isEnabled)
    window.form.redo_action.trigger()
    user.until(lambda: DISH not in ideas_shown(page))
    go(user, page, Section.RETIRED)
    assert ideas_shown(page) == [DISH]
    user.click(user.named(page, "Bring it back"))
    user.until(lambda: user.journal.all(Setting) == [])
    go(user, page, Section.ALL)
    assert DISH in ideas_shown(page)


def test_a_need_gets_a_word(user: User) -> None:
    page = open_ideas(user)
    window = page.window()
    first = load().needs[0]

    def reflect() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NeedsDialog)
        try:
            user.click(dialog.form.choices.choices[first.id])
            user.click(user.named(dialog, f"Start from this: {first.phrases[1]}"))
            user.click(dialog.form.save_button)
        except BaseException:
            dialog.done(0)  # or the test would wait for ever
            raise

    QTimer.singleShot(0, reflect)
    user.click(user.named(page, "What do I need?"))
    (need,) = user.journal.all(Need)
    assert (need.need, need.words) == (first.id, first.phrases[1])
    assert page.detail.shown == Key(Kind.NEED, need.id)
    assert page.form.sections.section is Section.NEEDS
    user.until(lambda: window.form.undo_action.text() == "&Undo the change to the needs")
    window.form.undo_action.trigger()
    user.until(lambda: page.model.rows == [])
    assert page.detail.shown is None
