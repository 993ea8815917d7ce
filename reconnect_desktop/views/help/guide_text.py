"""A page of the guide as it is read: its pictures fit the width, and its headings have air."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from reconnect_desktop import paths

_EDGE = 80  # pixels that padding and scroll bar take
_AIR = 16  # above a heading


class GuideText(QTextBrowser):
    """Shows Markdown whose pictures lie beside the guide's pages."""

    def show_markdown(self, text: str) -> None:
        """Show this from its beginning."""
        self.setMarkdown(text)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:
                cursor.setPosition(block.position())
                style = block.blockFormat()
                style.setTopMargin(_AIR)
                cursor.setBlockFormat(style)
            block = block.next()

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """A picture of the guide, as wide as there is room."""
        image = QImage(str(paths.guide(QUrl(name).fileName())))
        room = max(200, self.width() - _EDGE)
        if image.width() <= room:
            return image
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other pictures."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            place = self.verticalScrollBar().value()
            self.show_markdown(self.toMarkdown())
            self.verticalScrollBar().setValue(place)
