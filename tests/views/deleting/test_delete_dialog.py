"""Before everything is deleted: a word has to be typed, and what is dear can be exported first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.deleting.delete_dialog import DeleteDialog
from reconnect_desktop.views.deleting.deleted_page import DeletedPage
from reconnect_desktop.views.dialogs.export_dialog import ExportDialog
from tests.making import contact


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal, background: Background) -> DeleteDialog:
    journal.apply(Action.LOG, add(contact("2026-11-20", note="Tulips")))
    made = DeleteDialog(None, background, journal)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "is_it"), [("", False), ("delet", False), ("keep", False), ("delete", True), (" DELETE ", True)]
)
def test_only_the_word_itself_unlocks_the_button(dialog: DeleteDialog, typed: str, is_it: bool) -> None:
    QTest.keyClicks(dialog.form.word_edit, typed)
    assert dialog.form.delete_button.isEnabled() is is_it


def test_enter_and_esc_keep_everything(dialog: DeleteDialog) -> None:
    QTest.keyClicks(dialog.form.word_edit, "delete")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog.show()
        QTest.keyClick(dialog.form.word_edit, key)
        assert not dialog.isVisible()
        assert dialog.result() == DeleteDialog.DialogCode.Rejected


def test_exporting_first_is_told_or_what_is_in_the_way(
    dialog: DeleteDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / "missing" / "journal.json", tmp_path / "journal.json"]
    monkeypatch.setattr(ExportDialog, "ask", lambda *_, **__: places.pop(0))
    dialog.form.export_button.click()
    qtbot.waitUntil(dialog.form.problem.isVisible)
    dialog.form.export_button.click()
    qtbot.waitUntil(dialog.form.told_label.isVisible)
    assert dialog.form.told_label.text() == "Exported 1 interaction. Whoever has the file can read it."
    assert dialog.form.problem.isHidden()
    assert "Tulips" in (tmp_path / "journal.json").read_text(encoding="utf-8")


def test_backups_that_were_out_of_reach_are_told(qtbot: QtBot) -> None:
    page = DeletedPage()
    qtbot.addWidget(page)
    page.show()
    assert page.close_button.isHidden(), "while it is under way"
    page.say_done(everywhere=False)
    assert "second folder" in page.form.about.text()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.close_button, Qt.Key.Key_Return)
