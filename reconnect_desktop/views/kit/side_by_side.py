"""Rows whose parts stand side by side where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


def arrange(ground: QWidget, *rows: tuple[QBoxLayout, int]) -> None:
    """Lay out each row for the width of `ground`; with it the letters m of width from which on its parts stand side by side."""
    letters = ground.width() / ground.fontMetrics().horizontalAdvance("m")
    for row, least in rows:
        aside = letters >= least
        row.setDirection(QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom)
