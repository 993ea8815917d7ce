"""Bringing a window to the front."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget) -> None:
    """Show it, before all others."""
    window.show()
    window.raise_()
    window.activateWindow()
