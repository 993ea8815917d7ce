"""A table of any kind: what its columns are called, and what the user says is in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconnect_desktop.domain.interaction import Medium


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, by its name as the table writes it; "" where there is none. Never a closeness.

    at: the day, or the day and the time; time: the time where it has a column of its own; minutes: the length;
    media: which of the words in the column `medium` means what; without that column (or for other words) `otherwise` counts.
    """

    at: str
    time: str = ""
    medium: str = ""
    minutes: str = ""
    reached_out: str = ""
    mood: str = ""
    tags: str = ""
    note: str = ""
    media: Mapping[str, Medium] = field(default_factory=dict)
    otherwise: Medium = Medium.OTHER


@dataclass(frozen=True, slots=True)
class Head:
    """How a table looks: its columns, its first rows, the different words of each column that has few, and a guess.

    key: the same for every table with these columns, so that what the user said of one is known for the next.
    """

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: Mapping[str, tuple[str, ...]]
    guess: Columns
