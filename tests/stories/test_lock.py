"""A journal with a passphrase: it is asked for, forgotten again, and nothing that was written is lost by it."""

from __future__ import annotations

import gc
import threading
import weakref
from types import CodeType, FrameType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Letter
from reconnect_desktop.journal import Journal
from reconnect_desktop.views import upkeep
from reconnect_desktop.views.first_paint import FirstPaint
from tests.making import contact
from tests.stories.conftest import User
from tests.stories.guarded import NOTE, ask, lock_page, locked, make, program_of, unlock


def test_the_passphrase_opens_it(guarded: User) -> None:
    window = ask(guarded)
    assert window.windowTitle() == "Reconnect"
    unlock(guarded, window)
    guarded.until(lambda: guarded.program is not None and guarded.program.doorbell is not None)
    assert guarded.journal.interactions()[0].note == NOTE
    assert window.page("today").isVisible()


def test_a_wrong_one_is_told_beside_the_field_and_can_be_typed_over(guarded: User) -> None:
    window = ask(guarded)
    guarded.type(*"under the old chestnut tree", Qt.Key.Key_Return)
    page = lock_page(window)
    assert page is not None
    guarded.until(page.form.problem.isVisible)
    assert "doesn't open" in page.form.problem.text()
    assert page.form.field.selectedText() == "under the old chestnut tree"
    unlock(guarded, window)


def test_quick_add_asks_too_and_logs_then(guarded: User) -> None:
    window = ask(guarded, quick_add=True)
    unlock(guarded, window)
    guarded.until(window.form.isVisible)
    guarded.type("c", Qt.Key.Key_Return)
    guarded.until(lambda: guarded.journal.count() == 2)


