"""Moments as cells of a row, and back."""

from __future__ import annotations

from datetime import datetime

from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.rows import Row


def when_row(when: When) -> Row:
    """Local time, offset and zone."""
    return when.local.isoformat(" "), when.offset, when.zone


def when_of(local: str, offset: int, zone: str) -> When:
    """What `when_row` wrote."""
    return When(datetime.fromisoformat(local), offset, zone)


def optional_row(when: When | None) -> Row:
    """So, or three times nothing."""
    return when_row(when) if when else (None, None, None)


def optional_of(local: str | None, offset: int, zone: str) -> When | None:
    """What `optional_row` wrote."""
    return when_of(local, offset, zone) if local is not None else None
