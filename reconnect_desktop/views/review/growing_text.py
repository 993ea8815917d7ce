"""A text area that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.text_area import TextArea

_LEAST, _MOST = 3, 14  # lines
_PARAGRAPH, _LINE = "\u2029", "\u2028"  # as Qt parts them


class GrowingText(TextArea):
    """Up to some lines; then it scrolls. edited: the user changed it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = _LEAST
        self._loading = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def load(self, text: str) -> None:
        """Show this; what was done before can't be undone here any more."""
        self._loading = True
        self.setPlainText(text)
        self._loading = False

    def written(self) -> str:
        """What stands in it, with every space as it was typed."""
        raw = self.document().toRawText()
        return raw.replace(_PARAGRAPH, "\n").replace(_LINE, "\n").replace("\0", "")

    def _changed(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _grow(self) -> None:
        lines = min(
            _MOST, max(_LEAST, round(self.document().size().height()))
        )  # of which Qt counts the lines
        if lines != self.lines:
            self.lines = lines
            self.updateGeometry()
