"""The recovery key on the screen: read out, copied, printed, saved, and shown whole at any width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain import recovery_key
from reconnect_desktop.views.encryption.flows import Answers
from reconnect_desktop.views.encryption.recovery_step import RecoveryStep
from reconnect_desktop.views.kit.copied_secret import clear_secrets
from reconnect_desktop.views.kit.look import Look
from tests.views.encryption.test_recovery_sheet import words_of


@pytest.fixture
def step(qtbot: QtBot, qapp: QApplication) -> Iterator[RecoveryStep]:
    made = RecoveryStep(Look(qapp, "light"), may_skip=True)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    yield made
    clear_secrets()


def test_it_is_a_key_by_chance_in_groups_and_read_out_letter_by_letter(
    step: RecoveryStep, qapp: QApplication
) -> None:
    assert re.fullmatch(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}", step.key)
    answers = Answers()
    step.take(answers)
    assert recovery_key.read(step.key) == answers.recovery
    assert RecoveryStep(Look(qapp, "light"), may_skip=True).key != step.key
    spelled = step.form.recovery_key.accessibleName()
    assert spelled.replace(" ", "").replace(",", "-") == step.key
    assert spelled.split(", ")[0] == " ".join(step.key[:4])


@pytest.mark.parametrize(("width", "lines"), [(500, 2), (180, 4)])
def test_it_is_shown_whole_at_any_width(step: RecoveryStep, width: int, lines: int) -> None:
    step.resize(width, 700)
    QApplication.processEvents()
    label = step.form.recovery_key
    assert label.text().replace("\n", "-") == step.key
    assert label.text().count("\n") + 1 == lines
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
    assert widest <= label.width()
    QApplication.processEvents()  # more lines ask for more height
    assert label.sizeHint().height() <= label.height()


def test_its_letters_are_larger_than_those_of_the_text_at_any_size(step: RecoveryStep) -> None:
    assert step.form.recovery_key.font().pointSizeF() > 1.4 * step.font().pointSizeF()


def test_it_is_copied_as_a_secret(step: RecoveryStep) -> None:
    step.copy_button.click()
    copied = QGuiApplication.clipboard()
    assert copied.text() == step.key
    assert copied.mimeData().hasFormat("x-kde-passwordManagerHint")
    assert step.form.told.isVisible()


def test_copied_by_its_keys_it_is_a_secret_as_well(step: RecoveryStep) -> None:
    QTest.keyClick(step.form.recovery_key, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(step.form.recovery_key, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard()
    assert copied.text() == step.key
    assert copied.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_it_is_saved_under_the_name_that_was_chosen(
    step: RecoveryStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []

    def choose(_parent: object, _title: str, place: str, *_: object) -> tuple[str, str]:
        offered.append(Path(place).name)
        return str(tmp_path / "sheet"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    step.save_button.click()
    assert offered == ["recovery-key.pdf"]
    assert step.key[:19] in words_of((tmp_path / "sheet.pdf").read_bytes())
    assert "Saved" in step.form.told.text()


def test_a_place_that_can_not_be_written_to_is_told(
    step: RecoveryStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "no" / "sheet.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    step.save_button.click()
    assert "can't be written there" in step.form.problem.text()
    assert not step.form.told.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    step.save_button.click()
    assert step.form.problem.isVisible()


def test_it_is_printed_under_a_name_that_says_nothing(
    step: RecoveryStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, names = tmp_path / "printed.pdf", []

    class Dialog:
        """Somebody who chooses to print into a file."""

        class DialogCode:
            Accepted = 1

        def __init__(self, printer: QPrinter, _parent: object) -> None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
            names.append(printer.docName())

        def exec(self) -> int:
            return 1

        def deleteLater(self) -> None:
            pass

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", Dialog)
    step.print_button.click()
    assert names == ["Sheet"]
    assert step.key[:19] in words_of(path.read_bytes())


def test_wiped_it_has_nothing_left(step: RecoveryStep) -> None:
    key = step.key
    step.wipe()
    step.resize(300, 300)
    shown = step.form.recovery_key
    assert (shown.text(), shown.accessibleName(), step.key) == ("", "", "")
    assert key not in repr(vars(step))
