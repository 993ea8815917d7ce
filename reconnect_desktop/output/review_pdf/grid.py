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
_AIR = 7.0  # points to the next column
_BEFORE, _ARROW = 9.0, 8.0  # points from a number to its arrow, and of the arrow


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
    top, columns = document.y, _columns(document, grid)
    height = max(
        document.height_of(text, _HEADING, width - _AIR)
        for (_, width), text in zip(columns, grid.headings, strict=True)
    )
    with document.tags.group("TR"):
        for (x, width), text in zip(columns, grid.headings, strict=True):
            document.set_xy(x, top)
            with document.tags.content("TH"):
                if text:
                    document.set_text(text, _HEADING, width - _AIR)
    document.set_xy(document.l_margin, top + height + 3)
    document.rule(document.l_margin, document.w - document.r_margin, document.y, "control", 0.8)


def _row_height(document: Document, grid: Grid, row: Row) -> float:
    """As high as the highest of its cells."""
    (_, first), *others = _columns(document, grid)
    cells = zip(others, row.cells, strict=True)
    heights = [_cell_height(document, cell, width, _kind(at)) for at, ((_, width), cell) in enumerate(cells)]
    return max(document.height_of(row.head, _NAME, first - _AIR), *heights) + 2 * _PAD


def _set_row(document: Document, grid: Grid, row: Row, height: float) -> None:
    (left, first), *others = _columns(document, grid)
    top = document.y
    with document.tags.group("TR"):
        document.set_xy(left, top + _PAD)
        with document.tags.content("TH"):
            document.set_text(row.head, _NAME, first - _AIR)
        for at, ((x, width), cell) in enumerate(zip(others, row.cells, strict=True)):
            document.set_xy(x, top + _PAD)
            _set_cell(document, cell, width, _kind(at))
    document.set_xy(document.l_margin, top + height)
    document.rule(document.l_margin, document.w - document.r_margin, document.y, "line")


def _kind(column: int) -> Type:
    return _OTHER if column else _NUMBER


def _set_cell(document: Document, cell: Cell, width: float, kind: Type) -> None:
    """The number and what stands beside it are one cell for those who hear it; the arrow between them is ornament.

    Where there is no room beside the number, it stands under it.
    """
    x, y = document.x, document.y
    place = 0.0
    if _fits_beside(document, cell, width, kind):
        place = document.width_of(cell.text, kind) + _BEFORE
    with document.tags.content("TD"):
        document.set_text(cell.text, kind, width - _AIR)
        if cell.arrow is not Arrow.NONE:
            y = y if place else document.y
            document.set_xy(x + place + _ARROW, y)
            document.set_text(f" {cell.beside}", _BESIDE, width - place - _ARROW)
    if cell.arrow is not Arrow.NONE:
        ornaments.draw_arrow(document, cell.arrow, x + place, y + 3.2, _ARROW)


def _cell_height(document: Document, cell: Cell, width: float, kind: Type) -> float:
    height = document.height_of(cell.text, kind, width - _AIR)
    if cell.arrow is Arrow.NONE or _fits_beside(document, cell, width, kind):
        return height
    return height + document.height_of(f" {cell.beside}", _BESIDE, width - _ARROW)


def _fits_beside(document: Document, cell: Cell, width: float, kind: Type) -> bool:
    beside = document.width_of(f" {cell.beside}", _BESIDE)
    return document.width_of(cell.text, kind) + _BEFORE + _ARROW + beside <= width
