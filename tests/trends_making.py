"""What charts are made from, for tests: sources of a few interactions, and journals as people have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import MoodCheckIn, Pause, PauseReason, Try
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.when import in_zone
from tests.making import TODAY, ago, contact, mood, rated, when

_MEDIA = (Medium.CALL, Medium.CALL, Medium.MESSAGE, Medium.VISIT, Medium.CALL, Medium.VIDEO, Medium.LETTER)
_TAGS = ("laughed together", "busy", "garden", "outside stress")
_ZONES = ("Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata", "Pacific/Honolulu")


def point(one: Interaction) -> Point:
    """The interaction as lean as storage hands it out."""
    return Point(
        local=one.when.local,
        timestamp=one.when.timestamp,
        id=one.id,
        logged=one.logged.day,
        medium=one.medium,
        minutes=one.minutes,
        closeness=one.closeness,
        mood=one.mood,
        tags=one.tags,
    )


def sources(
    *interactions: Interaction,
    moods: Iterable[MoodCheckIn] = (),
    pauses: Iterable[Pause] = (),
    tries: Iterable[Try] = (),
    rhythm: Rhythm = NO_RHYTHM,
    today: date = TODAY,
) -> Sources:
    """All there is: these, in any order; interactions of later days than today are left out."""
    known = sorted((one for one in interactions if one.when.day <= today), key=lambda one: one.day_key)
    return Sources(
        today=today,
        points=tuple(point(one) for one in known),
        moods=tuple(moods),
        pauses=tuple(pauses),
        tries=tuple(tries),
        rhythm=rhythm,
    )


def empty() -> Sources:
    """Nothing was logged yet."""
    return sources()


def one() -> Sources:
    """A call yesterday."""
    return sources(contact(ago(1), closeness=5, minutes=20))


def three() -> Sources:
    """Three calls in three weeks."""
    return sources(*rated([4, 6, 5]))


def twelve() -> Sources:
    """Twelve contacts of all kinds in twelve weeks."""
    return sources(*(_lived(place, every=7) for place in range(12)))


def four_hundred() -> Sources:
    """Four years, all of it noted, with pauses, tries, moods and a rhythm."""
    return sources(
        *(_lived(place, every=4) for place in range(400)),
        moods=[mood(1 + (place * 7) % 5, ago(place * 9)) for place in range(150)],
        pauses=[
            Pause(id="away", reason=PauseReason.TRAVEL, start=ago(700), end=ago(680)),
            Pause(id="space", reason=PauseReason.BOUNDARY, start=ago(300), end=ago(270)),
        ],
        tries=[
            Try(id=f"try {days}", suggestion="a-small-hello", begun=when(ago(days))) for days in (30, 400)
        ],
        rhythm=Rhythm(contact=Interval(4, 8)),
    )


def unrated() -> Sources:
    """Sixty messages, none rated, as imported histories are."""
    return sources(*(contact(ago(place * 3), medium=Medium.MESSAGE) for place in range(60)))


def all_seven() -> Sources:
    """Sixty contacts, each as close as can be."""
    return sources(*(replace(_lived(place, every=5), closeness=7) for place in range(60)))


def one_medium() -> Sources:
    """Eighty visits and nothing else."""
    return sources(*(replace(_lived(place, every=6), medium=Medium.VISIT) for place in range(80)))


def hole() -> Sources:
    """Two years, five years of nothing, and again a year."""
    return sources(
        *(_lived(place, every=10) for place in range(36)),
        *(_lived(place, every=10, before=6 * 365) for place in range(70)),
    )


def moved_zones() -> Sources:
    """A year on the move: every two months another zone, calls late at night and early in the morning."""
    found = []
    for place in range(120):
        there = _ZONES[place // 20 % len(_ZONES)]
        wall = when(ago(3 * place), "23:50" if place % 2 else "00:10").local
        moment = in_zone(wall, there)
        found.append(contact(ago(3 * place), closeness=1 + place * 5 % 7, id=f"{place:03}"))
        found[-1] = replace(found[-1], when=moment, logged=moment)
    return sources(*found)


JOURNALS: dict[str, Callable[[], Sources]] = {
    made.__name__: made
    for made in (
        *(empty, one, three, twelve, four_hundred),
        *(unrated, all_seven, one_medium, hole, moved_zones),
    )
}


def _lived(place: int, *, every: int, before: int = 0) -> Interaction:
    """The contact `place` places back: medium, length, time, closeness, mood and tags vary, always the same way."""
    days = before + place * every + (place * place) % 3
    swing = (place // 25) % 3 - 1
    return contact(
        ago(days),
        time=f"{7 + place * 5 % 16:02}:{place * 7 % 60:02}",
        medium=_MEDIA[place % len(_MEDIA)],
        minutes=None if place % 6 == 5 else (5, 20, 45, 90, 15)[place % 5],
        closeness=None if place % 9 == 8 else min(7, max(1, 5 + swing + (place * 3) % 4 - 2)),
        mood=None if place % 3 == 2 else 1 + place * 3 % 5,
        tags=tuple(tag for step, tag in enumerate(_TAGS, 2) if place % (step + 1) == 0),
        id=f"{before:04} {place:04}",
    )
