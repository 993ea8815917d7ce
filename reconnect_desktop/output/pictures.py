"""The picture of a month or a year as SVG, for paper and for HTML: lines and shapes only, the same bytes each time."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.sheet import Picture
from reconnect_desktop.output.theme import load_theme
from reconnect_desktop.paths import resource

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.chart import Chart

FAMILY = "Reconnect Sans"
_MONTH_HEIGHT, _YEAR_HEIGHT = 2.2, 6.4  # inches


def height_of(picture: Picture) -> float:
    """The height it is drawn in, in inches."""
    return _MONTH_HEIGHT if isinstance(picture.shows, MonthReview) else _YEAR_HEIGHT


def svg_of(picture: Picture, width: float, theme: str = "light", *, first_weekday: int = 0) -> str:
    """The drawing, `width` inches wide, as an <svg> element without prologue, script or anything from outside.

    Its ground is left out: it takes that of the page. Letters are outlines, so they look the same everywhere.
    """
    import matplotlib as mpl

    load_letters()
    style = ChartStyle(load_theme(theme).colours, 9.0, (FAMILY, "DejaVu Sans"), first_weekday)
    figure = draw(picture, style, (width, height_of(picture))).figure
    stream = io.StringIO()
    # Names in the drawing come from a digest of the salt, else of a random number.
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "Reconnect"}):
        figure.savefig(stream, format="svg", transparent=True, metadata=dict.fromkeys(("Date", "Creator")))
    return _bare(stream.getvalue())


def load_letters() -> None:
    """Let charts be written in our own letters. Loads matplotlib."""
    from matplotlib.font_manager import fontManager

    if FAMILY not in {font.name for font in fontManager.ttflist}:
        for face in ("Regular", "SemiBold"):
            fontManager.addfont(resource("fonts", f"ReconnectSans-{face}.ttf"))


def draw(picture: Picture, style: ChartStyle, size: tuple[float, float]) -> Chart:
    """The drawing as a chart, `size` in inches. Loads matplotlib."""
    if isinstance(picture.shows, MonthReview):
        from reconnect_desktop.output.charts import month

        return month.draw(picture.shows, style, size=size)
    from reconnect_desktop.output.charts import year

    return year.draw(picture.shows, style, size=size)


def _bare(svg: str) -> str:
    """The element alone, without what only tells where it comes from (and which fpdf2 would log that it skips)."""
    element = svg[svg.index("<svg") :]
    return re.sub(r"\s*<metadata>.*?</metadata>", "", element, flags=re.DOTALL).strip()
