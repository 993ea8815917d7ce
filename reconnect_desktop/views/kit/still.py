"""Keeps what one is typing in where it is on the screen while something comes or goes, and brings what was asked for into view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_SETTLED = 100  # milliseconds
_AIR = 16  # pixels above and below


def hold_still(changing: QWidget) -> Callable[[], None]:
    """Asked before `changing` grows or shrinks; what it returns is to be called afterwards.

    Only as far as there is something to scroll: what has the focus outside of `changing` stays at its height.
    """
    scroll, focus = _scroll_area(changing), QApplication.focusWidget()
    inside = scroll.widget() if scroll is not None else None
    if scroll is None or inside is None or focus is None or not inside.isAncestorOf(focus):
        return _nothing
    if changing.isAncestorOf(focus):
        return _nothing
    before = focus.mapTo(scroll.viewport(), QPoint()).y()

    bar = scroll.verticalScrollBar()

    def settle() -> None:
        bar.setValue(bar.value() + focus.mapTo(scroll.viewport(), QPoint()).y() - before)

    def let_go() -> None:
        bar.rangeChanged.disconnect(settle)
        settle()

    def hold() -> None:
        # Layouts settle in some rounds of events, each of which may change what there is to scroll.
        bar.rangeChanged.connect(settle)
        QTimer.singleShot(_SETTLED, bar, let_go)

    return hold


def bring_into_view(*widgets: QWidget) -> None:
    """Scroll to these once they have their places; the last one is seen in any case."""
    scroll = _scroll_area(widgets[-1])
    if scroll is None:
        return

    def bring() -> None:
        for widget in widgets:
            scroll.ensureWidgetVisible(widget, 0, _AIR)

    QTimer.singleShot(_SETTLED, scroll, bring)


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _nothing() -> None:
    """There is nothing to hold."""