def test_quick_add_alone_asks_again_where_it_was_however_long_locking_takes(
    guarded: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(upkeep, "back_up_last", lambda _journal: go_on.wait(10))
    window = ask(guarded, quick_add=True)
    unlock(guarded, window)
    guarded.until(lambda: window.form.isVisible() and program_of(guarded).background.is_idle)
    window.move(140, 90)
    window.form.ui.minutes.setText("47")
    place, program = window.pos(), program_of(guarded)
    program.lock()
    guarded.until(lambda: program.quick_add not in (window, None))
    assert program.quick_add is not None
    painted: list[bool] = []
    FirstPaint(program.quick_add, lambda: painted.append(True)).show()
    guarded.until(lambda: bool(painted))
    go_on.set()
    locked(guarded)
    guarded.until(lambda: program.background.is_idle)
    asking = program.quick_add
    assert asking is not None
    assert asking.pos() == place
    unlock(guarded, asking)
    guarded.until(lambda: asking.form.ui.minutes.text() == "47")


def test_locked_by_hand_it_asks_again_and_shows_the_page_of_before(guarded: User) -> None:
    window = ask(guarded)
    unlock(guarded, window)
    window.show_page("log")
    window.form.lock_action.trigger()
    assert lock_page(window) is not None
    assert window.windowTitle() == "Reconnect"
    locked(guarded)
    assert window.page("log") is None
    unlock(guarded, window)
    guarded.until(lambda: window.page("log").count_text == "1 interaction")
    assert window.windowTitle() == "Log – Reconnect"


def test_nobody_else_opens_it_while_it_is_locked(guarded: User) -> None:
    from reconnect_desktop.domain.errors import JournalBusy

    window = ask(guarded)
    with pytest.raises(JournalBusy):
        Journal.open(guarded.folder, clock.now)
    unlock(guarded, window)
    window.form.lock_action.trigger()
    locked(guarded)
    with pytest.raises(JournalBusy):
        Journal.open(guarded.folder, clock.now)


def test_no_key_reaches_what_is_behind_the_page(guarded: User) -> None:
    window = ask(guarded)
    for keys in ("Ctrl+N", "Ctrl+I", "Ctrl+,", "Ctrl+1", "F1"):
        QTest.keySequence(window, keys)
    QApplication.processEvents()
    assert guarded.program is not None
    assert guarded.program.quick_add is None
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


# What is being written


def test_a_letter_and_a_draft_are_kept_by_a_lock(guarded: User) -> None:
    window = ask(guarded)
    unlock(guarded, window)
    window.show_page("letters")
    letters = window.page("letters")
    letters.begin()
    letters.editor.form.text.setPlainText("Dear Mom")
    guarded.program.show_quick_add()  # type: ignore[union-attr]
    guarded.until(lambda: type(QApplication.activeWindow()).__name__ == "QuickAdd")
    guarded.type("v", Qt.Key.Key_Tab, "4", "0")
    guarded.program.lock()  # type: ignore[union-attr]
    locked(guarded)
    assert guarded.program.quick_add is None  # type: ignore[union-attr]
    window.activateWindow()
    unlock(guarded, window)
    assert [letter.text for letter in guarded.journal.all(Letter)] == ["Dear Mom"]
    assert guarded.journal.draft() is not None
    guarded.until(lambda: type(QApplication.activeWindow()).__name__ == "QuickAdd")
    quick_add = guarded.program.quick_add  # type: ignore[union-attr]
    assert quick_add is not None
    guarded.until(quick_add.form.is_touched)


# What is left of it

SAYING, PASSPHRASE = "the geese of the seventh winter", "a lantern on the long pier"


def widgets_of(window: QWidget) -> list[weakref.ref[QWidget]]:
    """Every widget that shows something of the journal."""
    return [weakref.ref(one) for one in window.form.pages.findChildren(QWidget)]  # type: ignore[attr-defined]


def is_alive(widget: QWidget | None) -> bool:
    """Whether it is there, or what we made of it: Qt's own may leave an empty shell in Python."""
    return widget is not None and (isValid(widget) or type(widget).__module__.startswith("reconnect_desktop"))


def all_objects() -> list[object]:
    """Everything that is left; also what the collector passes over, as the Log tells it to in a thread of its own."""
    gc.collect()
    gc.unfreeze()
    return gc.get_objects()


def reachable(kinds: tuple[type, ...]) -> list[object]:
    """Everything of these kinds that is still referred to."""
    return [one for one in all_objects() if isinstance(one, kinds)]


def is_module(one: object) -> bool:
    """Whether these are the names of a module, of which tests have some with secrets in them."""
    return isinstance(one, dict) and "__spec__" in one


def is_in(secret: bytes | str, part: object) -> bool:
    """Whether bytes or a text hold this."""
    if isinstance(secret, bytes):
        return isinstance(part, bytes) and secret in part
    return isinstance(part, str) and secret in part


def all_holders() -> list[object]:
    """Everything that is left and may refer to something: no module and no running code."""
    return [one for one in all_objects() if not isinstance(one, (FrameType, CodeType)) and not is_module(one)]


def texts_with(secrets: tuple[bytes | str, ...]) -> list[bytes | str]:
    """The bytes and texts that are referred to and hold one of these: millions are looked at, each different one once."""
    holders, texts = all_holders(), set[bytes | str]()
    for first in range(0, len(holders), 10_000):
        some = [one for one in holders[first : first + 10_000] if one is not secrets]
        texts.update(part for part in gc.get_referents(*some) if isinstance(part, (bytes, str)))
    return [text for text in texts if any(is_in(secret, text) for secret in secrets)]


def holders_of(secrets: tuple[bytes | str, ...]) -> list[str]:
    """The kinds of the objects in which one of these bytes or texts is still kept."""
    found = texts_with(secrets)
    if not found:
        return []
    return [
        f"{type(one).__qualname__}: {part!r}"
        for one in all_holders()
        if one is not secrets and one is not found
        for part in gc.get_referents(one)
        if isinstance(part, (bytes, str)) and part in found
    ]


def test_nothing_of_the_journal_is_left_in_reach(user: User, quick_keys: None) -> None:
    others = reachable((Journal, Interaction))  # of tests before this one
    make(user.folder, SAYING, PASSPHRASE)
    window = ask(user)
    unlock(user, window, PASSPHRASE)
    key = user.journal.key
    assert key is not None
    for page in ("today", "log", "letters", "ideas", "review", "trends"):
        window.show_page(page)
        user.until(lambda: program_of(user).background.is_idle)
    user.journal.apply(Action.LOG, add(contact("2026-01-02", note=SAYING)))
    user.until(window.form.undo_action.isEnabled)
    shown = widgets_of(window)
    kept = [key, SAYING]
    assert {key, SAYING} <= set(texts_with((key, SAYING))), "they would be found"
    kept.clear()
    program_of(user).lock()
    locked(user)
    assert not window.form.undo_action.isEnabled()
    assert [
        one for one in reachable((Journal, Interaction)) if all(one is not other for other in others)
    ] == []
    assert [ref() for ref in shown if is_alive(ref())] == []
    assert holders_of((key, key.hex(), SAYING, PASSPHRASE)) == []
