"""Records for tests, with as little said as the test needs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn, Topic
from reconnect_desktop.domain.when import When, parse
from tests.fakes import ZONE

TODAY = date(2026, 11, 22)


def when(day: date | str, time: str = "12:00") -> When:
    """Noon of that day in Berlin, or another time of it."""
    return parse(f"{day}T{time}", ZONE)


def ago(days: int, today: date = TODAY) -> date:
    """The day so many days before today."""
    return today - timedelta(days=days)


def contact(
    day: date | str, *, time: str = "12:00", medium: Medium = Medium.CALL, **fields: Any
) -> Interaction:
    """An interaction at noon of that day."""
    moment = when(day, time)
    fields.setdefault("id", f"{moment.isoformat()} {medium}")
    fields.setdefault("logged", moment)
    return Interaction(when=moment, medium=medium, **fields)


def rated(ratings: list[int], *, every: int = 7, today: date = TODAY) -> list[Interaction]:
    """Calls with these ratings, oldest first, `every` so many days; the last one today."""
    last = len(ratings) - 1
    return [
        contact(ago((last - place) * every, today), closeness=rating) for place, rating in enumerate(ratings)
    ]


def topic(text: str, *, added: date | str = TODAY, done: date | str | None = None) -> Topic:
    """A topic with its text as its id."""
    return Topic(id=text, text=text, added=when(added), done=when(done) if done else None)


def mood(value: int, day: date | str = TODAY, time: str = "08:00") -> MoodCheckIn:
    """A check-in on that day."""
    moment = when(day, time)
    return MoodCheckIn(id=f"{moment.isoformat()} mood", when=moment, logged=moment, mood=value)
