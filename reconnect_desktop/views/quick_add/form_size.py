"""How large a window around an interaction form is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

NARROW = 560  # pixels, at the usual size of text
FRAME = 48  # what the window's title takes of the screen


def width_for(window: QWidget) -> int:
    """Wide enough for six media side by side, also with large text."""
    most = window.screen().availableGeometry().width()
    return min(max(NARROW, window.fontMetrics().averageCharWidth() * 64), most)


def height_for(window: QWidget, form: InteractionForm, around: int, width: int) -> int:
    """High enough for the form and `around` it, as far as the screen goes."""
    form.ui.rows.activate()  # what was shown or hidden a moment ago counts already
    most = window.screen().availableGeometry().height() - FRAME
    return min(form.heightForWidth(width) + around, most)
