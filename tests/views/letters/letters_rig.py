"""The Letters page on a real journal, wired as the main window wires it, and what a user does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.records import Letter
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.letters_page import LettersPage
from tests.making import when
from tests.views.bridge import Bridge


def letter(text: str = "Dear Mom,\nI miss you.", **fields: str) -> Letter:
    """A letter of two days ago."""
    moment = when("2026-11-20")
    fields.setdefault("id", "1")
    return Letter(begun=moment, changed=moment, text=text, **fields)


class Rig:
    """A page, its journal, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.background = Background()
        self.page = LettersPage(look, self.background)
        self.editor = self.page.editor
        self.failures: list[UserError] = []
        self.wanted: list[tuple[str, object]] = []
        self.bridge = Bridge(journal, self.page.refresh, self.page)
        self.page.failed.connect(self.failures.append)
        self.page.page_wanted.connect(lambda key, matter: self.wanted.append((key, matter)))
        qtbot.addWidget(self.page)
        self.page.resize(1000, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)

    def open(self, *letters: Letter) -> Rig:
        """Put these into the journal and show it."""
        self.journal.keep(*map(add, letters))
        self.page.set_journal(self.journal)
        self.until(lambda: self.page._letters is not None)
        return self

    def begin(self, *letters: Letter) -> Rig:
        """Begin a letter, or go on with the first of these."""
        self.open(*letters)
        self.page.open(letters[0].id) if letters else self.page.begin()
        return self

    def until(self, condition: Callable[[], bool]) -> None:
        """Go on with the event loop until it is so."""
        self.qtbot.waitUntil(condition)

    def kept(self) -> Letter:
        """The only letter of the journal, once there is nothing unkept."""
        self.until(
            lambda: self.editor.keeper.desk is None or not self.page._has_unkept(self.editor.keeper.desk)
        )
        (one,) = self.journal.all(Letter)
        return one

    def type(self, text: str) -> None:
        """Type into the letter."""
        self.editor.form.text.setFocus()
        QTest.keyClicks(self.editor.form.text, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def text(self) -> str:
        """What stands in the letter."""
        return self.editor.form.text.written()

    def stand_at(self, words: str) -> None:
        """Put the cursor into the first place where these words stand."""
        at = self.text().index(words) + 1
        self.editor.form.text.choose(at, at)

    def close(self) -> None:
        """Listen no more; what was begun is finished."""
        self.bridge.applied.disconnect(self.page.refresh)
        self.background.close()
