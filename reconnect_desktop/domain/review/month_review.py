"""A month's review as a value: all that the page, the HTML and the PDF say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Need, Pause, Reflection, Try
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.trends.closeness import Band, Dot
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A month in numbers.

    days: of the month that are over, up to today; in_touch: days with a contact; contacts, minutes: by medium, only those above 0;
    lengths: contacts whose length is known; closeness: mean, 1…7, of `rated` ratings, None without any; mood: mean, 1…5, of
    `moods` notes, None without any; longest_gap: days, declared pauses left out, of the longest gap that ended in, or
    reaches to the end of, the month, None without contacts before its end, and gap_paused: how many days longer it
    would be with those of pauses; reached_out: who began, where noted.
    """

    days: int
    in_touch: int
    contacts: dict[Medium, int]
    minutes: dict[Medium, int]
    lengths: int
    closeness: float | None
    rated: int
    mood: float | None
    moods: int
    longest_gap: int | None
    gap_paused: int
    reached_out: dict[ReachedOut, int]


class Measure(StrEnum):
    """A row of the comparison."""

    DAYS_IN_TOUCH = "days in touch"
    MINUTES = "minutes together"
    CLOSENESS = "closeness"
    LONGEST_GAP = "longest gap"
    MOOD = "mood"


class Arrow(StrEnum):
    """A difference that is more than noise, and its direction; NONE where it is not, or too little is known."""

    MORE = "more"
    LESS = "less"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A measure this month, the month before and usually (None where not known), with arrows of this month over each.

    All three are of whole months, but for a running one, which is up to today; arrows compare as many days with as many.
    usual: of days in touch and minutes the mean of its months, of closeness and mood that of all its ratings, of gaps the
    median of its months' longest.
    """

    measure: Measure
    now: float | None
    before: float | None
    usual: float | None
    beside_before: Arrow
    beside_usual: Arrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something of one interaction: a win, or the hard moment. text: the win, or the note, whole."""

    id: str
    when: When
    medium: Medium
    closeness: int | None
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RhythmOffer:
    """The rhythm was missed in this month and the two before: what it is, what was real (days), and what it could be."""

    now: Interval
    real: float
    proposed: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReview:
    """What there is to look back on.

    today: the day it was made; so_far: the month is not over; figures, before: of this month and the last (None where nothing
    was logged up to its end); usual: on how many whole months, of the 12 before, the usual stands (0: not known, below 3);
    compared: the rows that have something to stand beside; none in grief, where a boundary touched the month, where most of it
    was paused, in the first 6 days of a running one, and where there was no contact in all that time; dots: the month's ratings;
    band: the usual closeness, its middle that of `compared`; pauses: those that touch the month; wins: oldest first;
    hard: the interaction that felt furthest apart, where one clearly did; tries: begun in the month, oldest first;
    needs: noted in the month, or in the year before it and still open, newest first; rhythm_offer: only of the newest whole month;
    grief: a pause for it touches the month or goes on today; then nothing is to be counted or compared, and only wins (all
    good moments of which something is written) and own words are shown: `figures` and `before` are not;
    harm: there is a hard moment, and words of fear or harm stand in what was noted that month, in it or elsewhere.
    """

    month: Month
    today: date
    so_far: bool
    figures: Figures
    before: Figures | None
    usual: int
    compared: tuple[Compared, ...]
    dots: tuple[Dot, ...]
    band: Band | None
    wins: tuple[Moment, ...]
    hard: Moment | None
    tries: tuple[tuple[Try, Followed], ...]
    needs: tuple[Need, ...]
    pauses: tuple[Pause, ...]
    reflection: Reflection | None
    rhythm_offer: RhythmOffer | None
    grief: bool
    harm: bool = False
