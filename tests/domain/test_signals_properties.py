"""What must hold for any history, and the equality with a slow and straightforward telling of the same rules."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import exp, sqrt

from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain import dips, gaps
from reconnect_desktop.domain.contacts import TALKS, Contact
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.signals import Gap, Of, on, replay

START = date(2024, 1, 1)
LENGTH = 160


def _contact(day: int, late: int, medium: Medium, closeness: int | None, place: int) -> Contact:
    happened = START + timedelta(day)
    moment = (happened - date(1970, 1, 1)).days * 86_400 + 43_200
    return Contact(happened, moment, str(place), happened + timedelta(late), medium, closeness)


@st.composite
def histories(draw: st.DrawFn) -> list[Contact]:
    """Contacts of one to three hundred days, regular or not, some late or written down beforehand, some unrated."""
    day, found = draw(st.integers(0, 10)), []
    level = draw(st.integers(3, 7))
    for place in range(draw(st.integers(0, 45))):
        level = draw(st.sampled_from([level] * 12 + [2, 4, 6]))
        closeness = draw(st.sampled_from([level, level, max(1, level - 1), None]))
        late = draw(st.sampled_from([0] * 8 + [-3, 2, 9, 40]))
        medium = draw(st.sampled_from([Medium.CALL, Medium.MESSAGE, Medium.VISIT, Medium.LETTER]))
        found.append(_contact(day, late, medium, closeness, place))
        day += draw(st.sampled_from([0, 1, 2, 3, 3, 3, 3, 4, 5, 12, 30]))
    return draw(st.permutations(found))


PAUSES = st.lists(
    st.builds(
        lambda start, length: Pause(
            id="",
            reason=PauseReason.TRAVEL,
            start=START + timedelta(start),
            end=None if length is None else START + timedelta(start + length),
        ),
        st.integers(0, LENGTH),
        st.sampled_from([0, 5, 20, 60, None]),
    ),
    max_size=2,
)
RHYTHMS = st.sampled_from([NO_RHYTHM, NO_RHYTHM, Rhythm(contact=Interval(3, 10))])


@settings(deadline=None, max_examples=30)
@given(histories(), PAUSES, RHYTHMS, st.integers(1, 9))
def test_a_day_alone_says_what_the_days_in_order_say(
    contacts: list[Contact], pauses: list[Pause], rhythm: Rhythm, step: int
) -> None:
    days = [START + timedelta(day) for day in range(0, LENGTH, step)]
    told = replay(contacts, pauses, days, rhythm)
    assert told == [on(day, contacts, pauses, rhythm) for day in days]


@settings(deadline=None, max_examples=30)
@given(histories(), PAUSES, RHYTHMS, st.integers(0, LENGTH))
def test_what_is_told_of_a_day_rests_on_nothing_later(
    contacts: list[Contact], pauses: list[Pause], rhythm: Rhythm, until: int
) -> None:
    days = [START + timedelta(day) for day in range(until + 1)]
    known = [one for one in contacts if one.known <= days[-1]]
    begun = [
        Pause(id="", reason=one.reason, start=one.start, end=one.end and min(one.end, days[-1]))
        for one in pauses
        if one.start <= days[-1]
    ]
    assert replay(contacts, pauses, days, rhythm) == replay(known, begun, days, rhythm)


@settings(deadline=None, max_examples=25)
@given(histories(), PAUSES, RHYTHMS)
def test_it_says_what_the_slow_and_plain_way_says(
    contacts: list[Contact], pauses: list[Pause], rhythm: Rhythm
) -> None:
    days = [START + timedelta(day) for day in range(LENGTH)]
    slow = _Slowly(contacts, pauses, rhythm)
    for day, signals in zip(days, replay(contacts, pauses, days, rhythm), strict=True):
        dip, gap = slow.on(day)
        assert {(one.began, one.count) for one in signals if one.kind == "dip"} == dip
        assert {(one.of, one.began, one.since, one.days) for one in signals if isinstance(one, Gap)} == gap


class _Slowly:
    """Looks at everything anew each day."""

    def __init__(self, contacts: list[Contact], pauses: list[Pause], rhythm: Rhythm) -> None:
        self.contacts, self.pauses, self.rhythm = contacts, pauses, rhythm
        self.dip: date | None = None
        self.gaps: dict[Of, tuple[date, date]] = {}  # since, began

    def on(self, day: date) -> tuple[set[tuple[date, int]], set[tuple[Of, date, date, int]]]:
        known = [one for one in self.contacts if max(one.logged, one.day) <= day]
        sureness, count = _surest(known)
        if any(one.closeness and max(one.logged, one.day) == day for one in known):
            if sureness >= dips.ON:
                self.dip = self.dip or day
            elif sureness < dips.OFF:
                self.dip = None
        fine = self.rhythm.contact.fine if self.rhythm.contact else 10**6
        found = self._gap(Of.CONTACT, known, day, gaps.YEARS, fine)
        talks = [one for one in known if one.medium in TALKS]
        talks_found = self._gap(Of.TALKS, talks, day, gaps.YEARS * gaps.TALKS_RARER, 10**6)
        if not found and talks_found and max(one.day for one in known) > max(one.day for one in talks):
            found = talks_found
        return {(self.dip, count)} if self.dip else set(), found

    def _gap(
        self, of: Of, known: list[Contact], day: date, years: float, fine: int
    ) -> set[tuple[Of, date, date, int]]:
        days = sorted({one.day for one in known})
        if not days:
            return set()
        silence = self._counted(days[-1], day)
        since, began = self.gaps.get(of, (date.min, date.min))
        if since != days[-1]:
            finished = [max(1, self._counted(one, other)) for one, other in pairwise(days)]
            rare = len(finished) >= 3 and silence >= 3 and gaps.Law(finished).years(silence) >= years
            if not rare and silence <= fine:
                return set()
            since, began = self.gaps[of] = days[-1], day
        return {(of, began, since, silence)}

    def _counted(self, one: date, other: date) -> int:
        between = [one + timedelta(day) for day in range(1, (other - one).days + 1)]
        return sum(not any(pause.covers(day) for pause in self.pauses) for day in between)


def _surest(known: list[Contact]) -> tuple[float, int]:
    rated = sorted((one for one in known if one.closeness), key=lambda one: (one.timestamp, one.id))
    ratings = [(one.timestamp / 86_400, float(one.closeness or 0)) for one in rated]
    found = [(0.0, 0)]
    for count in (6, 5, 4, 3):
        before, window = [value for _, value in ratings[:-count]], ratings[-count:]
        if len(before) < 5:
            continue
        weights = [2 ** (-(len(before) - 1 - place) / 60) for place in range(len(before))]
        total = sum(weights)
        plain = sum(w * value for w, value in zip(weights, before, strict=True)) / total
        recent = sum(value for _, value in window) / count
        if plain - recent < 0.6 or sum(value < plain for _, value in window) <= count / 2:
            continue
        usual = (1.5 * 5.05 + plain * total) / (1.5 + total)
        spread = 5 * 1.2**2 + sum(w * (value - usual) ** 2 for w, value in zip(weights, before, strict=True))
        alike = sum(
            0.5 * exp(-abs(one - other) / 5) + 0.5 * (place == place2)
            for place, (one, _) in enumerate(window)
            for place2, (other, _) in enumerate(window)
        )
        independent = total**2 / sum(w * w for w in weights) + 1.5
        error = sqrt(spread / (5 + total) * (alike / count**2 + 1 / independent))
        found.append(((usual - recent) / error, count))
    return max(found, key=lambda one: one[0])
