"""Contacts and minutes, by medium and month."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfContacts:
    """contacts, minutes: by medium, only those above 0; unknown: contacts (of media that have a length) without one.

    whole: the month lies within the span, and is over.
    """

    month: Month
    contacts: dict[Medium, int]
    minutes: dict[Medium, int]
    unknown: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsByMonth:
    """What the chart shows: every month of the span from the first contact on, also those without any, oldest first.

    media: those in use in the span, most used first.
    """

    span: Span
    months: tuple[MonthOfContacts, ...]
    media: tuple[Medium, ...]
