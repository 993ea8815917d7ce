"""What a screen reader finds in a window: a role for all that has a name, a name and facts for all that is to be read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

Role, Text = QAccessible.Role, QAccessible.Text
PASSED_OVER = (Role.NoRole, Role.Client, Role.Whitespace)
PICTURES = (Role.Chart, Role.Graphic)
CHOSEN = (Role.SpinBox, Role.ProgressBar, Role.Slider)  # they say a value


def problems_heard(window: QWidget) -> list[str]:
    """What is wrong with how it is heard."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}: {problem}"
        for widget, interface in seen_in(window.window())
        if (problem := _problem(widget, interface))
    ]


def seen_in(window: QWidget) -> Iterator[tuple[QWidget, QAccessibleInterface]]:
    """What of it is seen, and how it is heard."""
    for interface in within(QAccessible.queryAccessibleInterface(window)):
        thing: QObject | None = interface.object()
        if isinstance(thing, QWidget) and thing.isVisible():
            yield thing, interface


def within(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """It, and all that it holds."""
    if interface is not None and interface.isValid():
        yield interface
        for place in range(interface.childCount()):
            yield from within(interface.child(place))


def _problem(widget: QWidget, interface: QAccessibleInterface) -> str:
    role, name = interface.role(), interface.text(Text.Name).strip()
    if role in PASSED_OVER and name:
        return f"passed over, though it is called {name!r}"
    if role in PASSED_OVER and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return "passed over, though the focus comes to it"
    if role is Role.Border and name:
        return "a frame, which is taken for a window"
    if (role is Role.Window or widget.isWindow()) and not (widget.isWindow() and name):
        return "a window without a name, or called one without being it"
    if role in PICTURES and not name and not isinstance(widget, QLabel):  # an icon beside its words
        return "a picture without words"
    if role in PICTURES and name and _has_no_facts(interface):
        return "a picture that says what it is, and not what is to be seen"
    if role in CHOSEN and not interface.text(Text.Value) and interface.valueInterface() is None:
        return "no value"
    return ""


def _has_no_facts(interface: QAccessibleInterface) -> bool:
    """Names of charts and months are sentences; others have their facts in the description."""
    return not interface.text(Text.Description) and len(interface.text(Text.Name).split()) <= 2
