"""Cells that a spreadsheet would run as formulas, made harmless in a way that can be undone exactly."""

from __future__ import annotations

import re

# The full-width twins are taken for formulas by East Asian spreadsheets.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guard(cell: str) -> str:
    """`cell` with an apostrophe before it, if a spreadsheet (or `unguard`) could mistake it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
