"""A call that felt far away: a cause is chosen, understood, seen in the Log, and taken back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reconnect_desktop.catalogue import load
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.settings import CAUSES_ASKED
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from tests.stories.conftest import User

STRESS = GOT_IN_THE_WAY[3]


def log_a_call(user: User, closeness: str) -> Any:
    """A call of this closeness, by keys; returns what quick add shows once it is saved."""
    assert user.program is not None
    window = user.program.quick_add
    user.type("c", Qt.Key.Key_Tab, "2", "5", Qt.Key.Key_Tab, closeness, Qt.Key.Key_Return)
    user.until(lambda: window is not None and window._panel is not None and window._panel.isVisible())
    assert window is not None
    return window._panel


def the_call(user: User) -> Interaction:
    (one,) = user.journal.interactions()
    return one


def test_a_cause_is_chosen_seen_and_taken_back(user: User) -> None:
    window = user.start(quick_add=True)
    saved = log_a_call(user, "2")
    user.until(lambda: saved._causes is not None and saved._causes.isVisible())
    assert QApplication.focusWidget() is saved.ui.done_button, "Enter goes on as ever"

    # Two are chosen, the second thought better of.
    user.click(user.named(saved, "Outside stress"))
    user.until(lambda: the_call(user).tags == (STRESS,))
    assert saved._causes.form.causes.line.text() == load().causes[STRESS]
    user.click(user.named(saved, "Old hurt"))
    user.until(lambda: len(the_call(user).tags) == 2)
    user.click(user.named(saved, "Old hurt"))
    user.until(lambda: the_call(user).tags == (STRESS,))

    # The Log tells it, and finds it.
    assert user.program is not None
    user.program.show_main()
    main: Any = user.program.main
    user.until(lambda: main.isVisible() and main.isEnabled())
    main.show_page("log")
    page = main.page("log")
    user.until(lambda: page.model.rows.count == 1)
    page.form.search.setText("not written anywhere")
    user.until(lambda: page.model.rows.count == 0)
    page.form.search.setText(STRESS)
    user.until(lambda: page.model.rows.count == 1)
    rows = page.model.rows
    assert [one.tags for one in rows.interactions(0, len(rows) - 1)] == [(STRESS,)]

    # Undo takes the call back together with all that was chosen; the form has it still.
    window.activateWindow()
    user.click(saved.ui.undo_button)
    user.until(lambda: user.journal.count() == 0)
    user.until(window.ui.area.isVisible)
    assert window.form.to_draft()["closeness"] == 2


def test_it_is_not_asked_any_more(user: User) -> None:
    user.start(quick_add=True)
    saved = log_a_call(user, "1")
    user.until(lambda: saved._causes is not None and saved._causes.isVisible())
    user.click(user.named(saved, "Don't ask this any more"))
    user.until(lambda: not saved._causes.isVisible())
    assert user.journal.setting(CAUSES_ASKED) is False
    user.type(Qt.Key.Key_Return)
    user.until(lambda: user.program is not None and user.program.quick_add is None)
