"""PDFs opened again, by another library than the one that wrote them."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image

from reconnect_desktop.output.review_options import Options, Paper
from reconnect_desktop.output.review_pdf.writing import write_sheet
from reconnect_desktop.output.sheet import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands in a PDF. texts: of each page, white space as single spaces; embedded: fonts by name, and whether they are in it."""

    texts: list[str]
    sizes: list[tuple[float, float]]
    title: str
    language: str
    tagged: bool
    outline: list[tuple[int, str]]
    embedded: dict[str, bool]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.texts)


def written(sheet: Sheet, paper: Paper = Paper.A4) -> bytes:
    """The sheet as a PDF."""
    stream = io.BytesIO()
    write_sheet(sheet, Options(paper=paper), stream)
    return stream.getvalue()


def opened(data: bytes) -> Opened:
    """What stands in it."""
    with pypdfium2.PdfDocument(data) as document:
        pages = list(document)
        return Opened(
            texts=[" ".join(page.get_textpage().get_text_range().split()) for page in pages],
            sizes=[page.get_size() for page in pages],
            title=document.get_metadata_dict()["Title"],
            language=_language(document),
            tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
            outline=[(mark.level, mark.get_title()) for mark in document.get_toc()],
            embedded={name: inside for page in pages for name, inside in _fonts(page)},
        )


def drawn(data: bytes, *, dots_per_inch: int = 100) -> list[Image]:
    """Its pages in grey."""
    with pypdfium2.PdfDocument(data) as document:
        return [
            page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L") for page in document
        ]


def alternatives(data: bytes) -> list[str]:
    """What is told of pictures to those who only hear it."""
    told = _told(data, lambda element: _text_of(pdfium.FPDF_StructElement_GetAltText, element))
    return [text for text in told if text]


def rows(data: bytes) -> list[list[str]]:
    """The cells of each row of its tables, "TH" or "TD", as those have them who only hear it."""
    return [cells for cells in _told(data, _cells_of) if cells]


def _cells_of(element: object) -> list[str]:
    kind = pdfium.FPDF_StructElement_GetType
    if _text_of(kind, element) != "TR":
        return []
    return [_text_of(kind, child) for child in _children(element)]


def _told(data: bytes, told: Callable[[object], T]) -> list[T]:
    """What is told of each element, in the order in which they are heard."""
    found: list[T] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                top = pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
                found.extend(told(element) for element in _all(top))
            pdfium.FPDF_StructTree_Close(tree)
    return found


def _all(element: object) -> Iterator[object]:
    yield element
    for child in _children(element):
        yield from _all(child)


def _children(element: object) -> list[object]:
    count = pdfium.FPDF_StructElement_CountChildren(element)
    children = (pdfium.FPDF_StructElement_GetChildAtIndex(element, number) for number in range(count))
    return [child for child in children if child]


def _text_of(getter: Callable[..., int], element: object) -> str:
    length = getter(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    getter(element, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * 20)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, 20)
    return "".join(map(chr, buffer)).rstrip("\0")


def _fonts(page: pypdfium2.PdfPage) -> list[tuple[str, bool]]:
    found = []
    for one in page.get_objects():
        if one.type == pdfium.FPDF_PAGEOBJ_TEXT:
            font = pdfium.FPDFTextObj_GetFont(one)
            buffer = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
            found.append((buffer.value.decode(), pdfium.FPDFFont_GetIsEmbedded(font) == 1))
    return found
