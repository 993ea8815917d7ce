"""Exporting in the window: as what, who can read it, and where to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reconnect_desktop.exporting import ways
from reconnect_desktop.views.dialogs.export_dialog import ExportDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(None, encrypted=False)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


class Asked:
    """Stands in for the system's dialog: where to is known."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: Path | None) -> None:
        self.places: list[str] = []
        self.kinds: list[str] = []
        self._answer = answer
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._ask)

    def _ask(self, _parent: object, _title: str, place: str, kind: str) -> tuple[str, str]:
        self.places.append(Path(place).name)
        self.kinds.append(kind)
        return (str(self._answer) if self._answer else ""), kind


def choose(dialog: ExportDialog, ending: str) -> None:
    next(button for way, button in dialog.buttons if way.ending == ending).click()
    dialog.form.choose_button.click()


def test_every_way_out_says_what_it_holds(dialog: ExportDialog) -> None:
    shown = [label.text() for label in dialog.form.form.findChildren(QLabel)]
    assert [way.ending for way, _ in dialog.buttons] == [way.ending for way in ways()]
    for way, button in dialog.buttons:
        assert way.ending in button.text()
        assert button.accessibleDescription() == way.writes
        assert way.writes in shown


def test_what_can_be_read_back_in_is_chosen_at_first(dialog: ExportDialog) -> None:
    assert [way.ending for way, button in dialog.buttons if button.isChecked()] == [".json"]


@pytest.mark.parametrize(("encrypted", "words"), [(False, "is not encrypted"), (True, "this file won't be")])
def test_who_can_read_it_is_said(qtbot: QtBot, encrypted: bool, words: str) -> None:
    dialog = ExportDialog(None, encrypted=encrypted)
    qtbot.addWidget(dialog)
    assert words in dialog.form.private_label.text()
    assert "whoever has it" in dialog.form.private_label.text().casefold()


def test_the_place_is_asked_for_with_the_ending_that_was_chosen(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, tmp_path / "mine.sqlite")
    choose(dialog, ".sqlite")
    assert (asked.places, asked.kinds) == (["journal.sqlite"], ["SQLite (*.sqlite)"])
    assert dialog.path == tmp_path / "mine.sqlite"
    assert dialog.result() == ExportDialog.DialogCode.Accepted


def test_without_a_place_one_may_choose_again(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    Asked(monkeypatch, None)
    choose(dialog, ".csv")
    assert dialog.isVisible()
    assert dialog.path is None


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("mine", "mine.md"),
        ("mine.v2", "mine.v2.md"),
        ("mine.MD", "mine.MD"),
        ("mine.csv", "mine.csv"),
        ("there", "there-2.md"),
    ],
)
def test_a_name_gets_the_ending_and_takes_no_place_of_another(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, becomes: str
) -> None:
    (tmp_path / "there.md").touch()
    Asked(monkeypatch, tmp_path / typed)
    choose(dialog, ".md")
    assert dialog.path == tmp_path / becomes


def test_enter_goes_on_and_esc_leaves(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Asked(monkeypatch, tmp_path / "mine.json")
    QTest.keyClick(dialog.buttons[0][1], Qt.Key.Key_Escape)
    assert (dialog.path, dialog.isVisible()) == (None, False)
    dialog.show()
    QTest.keyClick(dialog.buttons[0][1], Qt.Key.Key_Return)
    assert dialog.path == tmp_path / "mine.json"
