"""The Review page on a real journal, wired as the main window wires it, and what a user does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Record
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.review.review_page import ReviewPage
from tests.views.bridge import Bridge

ALT = Qt.KeyboardModifier.AltModifier


class Rig:
    """A page, its journal, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.background = Background()
        self.page = ReviewPage(look, self.background)
        self.failures: list[Exception] = []
        self.wanted: list[tuple[str, object]] = []
        self.said: list[str] = []
        self.bridge = Bridge(journal, self.page.refresh, self.page)
        self.page.failed.connect(self.failures.append)
        self.page.said.connect(self.said.append)
        self.page.page_wanted.connect(lambda key, matter: self.wanted.append((key, matter)))
        qtbot.addWidget(self.page)
        self.page.resize(900, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)

    def open(self, *records: Record) -> Rig:
        """Put these into the journal and show it."""
        if records:
            self.journal.apply(Action.IMPORT, *map(add, records))
        with self.qtbot.waitSignal(self.page.journal.read):
            self.page.set_journal(self.journal)
        return self

    def until(self, condition: Callable[[], bool]) -> None:
        """Go on with the event loop until it is so."""
        self.qtbot.waitUntil(condition)

    @property
    def title(self) -> str:
        """Which month or year the head names."""
        return self.page.form.month_box.currentText()

    def shows(self, title: str) -> None:
        """Wait until this month or year is shown."""
        self.until(lambda: self.title == title)

    def texts(self) -> str:
        """What can be read, at least after scrolling."""
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.said if isinstance(label, Prose) else label.text() for label in labels)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def click(self, words: str) -> None:
        """Press the button that says this."""
        (found,) = (
            one
            for one in self.page.findChildren(QAbstractButton)
            if one.isVisible() and words in (one.text().replace("&", ""), one.accessibleName())
        )
        found.click()

    def close(self) -> None:
        """Listen no more; what was begun is finished."""
        self.bridge.applied.disconnect(self.page.refresh)
        self.background.close()
