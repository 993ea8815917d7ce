"""Settings count at once, each is one step to undo, and what could not be kept is told beside its field."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.settings import (
    CAUSES_ASKED,
    HER_NAME,
    MOOD_ON_TODAY,
    NUDGES,
    NUDGES_MOST,
    QUIET_HOURS,
    REVIEW_ON_TODAY,
)
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import LOOK, TEXT_SIZE, Preferences
from reconnect_desktop.views.settings.her_section import HerSection
from reconnect_desktop.views.settings.look_section import LookSection
from reconnect_desktop.views.settings.nudges_section import NudgesSection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path, background: Background
) -> SettingsDialog:
    preferences = Preferences(tmp_path / "config")
    made = SettingsDialog(None, Look(qapp, "light"), preferences, journal, background)
    qtbot.addWidget(made)
    made.show()
    return made


def section(dialog: SettingsDialog, key: str, kind: type[W]) -> W:
    shown = dialog.turn_to(key)
    assert isinstance(shown, kind)
    assert shown.isVisible()
    return shown


def test_her_name_is_kept_in_the_journal(dialog: SettingsDialog, journal: Journal) -> None:
    form = section(dialog, "her", HerSection).form
    form.name_edit.clear()
    QTest.keyClicks(form.name_edit, "  Ma   Ma ")
    QTest.keyClick(form.name_edit, Qt.Key.Key_Return)
    assert journal.setting(HER_NAME) == "Ma Ma"
    assert dialog.isVisible(), "Enter takes the name, and closes nothing"
    form.name_edit.clear()
    QTest.keyClick(form.name_edit, Qt.Key.Key_Return)
    assert journal.setting(HER_NAME) == "Ma Ma"
    assert form.problem.isVisible()
    journal.undo()
    assert journal.setting(HER_NAME) == "Mom"


def test_the_question_for_the_mood_can_be_switched_off(dialog: SettingsDialog, journal: Journal) -> None:
    section(dialog, "her", HerSection).form.mood_box.click()
    assert journal.setting(MOOD_ON_TODAY) is False


def test_look_and_size_of_text_are_kept_outside_it(dialog: SettingsDialog, tmp_path: Path) -> None:
    shown = section(dialog, "look", LookSection)
    shown._take_look(2)
    shown._take_size(3)
    kept = Preferences(tmp_path / "config")
    assert (kept.get(LOOK), kept.get(TEXT_SIZE)) == ("dark", "130")
    assert shown._look.theme.dark
    shown._take_look(1)
    shown._take_size(1)


def test_suggestions_can_be_fewer_quieter_or_off(dialog: SettingsDialog, journal: Journal) -> None:
    form = section(dialog, "suggestions", NudgesSection).form
    QTest.keyClick(form.most_box, Qt.Key.Key_Up)
    form.most_box.activated.emit(form.most_box.currentIndex())
    form.from_box.setCurrentIndex(20)
    form.from_box.activated.emit(20)
    assert journal.setting(NUDGES_MOST) == 1
    assert journal.setting(QUIET_HOURS) == QuietHours(20, 7)
    form.causes_box.click()
    assert journal.setting(CAUSES_ASKED) is False
    form.review_box.click()
    assert journal.setting(REVIEW_ON_TODAY) is False
    form.nudges_box.click()
    assert journal.setting(NUDGES) is False
    assert not form.most_box.isEnabled()
    journal.undo()
    assert journal.setting(NUDGES) is True


def test_what_could_not_be_kept_is_told_and_taken_back(
    dialog: SettingsDialog, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = section(dialog, "suggestions", NudgesSection).form

    def full(*_changes: object) -> None:
        raise DiskFull

    monkeypatch.setattr(journal, "apply", full)
    form.nudges_box.click()
    assert form.nudges_box.isChecked()
    assert form.problem.isVisible()


def test_each_section_is_reached_by_the_arrow_keys(dialog: SettingsDialog) -> None:
    sections = dialog.form.sections
    sections.setFocus()
    seen = [dialog.form.pages.currentWidget()]
    for _ in range(sections.count() - 1):
        QTest.keyClick(sections, Qt.Key.Key_Down)
        seen.append(dialog.form.pages.currentWidget())
    assert len(set(seen)) == sections.count()


@pytest.mark.parametrize("key", ["her", "rhythm", "suggestions", "pauses", "look"])
def test_tab_goes_from_the_list_into_the_section(dialog: SettingsDialog, key: str) -> None:
    shown, sections = dialog.turn_to(key), dialog.form.sections
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert shown.isAncestorOf(focus)
    QTest.keyClick(sections, Qt.Key.Key_Backtab)
    QTest.keyClick(sections, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in dialog.form.buttons.buttons()


@pytest.mark.parametrize("width", [400, 480, 900])
def test_nothing_is_cut_in_width(dialog: SettingsDialog, width: int) -> None:
    dialog.resize(width, 480)
    for row in range(dialog.form.sections.count()):
        dialog.form.sections.setCurrentRow(row)
        QApplication.processEvents()
        area = dialog.form.pages.currentWidget()
        assert isinstance(area, QScrollArea)
        ground = area.widget()
        assert ground is not None
        assert ground.minimumSizeHint().width() <= area.viewport().width(), row


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("width", [400, 900])
def test_every_section_can_be_seen_in_the_list(dialog: SettingsDialog, width: int, size: int) -> None:
    dialog._look.scale_text(size / 100)
    dialog.resize(width, 480)
    QApplication.processEvents()
    sections = dialog.form.sections
    for row in range(sections.count()):
        assert sections.viewport().rect().contains(sections.visualItemRect(sections.item(row))), row
    dialog._look.scale_text(1)
