"""A sheet as plain text, for the command line: headings, lines, lists, and tables in columns."""

from __future__ import annotations

from collections.abc import Iterator

from reconnect_desktop.output.sheet import Cell, Grid, Item, Items, Paragraph, Part, Section, Sheet

_INDENT = "  "


def sheet_lines(sheet: Sheet) -> list[str]:
    """All of it, line by line; pictures as their words. What the user typed is as typed, each line of it a line."""
    lines = [sheet.title, *([sheet.under] if sheet.under else []), *sheet.notices]
    for section in sheet.sections:
        lines += ["", *_section(section)]
    return lines


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield section.heading
    for part in section.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield from _indented(part.text, _INDENT)
    elif isinstance(part, Items):
        for item in part.items:
            yield from _item(item)
    elif isinstance(part, Grid):
        yield from _grid(part)
    else:
        yield from _indented(part.words, _INDENT)


def _item(item: Item) -> Iterator[str]:
    head, *rest = item.head.splitlines() or [""]
    yield f"{_INDENT}- {head}"
    for line in rest:
        yield f"{_INDENT}  {line}"
    for paragraph in item.body:
        yield from _indented(paragraph.text, _INDENT * 2)


def _grid(grid: Grid) -> Iterator[str]:
    told = [list(grid.headings), *([row.head, *map(_cell, row.cells)] for row in grid.rows)]
    widths = [max(len(row[place]) for row in told) for place in range(len(grid.headings))]
    for row in told:
        columns = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        yield f"{_INDENT}{_INDENT.join(columns)}".rstrip()


def _cell(cell: Cell) -> str:
    return f"{cell.text} ({cell.beside})" if cell.beside else cell.text


def _indented(text: str, by: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"{by}{line}".rstrip()
