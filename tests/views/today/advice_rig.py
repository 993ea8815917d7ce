"""Today beside a journal in which something stands out, acted on as a user does."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.settings import NO_CONTACT_SINCE
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.today.advice_reading import Card
from reconnect_desktop.views.today.today_page import TodayPage
from tests.making import ago, contact, rated


def dipped(until: date | None = None) -> list[Interaction]:
    """A year of weekly calls as usual, and then four that felt far away; the last one two days ago."""
    usual = random.Random(3)
    good = [usual.choice([4, 5, 5, 5, 6]) for _ in range(48)]
    return rated([*good, 3, 2, 3, 3], today=until or ago(2))


def silent(days: int = 24) -> list[Interaction]:
    """Calls about every week, and then none for so many days."""
    usual, day, calls = random.Random(4), ago(days), []
    for _ in range(40):
        calls.append(contact(day, closeness=usual.choice([4, 5, 5, 5, 6]), minutes=25, medium=Medium.CALL))
        day = ago(usual.choice([5, 6, 7, 7, 8, 9]), day)
    return calls


def was_quiet(days: int = 24) -> Setting:
    """ "No, it has been quiet" was answered."""
    return Setting(id=NO_CONTACT_SINCE.id, value=ago(days).isoformat())


class Rig:
    """The page beside a journal."""

    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
        self.qtbot, self.page, self.journal = qtbot, page, journal
        self.failures: list[object] = []
        self.wanted: list[tuple[str, object]] = []
        page.failed.connect(self.failures.append)
        page.page_wanted.connect(lambda key, matter: self.wanted.append((key, matter)))

    def open(self, *records: Record) -> None:
        """Read a journal of these, and wait until it is said what there is to say."""
        self.journal.apply(Action.IMPORT, *[add(record) for record in records])
        self.page.set_journal(self.journal)
        self.until(lambda: self.page.advice.place is not None and self.page.advice.place.reading is not None)

    def card(self, kind: Card) -> Any:
        """The card of this kind, once it shows."""
        self.until(lambda: self.shows(kind))
        return self.place.card(kind)

    def shows(self, kind: Card | str) -> bool:
        """Whether this one shows, and it alone."""
        cards = self.place._cards
        return kind in cards and [key for key, card in cards.items() if card.isVisible()] == [kind]

    @property
    def place(self) -> Any:
        """The place for suggestions."""
        assert self.page.advice.place is not None
        return self.page.advice.place

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=10_000)

    def settle(self) -> None:
        """Wait until all is written and read again."""
        self.until(lambda: not self.place.journal._unwritten)
        with self.qtbot.waitSignal(self.place.journal.read, timeout=15_000):
            self.place.refresh()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def all(self, kind: type[Any]) -> list[Any]:
        return self.journal.all(kind)

    def texts(self) -> str:
        """What can be read."""
        shown = [label for label in self.page.findChildren(QLabel) if label.isVisible()]
        said = [label.said if isinstance(label, Prose) else label.text() for label in shown]
        return "\n".join(said).replace("\u00a0", " ")


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
