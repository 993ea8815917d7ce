"""A sheet for the printer: the same sections as on the screen and in the PDF, set with Qt."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QTextDocument

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.pictures import draw, height_of
from reconnect_desktop.output.review_options import Paper
from reconnect_desktop.output.sheet import (
    Cell,
    Grid,
    Item,
    Items,
    Paragraph,
    Part,
    Picture,
    Section,
    Sheet,
    Voice,
)
from reconnect_desktop.output.theme import load_theme
from reconnect_desktop.views.letters.letter_paper import MARGIN
from reconnect_desktop.views.trends import sheet as screen

_POINTS = 10.0
_OF_QT = 20.0  # millimetres of a margin that QTextDocument.print_ leaves by itself
_WIDTH = 6.2  # inches of a picture
_FINE = 3.0  # pixels to one of the screen's
_ARROWS = {Arrow.MORE: "▲ ", Arrow.LESS: "▼ ", Arrow.NONE: ""}
_GREY = "#5B6668"


def page_layout(paper: Paper) -> QPageLayout:
    """A sheet of it, upright."""
    size = QPageSize(QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4)
    rest = MARGIN - _OF_QT
    margins = QMarginsF(rest, rest, rest, rest)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def draw_pictures(sheet: Sheet, first_weekday: int = 0) -> dict[str, QImage]:
    """Its pictures, by the key of their section; for the thread beside."""
    return {
        section.key: _image(part, first_weekday)
        for section in sheet.sections
        for part in section.parts
        if isinstance(part, Picture)
    }


def _image(picture: Picture, first_weekday: int) -> QImage:
    from reconnect_desktop.views.trends.chart_picture import picture_of

    style = ChartStyle(load_theme("light").colours, 9.0, first_weekday=first_weekday)
    width, height = (round(inches * screen.DPI) for inches in (_WIDTH, height_of(picture)))
    place = screen.Sheet(width, height, _FINE, style)
    return picture_of(draw(picture, style, place.inches), picture.shows, place).image


def set_review(sheet: Sheet, pictures: Mapping[str, QImage]) -> QTextDocument:
    """The whole of it, to be printed."""
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(
        f"h1 {{ font-size: 20pt; }} h2 {{ font-size: 12pt; margin-top: 16px; }} .aside {{ color: {_GREY}; }}"
    )
    for key, image in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(key), image)
    head = f"<h1>{_text(sheet.title)}</h1>{_aside(sheet.under)}{''.join(map(_aside, sheet.notices))}"
    document.setHtml(f"{head}{''.join(map(_section, sheet.sections))}{_aside(sheet.foot)}")
    return document


def _section(section: Section) -> str:
    heading = f"<h2>{_text(section.heading)}</h2>" if section.heading else ""
    return heading + "".join(_part(part, section.key) for part in section.parts)


def _part(part: Part, key: str) -> str:
    if isinstance(part, Paragraph):
        return _paragraph(part)
    if isinstance(part, Items):
        return "".join(map(_item, part.items))
    if isinstance(part, Grid):
        return _grid(part)
    width = round(_WIDTH * screen.DPI)
    return f'<p><img src="{key}" width="{width}"></p>{_aside(part.words)}'


def _item(item: Item) -> str:
    return _aside(item.head) + "".join(map(_paragraph, item.body))


def _paragraph(paragraph: Paragraph) -> str:
    return _aside(paragraph.text) if paragraph.voice is Voice.ASIDE else f"<p>{_text(paragraph.text)}</p>"


def _grid(grid: Grid) -> str:
    head = "".join(f'<td class="aside">{_text(one)}</td>' for one in grid.headings)
    rows = "".join(
        f"<tr><td>{_text(row.head)}</td>{''.join(map(_cell, row.cells))}</tr>" for row in grid.rows
    )
    return f'<table width="100%" cellpadding="3"><tr>{head}</tr>{rows}</table>'


def _cell(cell: Cell) -> str:
    beside = f"<br>{_ARROWS[cell.arrow]}{_text(cell.beside)}" if cell.beside else ""
    return f"<td>{_text(cell.text)}{beside}</td>"


def _aside(text: str) -> str:
    return f'<p class="aside">{_text(text)}</p>' if text else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
