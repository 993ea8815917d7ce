from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Need, Pause, PauseReason, Record, Setting
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.causes_panel import CausesPanel
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.quick_add import QuickAdd
from tests.fakes import FakeClock, FakeJournal
from tests.making import TODAY, ago, contact, when

Log = Callable[[FakeJournal, str], QuickAdd]


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def log(qtbot: QtBot, qapp: QApplication, background: Background, clock: FakeClock) -> Log:
    def make(journal: FakeJournal, closeness: str) -> QuickAdd:
        """A call of this closeness, logged by keys and saved."""
        window = QuickAdd(Look(qapp, "light"), background, clock=clock)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.set_journal(journal)
        qtbot.waitUntil(lambda: window._offered)
        for keys in ("c", Qt.Key.Key_Tab, Qt.Key.Key_Tab, closeness):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, keys) if isinstance(keys, str) else QTest.keyClick(focus, keys)
        with qtbot.waitSignal(window.saved):
            window.submit()
        return window

    return make


def panel_of(qtbot: QtBot, window: QuickAdd) -> CausesPanel:
    assert window._panel is not None
    saved = window._panel
    qtbot.waitUntil(lambda: saved._causes is not None and saved._causes.isVisible())
    assert saved._causes is not None
    return saved._causes


def settled(qtbot: QtBot, background: Background) -> None:
    """Wait until what was begun in the background has been told."""
    done: list[None] = []
    background.run(lambda: None, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done))


def tags(journal: FakeJournal) -> tuple[str, ...]:
    (one,) = journal.all(Interaction)
    return one.tags


def test_after_a_call_that_felt_far_away_it_asks_and_understands(qtbot: QtBot, log: Log) -> None:
    journal = FakeJournal()
    panel = panel_of(qtbot, log(journal, "2"))
    panel.form.causes.chips["outside stress"].click()
    qtbot.waitUntil(lambda: tags(journal) == ("outside stress",))
    assert panel.form.causes.line.isVisible()
    assert panel.form.causes.line.text()
    panel.form.causes.chips["old hurt"].click()
    panel.form.causes.chips["outside stress"].click()
    qtbot.waitUntil(lambda: tags(journal) == ("old hurt",))


def test_nothing_is_forced_and_enter_still_closes(qtbot: QtBot, log: Log) -> None:
    journal = FakeJournal()
    window = log(journal, "2")
    panel_of(qtbot, window)
    assert window._panel is not None
    assert QApplication.focusWidget() is window._panel.ui.done_button
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window._panel.ui.done_button, Qt.Key.Key_Return)
    assert tags(journal) == ()


def test_undo_takes_it_all_back(qtbot: QtBot, log: Log) -> None:
    journal = FakeJournal()
    window = log(journal, "2")
    panel = panel_of(qtbot, window)
    panel.form.causes.chips["life changes"].click()
    qtbot.waitUntil(lambda: tags(journal) == ("life changes",))
    assert window._panel is not None
    saved = window._panel
    qtbot.waitUntil(lambda: len(saved._steps) == 2)
    saved.ui.undo_button.click()
    qtbot.waitUntil(lambda: journal.held == [])


@pytest.mark.parametrize(
    ("held", "closeness"),
    [
        ((), "6"),
        ((Setting(id="causes_asked", value="no"),), "2"),
        ((Pause(id="p", reason=PauseReason.GRIEF, start=date(2026, 1, 1)),), "2"),
        ((Pause(id="p", reason=PauseReason.BOUNDARY, start=TODAY),), "2"),
        ((contact(ago(100), tags=("afraid of her",)),), "2"),
        ((contact(ago(3), note="She hit me."),), "2"),
        ((Need(id="n", noted=when(ago(9)), need="safety"),), "2"),
    ],
    ids=["close", "not wanted", "in grief", "at a boundary", "afraid", "harm", "a need to be safe"],
)
def test_often_it_does_not_ask(
    qtbot: QtBot, log: Log, background: Background, held: tuple[Record, ...], closeness: str
) -> None:
    window = log(FakeJournal(*held), closeness)
    settled(qtbot, background)
    assert window._panel is not None
    assert window._panel._causes is None


def test_it_can_be_turned_off_where_it_asks(qtbot: QtBot, log: Log) -> None:
    journal = FakeJournal()
    panel = panel_of(qtbot, log(journal, "1"))
    panel.form.off_button.click()
    qtbot.waitUntil(panel.isHidden)
    assert journal.all(Setting) == [Setting(id="causes_asked", value="no")]


def test_what_could_not_be_noted_is_said_and_taken_back(qtbot: QtBot, log: Log) -> None:
    journal = FakeJournal()
    panel = panel_of(qtbot, log(journal, "1"))
    journal.trouble = DiskFull()
    panel.form.causes.chips["old hurt"].click()
    qtbot.waitUntil(panel.form.problem.isVisible)
    assert not panel.form.causes.chips["old hurt"].isChecked()
    assert tags(journal) == ()
