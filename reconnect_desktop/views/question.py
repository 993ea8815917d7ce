"""A question with verbs for answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


def ask(parent: QWidget, text: str, answers: Sequence[str]) -> int:
    """Show `text` and a button for each answer; returns the place of the one chosen.

    The first is the default, the last is what Esc means. Ampersands in the answers mark access keys.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("Reconnect")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    buttons: list[QPushButton] = [
        box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers
    ]
    buttons[0].setProperty("kind", "primary")
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    clicked = box.clickedButton()
    place = next((place for place, button in enumerate(buttons) if button is clicked), len(buttons) - 1)
    box.deleteLater()
    return place
