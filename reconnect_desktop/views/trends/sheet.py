"""What a chart is drawn on: its size, how fine the pixels are, and the style."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.views.kit.look import Look

DPI = 96  # as Qt counts points


@dataclass(frozen=True, slots=True)
class Sheet:
    """width, height: in Qt's pixels; ratio: the screen's own pixels for each of them."""

    width: int
    height: int
    ratio: float
    style: ChartStyle

    @property
    def inches(self) -> tuple[float, float]:
        """The size a chart is made in: a whole number of the screen's pixels."""
        return round(self.width * self.ratio) / self.dots, round(self.height * self.ratio) / self.dots

    @property
    def dots(self) -> float:
        """The screen's pixels for each inch."""
        return DPI * self.ratio

    def fits(self, widget: QWidget) -> bool:
        """Whether a picture on it fills the widget pixel by pixel."""
        return (self.width, self.height, self.ratio) == (
            widget.width(),
            widget.height(),
            widget.devicePixelRatioF(),
        )


def sheet_for(widget: QWidget, look: Look) -> Sheet:
    """As large as the widget, in its font and the theme's colours."""
    return Sheet(widget.width(), widget.height(), widget.devicePixelRatioF(), style_for(widget, look))


def style_for(widget: QWidget, look: Look) -> ChartStyle:
    """In the widget's font and the theme's colours."""
    return ChartStyle(
        colours=look.theme.colours,
        points=widget.font().pointSizeF(),
        fonts=(QFontInfo(widget.font()).family(),),
        first_weekday=QLocale().firstDayOfWeek().value - 1,
    )
