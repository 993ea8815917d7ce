"""Going back to a backup: what would change is shown first, then it is done, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import BackupLocked, MistypedKey, WrongPassphrase
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.changed_rows import MOST
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.kit.look import Look
from tests.making import contact, topic

Open = Callable[[str | Path], GoBackDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, qapp: QApplication, journal: Journal, background: Background) -> Open:
    def opened(source: str | Path) -> GoBackDialog:
        dialog = GoBackDialog(None, Look(qapp, "light"), background, journal, source)
        qtbot.addWidget(dialog)
        dialog.resize(dialog.sizeHint())
        dialog.show()
        return dialog

    return opened


def rows(dialog: GoBackDialog) -> list[str]:
    """The list as it is read out."""
    model = dialog.form.changes_list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_it_shows_what_would_change_and_does_it(open_dialog: Open, journal: Journal, qtbot: QtBot) -> None:
    stays, goes, edited = contact("2026-11-18"), contact("2026-11-21"), contact("2026-11-20", closeness=5)
    back = contact("2026-11-19", minutes=25, closeness=6)
    journal.apply(Action.LOG, *map(add, (stays, edited, back)))
    backup = backing_up.back_up(journal, Occasion.DAY)
    journal.apply(Action.DELETE, delete(back))
    journal.apply(Action.EDIT, edit(edited, replace(edited, closeness=2)))
    journal.apply(Action.LOG, add(goes), add(topic("Garden")))
    told: list[Applied] = []
    journal.listen(told.append)

    dialog = open_dialog(backup.name)
    qtbot.waitUntil(dialog.form.preview_step.isVisible)
    assert dialog.form.count_label.text() == "It holds 3 interactions; the journal has 3 now."
    assert dialog.form.difference_label.text().splitlines() == [
        "Comes back: 1 interaction.",
        "Taken out: 1 interaction, 1 topic.",
        "Becomes as it was then: 1 interaction.",
    ]
    assert rows(dialog) == [
        "Saturday 21 November 2026. Taken out · Not rated · 12:00 · Call",
        "Friday 20 November 2026. As it was then · 5 of 7 · 12:00 · Call",
        "Thursday 19 November 2026. Comes back · 6 of 7 · 12:00 · Call · 25 min",
    ]
    assert "backed up first, and this can be undone" in dialog.form.safe_label.text()
    assert dialog.form.more_label.isHidden()
    assert dialog.form.cancel_button.text() == "&Cancel"
    QTest.keyClick(dialog.form.next_button, Qt.Key.Key_Return)
    assert dialog.form.cancel_button.text() == "&Close", "it is done all the same"
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.result() == GoBackDialog.DialogCode.Accepted
    assert {one.id for one in journal.interactions()} == {stays.id, edited.id, back.id}
    assert [one.action for one in told] == [Action.GO_BACK]
    assert backing_up.backups(journal)[0].occasion is Occasion.RESTORE
    journal.undo()
    assert {one.id for one in journal.interactions()} == {stays.id, edited.id, goes.id}


def test_where_nothing_would_change_there_is_nothing_to_do(
    open_dialog: Open, journal: Journal, qtbot: QtBot
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    backup = backing_up.back_up(journal, Occasion.DAY)
    dialog = open_dialog(journal.folder / "backups" / f"{backup.name}.db")
    qtbot.waitUntil(dialog.form.preview_step.isVisible)
    assert dialog.form.difference_label.text() == "Nothing would change."
    assert dialog.form.next_button.isHidden()
    assert dialog.form.changes_list.isHidden()
    assert dialog.form.safe_label.isHidden()


def test_of_very_many_the_newest_are_listed_and_the_rest_counted(
    open_dialog: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = tuple(add(contact("2026-11-20", id=str(number))) for number in range(MOST + 1234))
    monkeypatch.setattr(backing_up, "compare", lambda *_: Comparison(changes, 3, MOST + 1237))
    dialog = open_dialog("any")
    qtbot.waitUntil(dialog.form.preview_step.isVisible)
    assert len(rows(dialog)) == MOST
    assert dialog.form.more_label.text() == "and 1,234 more"


def test_one_under_another_passphrase_asks_for_it(
    open_dialog: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str | None] = []

    def compare(_journal: Journal, _chosen: str, passphrase: str | None) -> Comparison:
        typed.append(passphrase)
        if passphrase is None:
            raise BackupLocked
        if passphrase == "slip":
            raise MistypedKey
        if passphrase != "old & true":
            raise WrongPassphrase
        return Comparison((add(contact("2026-11-20")),), 0, 1)

    def go_back(_journal: Journal, _chosen: str, passphrase: str | None) -> None:
        typed.append(passphrase)

    monkeypatch.setattr(backing_up, "compare", compare)
    monkeypatch.setattr(backing_up, "go_back", go_back)
    dialog = open_dialog("old")
    qtbot.waitUntil(dialog.form.passphrase_step.isVisible)
    field = dialog.form.passphrase_edit
    assert field.hasFocus()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert dialog.form.passphrase_problem.isHidden()
    QTest.keyClicks(field, "new")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.form.passphrase_problem.isVisible)
    assert "doesn't open the backup" in dialog.form.passphrase_problem.text()
    QTest.keyClicks(field, "slip")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "group by group" in dialog.form.passphrase_problem.text())
    QTest.keyClicks(field, "old & true")  # over the one that was wrong
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.form.preview_step.isVisible)
    QTest.keyClick(dialog.form.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert typed == [None, "new", "slip", "old & true", "old & true"]
    assert field.text() == ""
    assert dialog._typed is None


def test_what_is_no_backup_is_said_and_nothing_is_done(
    open_dialog: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "photo.db"
    file.write_bytes(b"not a journal")
    dialog = open_dialog(file)
    qtbot.waitUntil(dialog.form.problem_step.isVisible)
    assert dialog.form.problem_label.text().endswith(".")
    assert dialog.form.next_button.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert journal.undo_action() is None


def test_closed_while_it_compares_nothing_is_told(
    open_dialog: Open, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    dialog = open_dialog(backing_up.back_up(journal, Occasion.DAY).name)
    dialog.reject()
    done: list[None] = []
    background.beside().run(lambda: None, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done))
    assert dialog.form.steps.currentWidget() is dialog.form.working_step
