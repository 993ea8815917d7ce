"""Room for the filters: as high as they are, scrolled where the window is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_LEAST = 96


class FilterPanel(QScrollArea):
    """Holds one widget whose height depends on its width, and takes half of its parent at most."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content, self._parent = content, parent
        self._wanted = _LEAST
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(_LEAST)
        self.setWidget(content)
        content.installEventFilter(self)
        parent.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """What the content asks for."""
        return QSize(super().sizeHint().width(), self._wanted)

    def fit(self) -> None:
        """Ask for the height that the content has at the present width."""
        most = max(_LEAST, self._parent.height() // 2)
        self._wanted = self._content.heightForWidth(self.width())
        self.setMaximumHeight(max(_LEAST, min(self._wanted, most)))
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The choices wrap otherwise, or the parent has another size."""
        relaid = watched is self._content and event.type() == QEvent.Type.LayoutRequest
        resized = watched is self._parent and event.type() == QEvent.Type.Resize
        if self.isVisible() and (relaid or resized):
            self.fit()
        return super().eventFilter(watched, event)
