"""A review written as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_pdf.document import BrokenFont, Document
from reconnect_desktop.output.review_pdf.lettering import lettering_for
from reconnect_desktop.output.review_pdf.setting import set_sheet
from reconnect_desktop.output.review_words import sheet_of
from reconnect_desktop.output.sheet import Grid, Items, Part, Sheet

Progress = Callable[[float], None]


def write_pdf(
    review: MonthReview | YearReview,
    options: Options,
    stream: BinaryIO,
    progress: Progress = lambda _share: None,
) -> None:
    """Write it: nothing but what `options` let through; the same review gives the same bytes.

    progress: told the share that is done, 0…1.
    """
    write_sheet(sheet_of(review, options), options, stream, progress)


def write_sheet(
    sheet: Sheet, options: Options, stream: BinaryIO, progress: Progress = lambda _share: None
) -> None:
    """Write a sheet."""
    document = _document(sheet, options)
    progress(0.1)
    set_sheet(document, sheet, lambda share: progress(0.1 + 0.7 * share))
    stream.write(document.finish())
    progress(1.0)


def _document(sheet: Sheet, options: Options) -> Document:
    """An empty one, with all letters that the sheet needs."""
    broken: set[Path] = set()
    while True:
        try:
            return Document(sheet, options, lettering_for(texts_of(sheet), broken))
        except BrokenFont as found:
            broken.add(found.path)


def texts_of(sheet: Sheet) -> Iterator[str]:
    """Every text on it."""
    yield from (sheet.title, sheet.under, *sheet.notices, sheet.foot)
    for section in sheet.sections:
        yield section.heading
        for part in section.parts:
            yield from _texts_in(part)


def _texts_in(part: Part) -> Iterator[str]:
    if isinstance(part, Items):
        for item in part.items:
            yield item.head
            yield from (paragraph.text for paragraph in item.body)
    elif isinstance(part, Grid):
        yield from part.headings
        for row in part.rows:
            yield row.head
            for cell in row.cells:
                yield from (cell.text, cell.beside)
    else:
        yield getattr(part, "text", "")
