"""Exports of the personal CRM Monica (4.x), as JSON: calls, activities and conversations; its layout is in `monica_export`.

Monica asks for days, not for times, and writes a day as its midnight in UTC: what stands there at midnight is taken as the day.
It doesn't say how long anything was. A day of its journal can have one of three faces.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.diaries.diary import Entry, sorted_out
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.monica.census import DAY, Census, messages_of, moment
from reconnect_desktop.exchange.monica.export import Export, Item, Kind, Person, Plain, part, text
from reconnect_desktop.exchange.people.conversation import Message, exchanges, kept
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.decoding import head_text

NAME = "monica"

# Each face stands for a third of the scale; the middle of a third lies nearest these.
MOODS = {1: 1, 2: 3, 3: 5}

_ACCOUNT = re.compile(r'"account"\s*:\s*\{')
_SIGN = re.compile(
    r'"(?:app_version|export_date|exported_by)"\s*:|"data"\s*:\s*\[\s*\{\s*"count"\s*:\s*\d+\s*,\s*"type"\s*:'
)
_FIELDS = {"when": "date", "source_key": "id"}


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is such an export (also one that will be refused)."""
    begin = head_text(head).lstrip("\ufeff \t\r\n")
    return begin.startswith("{") and bool(_ACCOUNT.search(begin) and _SIGN.search(begin))


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most contact first. Raises Malformed, UnsafeFile."""
    census = Census(Export(stream, NAME), zone)
    return Asks(
        contacts=census.persons.contacts(zone),
        messages=census.has_messages,
        medium=Medium.VISIT if census.has_activities else None,
        moods=census.has_moods,
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Her calls, what was done together, and the days on which you wrote to each other, unrated.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list who there is.
    """
    start = stream.tell()
    census = Census(Export(stream, NAME), choices.zone)
    hers = census.persons.chosen(choices.who)
    stream.seek(start)
    yield from _Reading(census.contacts, hers, choices).read(Export(stream, NAME))


class _Reading:
    def __init__(self, contacts: list[Person], hers: frozenset[str], choices: Choices) -> None:
        self._places = {place for place, person in enumerate(contacts) if (person.uuid or str(place)) in hers}
        self._activities = {uuid for place in self._places for uuid in contacts[place].activities}
        self._contacts = contacts
        self._choices = choices
        self._seen: set[str] = set()

    def read(self, items: Export) -> Iterator[Found]:
        for item in items:
            try:
                yield from self._found(item)
            except Invalid as error:
                yield Problem(item.line, _FIELDS.get(error.field, error.field), error.why)

    def _found(self, item: Item) -> Iterator[Found]:
        if item.kind is Kind.JOURNAL:
            yield self._mood(item)
        elif not self._is_hers(item):
            yield LeftOut(Left.SOMEBODY_ELSE, item.line)
        elif item.kind is Kind.CONVERSATION:
            yield from self._conversation(item)
        else:
            yield from self._once(self._call(item) if item.kind is Kind.CALL else self._activity(item))

    def _is_hers(self, item: Item) -> bool:
        if item.kind is Kind.ACTIVITY:
            return text(item.plain, "uuid") in self._activities
        return item.owner in self._places

    def _once(self, draft: Draft) -> Iterator[Draft]:
        """What is there twice comes once."""
        key = draft.record.source_key if isinstance(draft.record, Interaction) else ""
        if key not in self._seen:
            self._seen.add(key)
            yield draft

    def _call(self, item: Item) -> Draft:
        properties = part(item.plain, "properties")
        called = properties.get("contact_called")
        interaction = Interaction(
            id=self._choices.new_id(),
            when=self._when(text(properties, "called_at")),
            medium=Medium.CALL,
            reached_out=_who(hers=called) if isinstance(called, bool) else None,
            note=_note(text(properties, "content")),
            source=NAME,
            source_key=self._key(item, text(properties, "called_at")),
            logged=self._choices.now,
        )
        return Draft(interaction, item.line)

    def _activity(self, item: Item) -> Draft:
        properties = part(item.plain, "properties")
        interaction = Interaction(
            id=self._choices.new_id(),
            when=self._when(text(properties, "happened_at")),
            medium=self._choices.medium or Medium.VISIT,
            note=_note(text(properties, "summary"), text(properties, "description")),
            source=NAME,
            source_key=self._key(item, ""),
            logged=self._choices.now,
        )
        return Draft(interaction, item.line)

    def _conversation(self, item: Item) -> Iterator[Found]:
        """An exchange for each of its days."""
        properties = part(item.plain, "properties")
        happened = text(properties, "happened_at")
        by_day: defaultdict[date, list[tuple[When, Plain]]] = defaultdict(list)
        for message in messages_of(properties):
            when = self._when(text(message, "written_at") or happened)
            by_day[when.day].append((when, message))
        if not by_day:
            yield LeftOut(Left.NOTICE, item.line)
        for day, messages in by_day.items():
            for found in exchanges(self._day(messages, item.line), NAME, self._choices):
                if isinstance(found, Draft) and isinstance(found.record, Interaction):
                    key = f"{self._key(item, happened)}:{day}"
                    yield from self._once(replace(found, record=replace(found.record, source_key=key)))
                else:
                    yield found

    def _day(self, messages: list[tuple[When, Plain]], line: int) -> Iterator[Message]:
        """The messages of one day, all at the time of the first of them, so that they make one exchange."""
        messages.sort(key=lambda pair: pair[0].timestamp)
        first, _ = messages[0]
        for _, message in messages:
            mine = message.get("written_by_me")
            words = text(message, "content") if self._choices.keep_texts else ""
            yield Message(first.timestamp, not mine if isinstance(mine, bool) else None, line, words)

    def _mood(self, item: Item) -> Draft | LeftOut:
        properties = part(item.plain, "properties")
        if properties.get("type") != "day":
            return LeftOut(Left.NOT_CHOSEN, item.line)
        mood = _mood_of(properties.get("rate"))
        day = _day_of(properties)
        entry = Entry(text(item.plain, "uuid") or day, self._when(day), (), mood, "", item.line)
        return sorted_out(entry, frozenset(), NAME, self._choices)

    def _when(self, written: str) -> When:
        when = moment(written, self._choices.zone, self._choices.now.offset)
        if when.day == self._choices.now.day and DAY.fullmatch(written):
            return min(
                when, self._choices.now, key=lambda one: one.timestamp
            )  # a day counts from its morning on
        check_not_in_future(when, self._choices.now)
        return when

    def _key(self, item: Item, otherwise: str) -> str:
        """Its uuid; the earliest exports had none for calls and conversations."""
        if uuid := text(item.plain, "uuid"):
            return uuid
        owner = self._contacts[item.owner].uuid if item.owner >= 0 else ""
        return f"{owner}:{item.kind.value}:{text(item.plain, 'created_at')}:{otherwise}"


def _mood_of(rate: object) -> int:
    if type(rate) is not int:
        raise Invalid("mood", Why.NOT_A_NUMBER)
    if rate not in MOODS:
        raise Invalid("mood", Why.OUT_OF_RANGE)
    return MOODS[rate]


def _day_of(properties: Plain) -> str:
    numbers = [properties.get(name) for name in ("year", "month", "day")]
    if all(type(number) is int for number in numbers):
        year, month, day = numbers
        return f"{year:04}-{month:02}-{day:02}"
    return text(properties, "date")


def _note(*parts: str) -> str:
    return kept("\n".join(filter(None, map(str.strip, parts))))


def _who(*, hers: bool) -> ReachedOut:
    return ReachedOut.MOM if hers else ReachedOut.ME
