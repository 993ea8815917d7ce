"""Fonts, measures and pictures of the Log's rows, made once for each font, theme and screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPen, QPixmap

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.views.kit.circles import Strength, paint_circles
from reconnect_desktop.views.kit.dates import full_day_words, time_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_texts import Texts
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

_Key = TypeVar("_Key", bound=tuple[object, ...])

_MOST = 300  # pictures kept
_NOTHING = Strength(disc=0, lens=0, outline=0)
_UNRATED = 3.0  # how far the dashed circles overlap that say "not rated"


class RowStyle:
    """What a row is painted with. Lengths are in logical pixels and grow with the font."""

    pad = 16
    gap = 12
    radius = 12.0

    def __init__(self, look: Look, font: QFont, ratio: float) -> None:
        self.look = look
        self.ratio = ratio
        self.font = QFont(font)
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.9)
        self.section = QFont(self.bold)
        self.section.setPointSizeF(font.pointSizeF() * 1.2)
        self.plains, self.bolds = Texts(self.font), Texts(self.bold)
        self.small_metrics = QFontMetrics(self.small)
        self.text, self.muted = look.colour("text"), look.colour("muted")
        self.line = self.plains.metrics.height()
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}

    @cached_property
    def height(self) -> int:
        """Of every row: two lines and air, on the grid of 8."""
        return -(-(2 * self.line + 28) // 8) * 8

    @cached_property
    def disc(self) -> int:
        """Side of the round behind the medium's icon."""
        return max(36, round(self.line * 2.1))

    @cached_property
    def figure(self) -> QSize:
        """Of the two circles."""
        height = max(26, round(self.line * 1.55))
        return QSize(round(height * 2.06), height)

    @cached_property
    def rated(self) -> QSize:
        """Of the two circles and the digit beside them."""
        digit = max(self.bolds.metrics.horizontalAdvance(str(digit)) for digit in range(1, 8))
        return QSize(self.figure.width() + 8 + digit, self.figure.height())

    @cached_property
    def heart(self) -> int:
        """Side of the sign of a win."""
        return round(self.line * 0.95)

    @cached_property
    def chip(self) -> int:
        """Height of a tag."""
        return self.small_metrics.height() + 6

    def chip_width(self, tag: str) -> int:
        """Width of a tag."""
        return self.small_metrics.horizontalAdvance(tag) + 18

    @cached_property
    def lead(self) -> int:
        """Width that holds every day's words, and nearly every line of time, medium and length."""
        days = (date(2026, month, day) for month in range(1, 13) for day in range(20, 27))
        widest = max(self.bolds.metrics.horizontalAdvance(full_day_words(day, year=False)) for day in days)
        media = max((medium_word(medium) for medium in Medium), key=len)
        facts = f"{time_words(datetime(2026, 11, 22, 22, 40))} · {media} · 1 h 45 min"
        return max(widest, self.plains.metrics.horizontalAdvance(facts)) + 4

    def colour(self, role: str) -> QColor:
        """The theme's colour."""
        return self.look.colour(role)

    @cached_property
    def hover(self) -> QColor:
        """The ground of the row under the pointer: half way to a selected one."""
        surface, chosen = self.colour("surface"), self.colour("sel")
        return QColor(
            (surface.red() + chosen.red()) // 2,
            (surface.green() + chosen.green()) // 2,
            (surface.blue() + chosen.blue()) // 2,
        )

    def medium(self, medium: Medium) -> QPixmap:
        """The medium's icon in its tinted round."""
        return self.disc_with(ICONS[medium], f"medium_{medium.value}")

    def disc_with(self, icon: str, role: str) -> QPixmap:
        """An icon in a round of its colour's tint."""
        return self._kept(("disc", icon, role), QSize(self.disc, self.disc), self._paint_disc)

    def closeness(self, closeness: int | None) -> QPixmap:
        """The two circles and their digit; dashed and without one where it was not rated."""
        return self._kept(("closeness", closeness), self.rated, self._paint_closeness)

    def tag(self, tag: str, *, marked: bool) -> QPixmap:
        """A tag as a chip; marked if it is what was searched for."""
        return self._kept(("tag", tag, marked), QSize(self.chip_width(tag), self.chip), self._paint_tag)

    def icon(self, name: str, role: str, side: int) -> QPixmap:
        """An icon of the set in a colour of the theme."""
        return self._kept((name, role), QSize(side, side), self._paint_icon)

    def _kept(self, key: _Key, size: QSize, paint: Callable[[QPainter, QRectF, _Key], None]) -> QPixmap:
        if key not in self._pixmaps:
            if len(self._pixmaps) >= _MOST:
                self._pixmaps.clear()
            pixmap = QPixmap(size * self.ratio)
            pixmap.setDevicePixelRatio(self.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, QRectF(0, 0, size.width(), size.height()), key)
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def _paint_disc(self, painter: QPainter, rect: QRectF, key: tuple[str, str, str]) -> None:
        _, icon, role = key
        tint = QColor(self.colour(role))
        tint.setAlphaF(0.18 if self.look.theme.dark else 0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawEllipse(rect)
        side = round(rect.width() * 0.5)
        corner = QPointF(rect.width() - side, rect.height() - side) / 2
        self.look.icon(icon, role).paint(painter, QRect(corner.toPoint(), QSize(side, side)))

    def _paint_closeness(self, painter: QPainter, rect: QRectF, key: tuple[str, int | None]) -> None:
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        digit = rect.width() - self.figure.width()
        circles = rect.adjusted(digit, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -digit, 0)
        if key[1] is None:
            paint_circles(painter, circles, _UNRATED, self.look, ghost=_UNRATED, strength=_NOTHING)
            return
        paint_circles(painter, circles, float(key[1]), self.look)
        painter.setFont(self.bold)
        painter.setPen(self.text)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, str(key[1]))

    def _paint_tag(self, painter: QPainter, rect: QRectF, key: tuple[str, str, bool]) -> None:
        _, tag, marked = key
        painter.setPen(QPen(self.colour("amber" if marked else "line"), 1))
        painter.setBrush(self.colour("amber_soft" if marked else "bg"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
        painter.setPen(self.text if marked else self.muted)
        painter.setFont(self.small)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tag)

    def _paint_icon(self, painter: QPainter, rect: QRectF, key: tuple[str, str]) -> None:
        name, role = key
        self.look.icon(name, role).paint(
            painter, rect.toRect(), Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
        )
