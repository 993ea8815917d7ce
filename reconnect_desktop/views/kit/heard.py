"""What a screen reader is told of what Qt knows nothing about: our own widgets, and what has just come up.

Touching `QAccessible` makes all of its enums, which takes 2 ms: nothing here does before it is called.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessible, QAccessibleInterface


@cache
def be_heard() -> None:
    """From now on our own widgets are heard as `role_of` says; those that a screen reader has met stay what they were."""
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_interface)


def role_of(widget: QWidget) -> QAccessible.Role | None:
    """What its class names as `heard_as`, a name of `QAccessible.Role`; a group for others of ours; else Qt's own.

    Qt calls all of ours, painted or not, a filler or a frame: screen readers pass over the one, and take the other for a window.
    """
    from PySide6.QtGui import QAccessible

    named = getattr(widget, "heard_as", None)
    if named is not None:
        return QAccessible.Role[named]
    if (
        isinstance(widget, QScrollArea) and widget.focusPolicy().value
    ):  # to be moved by keys, as nothing in it takes the focus
        return QAccessible.Role.Grouping
    known_to_qt = next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6"))
    if known_to_qt not in (QWidget, QFrame) or type(widget) is QWidget:
        return None
    return QAccessible.Role.Grouping


def announce(widget: QWidget, sentence: str) -> None:
    """Have `sentence` read out: it has come up on `widget`, where the focus is not."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    from PySide6.QtWidgets import QAccessibleWidget

    if not isinstance(thing, QWidget):
        return None
    role = role_of(thing)
    return QAccessibleWidget(thing, role) if role is not None else None
