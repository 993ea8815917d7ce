"""A chart set on a page as lines and shapes, not as an image."""

from __future__ import annotations

import io

from reconnect_desktop.output.pictures import height_of, svg_of
from reconnect_desktop.output.review_pdf.document import Document
from reconnect_desktop.output.sheet import Picture

_POINTS = 72.0  # to the inch


def picture_height(picture: Picture) -> float:
    """How high it stands on the page, in points."""
    return height_of(picture) * _POINTS


def set_picture(document: Document, picture: Picture) -> None:
    """Set it in the width of the text, with its message for those who hear it."""
    height = picture_height(picture)
    document.keep(height)
    svg = svg_of(picture, document.epw / _POINTS, first_weekday=document.first_weekday)
    top = document.y
    with document.tags.content("Figure", alt=picture.words):
        document.image(io.BytesIO(svg.encode()), document.l_margin, top, document.epw, height)
    document.set_xy(document.l_margin, top + height)
