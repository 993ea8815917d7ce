"""The Ideas page on a real journal, wired as the main window wires it, and what a user does to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.records import Asked, Met, Need, Outcome, Record, Try
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.ideas.idea_rows import Key, Kind, Section
from reconnect_desktop.views.ideas.ideas_page import IdeasPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from tests.making import when
from tests.views.bridge import Bridge

IDEA, OTHER = "an-ordinary-day", "say-what-you-miss"  # rows of the catalogue that ask for contact


def a_try(
    suggestion: str = IDEA, begun: date | str = "2026-11-13", outcome: Outcome | None = None, note: str = ""
) -> Try:
    """A try with its suggestion and day as its id."""
    moment = when(begun)
    answered = moment if outcome else None
    made = f"{suggestion} {begun}"
    return Try(id=made, suggestion=suggestion, begun=moment, outcome=outcome, answered=answered, note=note)


def a_need(need: str = "listening", noted: date | str = "2026-11-18", **told: str | Asked | Met) -> Need:
    """A reflection with its need and day as its id."""
    return Need(id=f"{need} {noted}", noted=when(noted), need=need, **told)  # type: ignore[arg-type]


class Rig:
    """A page, its journal, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal) -> None:
        self.qtbot, self.journal, self.look = qtbot, journal, look
        self.background = Background()
        self.page = IdeasPage(look, self.background)
        self.failures: list[Exception] = []
        self.wanted: list[tuple[str, object]] = []
        self.bridge = Bridge(journal, self._apply, self.page)
        self.page.failed.connect(self.failures.append)
        self.page.page_wanted.connect(lambda key, matter: self.wanted.append((key, matter)))
        self.page.settings_wanted.connect(lambda section: self.wanted.append(("settings", section)))
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)

    def _apply(self, applied: Applied) -> None:
        self.page.refresh(applied)

    def open(self, *records: Record) -> Rig:
        """Put these into the journal and show it."""
        if records:
            self.journal.apply(Action.IMPORT, *map(add, records))
        self.page.set_journal(self.journal)
        self.until(lambda: self.page.journal.reading is not None)
        return self

    def close(self) -> None:
        """Listen no more; what the last act began is finished."""
        self.bridge.applied.disconnect(self._apply)
        self.background.close()

    def until(self, true: Callable[[], bool]) -> None:
        """Go on with the event loop until it is so."""
        self.qtbot.waitUntil(lambda: bool(true()))

    # What can be seen

    def titles(self) -> list[str]:
        """The rows of the list."""
        return [str(self.page.model.index(row).data()) for row in range(self.page.model.rowCount())]

    def heard(self) -> list[str]:
        """The rows as a screen reader says them."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self.page.model.index(row).data(role)) for row in range(self.page.model.rowCount())]

    def texts(self, within: QWidget | None = None) -> str:
        """All that can be read."""
        labels = (within or self.page).findChildren(QLabel)
        shown = [label for label in labels if label.isVisible()]
        return "\n".join(label.said if isinstance(label, Prose) else label.text() for label in shown)

    def counted(self) -> dict[Section, str]:
        """The words of the sections."""
        choices = self.page.form.sections.choices
        return {section: choices[section].accessibleName() for section in Section}

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """The one visible button whose name begins so; the sections are chosen by `go`."""
        (found,) = self._buttons(words, within)
        return found

    def shows(self, words: str) -> bool:
        """Whether there is a visible button whose name begins so."""
        return bool(self._buttons(words))

    def _buttons(self, words: str, within: QWidget | None = None) -> list[QAbstractButton]:
        return [
            button
            for button in (within or self.page).findChildren(QAbstractButton)
            if button.isVisible()
            and not self.page.form.sections.isAncestorOf(button)
            and (button.accessibleName() or button.text().replace("&", "")).startswith(words)
        ]

    # What is done

    def go(self, section: Section) -> None:
        """Choose a section."""
        QTest.mouseClick(self.page.form.sections.choices[section], Qt.MouseButton.LeftButton)

    def read(self, kind: Kind, id: str) -> None:  # noqa: A002 - the record's word
        """Open a row of the list by a click."""
        place = self.page.model.place(Key(kind, id))
        assert place is not None
        index = self.page.model.index(place)
        self.page.list.scrollTo(index)
        centre = self.page.list.visualRect(index).center()
        QTest.mouseClick(self.page.list.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    def click(self, words: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
