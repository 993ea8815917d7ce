"""A review as a PDF. Loading this loads fpdf2."""

from __future__ import annotations

from reconnect_desktop.output.review_pdf.writing import write_pdf

__all__ = ["write_pdf"]
