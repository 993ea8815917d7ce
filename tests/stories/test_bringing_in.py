"""Years of messages, calls and plans, from a file let go over the window to Today, the Log, and back out again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange import whatsapp
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.importing.order_question import OrderQuestion
from reconnect_desktop.views.locking.putting_away import close, others
from reconnect_desktop.views.twins.twins_dialog import TwinsDialog
from tests.exchange.samples import sample
from tests.making import contact
from tests.stories.conftest import User
from tests.stories.guarded import locked, program_of, shown, start_unlocked, unlock
from tests.views.importing.importing_rig import is_at, names, question, whom

# Two days with messages; each can be read with the day or with the month first. On each both wrote, within two hours.
CHAT = """03/04/2022, 13:31 - Messages and calls are end-to-end encrypted. Tap to learn more.
03/04/2022, 14:56 - Ruth Example: Hello
03/04/2022, 14:58 - Me: hi
05/04/2022, 15:10 - Ruth Example: <Media omitted>
05/04/2022, 16:10 - Me: ok
"""


class Steps(QObject):
    """Does one thing after the other, each once it can be done, also while a dialog waits for its end."""

    def __init__(self, user: User, *steps: tuple[Callable[[], bool], Callable[[], object]]) -> None:
        super().__init__(program_of(user))
        self.left, self._late = list(steps), time.monotonic() + 15
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self.left and time.monotonic() > self._late:  # or the dialog would wait for ever
            close(others([]))
        if not self.left or time.monotonic() > self._late:
            self._timer.stop()
        elif self.left[0][0]():
            self.left.pop(0)[1]()


def dialog() -> Any:
    """The one that brings in."""
    return shown(ImportDialog)


def at(step: str) -> Callable[[], bool]:
    """Whether the dialog is there, at this step, and has the keys."""

    def is_there() -> bool:
        asked, focus = dialog(), QApplication.focusWidget()
        return asked is not None and is_at(asked, step) and focus is not None and asked.isAncestorOf(focus)

    return is_there


def focused() -> QWidget:
    """What has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*pressed: Qt.Key | str) -> Callable[[], None]:
    """Keys, wherever the focus is."""

    def press() -> None:
        for key in pressed:
            QTest.keyClick(focused(), key)  # type: ignore[arg-type]

    return press


