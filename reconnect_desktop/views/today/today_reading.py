"""Everything Today shows, read from the journal in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.glance import LOOKED_AT, Glance, glance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.pauses import PausedDays, pause_on
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.plans import Coming, coming_up
from reconnect_desktop.domain.rating import Unrated
from reconnect_desktop.domain.records import MoodCheckIn, Pause, PauseReason, Setting, Topic
from reconnect_desktop.domain.review.which_month import ready
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.domain.settings import (
    HER_NAME,
    MOOD_ON_TODAY,
    RATING_LEFT_UNTIL,
    REVIEW_ON_TODAY,
    REVIEW_SEEN,
    RHYTHM,
    Declared,
)
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import said_value

MOST_ASKED = 200  # to be rated in one sitting

T = TypeVar("T")
R = TypeVar("R", bound=Topic | Plan | MoodCheckIn | Pause | Setting)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What Today is made of.

    unrated: of the imported interactions without a closeness, those that may be asked for; moments: good ones of all years, oldest first,
    read only for a keepsake.
    """

    today: date
    recent: tuple[Interaction, ...]
    unrated: Unrated
    topics: tuple[Topic, ...]
    moods: tuple[MoodCheckIn, ...]
    pauses: tuple[Pause, ...]
    settings: tuple[Setting, ...]
    plans: tuple[Plan, ...] = ()
    moments: tuple[Interaction, ...] = ()

    @cached_property
    def glance(self) -> Glance:
        """What there is to say."""
        return glance(
            self.recent,
            self.topics,
            self.moods,
            self.today,
            to_rate=self.to_ask.count,
            pauses=self.pauses,
        )

    @property
    def to_ask(self) -> Unrated:
        """The same, unless they were all left a moment ago."""
        left = self.value(RATING_LEFT_UNTIL) >= self.unrated.logged
        return Unrated() if left else self.unrated

    @cached_property
    def coming_up(self) -> tuple[Coming, ...]:
        """What is planned in the days to come, or passed a few days ago."""
        contacts = frozenset(one.when.day for one in self.recent)
        return coming_up(self.plans, self.today, contacts, self.pauses)

    def her_name(self) -> str:
        """What she is called on the screens."""
        return self.value(HER_NAME)

    @property
    def pause(self) -> Pause | None:
        """The pause of today, if there is one."""
        return pause_on(self.today, self.pauses)

    @property
    def grief(self) -> Pause | None:
        """The same where it makes the journal a keepsake."""
        pause = self.pause
        return pause if pause and pause.reason is PauseReason.GRIEF else None

    @property
    def keeps_distance(self) -> bool:
        """Whether the pause of today is a boundary: then no gap is held against the usual."""
        return self.pause is not None and self.pause.reason is PauseReason.BOUNDARY

    @property
    def rhythm(self) -> Rhythm:
        """How often contact is wished for."""
        return self.value(RHYTHM)

    @cached_property
    def by_medium(self) -> tuple[tuple[Medium, int, Interval, int], ...]:
        """For each medium with a rhythm of its own that was ever used: days since then, and how many of them were paused."""
        paused = PausedDays(self.pauses)
        last: dict[Medium, date] = {}
        for one in self.recent:
            if one.when.day <= self.today:
                last[one.medium] = max(one.when.day, last.get(one.medium, date.min))
        return tuple(
            (
                medium,
                (days := (self.today - last[medium]).days),
                interval,
                days - paused.counted(last[medium], self.today),
            )
            for medium, interval in self.rhythm.by_medium
            if medium in last
        )

    def asks_for_mood(self) -> bool:
        """Whether "How am I today?" is wanted."""
        return self.value(MOOD_ON_TODAY)

    @property
    def month_ready(self) -> Month | None:
        """The month that is just over, where it is to be said that it can be looked back on."""
        if not self.value(REVIEW_ON_TODAY):
            return None
        seen = self.value(REVIEW_SEEN)
        return ready(self.today, [one.when.day for one in self.recent], seen)

    def setting(self, setting_id: str) -> Setting | None:
        """The record of a setting, if it was ever chosen."""
        return next((kept for kept in self.settings if kept.id == setting_id), None)

    def value(self, declared: Declared[T]) -> T:
        """What was chosen for this setting, or its default."""
        return said_value(declared, {setting.id: setting.value for setting in self.settings})

    def changed(self, changes: Iterable[Change]) -> Reading:
        """As it will be once these changes of topics, plans, moods, pauses and settings are saved."""
        topics, moods, pauses, settings = self.topics, self.moods, self.pauses, self.settings
        plans = self.plans
        for change in changes:
            topics = _changed(topics, Topic, change)
            moods = _changed(moods, MoodCheckIn, change)
            plans = _changed(plans, Plan, change)
            pauses = _changed(pauses, Pause, change)
            settings = _changed(settings, Setting, change)
        return replace(self, topics=topics, moods=moods, plans=plans, pauses=pauses, settings=settings)


def read_today(journal: Journal, today: date) -> Reading:
    """What there is to show on `today`. Raises UserErrors."""
    reading = Reading(
        today=today,
        recent=tuple(journal.recent(LOOKED_AT, today)),
        unrated=journal.unrated(MOST_ASKED),
        topics=tuple(journal.all(Topic)),
        moods=tuple(journal.moods_on(today)),
        plans=tuple(journal.all(Plan)),
        pauses=tuple(journal.all(Pause)),
        settings=tuple(journal.all(Setting)),
    )
    if reading.grief is not None:
        from reconnect_desktop.domain.keepsakes import moments

        reading = replace(reading, moments=tuple(moments(journal.interactions())))
    _ = reading.glance  # computed here, not in the GUI thread
    return reading


def _changed(records: tuple[R, ...], record_type: type[R], change: Change) -> tuple[R, ...]:
    if not isinstance(change.record, record_type):
        return records
    if isinstance(change.after, record_type) and change.before is None:
        return (*records, change.after)
    after = (change.after,) if isinstance(change.after, record_type) else ()
    return tuple(new for kept in records for new in (after if kept.id == change.record.id else (kept,)))
