"""Calendars: `.ics` (iCalendar, RFC 5545), read in, and written out (by `ics_writing`).

An event is an intention: each that is brought in is for the user to say that it happened. Only those until now are taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from reconnect_desktop.clock import now as this_moment
from reconnect_desktop.domain.checks import TAG_MOST, TAGS_MOST, TEXT_MOST, tidy_tags
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import When, zone_info
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.ics.calendar import Calendar, Unfolding, gathered
from reconnect_desktop.exchange.ics.event import Event
from reconnect_desktop.exchange.ics.series import Occurrence
from reconnect_desktop.exchange.ics.subjects import Subjects
from reconnect_desktop.exchange.ics.times import minutes_between, moment
from reconnect_desktop.exchange.ics.words import medium_of
from reconnect_desktop.exchange.ics.writing import write
from reconnect_desktop.exchange.reader import Asks, Choices, Whom
from reconnect_desktop.exchange.reading.decoding import head_text

__all__ = ["NAME", "look", "read", "recognise", "write"]

NAME = "ics"
LIKELY = Medium.VISIT


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a calendar."""
    return head_text(head[:1000]).lstrip("\ufeff \t\r\n")[:15].casefold() == "begin:vcalendar"


def look(stream: BinaryIO, zone: str) -> Asks:
    """What its events are about, and how often each came until now. Raises Malformed, UnsafeFile."""
    calendar = gathered(stream, NAME)
    subjects = _subjects(calendar)
    _count(calendar, subjects, Choices(this_moment(), zone, (), new_id=str))
    unsaid = any(_medium(its) is None for events in calendar.series for its in events)
    return Asks(
        whom=Whom.EVENTS,
        contacts=subjects.contacts(),
        local_times=calendar.floats,
        medium=LIKELY if unsaid else None,
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """The events that are chosen, one by one, as plans.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list what there is.
    """
    calendar = gathered(stream, NAME, with_description=choices.keep_texts)
    subjects = _subjects(calendar)
    chosen = subjects.meant(choices.who)
    if not chosen:
        _count(calendar, subjects, choices)
        chosen = subjects.all_if_none_came(choices.who)
    yield from calendar.problems
    yield from (LeftOut(Left.PLANNED, line) for line in calendar.plans)
    unfolding = Unfolding(choices.now.utc)
    for series in calendar.series:
        if any(subjects.of(its) & chosen for its in series):
            for item in unfolding.occurrences(series):
                yield _found(item, subjects, chosen, choices)
        else:
            yield from (LeftOut(Left.NOT_CHOSEN, its.line) for its in series)


def _subjects(calendar: Calendar) -> Subjects:
    subjects = Subjects()
    for series in calendar.series:
        for its in series:
            subjects.meet(its)
    return subjects


def _count(calendar: Calendar, subjects: Subjects, choices: Choices) -> None:
    unfolding = Unfolding(choices.now.utc)
    for series in calendar.series:
        for item in unfolding.occurrences(series):
            if isinstance(item, Occurrence) and not item.event.cancelled:
                with suppress(Invalid):
                    when = _when(item, choices)
                    if when.timestamp <= choices.now.timestamp:
                        subjects.count(item.event, when.day)


def _found(item: Occurrence | Problem, subjects: Subjects, chosen: frozenset[str], choices: Choices) -> Found:
    if isinstance(item, Problem):
        return item
    line = item.event.line
    if not subjects.of(item.event) & chosen:
        return LeftOut(Left.NOT_CHOSEN, line)
    if item.event.cancelled:
        return LeftOut(Left.CANCELLED, line)
    try:
        when = _when(item, choices)
        if when.timestamp > choices.now.timestamp:
            return LeftOut(Left.TO_COME, line)
        return Draft(_interaction(item, when, choices), line, planned=True)
    except Invalid as error:
        return Problem(line, "start" if error.field == "when" else error.field, error.why)


def _when(item: Occurrence, choices: Choices) -> When:
    its = item.event
    floats_in = its.floats_in if zone_info(its.floats_in) else ""
    if its.ours and floats_in:
        return moment(item.start, replace(choices, zone=floats_in), floats_in)
    return moment(item.start, choices, floats_in)


def _interaction(item: Occurrence, when: When, choices: Choices) -> Interaction:
    its = item.event
    note = (
        its.description if its.ours else "\n\n".join(text for text in (its.summary, its.description) if text)
    )
    return Interaction(
        id=choices.new_id(),
        when=when,
        medium=_medium(its) or choices.medium or LIKELY,
        minutes=minutes_between(item.start, item.end),
        tags=_tags(its),
        note=note.replace("\0", "")[:TEXT_MOST],
        source=NAME,
        source_key=item.key,
        logged=choices.now,
    )


def _medium(its: Event) -> Medium | None:
    """As we wrote it, else as words tell."""
    if its.ours and its.categories and its.categories[0] in set(Medium):
        return Medium(its.categories[0])
    return medium_of(its.summary, its.where)


def _tags(its: Event) -> tuple[str, ...]:
    """Those we wrote; other programs' categories are about something else."""
    words = its.categories[1:] if its.ours else ()
    return tidy_tags([word[:TAG_MOST] for word in words])[:TAGS_MOST]
