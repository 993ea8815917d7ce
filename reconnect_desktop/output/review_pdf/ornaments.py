"""What is drawn beside the text: the sign of the app, dots and arrows."""

from __future__ import annotations

from typing import NamedTuple

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.output.circles import apart
from reconnect_desktop.output.review_pdf.document import Document

_APART = apart(5)  # as on the icon


def draw_sign(document: Document, x: float, y: float, width: float) -> None:
    """The two circles, you and her; `x`, `y`: the upper left corner of what they fill."""
    radius = width / (2 + 2 * _APART)
    shift = radius * _APART
    you, her = Disc(x + radius, y + radius, radius), Disc(x + radius + 2 * shift, y + radius, radius)
    with document.tags.ornament():
        _fill(document, you, "you", 0.16)
        _fill(document, her, "her", 0.16)
        with document.round_clip(x, y, 2 * radius):
            _fill(document, her, "accent", 0.78)
        _outline(document, her, "her")
        _outline(document, you, "you")


class Disc(NamedTuple):
    """A circle: its middle, and its radius."""

    x: float
    y: float
    radius: float


def _fill(document: Document, disc: Disc, role: str, opacity: float) -> None:
    with document.local_context(fill_opacity=opacity):
        document.set_fill_color(document.colours[role])
        document.circle(*disc, style="F")


def _outline(document: Document, disc: Disc, role: str) -> None:
    document.set_draw_color(document.colours[role])
    document.set_line_width(1.5)
    document.circle(disc.x, disc.y, disc.radius - 0.75, style="D")


def draw_dot(document: Document, x: float, y: float) -> None:
    """The mark of an item in a list."""
    with document.tags.ornament():
        document.set_fill_color(document.colours["accent"])
        document.circle(x, y, 1.8, style="F")


def draw_arrow(document: Document, arrow: Arrow, x: float, y: float, size: float) -> None:
    """Up or down, in a box of this size whose upper left corner is at `x`, `y`."""
    up = arrow is Arrow.MORE
    tip, end = (y, y + size) if up else (y + size, y)
    wing = size * 0.42 * (1 if up else -1)
    middle = x + size * 0.42
    with document.tags.ornament():
        document.set_draw_color(document.colours["accent"])
        document.set_line_width(1.1)
        document.line(middle, tip, middle, end)
        document.polyline(
            [(middle - size * 0.42, tip + wing), (middle, tip), (middle + size * 0.42, tip + wing)]
        )
