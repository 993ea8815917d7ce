"""Taking a month along: as a file, on paper, to a counsellor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import FileUnwritable
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.review_options import Options, Paper
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.review import making
from reconnect_desktop.views.review.counsellor_dialog import CounsellorDialog
from reconnect_desktop.views.review.review_paper import set_review
from tests.making import contact
from tests.output.pdfs import opened
from tests.views.review.review_rig import Rig
from tests.views.review.sheets import COMPARED, HAPPENED, WINS, told

CONTROL = Qt.KeyboardModifier.ControlModifier
CALL = contact("2026-11-20", closeness=6, win="She laughed <b>& sang</b>", note="Aunt Ada's roof")


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, Look(qapp, "light"), journal)
    made.open(CALL)
    yield made
    made.close()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "PDF (*.pdf)") -> list[str]:
    """What the dialog for files answers; the names it offers are told."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(place).name)
        return (str(path) if path else "", kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    return offered


def saved(rig: Rig) -> None:
    rig.qtbot.waitUntil(lambda: rig.said == ["Saved."], timeout=15_000)


def test_ctrl_s_saves_a_pdf_with_what_was_typed_a_moment_ago(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choose(monkeypatch, tmp_path / "month")
    rig.page.own_words.form.text.setFocus()
    QTest.keyClicks(rig.page.own_words.form.text, "A good month")
    rig.press(Qt.Key.Key_S, CONTROL)
    saved(rig)
    words = opened((tmp_path / "month.pdf").read_bytes()).text
    assert "November 2026" in words
    assert "She laughed <b>& sang</b>" in words
    assert "A good month" in words
    assert offered == ["review.pdf"]


def test_it_can_be_a_web_page(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "month", "Web page (*.html)")
    rig.page.acts.save.trigger()
    saved(rig)
    assert "She laughed &lt;b&gt;&amp; sang&lt;/b&gt;" in (tmp_path / "month.html").read_text("utf-8")


def test_a_year_can_be_saved_too(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "year.html")
    rig.click("Year")
    rig.shows("2026")
    rig.page.acts.save.trigger()
    saved(rig)
    assert "2026" in (tmp_path / "year.html").read_text("utf-8")


def test_where_it_is_not_wanted_after_all_nothing_happens(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    rig.page.acts.save.trigger()
    assert not rig.page.deeds.making._timer.isActive()
    assert rig.said == []


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "gone" / "month.html", "Web page (*.html)")
    rig.page.acts.save.trigger()
    rig.qtbot.waitUntil(lambda: bool(rig.failures), timeout=15_000)
    assert [type(error) for error in rig.failures] == [FileUnwritable]
    assert list(tmp_path.glob("gone*")) == []
    assert not rig.page.deeds.making.isVisible()


def test_what_takes_a_while_says_so(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = rig.page.deeds.making
    assert making.SHOWN_AFTER == 500
    shown._timer.setInterval(0)
    shown.begin()
    rig.until(shown.isVisible)
    shown.told.emit(0.5)
    rig.until(lambda: shown.bar.value() == 50)
    shown.end()
    assert not shown.isVisible()


# For a counsellor


def test_names_and_own_words_are_left_out_unless_they_are_ticked(qtbot: QtBot) -> None:
    dialog = CounsellorDialog(None, Options(her_name="Amma"))
    qtbot.addWidget(dialog)
    assert dialog.options() == Options(her_name="Amma", counsellor=True, names=False, notes=False)
    dialog.form.names_box.click()
    dialog.form.notes_box.click()
    dialog.form.paper_box.setCurrentIndex(1)
    assert dialog.options() == Options(her_name="Amma", counsellor=True, paper=Paper.LETTER)


def test_the_page_for_a_counsellor_says_what_is_left_out(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "page.pdf")
    monkeypatch.setattr(CounsellorDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    rig.page.acts.counsellor.trigger()
    saved(rig)
    words = opened((tmp_path / "page.pdf").read_bytes()).text
    assert "left out" in words
    assert "laughed" not in words
    assert "Ada" not in words


def test_esc_makes_no_page(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = choose(monkeypatch, None)
    monkeypatch.setattr(CounsellorDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    rig.page.acts.counsellor.trigger()
    assert offered == []


# On paper


def test_ctrl_p_prints_the_same(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, names = tmp_path / "printed.pdf", []

    class Dialog:
        """Somebody who chooses to print into a file."""

        DialogCode = QDialog.DialogCode

        def __init__(self, printer: QPrinter, _parent: object) -> None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
            names.append(printer.docName())

        def exec(self) -> QDialog.DialogCode:
            return QDialog.DialogCode.Accepted

        def deleteLater(self) -> None:
            pass

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", Dialog)
    rig.page.setFocus()
    rig.press(Qt.Key.Key_P, CONTROL)
    rig.qtbot.waitUntil(lambda: path.exists() and path.stat().st_size > 0, timeout=15_000)
    words = opened(path.read_bytes()).text
    assert "November 2026" in words
    assert "She laughed <b>& sang</b>" in words
    assert names == ["Review"]


def test_a_printed_sheet_has_all_its_parts(qapp: QApplication) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    document = set_review(told(HAPPENED, COMPARED, WINS, under="So far"), {"closeness": image})
    words = document.toPlainText()
    for one in (
        "October 2026",
        "So far",
        "9 of 31 days",
        "Days in touch",
        "▲ more now",
        "<b>cat & the hat</b>",
    ):
        assert one in words
