"""Kept in the tray, started with the computer: each choice counts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop import paths
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.preferences import IN_TRAY, STARTS, Preferences
from reconnect_desktop.views.settings.desktop_section import DesktopSection
from tests.stories.tray import FakePlace


class FakeStart:
    """A system's way to start with the computer. told: whether it can tell; trouble: what is in the way."""

    def __init__(self) -> None:
        self.command: list[str] | None = None
        self.tells = True
        self.trouble: OSError | None = None

    def is_on(self) -> bool | None:
        return self.command is not None if self.tells else None

    def switch_on(self, command: Sequence[str]) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.command = list(command)

    def switch_off(self) -> None:
        self.command = None


class Rig:
    def __init__(self, qtbot: QtBot, folder: Path, *, journal: Path | None = None) -> None:
        self.qtbot = qtbot
        self.preferences = Preferences(folder)
        self.place, self.start, self.background = FakePlace(), FakeStart(), Background()
        self.journal = journal or paths.usual_journal_folder()
        self.section = self.make()

    def make(self) -> DesktopSection:
        section = DesktopSection(
            self.preferences, self.journal, self.background, place=self.place, start=self.start
        )
        self.qtbot.addWidget(section)
        section.show()
        return section

    def click(self, name: str) -> None:
        getattr(self.section.form, name).click()
        self.qtbot.waitUntil(lambda: self.background.is_idle)


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(qtbot, tmp_path / "config")
    yield made
    made.background.close()


def test_nothing_is_on_until_it_is_wanted(rig: Rig) -> None:
    form = rig.section.form
    assert not form.tray_box.isChecked()
    assert not form.start_box.isChecked()
    assert not form.hidden_box.isEnabled()
    assert not form.no_tray_words.isVisible()


def test_without_a_tray_it_is_said_what_closing_does(rig: Rig) -> None:
    rig.place.there = False
    rig.click("tray_box")
    assert rig.preferences.get(IN_TRAY) == "yes"
    assert rig.section.form.no_tray_words.isVisible()
    rig.click("tray_box")
    assert rig.preferences.get(IN_TRAY) == "no"
    assert not rig.section.form.no_tray_words.isVisible()


def test_it_starts_hidden_unless_a_window_is_wanted(rig: Rig) -> None:
    rig.click("start_box")
    assert rig.start.command is not None
    assert rig.start.command[-1] == "--hidden"
    rig.click("hidden_box")
    assert "--hidden" not in rig.start.command
    assert rig.make().form.start_box.isChecked()
    rig.click("start_box")
    assert rig.start.command is None


def test_a_journal_in_another_place_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    rig = Rig(qtbot, tmp_path / "config", journal=tmp_path / "elsewhere")
    rig.click("start_box")
    assert rig.start.command is not None
    assert rig.start.command[-2:] == ["--journal", str(tmp_path / "elsewhere")]
    rig.background.close()


def test_where_the_system_does_not_tell_what_was_chosen_is_remembered(rig: Rig) -> None:
    rig.start.tells = False
    rig.click("start_box")
    assert rig.preferences.get(STARTS) == "yes"
    assert rig.make().form.start_box.isChecked()


def test_what_the_system_does_not_allow_is_said_and_undone(rig: Rig) -> None:
    rig.start.trouble = PermissionError()
    rig.click("start_box")
    form = rig.section.form
    assert form.problem.text() == "That could not be changed here: your system does not allow it."
    assert not form.start_box.isChecked()
    rig.start.trouble = None
    rig.click("start_box")
    assert not form.problem.isVisible()
