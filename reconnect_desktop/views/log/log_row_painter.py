"""Paints one interaction of the Log into its row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.output.tag_names import shown_tags
from reconnect_desktop.views.log.log_matches import excerpt, matches, runs_from_left
from reconnect_desktop.views.log.log_model import LogModel
from reconnect_desktop.views.log.log_style import RowStyle
from reconnect_desktop.views.log.log_words import row_facts, row_title

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_RTL = Qt.LayoutDirection.RightToLeft
_NOTE_LEAST = 150  # pixels at the usual size of text: a note that would be narrower goes away
_USUAL_LINE = 17


@dataclass(slots=True)
class RowPainter:
    """One interaction being painted: laid out from left to right, and mirrored where the language is.

    Texts and pictures are drawn from what `style` keeps, for all rows in view are painted at every key stroke.
    """

    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    style: RowStyle
    model: LogModel

    @classmethod
    def paint(
        cls,
        painter: QPainter,
        option: QStyleOptionViewItem,
        style: RowStyle,
        model: LogModel,
        row: Interaction,
    ) -> None:
        """Icon, day and facts, note and tags, win, circles, digit."""
        self = cls(painter, option.rect, option.direction, style, model)
        left, right = self.rect.left() + style.pad, self.rect.right() - style.pad
        self._pixmap(left, style.disc, style.disc, style.medium(row.medium))
        left += style.disc + style.gap
        right = self._paint_closeness(row, right)
        self._paint_lead(row, left, min(style.lead, right - left))
        left += style.lead + 2 * style.gap
        if right - left >= _NOTE_LEAST * style.line // _USUAL_LINE:
            self._paint_middle(row, left, right)

    def _paint_lead(self, row: Interaction, left: int, width: int) -> None:
        style = self.style
        top = self.rect.center().y() - style.line + 1
        self.painter.setPen(style.text)
        title = self._rect(left, top - 2, width, style.line)
        style.bolds.draw(self.painter, title, row_title(row, self.model.today), self.direction)
        self.painter.setPen(style.muted)
        facts = self._rect(left, top + style.line, width, style.line)
        style.plains.draw(self.painter, facts, row_facts(row), self.direction)

    def _paint_closeness(self, row: Interaction, right: int) -> int:
        """Paint heart, circles and digit from the right; tell where they begin."""
        style = self.style
        size = style.rated
        right -= size.width()
        self._pixmap(right, size.width(), size.height(), style.closeness(row.closeness))
        side = style.heart
        right -= side + style.gap
        if row.win:
            self._pixmap(right, side, side, style.icon("heart", "her", side))
        return right - style.gap

    def _paint_middle(self, row: Interaction, left: int, right: int) -> None:
        style, words = self.style, self.model.words
        note = excerpt(row.note, words)
        if words and row.win and not matches(note, words):
            found = excerpt(row.win, words)
            note = found if matches(found, words) else note
        middle = self.rect.center().y() + 1
        if note and row.tags:
            self._paint_note(note, left, middle - style.line - 2, right - left)
            self._paint_tags(row.tags, left, middle + 3, right)
        elif note:
            self._paint_note(note, left, middle - style.line // 2, right - left)
        elif row.tags:
            self._paint_tags(row.tags, left, middle - style.chip // 2, right)

    def _paint_note(self, note: str, left: int, top: int, width: int) -> None:
        """A note keeps its own direction, and begins where the rows begin."""
        style, rect = self.style, self._rect(left, top, width, self.style.line)
        line = style.plains.line(note, width, self.direction, own=True)
        found = matches(line.shown, self.model.words)
        self.painter.setFont(style.plains.font)
        self.painter.setPen(style.text)
        if found and not (self.direction != _RTL and runs_from_left(line.shown)):
            self._draw_marked(line.shown, rect, found)
            return
        for start, length in found:
            before = style.plains.metrics.horizontalAdvance(line.shown[:start])
            after = style.plains.metrics.horizontalAdvance(line.shown[: start + length])
            self._mark(QRect(rect.left() + before - 2, top, after - before + 4, style.line))
        self.painter.setPen(style.text)
        self.painter.drawStaticText(rect.topLeft(), line.prepared)

    def _mark(self, rect: QRect) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.style.colour("amber_soft"))
        self.painter.drawRoundedRect(rect, 4, 4)

    def _draw_marked(self, text: str, rect: QRect, found: list[tuple[int, int]]) -> None:
        """Where a text runs from the right, or both ways, its layout knows where the marks belong."""
        side = Qt.AlignmentFlag.AlignRight if self.direction == _RTL else Qt.AlignmentFlag.AlignLeft
        layout = QTextLayout(text, self.painter.font())
        layout.setTextOption(QTextOption(side | _ABSOLUTE))
        layout.setFormats([self._format(start, length) for start, length in found])
        layout.beginLayout()
        layout.createLine().setLineWidth(rect.width())
        layout.endLayout()
        layout.draw(self.painter, QPointF(rect.topLeft()))

    def _format(self, start: int, length: int) -> QTextLayout.FormatRange:
        mark = QTextCharFormat()
        mark.setBackground(self.style.colour("amber_soft"))
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = start, length, mark
        return marked

    def _paint_tags(self, tags: tuple[str, ...], left: int, top: int, right: int) -> None:
        style = self.style
        for at, tag in enumerate(shown_tags(tags)):
            rest = f"+{len(tags) - at}"
            spare = style.small_metrics.horizontalAdvance(rest) + 8 if at + 1 < len(tags) else 0
            width = style.chip_width(tag)
            if left + width + spare > right:
                self.painter.setFont(style.small)
                self.painter.setPen(style.muted)
                self.painter.drawText(self._rect(left, top, right - left, style.chip), _LEFT, rest)
                return
            pixmap = style.tag(tag, marked=bool(matches(tag, self.model.words)))
            self.painter.drawPixmap(self._rect(left, top, width, style.chip).topLeft(), pixmap)
            left += width + 6

    def _pixmap(self, left: int, width: int, height: int, pixmap: QPixmap) -> None:
        top = self.rect.top() + (self.rect.height() - height) // 2
        self.painter.drawPixmap(self._rect(left, top, width, height).topLeft(), pixmap)

    def _rect(self, left: int, top: int, width: int, height: int) -> QRect:
        rect = QRect(left, top, width, height)
        return rect if self.direction != _RTL else QStyle.visualRect(_RTL, self.rect, rect)
