"""Somebody looks something up in the guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop import paths
from reconnect_desktop.language import speaking
from reconnect_desktop.views.help.guide import found, pages
from reconnect_desktop.views.help.help_window import HelpWindow
from reconnect_desktop.views.kit.look import Look

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> HelpWindow:
    shown = HelpWindow(Look(qapp, "light"))
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    return shown


def titles(window: HelpWindow) -> list[str]:
    names = window.form.sections
    return [names.item(row).text() for row in range(names.count())]


def test_every_page_of_the_guide_is_there_and_can_be_read(window: HelpWindow) -> None:
    assert {page.key for page in pages()} == {file.stem for file in GUIDE.glob("*.md")}
    for row, page in enumerate(pages()):
        window.form.sections.setCurrentRow(row)
        text = window.form.page.toPlainText()
        assert text.startswith(page.markdown.splitlines()[0].removeprefix("# "))
        assert window.form.page.accessibleName() == page.title


def test_a_page_is_in_the_language_spoken_where_it_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "es").mkdir()
    for name in ("first-steps", "suggestions"):
        (tmp_path / f"{name}.md").write_text("# English", encoding="utf-8")
    (tmp_path / "es" / "first-steps.md").write_text("# La última vez", encoding="utf-8")
    monkeypatch.setattr(paths, "guide", lambda name: tmp_path / name)
    assert [page.markdown for page in pages()] == ["# English", "# English"]
    with speaking("es"):
        there = pages()
        assert [page.markdown for page in there] == ["# La última vez", "# English"]
        assert found(there, "ULTIMA vez") == there[:1]
        assert found(there, "última") == there[:1]


def test_its_pictures_are_shown_as_wide_as_there_is_room(window: HelpWindow) -> None:
    for page in pages():
        for name in re.findall(r"\]\(([\w-]+\.png)\)", page.markdown):
            image = window.form.page.loadResource(2, QUrl(name))
            assert isinstance(image, QImage)
            assert 0 < image.width() <= window.form.page.viewport().width()
    assert not window.form.page.horizontalScrollBar().isVisible()


def test_words_are_looked_up_in_all_pages_and_marked(window: HelpWindow, qtbot: QtBot) -> None:
    everything = titles(window)
    QTest.keyClicks(window.form.search, "RECOVERY key")
    assert "Passphrase, lock and backups" in titles(window)
    assert len(titles(window)) < len(everything)
    assert window.form.page.textCursor().selectedText().casefold() == "recovery"
    QTest.keyClick(window.form.search, Qt.Key.Key_Return)
    QTest.keyClicks(window.form.search, " xylophone")
    assert titles(window) == []
    assert window.form.nothing.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert titles(window) == everything
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_links_lead_to_pages_that_are_there(window: HelpWindow) -> None:
    keys = [page.key for page in pages()]
    for page in pages():
        for link in re.findall(r"[^!]\[[^\]]*\]\(([\w-]+)\.md\)", page.markdown):
            assert link in keys
            window.form.page.anchorClicked.emit(QUrl(f"{link}.md"))
            assert window.form.sections.currentRow() == keys.index(link)


def test_ctrl_f_goes_to_the_search(window: HelpWindow) -> None:
    window.form.page.setFocus()
    QTest.keyClick(window.form.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.form.search.hasFocus()
