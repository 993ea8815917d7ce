"""Keeps what is being written in a letter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.kit import keeper
from reconnect_desktop.views.letters.letter_desk import LetterDesk


class LetterKeeper(keeper.Keeper):
    """Keeps it at the desk of the letter that is open."""

    desk: LetterDesk | None


def may_be_lost(window: QWidget) -> bool:
    """Where it can't be kept: whether the letter is to be let go."""
    text = window.tr("Your letter can't be saved at the moment. It is still here, and you can copy it.")
    return keeper.may_be_lost(window, text)
