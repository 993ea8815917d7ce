"""What Today and `status` say, as one value: computed from the last 200 interactions, so that 60 years cost no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn, Pause, Topic
from reconnect_desktop.domain.usual import Closeness, Gap

LOOKED_AT = 200

# What still passes as usual: half a step of closeness, half as long again as the usual gap.
CLOSENESS_SLACK = 0.5
GAP_SLACK = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One look at how things are.

    last: the newest interaction; topics: the open ones, oldest first; topics_done: those ticked off today;
    win: the newest interaction with a win; mood: today's check-in; to_rate: imported ones still to be rated.
    """

    today: date
    closeness: Closeness
    gap: Gap
    last: Interaction | None
    topics: tuple[Topic, ...]
    topics_done: tuple[Topic, ...]
    win: Interaction | None
    mood: MoodCheckIn | None
    to_rate: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was logged yet."""
        return self.last is None

    @property
    def all_is_as_usual(self) -> bool:
        """Whether both usuals are known and neither closeness nor the gap is off them, in any direction that asks."""
        recent, its_usual = self.closeness.recent, self.closeness.usual
        days, usual_gap = self.gap.counted, self.gap.usual
        if recent is None or its_usual is None or days is None or usual_gap is None:
            return False
        return abs(recent - its_usual) < CLOSENESS_SLACK and days <= usual_gap * GAP_SLACK


def glance(
    recent: Iterable[Interaction],
    topics: Sequence[Topic],
    moods: Sequence[MoodCheckIn],
    today: date,
    to_rate: int = 0,
    *,
    pauses: Iterable[Pause] = (),
) -> Glance:
    """The glance on `today`; of `recent`, in any order, the 200 newest up to that day are looked at."""
    known = sorted(
        (one for one in recent if one.when.day <= today), key=lambda one: one.day_key, reverse=True
    )
    looked_at = known[:LOOKED_AT]
    return Glance(
        today=today,
        closeness=usual.closeness(looked_at, today),
        gap=usual.gap(looked_at, today, pauses),
        last=looked_at[0] if looked_at else None,
        topics=tuple(sorted((topic for topic in topics if topic.done is None), key=_added)),
        topics_done=tuple(sorted((topic for topic in topics if _done_on(topic, today)), key=_added)),
        win=next((one for one in looked_at if one.win.strip()), None),
        mood=max((mood for mood in moods if mood.when.day == today), key=_noted, default=None),
        to_rate=to_rate,
    )


def _added(topic: Topic) -> tuple[int, str]:
    return topic.added.timestamp, topic.id


def _done_on(topic: Topic, day: date) -> bool:
    return topic.done is not None and topic.done.day == day


def _noted(mood: MoodCheckIn) -> tuple[int, int, str]:
    return mood.when.timestamp, mood.logged.timestamp, mood.id
