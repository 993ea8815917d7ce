"""What is needed before the first paint, without what it usually drags along.

The first touch of `PySide6.QtCore.Qt` makes all of its enums: some 20 ms, a tenth of the whole start.
Until the window is painted, the numbers below do; handlers of keys and clicks import `Qt` when they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from reconnect_desktop.domain.when import When

NO_FOCUS, CLICK_FOCUS, STRONG_FOCUS = 0, 0x2, 0xB  # Qt.FocusPolicy
ALIGN_LEFT, ALIGN_RIGHT, ALIGN_TOP_CENTRE, ALIGN_CENTRE = 0x1, 0x2, 0x24, 0x84  # Qt.AlignmentFlag
SHOW_MNEMONIC, HIDE_MNEMONIC = 0x0800, 0x8000  # Qt.TextFlag
PLAIN_TEXT = 0  # Qt.TextFormat


def set_focus_policy(widget: QWidget, policy: int) -> None:
    """As `widget.setFocusPolicy`."""
    widget.setProperty("focusPolicy", policy)


def make_plain(label: QLabel) -> None:
    """As `label.setTextFormat(Qt.TextFormat.PlainText)`: what a user wrote is never taken for markup."""
    label.setProperty("textFormat", PLAIN_TEXT)


def this_moment() -> When:
    """As `clock.now`; loading the calendar and the time zones can wait until somebody asks."""
    from reconnect_desktop import clock

    return clock.now()
