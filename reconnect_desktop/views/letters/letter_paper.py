"""A letter on paper: a small, well-set page, as PDF or for a printer. The outline is the writer's own, and not on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reconnect_desktop.durable import write_atomically
from reconnect_desktop.output.review_options import Paper
from reconnect_desktop.views.kit.dates import date_words
from reconnect_desktop.views.kit.paper import usual_paper

MARGIN = 25.0  # millimetres
RESOLUTION = 300  # dots per inch
_BODY, _TITLE, _SMALL = 11.0, 16.0, 9.5  # points
_LINE = 145.0  # per cent
_GREY = QColor("#5B6668")
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def page_layout() -> QPageLayout:
    """A4, or Letter where that is usual."""
    is_letter = usual_paper() is Paper.LETTER
    size = QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def set_letter(title: str, text: str, day: date) -> QTextDocument:
    """The letter, set: its date, its title, its paragraphs."""
    document = QTextDocument()
    body = QFont()
    body.setPointSizeF(_BODY)
    document.setDefaultFont(body)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block(after=18.0))
    cursor.insertText(date_words(day), _small())
    if title.strip():
        cursor.insertBlock(_block(after=14.0))
        cursor.insertText(title.strip(), _heading())
    cursor.insertBlock(_block(after=0.0))
    cursor.setCharFormat(QTextCharFormat())
    cursor.insertText(text.strip("\n"))
    return document


def save_pdf(title: str, text: str, day: date, path: Path) -> None:
    """Write the letter as PDF, whole or not at all, for its owner only. Raises UserErrors."""
    data = pdf(title, text, day)
    write_atomically(path, lambda stream: stream.buffer.write(data))


def pdf(title: str, text: str, day: date) -> bytes:
    """The letter as PDF."""
    return pdf_of(set_letter(title, text, day))


def pdf_of(document: QTextDocument) -> bytes:
    """A document as PDF, its letters in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout())
    paint(document, writer)
    return bytes(buffer.data().data())


def paint(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Draw it page by page; pages are numbered where there are several."""
    painter = QPainter(device)
    document.documentLayout().setPaintDevice(device)
    height, width = float(painter.viewport().height()), float(painter.viewport().width())
    foot = painter.fontMetrics().height() * 2.0
    page = QRectF(0, 0, width, height - foot)
    document.setPageSize(QSizeF(page.width(), page.height()))
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        _paint_page(painter, document, page, number)
        if document.pageCount() > 1:
            painter.setPen(_GREY)
            below = QRectF(0, height - foot, width, foot)
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(below, where, QLocale().toString(number + 1))
    painter.end()


def _paint_page(painter: QPainter, document: QTextDocument, page: QRectF, number: int) -> None:
    """Its lines, one by one.

    Qt's own drawing of a page has the last line of the one before in it: clipped away for the eye, but not for
    those who copy the text or have it read out.
    """
    painter.setPen(QColor("black"))  # whatever the theme
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        corner = layout.blockBoundingRect(block).topLeft()
        lines = block.layout()
        for at in range(lines.lineCount()):
            line = lines.lineAt(at)
            middle = corner.y() + line.y() + line.height() / 2
            if int(middle // page.height()) == number:
                line.draw(painter, corner - QPointF(0, number * page.height()))
        block = block.next()


def _block(*, after: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LINE, _PROPORTIONAL)
    block.setBottomMargin(after * RESOLUTION / 72)
    return block


def _small() -> QTextCharFormat:
    written = QTextCharFormat()
    written.setFontPointSize(_SMALL)
    written.setForeground(_GREY)
    return written


def _heading() -> QTextCharFormat:
    written = QTextCharFormat()
    written.setFontPointSize(_TITLE)
    written.setFontWeight(QFont.Weight.DemiBold)
    return written
