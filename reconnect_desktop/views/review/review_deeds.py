"""Taking a month along: saved as PDF or HTML, printed, made for a counsellor."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.durable import write_atomically
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.review.making import Making
from reconnect_desktop.views.review.review_reading import Reading

T = TypeVar("T")
Review = MonthReview | YearReview
Progress = Callable[[float], None]

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Kind(NamedTuple):
    """A kind of file: its ending, and what writes it."""

    ending: str
    write: Callable[[Review, Options, BinaryIO, Progress], None]


class ReviewDeeds(QObject):
    """Files are made beside the GUI thread, whole or not at all.

    said: what was done. failed: the UserError of a file that could not be written.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, background: Background, place: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._beside, self._page = background.beside(), page
        self.making = Making(page)
        place.addWidget(self.making)

    def save(self, reading: Reading) -> None:
        """Ask where to and as what, and write it there."""
        kinds = {self.tr("PDF (*.pdf)"): PDF, self.tr("Web page (*.html)"): HTML}
        self._write(self._ask(self.tr("Save as"), kinds), reading, reading.options)

    def save_for_counsellor(self, reading: Reading) -> None:
        """Say what is left out, ask where to, and write a PDF."""
        from reconnect_desktop.views.review.counsellor_dialog import CounsellorDialog

        chosen = CounsellorDialog.ask(self._page, reading.options)
        if chosen is not None:
            place = self._ask(self.tr("Save for a counsellor"), {self.tr("PDF (*.pdf)"): PDF})
            self._write(place, reading, chosen)

    def print(self, reading: Reading) -> None:
        """Ask for the printer; the picture is drawn, and then it is printed."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from reconnect_desktop.output.review_words import sheet_of
        from reconnect_desktop.views.review.review_paper import draw_pictures, page_layout, set_review

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(reading.options.paper))
        printer.setDocName(self.tr("Review"))  # what a print queue shows: nothing of what is in it
        dialog = QPrintDialog(printer, self._page)
        wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted and reading.shown is not None:
            sheet = sheet_of(reading.shown.review, reading.options)
            self._make(
                lambda: draw_pictures(sheet, reading.options.first_weekday),
                lambda pictures: set_review(sheet, pictures).print_(printer),
            )

    def _write(self, place: tuple[Path, Kind] | None, reading: Reading, options: Options) -> None:
        if place is None or reading.shown is None:
            return
        (path, kind), review = place, reading.shown.review

        def work() -> None:
            made = io.BytesIO()
            kind.write(review, options, made, self.making.told.emit)
            write_atomically(path, lambda stream: stream.buffer.write(made.getvalue()))

        self._make(work, lambda _: self.said.emit(self.tr("Saved.")))

    def _make(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        def done(result: T) -> None:
            self.making.end()
            then(result)

        def not_done(error: Exception) -> None:
            self.making.end()
            self.failed.emit(error)

        self.making.begin()
        self._beside.run(work, done, not_done)

    def _ask(self, title: str, kinds: dict[str, Kind]) -> tuple[Path, Kind] | None:
        """None if it is not wanted after all. The name that is offered says nothing of what is in it."""
        place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / f"review{PDF.ending}"
        chosen, named = QFileDialog.getSaveFileName(self._page, title, str(place), ";;".join(kinds))
        if not chosen:
            return None
        path, wanted = Path(chosen), kinds.get(named, PDF)
        ended = next((kind for kind in kinds.values() if path.suffix.lower() == kind.ending), None)
        return (path, ended) if ended else (path.with_name(path.name + wanted.ending), wanted)


def _write_pdf(review: Review, options: Options, stream: BinaryIO, progress: Progress) -> None:
    from reconnect_desktop.output.review_pdf.writing import write_pdf

    write_pdf(review, options, stream, progress)


def _write_html(review: Review, options: Options, stream: BinaryIO, progress: Progress) -> None:
    from reconnect_desktop.output.review_html import html

    stream.write(html(review, options).encode())
    progress(1.0)


PDF, HTML = Kind(".pdf", _write_pdf), Kind(".html", _write_html)
