"""A sheet written as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from reconnect_desktop.output.review_options import Paper
from reconnect_desktop.output.review_pdf.document import BrokenFont, Document
from reconnect_desktop.output.review_pdf.lettering import lettering_for
from reconnect_desktop.output.review_pdf.setting import set_sheet
from reconnect_desktop.output.sheet import Grid, Items, Part, Sheet


def write_sheet(
    sheet: Sheet, paper: Paper, stream: BinaryIO, progress: Callable[[float], None] = lambda _share: None
) -> None:
    """Write it; the same sheet gives the same bytes. progress: told the share that is done, 0…1."""
    document = _document(sheet, paper)
    progress(0.1)
    set_sheet(document, sheet, lambda share: progress(0.1 + 0.7 * share))
    stream.write(document.finish())
    progress(1.0)


def _document(sheet: Sheet, paper: Paper) -> Document:
    """An empty one, with all letters that the sheet needs."""
    broken: set[Path] = set()
    while True:
        try:
            return Document(sheet, paper, lettering_for(_texts(sheet), broken))
        except BrokenFont as found:
            broken.add(found.path)


def _texts(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.title, sheet.under, *sheet.notices, sheet.foot)
    for section in sheet.sections:
        yield section.heading
        for part in section.parts:
            yield from _texts_of(part)


def _texts_of(part: Part) -> Iterator[str]:
    if isinstance(part, Items):
        for item in part.items:
            yield item.head
            yield from (paragraph.text for paragraph in item.body)
    elif isinstance(part, Grid):
        yield from part.headings
        for row in part.rows:
            yield row.head
            yield from (f"{cell.text}{cell.beside}" for cell in row.cells)
    else:
        yield getattr(part, "text", "")