def let_go(window: Any, file: Path) -> None:
    """A file, over the middle of the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    middle = QPointF(window.rect().center())
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window.windowHandle(), QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, none)
    )


def ready_for_files(user: User, window: Any) -> None:
    """A moment after its first paint, it takes files."""
    from reconnect_desktop.views.importing.dropping import DropPlace

    user.until(lambda: window.findChild(DropPlace) is not None)


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    file = tmp_path / "WhatsApp Chat with Ruth Example.txt"
    file.write_text(CHAT, encoding="utf-8")
    return file


def choose_the_day_first() -> None:
    """By the keys alone: who she is, down to the days, the first of them."""
    asked = dialog()
    QTest.keyClicks(focused(), "ruth")
    assert names(whom(asked).model) == ["Ruth Example"]
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)()
    assert question(asked, OrderQuestion).buttons[DateOrder.DAY_FIRST].isChecked()


def test_a_chat_is_let_go_over_the_window_answered_by_keys_taken_back_and_made_again(
    user: User, chat: Path
) -> None:
    window = user.start()
    ready_for_files(user, window)
    steps = Steps(user, (at("questions"), choose_the_day_first), (at("preview"), keys(Qt.Key.Key_Return)))
    let_go(window, chat)
    user.until(lambda: not steps.left and dialog() is None and user.journal.count() == 2)
    told = [
        (one.when.local.isoformat(" ", "minutes"), one.messages, one.note)
        for one in user.journal.interactions()
    ]
    assert told == [("2022-04-05 15:10", 2, ""), ("2022-04-03 14:56", 2, "")]
    assert all(one.closeness is None for one in user.journal.interactions())
    today = window.page("today")
    user.until(today.form.inbox.isVisible)
    user.until(window.toast.isVisible)
    window.form.undo_action.trigger()
    user.until(lambda: user.journal.count() == 0)
    window.form.redo_action.trigger()
    user.until(lambda: user.journal.count() == 2)

    # The same file again has nothing new.
    told_anew: list[str] = []

    def look_and_leave() -> None:
        told_anew.append(dialog().preview.form.count_label.text())
        keys(Qt.Key.Key_Escape)()

    steps = Steps(user, (at("questions"), choose_the_day_first), (at("preview"), look_and_leave))
    let_go(window, chat)
    user.until(lambda: not steps.left)
    assert told_anew == ["Nothing new in this file."]


def test_of_plans_only_those_come_in_that_took_place(user: User, tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(sample("ics"))
    window = user.start()

    # The one called so in the family's calendar that is still to come is left out by itself.
    def choose_calls() -> None:
        model = whom(dialog()).model
        model.tick([names(model).index("Call Ruth")])
        keys(Qt.Key.Key_Return)()

    def untick_the_newest() -> None:
        keys(Qt.Key.Key_Space, Qt.Key.Key_Return)()

    steps = Steps(
        user,
        (at("questions"), choose_calls),
        (at("preview"), keys(Qt.Key.Key_Return)),
        (at("happened"), untick_the_newest),
    )
    program = program_of(user)
    ImportDialog.bring_in(window, program.look, program.background, user.journal, file)
    assert not steps.left
    came = user.journal.interactions()
    # Four events are called so; the newest of those that are past was unticked.
    assert [one.medium for one in came] == [Medium.CALL] * 3
    assert all(one.source == "ics" for one in came)


def test_what_another_source_told_already_is_shown_beside_it(user: User, tmp_path: Path, chat: Path) -> None:
    window = user.start()
    ready_for_files(user, window)
    # The same hour of the same day, typed by hand.
    typed = contact("2022-04-03", time="14:56", closeness=6, medium=Medium.MESSAGE)
    user.journal.apply(Action.LOG, add(typed))
    pairs: list[int] = []

    def look_at_twins() -> None:
        twins = shown(TwinsDialog)
        pairs.append(len(twins.pairs.left))
        twins.reject()

    steps = Steps(
        user,
        (at("questions"), choose_the_day_first),
        (at("preview"), keys(Qt.Key.Key_Return)),
        (lambda: shown(TwinsDialog) is not None, look_at_twins),
    )
    let_go(window, chat)
    user.until(lambda: not steps.left)
    assert pairs == [1]
    assert user.journal.count() == 3


def test_a_file_is_refused_while_the_journal_is_locked(guarded: User, chat: Path) -> None:
    window = start_unlocked(guarded)
    ready_for_files(guarded, window)
    program_of(guarded).locks.lock()
    locked(guarded)
    let_go(window, chat)
    QTest.qWait(0)
    assert dialog() is None
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_a_file_is_refused_while_everything_is_hidden(user: User, chat: Path) -> None:
    window = user.start()
    ready_for_files(user, window)
    program_of(user).locks.hide()
    let_go(window, chat)
    QTest.qWait(0)
    assert dialog() is None


@pytest.mark.parametrize("step", ["questions", "preview"])
def test_a_lock_puts_the_dialog_away_and_nothing_comes_in(guarded: User, chat: Path, step: str) -> None:
    window = start_unlocked(guarded)
    ready_for_files(guarded, window)
    before = [] if step == "questions" else [(at("questions"), choose_the_day_first)]
    Steps(guarded, *before, (at(step), program_of(guarded).locks.lock))
    let_go(window, chat)
    locked(guarded)
    assert dialog() is None
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_closing_the_program_while_a_file_is_read_writes_nothing(
    user: User, chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = user.start()
    ready_for_files(user, window)

    real, reading = whatsapp.read, threading.Event()

    def slowly(*args: Any) -> Iterator[Any]:
        for found in real(*args):
            yield found
            reading.set()
            time.sleep(0.2)

    monkeypatch.setattr(whatsapp, "read", slowly)
    steps = Steps(
        user,
        (at("questions"), choose_the_day_first),
        (reading.is_set, lambda: close([dialog(), window])),
    )
    let_go(window, chat)
    user.until(lambda: not steps.left and dialog() is None)
    user.leave()
    journal = Journal.open(user.folder, clock.now)
    assert journal.count() == 0
    journal.close()
