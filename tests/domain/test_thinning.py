"""Which backups may go, whatever the clock and the disk have done."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.thinning import to_drop

DAY = 86_400
NOW = int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp())


def backup(made: int, *, verified: bool = True, damaged: bool = False, name: str = "") -> Backup:
    return Backup(
        name=name or f"{made:012}",
        made=made,
        occasion=Occasion.DAY,
        place=Place.JOURNAL,
        interactions=1,
        size=1,
        schema=4,
        encrypted=False,
        verified=made if verified and not damaged else None,
        damaged=damaged,
    )


def left(backups: list[Backup], now: int) -> list[Backup]:
    dropped = to_drop(backups, now)
    return [one for one in backups if one not in dropped]


moments = st.one_of(
    st.integers(NOW - 3 * DAY, NOW),
    st.integers(NOW - 200 * DAY, NOW + 2 * DAY),
    st.integers(0, NOW + 4_000 * DAY),
)
some = st.lists(
    st.builds(backup, moments, verified=st.booleans(), damaged=st.sampled_from([False, False, True])),
    max_size=60,
    unique_by=lambda one: one.name,
)


def used_daily(days: int, a_day: int = 3, every: int = 1) -> list[Backup]:
    """What is there after so many days, each with so many backups, oldest first; thinned after `every` so many."""
    held: list[Backup] = []
    for number, moment in enumerate(range(NOW, NOW + days * DAY, DAY // a_day), start=1):
        held.append(backup(moment))
        if number % every == 0:
            held = left(held, moment)
    return held


def test_a_decade_of_daily_use_leaves_some_hundred_and_sixty() -> None:
    held = used_daily(3_654, a_day=1, every=9)
    now = held[-1].made
    assert 120 <= len(held) <= 165
    ages = [(now - one.made) // DAY for one in held]
    assert [age for age in ages if age < 14] == list(range(13, -1, -1))
    gaps = {older: older - newer for older, newer in pairwise(ages)}
    assert max(gap for age, gap in gaps.items() if age < 90) <= 7
    assert max(gaps.values()) <= 31


def test_all_of_two_days_stay_then_the_last_of_each_day() -> None:
    held = used_daily(20, a_day=6)
    now = held[-1].made
    assert len([one for one in held if now - one.made < 2 * DAY]) == 12
    of_days = [one.made // DAY for one in held if now - one.made >= 3 * DAY]
    assert len(of_days) == len(set(of_days))


@given(some, moments)
def test_the_five_newest_that_are_whole_and_two_days_of_them_stay(held: list[Backup], now: int) -> None:
    stay = left(held, now)
    sound = sorted((one for one in held if one.verified and one.made <= now), key=lambda one: -one.made)
    assert set(sound[:5]) <= set(stay)
    assert len({one.made // DAY for one in stay if one in sound}) >= min(
        2, len({one.made // DAY for one in sound})
    )


@given(some, moments)
def test_every_month_that_had_one_keeps_one(held: list[Backup], now: int) -> None:
    def months(backups: list[Backup]) -> set[tuple[int, int]]:
        moments = [datetime.fromtimestamp(one.made, UTC) for one in backups if not one.damaged]
        return {(moment.year, moment.month) for moment in moments}

    assert months(left(held, now)) == months(held)


@given(some, moments)
def test_a_second_time_drops_nothing_more(held: list[Backup], now: int) -> None:
    assert to_drop(left(held, now), now) == []


@given(some, st.randoms(), moments)
def test_the_order_they_come_in_does_not_matter(held: list[Backup], chance: object, now: int) -> None:
    shuffled = held[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert to_drop(shuffled, now) == to_drop(held, now)


@given(some, some, moments)
def test_those_to_come_cost_none_of_those_that_are(
    held: list[Backup], others: list[Backup], now: int
) -> None:
    past = [one for one in held if one.made <= now]
    to_come = [one for one in others if one.made > now]
    assert [one for one in to_drop([*past, *to_come], now) if one in past] == to_drop(past, now)


@given(some, moments)
def test_a_damaged_one_costs_no_whole_one_its_place(held: list[Backup], now: int) -> None:
    whole = [one for one in held if not one.damaged]
    assert [one for one in to_drop(held, now) if not one.damaged] == to_drop(whole, now)


@given(some, moments, st.integers(0, 4_000 * DAY))
def test_a_clock_that_jumps_ahead_makes_nothing_older(held: list[Backup], now: int, jump: int) -> None:
    """One more backup after the jump: at most one of each kind of place is taken by it."""
    past = left([one for one in held if one.made <= now], now)
    after = [*past, backup(now + jump, name="after")]
    dropped = to_drop(after, now + jump)
    assert "after" not in {one.name for one in dropped}
    whole = [one for one in past if not one.damaged]
    assert set(sorted(whole, key=lambda one: -one.made)[:1]) & set(dropped) == set()
    assert len({one.made // DAY for one in dropped if not one.damaged}) <= 2


def test_a_damaged_one_goes_once_a_later_whole_one_of_its_month_stays() -> None:
    spoilt = backup(NOW - 2 * DAY, damaged=True)
    earlier, later = backup(NOW - 4 * DAY), backup(NOW - DAY)
    assert to_drop([spoilt, earlier], NOW) == []
    assert to_drop([spoilt, earlier, later], NOW) == [spoilt]


def test_of_a_day_the_newest_that_was_found_whole_stays() -> None:
    held = [backup(NOW - 100 * DAY + second, verified=second < 2) for second in range(4)]
    newer = [backup(NOW - day * DAY) for day in range(40)]
    stay = left([*held, *newer], NOW)
    assert [one for one in held if one in stay] == [held[1]]


def test_a_clock_that_was_years_ahead_for_a_month_leaves_what_was_last_before() -> None:
    before = used_daily(60)
    now = before[-1].made
    ahead = [backup(now + 3_650 * DAY + day * DAY) for day in range(40)]
    held = before
    for one in ahead:
        held = left([*held, one], one.made)
    set_right = left([*held, backup(now + DAY)], now + DAY)
    assert backup(now + DAY) in set_right
    assert before[-1] in set_right
