"""What stood in a calendar, newest first, with what each is found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLocale

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.output.sentences import medium_word

_SEARCHED = 200  # characters of a note


class Plans(NamedTuple):
    """found_by: the words of each, casefolded."""

    interactions: Sequence[Interaction]
    found_by: Sequence[str]


def plans_of(planned: Iterable[Interaction]) -> Plans:
    """Not for the thread that paints: twenty thousand take a fifth of a second."""
    newest_first = sorted(planned, key=lambda one: one.when.local, reverse=True)
    locale = QLocale()
    months = [locale.standaloneMonthName(month).casefold() for month in range(1, 13)]
    days = [locale.standaloneDayName(day).casefold() for day in range(1, 8)]

    def words(one: Interaction) -> str:
        day = one.when.day
        told = f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"
        return f"{told} {medium_word(one.medium).casefold()} {one.note[:_SEARCHED].casefold()}"

    return Plans(newest_first, [words(one) for one in newest_first])
