"""A file let go over the main window is brought in, wherever in the window that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from reconnect_desktop.views.kit.look import Look

_MARGIN, _CORNER = 16, 12  # pixels


class DropPlace(QObject):
    """Looks at what comes to the window before any field in it does, which would take a file for text.

    dropped: the Path of the file. may: whether a file could be brought in at the moment; else it is refused.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, look: Look, may: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._look, self._may = window, look, may
        self.sign: DropSign | None = None  # while a file hovers
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files are ours; everything else goes its way."""
        if isinstance(event, QDropEvent):  # which drags are, too
            if not event.mimeData().hasUrls():
                return False
            self._hover(event) if isinstance(event, QDragMoveEvent) else self._drop(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hide_sign()
        return False

    def _hover(self, event: QDragMoveEvent) -> None:
        if self._file(event) is None:
            event.ignore()
            self._hide_sign()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self.sign is None:
            self.sign = DropSign(self._window, self._look)

    def _drop(self, event: QDropEvent) -> None:
        self._hide_sign()
        file = self._file(event)
        if file is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        # The other program waits until the drop is over, and must not have to wait for a dialog.
        QTimer.singleShot(0, self, lambda: self._bring_in(file))

    def _bring_in(self, file: Path) -> None:
        if self._is_free():
            self._window.activateWindow()
            self.dropped.emit(file)

    def _file(self, event: QDropEvent) -> Path | None:
        """The one file that is meant, if one can be brought in now."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile() or not self._is_free():
            return None
        return Path(urls[0].toLocalFile())

    def _is_free(self) -> bool:
        return self._may() and not (QApplication.activeModalWidget() or QApplication.activePopupWidget())

    def _hide_sign(self) -> None:
        if self.sign is not None:
            self.sign.hide()
            self.sign.deleteLater()
            self.sign = None


class DropSign(QWidget):
    """Covers the window while a file hovers over it: a frame, and what would become of the file."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self.words = QLabel(self.tr("Let it go here to bring it in"), self)
        self.words.setProperty("kind", "title")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        QVBoxLayout(self).addWidget(self.words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is below stays in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._look.colour("bg"))
        veil.setAlphaF(0.93)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._look.colour("accent"), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        painter.end()
