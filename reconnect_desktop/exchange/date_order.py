"""The ways a file writes its days; apart from the readers, so that the command line can offer them without these."""

from __future__ import annotations

from enum import StrEnum


class DateOrder(StrEnum):
    """How a file writes its days."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"
