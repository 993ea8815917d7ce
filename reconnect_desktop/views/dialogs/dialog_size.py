"""How large a dialog around a form in a scroll area is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.views.quick_add.form_size import BAR, FRAME

_LETTERS = 40  # letters m of its width


def size_for(dialog: QDialog, form: QWidget, bar: QWidget, letters: int = _LETTERS) -> QSize:
    """So wide, and as high as form and bar need, as far as the screen goes."""
    most = dialog.screen().availableGeometry()
    width = min(dialog.fontMetrics().horizontalAdvance("m") * letters, most.width())
    if (layout := form.layout()) is not None:
        layout.activate()  # what was shown or hidden a moment ago counts already
    needed = form.heightForWidth(width - BAR) + bar.sizeHint().height()
    return QSize(width, min(needed, most.height() - FRAME))
