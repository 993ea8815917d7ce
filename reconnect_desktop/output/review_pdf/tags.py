"""The structure of a PDF for those who hear it: what is a heading, a list, a table, and what is only ornament.

fpdf2 tags pictures alone; a document with some tags only would be read out without its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fpdf.structure_tree import StructElem, StructureTreeBuilder

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.syntax import PDFObject


class Tree(StructureTreeBuilder):
    """fpdf2's structure tree, with children of children."""

    def __iter__(self) -> Iterator[PDFObject]:
        """All its objects, the root first."""
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from _below(self.doc_struct_elem)


def _below(element: StructElem) -> Iterator[PDFObject]:
    for child in element.k:
        if isinstance(child, StructElem):
            yield child
            yield from _below(child)


class Tags:
    """What is written between `content` belongs to that element; between `ornament`, to none."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._tree = Tree()
        pdf.struct_builder = self._tree
        self._parents = [self._tree.doc_struct_elem]
        self._counts: Counter[int] = Counter()
        self._open: tuple[str, str | None] | None = None

    @contextmanager
    def group(self, kind: str) -> Iterator[None]:
        """An element that holds others: L, LI, Table, TR."""
        self._parents.append(self._element(kind, None, []))
        yield
        self._parents.pop()

    @contextmanager
    def content(self, kind: str, alt: str | None = None) -> Iterator[None]:
        """An element with what is written meanwhile: H1, H2, P, LBody, TH, TD, Figure. It may go over several pages."""
        self._open = (kind, alt)
        self.resume()
        yield
        self.suspend()
        self._open = None

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """Lines, grounds and what stands on every page; also in the middle of content."""
        self.suspend()
        with self.aside():
            yield
        self.resume()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The same, where nothing is open."""
        self._pdf._out("/Artifact BMC")  # noqa: SLF001 - fpdf2 has no door for it; so in all of this module
        yield
        self._pdf._out("EMC")  # noqa: SLF001

    def suspend(self) -> None:
        """Close what is open, before the page ends or for an ornament."""
        if self._open:
            self._pdf._out("EMC")  # noqa: SLF001

    def resume(self) -> None:
        """Go on with what was open, as another element of its kind."""
        if not self._open:
            return
        kind, alt = self._open
        page = self._pdf.page
        number = self._counts[page]
        self._counts[page] += 1
        self._pdf._out(f"/{kind} <</MCID {number}>> BDC")  # noqa: SLF001
        element = self._element(kind, alt, [number])
        self._tree.struct_tree_root.parent_tree.nums[self._number_of(page)].append(element)

    def _element(self, kind: str, alt: str | None, kids: list[int]) -> StructElem:
        parent, page = self._parents[-1], self._pdf.page
        element = StructElem(f"/{kind}", parent=parent, kids=kids, page_number=page, alt=alt)
        element.pg = self._pdf.pages[page]  # type: ignore[assignment]  # fpdf2 does so, late
        parent.k.append(element)
        return element

    def _number_of(self, page: int) -> int:
        """Under which number the tree finds the elements of a page."""
        numbers = self._tree.spid_per_page_number
        number = numbers.setdefault(page, len(numbers))
        self._pdf.pages[page].struct_parents = number
        return number
