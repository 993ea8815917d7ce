"""A table set on a page: heads at the left, numbers beside, an arrow where a difference is more than chance."""

from __future__ import annotations

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.output.review_pdf import ornaments
from reconnect_desktop.output.review_pdf.document import Document, Type
from reconnect_desktop.output.sheet import Cell, Grid, Row

_NAME = Type(10.5, 15)
_NUMBER = Type(10.5, 15, "B")
_OTHER = Type(10.5, 15)
_BESIDE = Type(8.5, 15, "", "muted")
_HEADING = Type(9, 13, "", "muted")
_PAD = 4.5  # points above and below a row's text
_FIRST = 0.28  # the share of the width that the rows' heads take


def set_grid(document: Document, grid: Grid, after: float = 0) -> None:
    """Set it; where it goes on on another page, its headings stand there as well.

    after: the height of what stands on the page of its last row.
    """
    with document.tags.group("Table"):
        _set_headings(document, grid)
        for row in grid.rows:
            height = _row_height(document, grid, row)
            needed = height + (after if row is grid.rows[-1] else 0)
            if needed > document.room:
                document.keep(needed)
                _set_headings(document, grid)
            _set_row(document, grid, row, height)


def _columns(document: Document, grid: Grid) -> list[tuple[float, float]]:
    """Left edge and width of each."""
    left, whole = document.l_margin, document.epw
    first = whole * _FIRST
    rest = (whole - first) / (len(grid.headings) - 1)
    return [(left, first)] + [
        (left + first + number * rest, rest) for number in range(len(grid.headings) - 1)
    ]


def _set_headings(document: Document, grid: Grid) -> None:
    top = document.y
    with document.tags.group("TR"):
        for (x, width), text in zip(_columns(document, grid), grid.headings, strict=True):
            document.set_xy(x, top)
            with document.tags.content("TH"):
                if text:
                    document.set_text(text, _HEADING, width - 6)
    document.set_xy(document.l_margin, top + _HEADING.leading + 3)
    document.rule(document.l_margin, document.w - document.r_margin, document.y, "control", 0.8)


def _row_height(document: Document, grid: Grid, row: Row) -> float:
    width = _columns(document, grid)[0][1] - 8
    return document.height_of(row.head, _NAME, width) + 2 * _PAD


def _set_row(document: Document, grid: Grid, row: Row, height: float) -> None:
    columns = _columns(document, grid)
    top = document.y
    with document.tags.group("TR"):
        document.set_xy(columns[0][0], top + _PAD)
        with document.tags.content("TH"):
            document.set_text(row.head, _NAME, columns[0][1] - 8)
        for number, ((x, width), cell) in enumerate(zip(columns[1:], row.cells, strict=True)):
            document.set_xy(x, top + _PAD)
            _set_cell(document, cell, width, _OTHER if number else _NUMBER)
    document.set_xy(document.l_margin, top + height)
    document.rule(document.l_margin, document.w - document.r_margin, document.y, "line")


def _set_cell(document: Document, cell: Cell, width: float, kind: Type) -> None:
    """The number and what stands beside it are one cell for those who hear it; the arrow between them is ornament."""
    x, y = document.x, document.y
    place = x + document.width_of(cell.text, kind) + 9
    with document.tags.content("TD"):
        document.set_text(cell.text, kind, width - 6)
        if cell.arrow is not Arrow.NONE:
            document.set_xy(place + 8, y)
            document.set_text(f" {cell.beside}", _BESIDE, width - (place + 8 - x))
    if cell.arrow is not Arrow.NONE:
        ornaments.draw_arrow(document, cell.arrow, place, y + 3.2, 8)
