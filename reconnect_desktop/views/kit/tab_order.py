"""Puts widgets that are made late where the eye expects them in the Tab chain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


def chain(before: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab go from `before` through the widgets, which Qt has put at the end: they were made last."""
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def focusable_before(widget: QWidget) -> QWidget:
    """What Shift+Tab would come to from `widget`."""
    from PySide6.QtCore import Qt

    before = widget.previousInFocusChain()
    while before is not None and before is not widget and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    return before or widget
