"""Who is in an export of Monica, and how much of what there was with each."""

from __future__ import annotations

import re
from collections import defaultdict

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import When, at, parse
from reconnect_desktop.exchange.monica.export import Export, Item, Kind, Person, Plain, part, text
from reconnect_desktop.exchange.people.persons import Persons
from reconnect_desktop.exchange.reader import Unit

# Monica writes a day as its midnight in UTC.
DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ]00:00:00(?:\.0+)?(?:Z|\+00:00)?)?", re.ASCII)


class Census:
    """Who is in the file, and what; after one walk through it."""

    def __init__(self, export: Export, zone: str) -> None:
        self.has_messages = self.has_activities = self.has_moods = False
        self.persons = Persons(Unit.CALL, Unit.EVENT, Unit.MESSAGE)
        self.contacts = export.contacts
        self._zone = zone
        self._had: defaultdict[int, list[tuple[Unit, int, int]]] = defaultdict(list)
        self._activities: dict[str, int] = {}
        for item in export:
            self._count(item)
        for place, person in enumerate(export.contacts):
            if person.uuid not in export.own:
                self._meet(place, person)

    def _count(self, item: Item) -> None:
        properties = part(item.plain, "properties")
        if item.kind is Kind.CALL:
            self._had[item.owner].append((Unit.CALL, 1, self._seconds(text(properties, "called_at"))))
        elif item.kind is Kind.CONVERSATION:
            messages = messages_of(properties)
            self.has_messages |= bool(messages)
            seconds = self._seconds(text(properties, "happened_at"))
            self._had[item.owner].append((Unit.MESSAGE, len(messages), seconds))
        elif item.kind is Kind.ACTIVITY:
            self.has_activities = True
            self._activities[text(item.plain, "uuid")] = self._seconds(text(properties, "happened_at"))
        else:
            self.has_moods |= properties.get("type") == "day"

    def _meet(self, place: int, person: Person) -> None:
        properties = part(person.plain, "properties")
        names = (text(properties, name) for name in ("first_name", "middle_name", "last_name"))
        key = person.uuid or str(place)
        self.persons.meet(key, " ".join(filter(None, names)), nickname=text(properties, "nickname"))
        for unit, count, last in self._had[place]:
            self.persons.had(key, unit, count, last)
        for uuid in person.activities & self._activities.keys():
            self.persons.had(key, Unit.EVENT, 1, self._activities[uuid])

    def _seconds(self, written: str) -> int:
        try:
            return moment(written, self._zone, 0).timestamp
        except Invalid:
            return 0  # reading tells about it, if it is Mom's


def moment(written: str, zone: str, offset: int) -> When:
    """A day at its noon, a time as lived in `zone`. Raises Invalid."""
    if not written.strip():
        raise Invalid("date", Why.EMPTY)
    if day := DAY.fullmatch(written.strip()):
        return parse(day["day"], zone, offset)
    return at(parse(written, zone, offset).timestamp, zone, offset)


def messages_of(properties: Plain) -> list[Plain]:
    """The properties of a conversation's messages."""
    messages = properties.get("messages")
    if not isinstance(messages, list):
        return []
    return [part(message, "properties") or message for message in messages if isinstance(message, dict)]
