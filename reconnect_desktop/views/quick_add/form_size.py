"""How large a window around an interaction form is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

NARROW = 592  # pixels, at the usual size of text
BAR = 12  # pixels of a scroll bar, as the style sheet has it
FRAME = 48  # what the window's title takes of the screen


def width_for(window: QWidget) -> int:
    """Wide enough for six media side by side, also with large text."""
    most = window.screen().availableGeometry().width()
    return min(max(NARROW, window.fontMetrics().averageCharWidth() * 68), most)


def height_for(window: QWidget, form: InteractionForm, around: int, width: int) -> int:
    """High enough for the form and `around` it, as far as the screen goes."""
    form.ui.rows.activate()  # what was shown or hidden a moment ago counts already
    most = window.screen().availableGeometry().height() - FRAME
    # If a scroll bar came, it would make the form narrower and higher, and so be needed for ever.
    needed = max(form.heightForWidth(width), form.heightForWidth(width - BAR))
    return min(needed + around, most)
