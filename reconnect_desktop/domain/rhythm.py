"""How often the user would like contact: a good interval, and one that is still fine; all of it optional."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.checks import check_number
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium

DAYS = range(1, 3651)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days between contacts: `good` is the wish, `fine` is still fine; 1…3650, good <= fine. Raises Invalid."""

    good: int
    fine: int

    def __post_init__(self) -> None:
        check_number("good", self.good, DAYS)
        check_number("fine", self.fine, DAYS)
        if self.fine < self.good:
            raise Invalid("fine", Why.OUT_OF_RANGE)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The interval of contact of any kind, and those of single media, each medium at most once."""

    contact: Interval | None = None
    by_medium: tuple[tuple[Medium, Interval], ...] = ()

    def of(self, medium: Medium) -> Interval | None:
        """The interval chosen for this medium, if one was."""
        return dict(self.by_medium).get(medium)


NO_RHYTHM = Rhythm()
_ANY = "any"


def read_rhythm(text: str) -> Rhythm:
    """What `write_rhythm` wrote, as in "any 7 14, call 10 21"; "" is no rhythm. Raises Invalid."""
    parts = [_read_part(part) for part in text.split(",") if part.strip()]
    intervals = dict(parts)
    if len(intervals) < len(parts):
        raise Invalid("rhythm", Why.REPEATED)
    contact = intervals.pop(_ANY, None)
    return Rhythm(contact, tuple((Medium(word), interval) for word, interval in intervals.items()))


def write_rhythm(rhythm: Rhythm) -> str:
    """The rhythm as one line of text."""
    parts = [(_ANY, rhythm.contact)] if rhythm.contact else []
    named = [*parts, *((medium.value, interval) for medium, interval in rhythm.by_medium)]
    return ", ".join(f"{word} {interval.good} {interval.fine}" for word, interval in named if interval)


def _read_part(part: str) -> tuple[str, Interval]:
    words = part.split()
    if len(words) != 3 or words[0] not in (_ANY, *Medium):
        raise Invalid("rhythm", Why.UNKNOWN_WORD)
    if not all(word.isascii() and word.isdigit() and len(word) < 6 for word in words[1:]):
        raise Invalid("rhythm", Why.NOT_A_NUMBER)
    return words[0], Interval(int(words[1]), int(words[2]))
