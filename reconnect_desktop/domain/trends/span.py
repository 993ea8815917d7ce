"""The days a chart shows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """From `first` to `last`, both included."""

    first: date
    last: date
