"""Forgetting for good, from the Log: asked plainly, done in all backups, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up, forgetting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.forgetting import Forgotten
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.forget_dialog import ForgetDialog
from tests.views.log.log_rig import Rig, some

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, Look(qapp, "light"), journal)
    yield made
    made.background.close()


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal, background: Background) -> ForgetDialog:
    journal.apply(Action.LOG, *map(add, some()))
    made = ForgetDialog(None, background, journal, some()[:2])
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def in_question(act: Callable[[ForgetDialog], None]) -> None:
    """Act in the question that comes next."""

    def try_it() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, ForgetDialog) and asked.form.keep_button.hasFocus():
            act(asked)
        else:
            QTimer.singleShot(10, try_it)

    QTimer.singleShot(0, try_it)


def test_what_is_forgotten_is_in_no_file_and_cannot_come_back(rig: Rig) -> None:
    rig.open(some())
    backing_up.back_up(rig.journal, Occasion.DAY)
    said: list[str] = []
    rig.page.said.connect(said.append)
    rig.focus_list(1)
    asked: list[str] = []

    def agree(question: ForgetDialog) -> None:
        asked.extend((question.form.title.text(), question.form.what.text(), question.form.about.text()))
        QTest.mouseClick(question.form.go_button, Qt.MouseButton.LeftButton)

    in_question(agree)
    rig.press(Key.Key_Delete, modifier=SHIFT)
    assert asked[0] == "Forget this interaction for good?"
    assert asked[1] == "Friday 20 November 2026, 18:40 · Call · 31 min"
    for promise in ("every backup in reach", "no way back", "not touched", "30 days"):
        assert promise in asked[2]
    rig.qtbot.waitUntil(lambda: rig.page.count_text == "4 interactions")
    assert said == ["Forgotten: 1 interaction, in the journal and 1 backup."]
    files = [path.read_bytes() for path in rig.journal.folder.rglob("*") if path.is_file()]
    assert any(b"A picture of the cat" in content for content in files)
    assert not any(b"The garden and her roses" in content for content in files)
    assert rig.journal.recently_deleted() == []


def test_to_keep_is_what_enter_and_esc_mean(dialog: ForgetDialog, journal: Journal) -> None:
    for key in (Key.Key_Return, Key.Key_Escape):
        dialog.show()
        QTest.keyClick(dialog, key)
        assert not dialog.isVisible()
    assert dialog.forgotten is None
    assert journal.count() == 5


def test_several_are_counted(dialog: ForgetDialog) -> None:
    assert dialog.form.title.text() == "Forget 2 interactions for good?"
    assert dialog.form.what.isHidden()
    assert "They are taken out" in dialog.form.about.text()


def test_it_can_be_stopped_while_backups_are_looked_through(
    dialog: ForgetDialog, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(_journal: Journal, _ids: list[str], progress: Callable[[int, int], None]) -> Forgotten:
        for seen in range(10_000_000):
            progress(min(seen, 150), 300)
        raise AssertionError

    monkeypatch.setattr(forgetting, "forget", forget)
    dialog.form.go_button.click()
    qtbot.waitUntil(lambda: dialog.form.progress.value() > 0)
    assert dialog.form.progress.maximum() == 300
    dialog.form.keep_button.click()
    assert dialog.form.about.text() == "Stopping…"
    qtbot.waitUntil(lambda: dialog.form.about.text().startswith("Nothing was taken out of the journal."))
    assert dialog.form.problem.isHidden()
    dialog.form.keep_button.click()
    assert not dialog.isVisible()
    assert dialog.forgotten is None
    assert journal.count() == 5


def test_what_is_in_the_way_is_said(
    dialog: ForgetDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(*_args: object) -> Forgotten:
        raise DiskFull

    monkeypatch.setattr(forgetting, "forget", forget)
    dialog.form.go_button.click()
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert "no room left" in dialog.form.problem.text()
    assert dialog.form.keep_button.text() == "&Close"
