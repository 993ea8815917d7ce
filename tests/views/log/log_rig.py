"""The Log page on a real journal, wired as the main window wires it, and what a user does to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_page import LogPage
from tests.making import contact
from tests.views.bridge import Bridge

_NONE = Qt.KeyboardModifier.NoModifier


def some() -> list[Interaction]:
    """Five contacts in two months, newest first."""
    return [
        contact("2026-11-20", time="18:40", minutes=31, closeness=5, note="The garden and her roses"),
        contact("2026-11-08", medium=Medium.VISIT, minutes=120, closeness=6, tags=("laughed together",)),
        contact("2026-11-03", medium=Medium.MESSAGE, note="A picture of the cat"),
        contact("2026-10-30", minutes=5, note="Résumé of her week", win="She asked about me"),
        contact("2026-10-02", medium=Medium.LETTER, closeness=2, tags=("health", "busy & tired")),
    ]


class Rig:
    """A page, its journal, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.background = Background()
        self.page = LogPage(look, self.background)
        self.told: list[Applied] = []
        self.failures: list[UserError] = []
        self.bridge = Bridge(journal, self._apply, self.page)
        self.page.failed.connect(self.failures.append)
        qtbot.addWidget(self.page)
        self.page.resize(900, 600)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)

    def _apply(self, applied: Applied) -> None:
        self.told.append(applied)
        self.page.refresh(applied)

    def open(self, interactions: Sequence[Interaction] = ()) -> Rig:
        """Put these into the journal and show it."""
        if interactions:
            self.journal.apply(Action.IMPORT, *map(add, interactions))
        self.page.set_journal(self.journal)
        self.until(lambda: self.page._found is not None and self.page._found.total is not None)
        self.settle()
        self.told.clear()
        return self

    def until(self, condition: Callable[[], bool]) -> None:
        """Go on with the event loop until it is so."""
        self.qtbot.waitUntil(condition)

    def settle(self) -> None:
        """Until every question is answered."""
        self.until(lambda: not self.page.finder._busy and not self.page.finder._news)

    def wait_for(self, action: Action, *, undone: bool = False) -> Applied:
        """Until the journal told of this step, and the page shows it."""
        self.until(lambda: any(told.action == action and told.undone == undone for told in self.told))
        self.settle()
        return self.told.pop()

    def close(self) -> None:
        """Listen no more; what the last act began is finished."""
        self.bridge.applied.disconnect(self._apply)
        self.background.close()

    # What can be seen

    def headings(self) -> list[str]:
        """The months, as they are heard."""
        rows = self.page.model.rows
        return [self.heard(place) for place in rows.headings]

    def heard(self, row: int) -> str:
        """The row as a screen reader says it."""
        index = self.page.model.index(row)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def shown(self) -> list[str]:
        """The ids of the interactions, top to bottom."""
        return [row.id for row in self.page.model.rows.items if isinstance(row, Interaction)]

    def selected(self) -> list[str]:
        """The ids of the selected ones."""
        return [one.id for one in self.page.list.selected_interactions()]

    def count(self) -> str:
        """The line beside the title."""
        return self.page.form.count_label.text()

    # What is done

    def focus_list(self, row: int = 1) -> None:
        """Stand on a row, as a click does."""
        self.page.list.setFocus()
        self.page.list.setCurrentIndex(self.page.model.index(row))

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press keys where the focus is."""
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:  # as an input method brings it: QTest knows no keys for it
            assert isinstance(widget, QLineEdit)
            widget.insert(text)

    def search(self, text: str) -> None:
        """Type into the search line, and wait for the answer."""
        self.page.find()
        self.type(text)
        self.settle()
