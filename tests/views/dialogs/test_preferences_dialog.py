"""Preferences count at once, and a bad name is told beside its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.settings import HER_NAME, MOOD_ON_TODAY
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.dialogs.preferences_dialog import PreferencesDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import LOOK, TEXT_SIZE, Preferences


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path) -> PreferencesDialog:
    made = PreferencesDialog(None, Look(qapp, "light"), Preferences(tmp_path / "config"), journal)
    qtbot.addWidget(made)
    made.show()
    return made


def test_her_name_is_kept_in_the_journal(dialog: PreferencesDialog, journal: Journal) -> None:
    field = dialog.form.name_edit
    field.clear()
    QTest.keyClicks(field, "  Ma   Ma ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert journal.setting(HER_NAME) == "Ma Ma"
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert journal.setting(HER_NAME) == "Ma Ma"
    assert dialog.form.name_problem.isVisible()
    journal.undo()
    assert journal.setting(HER_NAME) == "Mom"


def test_look_and_size_of_text_are_kept_outside_it(dialog: PreferencesDialog, tmp_path: Path) -> None:
    dialog._take_look(2)
    dialog._take_size(3)
    kept = Preferences(tmp_path / "config")
    assert (kept.get(LOOK), kept.get(TEXT_SIZE)) == ("dark", "130")
    assert dialog._look.theme.dark
    dialog._take_look(1)
    dialog._take_size(1)


def test_the_question_for_the_mood_can_be_switched_off(dialog: PreferencesDialog, journal: Journal) -> None:
    dialog.form.mood_box.click()
    assert journal.setting(MOOD_ON_TODAY) is False
