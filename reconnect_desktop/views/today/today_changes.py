"""What is done on Today, as changes of the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.records import MoodCheckIn, Pause, Setting, Topic
from reconnect_desktop.domain.settings import Declared
from reconnect_desktop.domain.when import When

T = TypeVar("T")


def new_topic(text: str, record_id: str, now: When) -> Change:
    """A topic of this text. Raises Invalid."""
    return add(Topic(id=record_id, text=text, added=now))


def tick(topic: Topic, now: When, *, done: bool) -> Change:
    """The topic is done now, or open again."""
    return edit(topic, replace(topic, done=now if done else None))


def rename(topic: Topic, text: str) -> Change:
    """The topic has another text. Raises Invalid."""
    return edit(topic, replace(topic, text=text.strip()))


def note_mood(
    kept: MoodCheckIn | None, mood: int | None, now: When, new_id: Callable[[], str]
) -> Change | None:
    """Today's check-in is this mood: added, changed or, for None, taken back. None where nothing changes."""
    if kept is None:
        return add(MoodCheckIn(id=new_id(), when=now, logged=now, mood=mood)) if mood is not None else None
    if mood is None:
        return delete(kept)
    return edit(kept, replace(kept, mood=mood)) if mood != kept.mood else None


def end_pause(pause: Pause, today: date) -> Change:
    """The pause is over: yesterday was its last day; one that began today goes."""
    if pause.start >= today:
        return delete(pause)
    return edit(pause, replace(pause, end=today - timedelta(days=1)))


def choose(kept: Setting | None, declared: Declared[T], value: T) -> Change:
    """The setting is this value from now on; kept: the record it has had so far."""
    chosen = Setting(id=declared.id, value=declared.write(value))
    return add(chosen) if kept is None else edit(kept, chosen)
