"""Questions with verbs for answers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from reconnect_desktop.language import tr


def ask(parent: QWidget, text: str, answers: Sequence[str], *, escape: int = -1) -> int:
    """Show `text` and a button for each answer; returns the place of the one chosen.

    The first is the default, that at place `escape` is what Esc means. Ampersands in the answers mark access keys.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("Reconnect")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    buttons: list[QPushButton] = [
        box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers
    ]
    buttons[0].setProperty("kind", "primary")
    buttons[0].style().unpolish(buttons[0])  # it got its style when it was added
    buttons[0].style().polish(buttons[0])
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[escape])
    box.exec()
    clicked = box.clickedButton()
    place = next((place for place, button in enumerate(buttons) if button is clicked), escape % len(buttons))
    box.deleteLater()
    return place


class Fate(Enum):
    """What shall become of something that was begun."""

    KEEP = 0
    DISCARD = 1
    GO_ON = 2


def ask_fate(parent: QWidget) -> Fate:
    """Ask it; Esc means to go on."""
    answers = (tr("&Keep as draft"), tr("&Discard"), tr("Go on &writing"))
    return Fate(ask(parent, tr("You have begun to write something. What shall become of it?"), answers))


def ask_unkept(parent: QWidget) -> bool:
    """Whether to discard what can't be kept; Esc means to go on."""
    answers = (tr("Go on &writing"), tr("&Discard"))
    text = tr("Your journal can't be opened, so what you have written can't be kept.")
    return ask(parent, text, answers, escape=0) == 1


def may_discard_changes(parent: QWidget) -> bool:
    """Whether what was changed is to be left as it was; Esc means to go on."""
    answers = (tr("Go on &writing"), tr("&Discard changes"))
    return ask(parent, tr("You have changed something. Shall it be left as it was?"), answers, escape=0) == 1


def may_discard_begun(parent: QWidget) -> bool:
    """Whether what was begun is to be thrown away; Esc means to go on."""
    answers = (tr("Go on &writing"), tr("&Discard"))
    text = tr("You have begun to write something. Shall it be thrown away?")
    return ask(parent, text, answers, escape=0) == 1
