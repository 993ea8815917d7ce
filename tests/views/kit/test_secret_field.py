"""A line for a secret: nothing of it stays where others could have it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.secret_field import SecretField


class Clipboard:
    """The system's, whose selection is ours or that of others."""

    def __init__(self, *, ours: bool) -> None:
        self._ours = ours
        self.cleared: list[QClipboard.Mode] = []

    def ownsSelection(self) -> bool:
        return self._ours

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_marked_goes_with_what_was_typed(
    ours: bool, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    clipboard, field = Clipboard(ours=ours), SecretField()
    qtbot.addWidget(field)
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    field.show_letters(True)
    QTest.keyClicks(field, "tulips")
    field.wipe()
    field.undo()
    assert field.text() == ""
    assert clipboard.cleared == ([QClipboard.Mode.Selection] if ours else [])
