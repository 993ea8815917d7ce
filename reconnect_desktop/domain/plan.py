"""What lies ahead with her: a planned contact, a follow-up, a birthday, a date; and what makes it valid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from reconnect_desktop.domain.checks import check_text
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.when import EARLIEST, LATEST, When

PLAN_TEXT_MOST = 200  # characters


class PlanKind(StrEnum):
    """What it is about."""

    CONTACT = "contact"
    FOLLOW_UP = "follow_up"
    BIRTHDAY = "birthday"
    DATE = "date"


class Again(StrEnum):
    """How it comes again."""

    NEVER = "never"
    WEEKLY = "weekly"
    TWO_WEEKS = "two_weeks"
    MONTHLY = "monthly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Something planned with her, or a date that matters.

    text: in one's own words; it may be empty where the kind says enough: of a contact, and of her own birthday.
    day: the first one; the rest follow from `again` (`domain.plans`). time: local, to the minute, wherever one is then.
    medium: of a contact. remind: the day before. settled: the day up to which nothing of it is open any more, because it
    took place or was taken off.
    """

    id: str
    kind: PlanKind
    day: date
    added: When
    text: str = ""
    time: time | None = None
    medium: Medium | None = None
    again: Again = Again.NEVER
    remind: bool = False
    settled: date | None = None

    def __post_init__(self) -> None:
        _check_line(self.text, needed=self.kind in (PlanKind.FOLLOW_UP, PlanKind.DATE))
        _check_day("day", self.day)
        if self.settled is not None:
            _check_day("settled", self.settled)
        if self.time is not None and (self.time.tzinfo or self.time.second or self.time.microsecond):
            raise Invalid("time", Why.NOT_A_TIME)
        if self.medium is not None and self.kind is not PlanKind.CONTACT:
            raise Invalid("medium", Why.UNKNOWN_WORD)
        if self.kind is PlanKind.BIRTHDAY and self.again is not Again.YEARLY:
            raise Invalid("again", Why.UNKNOWN_WORD)


def _check_line(text: str, *, needed: bool) -> None:
    check_text("plan", text, most=PLAN_TEXT_MOST)
    if needed and not text.strip():
        raise Invalid("plan", Why.EMPTY)
    if len(text.splitlines()) > 1:
        raise Invalid("plan", Why.UNSTORABLE)


def _check_day(field: str, day: date) -> None:
    if not EARLIEST.date() <= day <= LATEST.date():
        raise Invalid(field, Why.OUT_OF_RANGE)
