"""A journal to look around in: plausible years of one adult and her mother, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from math import exp
from random import Random

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import MoodCheckIn, Pause, PauseReason, Record, Topic
from reconnect_desktop.domain.sample_life import TRAVEL, Point, chapter_at, point_at
from reconnect_desktop.domain.sample_plan import Contact, holidays, plan
from reconnect_desktop.domain.sample_steps import step_records
from reconnect_desktop.domain.sample_texts import SampleTexts
from reconnect_desktop.domain.when import When, at, in_zone

# How much closer than a call each medium feels, and how often it goes unrated.
WARMTH = {
    Medium.CALL: 0.0,
    Medium.VIDEO: 0.3,
    Medium.VISIT: 0.6,
    Medium.MESSAGE: -0.2,
    Medium.LETTER: 0.7,
    Medium.OTHER: 0.2,
}
UNRATED = {Medium.MESSAGE: 0.17, Medium.LETTER: 0.1}
NOTED = {Medium.CALL: 0.42, Medium.VIDEO: 0.5, Medium.VISIT: 0.8, Medium.LETTER: 0.9, Medium.OTHER: 0.9}
LENGTHS = {
    Medium.CALL: (24, 0.45),
    Medium.VIDEO: (42, 0.35),
    Medium.VISIT: (260, 0.4),
    Medium.OTHER: (40, 0.5),
}
TALKS = (Medium.CALL, Medium.VIDEO)
TO_RATE = 3  # recent calls as if they came from the phone's list, still to be rated
SOURCE = "sms_backup_restore"


def sample_records(
    today: date,
    texts: SampleTexts,
    *,
    seed: int = 1,
    years: int = 10,
    zone: str = "Europe/Berlin",
) -> list[Record]:
    """Records of the `years` before `today`, oldest first by kind; the last contact lies 4 to 8 days back."""
    return _Life(today, texts, Random(seed), years, zone).records()


class _Life:
    """One telling: it draws its chances one after the other, so the order of what is told matters."""

    def __init__(self, today: date, texts: SampleTexts, chance: Random, years: int, zone: str) -> None:
        self._today = today
        self._days = round(years * 365.25)
        self._start = today - timedelta(days=self._days)
        self._texts = texts
        self._chance = chance
        self._zone = zone
        self._drift = 0.0
        self._bags: dict[str, list[str]] = {}
        self._told: dict[str, int] = {}

    def records(self) -> list[Record]:
        contacts = plan(self._start, self._today, self._chance)
        interactions = self._as_if_imported([self._interaction(contact) for contact in contacts])
        rest: list[Record] = [*self._moods(), *self._topics(), self._pause()]
        return [*interactions, *rest, *step_records(self._texts.steps, self._evening_at)]

    # Interactions

    def _interaction(self, contact: Contact) -> Interaction:
        medium, point = contact.medium, point_at(self._at(contact.day))
        felt = self._felt(medium, point)
        when = in_zone(datetime.combine(contact.day, contact.time), self._zone)
        minutes = self._minutes(medium, point, felt)
        unrated = self._chance.random() < UNRATED.get(medium, 0.07)
        note = self._note(contact, felt)
        return Interaction(
            id=self._id(),
            when=when,
            medium=medium,
            minutes=minutes,
            closeness=None if unrated else felt,
            mood=self._mood(point) if medium is not Medium.MESSAGE and self._chance.random() < 0.35 else None,
            reached_out=self._reached_out(felt),
            tags=self._tags(contact, felt),
            note=note,
            win=self._win(felt) if medium is not Medium.MESSAGE else "",
            logged=at(when.timestamp + (minutes or 0) * 60 + self._chance.randrange(60, 900), self._zone),
        )

    def _felt(self, medium: Medium, point: Point) -> int:
        # Good and bad weeks come in runs, so part of the chance carries over.
        self._drift = 0.85 * self._drift + self._chance.gauss(0, 0.22)
        return _within(1, 7, point.closeness + WARMTH[medium] + self._drift + self._chance.gauss(0, 0.6))

    def _minutes(self, medium: Medium, point: Point, felt: int) -> int | None:
        if medium not in LENGTHS:
            return None
        usual, spread = LENGTHS[medium]
        warm = 1 + (felt - 4) * 0.08
        minutes = usual * point.length * warm * exp(self._chance.gauss(0, spread))
        exact = _within(3, 720, minutes)
        # A timer counts minutes; people say "half an hour".
        return exact if exact < 8 or self._chance.random() < 0.3 else 5 * round(exact / 5)

    def _mood(self, point: Point) -> int:
        return _within(1, 5, point.mood + self._chance.gauss(0, 0.8))

    def _reached_out(self, felt: int) -> ReachedOut | None:
        if self._chance.random() < 0.25:
            return None
        mine = 0.55 if felt >= 5 else 0.35
        return self._chance.choices(tuple(ReachedOut), (mine, 0.9 - mine, 0.1))[0]

    def _tags(self, contact: Contact, felt: int) -> tuple[str, ...]:
        chapter = chapter_at(self._at(contact.day))
        tags: list[str] = []
        if contact.day in holidays(contact.day.year) and contact.medium is Medium.VISIT:
            tags += self._texts.tags["holiday"]
        rare = 0.04 if contact.medium is Medium.MESSAGE else 0.3
        if self._chance.random() < rare:
            tags.append(self._chance.choice(self._texts.tags[_band(felt)]))
        if chapter in self._texts.tags and self._chance.random() < rare * 1.2:
            tags.append(self._chance.choice(self._texts.tags[chapter]))
        return tuple(dict.fromkeys(tags))

    def _note(self, contact: Contact, felt: int) -> str:
        chapter = chapter_at(self._at(contact.day))
        tells = contact.medium in TALKS or (contact.medium is Medium.LETTER and chapter == "repair")
        if tells and (line := self._next_of_chapter(chapter)):
            return line
        if self._chance.random() >= NOTED.get(contact.medium, 0.07):
            return ""
        band = _band(felt)
        kind = {
            Medium.CALL: f"talk_{band}",
            Medium.VIDEO: f"video_{band}"
            if band != "distant" and self._chance.random() < 0.5
            else f"talk_{band}",
            Medium.VISIT: "visit_holiday" if contact.day.month == 12 else f"visit_{band}",
            Medium.MESSAGE: f"message_{band}",
            Medium.LETTER: "letter",
            Medium.OTHER: "other",
        }[contact.medium]
        return self._drawn(kind, self._texts.notes[kind])

    def _next_of_chapter(self, chapter: str) -> str:
        """The chapter's next line, now and then, until all are told."""
        lines = self._texts.chapters.get(chapter, ())
        told = self._told.get(chapter, 0)
        if told >= len(lines) or self._chance.random() > (1.0 if told == 0 else 0.35):
            return ""
        self._told[chapter] = told + 1
        return lines[told]

    def _win(self, felt: int) -> str:
        likely = 0.16 if felt >= 5 else 0.03
        return self._drawn("wins", self._texts.wins) if self._chance.random() < likely else ""

    def _as_if_imported(self, interactions: list[Interaction]) -> list[Interaction]:
        """Some recent calls as the phone's list gives them: answered, with a length, and not yet rated."""
        calls = [one for one in interactions if one.medium is Medium.CALL]
        for call in calls[-2 - 2 * TO_RATE : -2 : 2]:
            bare = Interaction(
                id=call.id,
                when=call.when,
                medium=call.medium,
                minutes=call.minutes,
                logged=call.logged,
                source=SOURCE,
                source_key=f"sample-{call.when.timestamp}",
            )
            interactions[interactions.index(call)] = bare
        return interactions

    # The rest

    def _moods(self) -> list[MoodCheckIn]:
        """Check-ins of one's own: now and then at first, more often lately."""
        moods = []
        for back in range(self._days, 0, -1):
            day = self._today - timedelta(days=back)
            often = 0.5 if back < 60 else 0.12
            if self._chance.random() < often:
                when = self._moment(day, time(21, self._chance.randrange(60)))
                mood = self._mood(point_at(self._at(day)))
                lines = self._texts.moods["low" if mood <= 2 else "high"]
                note = self._chance.choice(lines) if mood != 3 and self._chance.random() < 0.15 else ""
                moods.append(MoodCheckIn(id=self._id(), when=when, logged=when, mood=mood, note=note))
        return moods

    def _topics(self) -> list[Topic]:
        topics = []
        done = self._texts.topics["done"]
        for place, text in enumerate(done):
            added = self._today - timedelta(days=14 * (len(done) - place) + 30)
            ticked = self._moment(added + timedelta(days=self._chance.randrange(3, 12)), time(19, 30))
            topics.append(
                Topic(id=self._id(), text=text, added=self._moment(added, time(9, 15)), done=ticked)
            )
        for place, text in enumerate(self._texts.topics["open"]):
            added = self._today - timedelta(days=24 - 5 * place)
            topics.append(Topic(id=self._id(), text=text, added=self._moment(added, time(12, 40))))
        return topics

    def _pause(self) -> Pause:
        start = self._start + timedelta(days=round(TRAVEL * self._days))
        return Pause(
            id=self._id(),
            reason=PauseReason.TRAVEL,
            start=start,
            end=start + timedelta(days=20),
            note=self._texts.pause,
        )

    def _at(self, day: date) -> float:
        return (day - self._start).days / self._days

    def _evening_at(self, at: float) -> When:
        return self._moment(self._start + timedelta(days=round(at * self._days)), time(21, 10))

    def _moment(self, day: date, time_of_day: time) -> When:
        return in_zone(datetime.combine(day, time_of_day), self._zone)

    def _id(self) -> str:
        return f"{self._chance.getrandbits(64):016x}"

    def _drawn(self, name: str, lines: Sequence[str]) -> str:
        """A line that was not drawn since all the others were."""
        bag = self._bags.setdefault(name, [])
        if not bag:
            bag += self._chance.sample(lines, len(lines))
        return bag.pop()


def _band(felt: int) -> str:
    return "close" if felt >= 5 else "middle" if felt == 4 else "distant"


def _within(low: int, high: int, value: float) -> int:
    return max(low, min(high, round(value)))
