"""One contact with Mom, and what makes it valid."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.checks import check_number, check_tags, check_text
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import CLOSENESS, MESSAGES, MINUTES, MOOD, Medium, ReachedOut
from reconnect_desktop.domain.when import When

__all__ = [
    "CLOSENESS",
    "MESSAGES",
    "MINUTES",
    "MOOD",
    "Interaction",
    "Medium",
    "ReachedOut",
    "check_not_in_future",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One contact with Mom.

    minutes: 0…1440 or None (unknown); messages: of how many a written exchange is made, 1…1,000,000, or None; closeness: 1…7 or None (unrated); mood: 1…5 or None.
    source and source_key: where an imported one came from and its key there; both "" if typed by hand.
    logged: when it was written down.
    """

    id: str
    when: When
    medium: Medium
    logged: When
    minutes: int | None = None
    closeness: int | None = None
    mood: int | None = None
    reached_out: ReachedOut | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    win: str = ""
    messages: int | None = None
    source: str = ""
    source_key: str = ""

    def __post_init__(self) -> None:
        check_number("minutes", self.minutes, MINUTES)
        check_number("messages", self.messages, MESSAGES)
        check_number("closeness", self.closeness, CLOSENESS)
        check_number("mood", self.mood, MOOD)
        check_tags(self.tags)
        check_text("note", self.note)
        check_text("win", self.win)
        check_text("source", self.source, most=100)
        check_text("source_key", self.source_key, most=1000)

    @property
    def day_key(self) -> tuple[int, str]:
        """What interactions are ordered by: the moment, then the id."""
        return self.when.timestamp, self.id


def check_not_in_future(when: When, now: When) -> None:
    """Raise Invalid if `when` lies after `now` (a minute is forgiven: clocks are read apart)."""
    if when.timestamp > now.timestamp + 60:
        raise Invalid("when", Why.IN_FUTURE)
