"""The section of the backups: how many there are, one more now, and a second folder for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.backups_dialog import BackupsDialog
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.settings.backups_section import BackupsSection
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog


@pytest.fixture
def section(
    qtbot: QtBot, qapp: QApplication, journal: Journal, tmp_path: Path, background: Background
) -> Iterator[BackupsSection]:
    preferences = Preferences(tmp_path / "config")
    dialog = SettingsDialog(None, Look(qapp, "light"), preferences, journal, background)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.turn_to("backups")
    assert isinstance(shown, BackupsSection)
    qtbot.waitUntil(lambda: shown.form.room_label.text() != "")
    yield shown
    dialog.close()


def choose(section: BackupsSection, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose this folder, as the system's dialog would tell it."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    QTest.mouseClick(section.choose_button, Qt.MouseButton.LeftButton)


def test_it_counts_them_and_makes_another(section: BackupsSection, journal: Journal, qtbot: QtBot) -> None:
    form = section.form
    assert form.room_label.text() == "There is no backup yet."
    section.make_button.click()
    qtbot.waitUntil(form.told_label.isVisible)
    qtbot.waitUntil(lambda: form.room_label.text().startswith("1 backup, of "))
    assert form.last_label.text() == "Last verified backup: today, 18:40"
    backing_up.back_up(journal, Occasion.DAY)
    section.refresh()
    qtbot.waitUntil(lambda: form.room_label.text().startswith("2 backups, of "))
    assert form.room_label.text().endswith("B together.")


def test_a_second_folder_gets_a_backup_at_once_and_is_let_go(
    section: BackupsSection,
    journal: Journal,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form, folder = section.form, tmp_path / "stick & more"
    folder.mkdir()
    assert form.folder_edit.isHidden()
    assert section.leave_button.isHidden()
    choose(section, folder, monkeypatch)
    qtbot.waitUntil(form.told_label.isVisible)
    assert journal.setting(BACKUP_FOLDER) == form.folder_edit.text() == str(folder)
    assert form.told_label.text() == "A first backup is there now."
    assert list(folder.rglob("*.db"))
    qtbot.waitUntil(lambda: form.state_label.text() == "The newest backup is there, too.")
    section.leave_button.click()
    assert journal.setting(BACKUP_FOLDER) == ""
    assert form.folder_edit.isHidden()
    assert section.choose_button.hasFocus()
    assert list(folder.rglob("*.db")), "what lies there stays there"


def test_a_folder_that_is_of_no_use_is_refused(
    section: BackupsSection, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up.back_up(journal, Occasion.DAY)
    said: list[str] = []
    for folder in (journal.folder / "missing", journal.folder / "backups"):
        choose(section, folder, monkeypatch)
        qtbot.waitUntil(lambda: section.form.problem.text() not in ("", *said))
        said.append(section.form.problem.text())
    assert "own folder" in said[1]
    assert journal.setting(BACKUP_FOLDER) == ""
    assert section.form.folder_edit.isHidden()


def test_one_that_cannot_be_reached_is_told(
    section: BackupsSection, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    choose(section, folder, monkeypatch)
    qtbot.waitUntil(section.form.told_label.isVisible)
    folder.rename(tmp_path / "pulled out")
    section.refresh()
    qtbot.waitUntil(lambda: section.form.state_label.text().startswith("It can't be reached right now."))
    assert section.form.state_label.isVisible()


def test_after_going_back_it_closes_for_what_it_shows_is_of_before(
    section: BackupsSection, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up.back_up(journal, Occasion.DAY)
    monkeypatch.setattr(GoBackDialog, "go_back", lambda *_, **__: True)

    def in_dialog(act: Callable[[BackupsDialog], None]) -> None:
        (dialog,) = (one for one in section.findChildren(BackupsDialog) if one.isVisible())
        qtbot.waitUntil(lambda: len(dialog.table.chosen()) == 1)
        act(dialog)

    QTimer.singleShot(0, lambda: in_dialog(BackupsDialog.reject))
    section.all_button.click()
    assert section.window().isVisible()
    QTimer.singleShot(0, lambda: in_dialog(BackupsDialog.go_back))
    section.all_button.click()
    assert not section.window().isVisible()
