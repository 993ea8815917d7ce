"""A month beside the one before and the usual, with arrows only where the difference is more than noise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from statistics import fmean, median

from reconnect_desktop.domain.gaps import Law
from reconnect_desktop.domain.glance import CLOSENESS_SLACK
from reconnect_desktop.domain.review import noise
from reconnect_desktop.domain.review.figures import mean
from reconnect_desktop.domain.review.month_review import Arrow, Compared, Measure
from reconnect_desktop.domain.review.tally import Tally
from reconnect_desktop.domain.usual import BEFORE_LEAST, GAPS_LEAST

USUAL_MONTHS, USUAL_LEAST = 12, 3  # whole months before this one, and how many make a usual
OPEN_LEAST = 0.5  # of a month's days: with fewer that no pause covers, it is compared with nothing …
DAYS_LEAST = 7  # … nor with fewer days at all
STANDS_OUT = 2.1  # standard deviations: with nothing changed, an arrow in at most about one month of ten
RATINGS_LEAST = 3
MEASURED_LEAST = 2 / 3  # of the talks: with fewer lengths known, minutes are compared with nothing
GAP_CHANCE = 0.04  # of a longest gap as long, or as short, in a month of this person's

Pick = Callable[[Tally], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A month, the one before (None before the first entry), the months of the usual (none: not known), their gaps in days."""

    now: Tally
    before: Tally | None
    usual: Sequence[Tally]
    gaps: Sequence[int] = ()


def is_usable(tally: Tally) -> bool:
    """Whether enough of the month is open to be compared."""
    return tally.open_days >= max(DAYS_LEAST, OPEN_LEAST * tally.days)


def compare(beside: Beside) -> tuple[Compared, ...]:
    """The rows of which something is known to stand beside; none where nothing is, or there was no contact in any of it."""
    others = (*([beside.before] if beside.before else []), *beside.usual)
    if not any(one.in_touch for one in (beside.now, *others)):
        return ()
    rows = (
        _days_in_touch(beside),
        _minutes(beside),
        _ratings(beside, Measure.CLOSENESS, lambda tally: tally.closeness),
        _longest_gap(beside),
        _ratings(beside, Measure.MOOD, lambda tally: tally.moods),
    )
    return tuple(row for row in rows if (row.before, row.usual) != (None, None))


def _days_in_touch(beside: Beside) -> Compared:
    spread = noise.spread(_squares_of_days(beside.usual))

    def arrow(others: Sequence[Tally]) -> Arrow:
        now, then = beside.now, sum(one.open_in_touch for one in others)
        days = sum(one.open_days for one in others)
        return _arrow(noise.of_days(now.open_in_touch, now.open_days, then, days, spread))

    return _row(Measure.DAYS_IN_TOUCH, beside, lambda tally: float(tally.in_touch), arrow)


def _squares_of_days(months: Sequence[Tally]) -> list[float]:
    days = sum(one.open_days for one in months)
    rate = sum(one.open_in_touch for one in months) / days if days else 0.0
    if not 0 < rate < 1:
        return []
    return [
        (one.open_in_touch - one.open_days * rate) ** 2 / (one.open_days * rate * (1 - rate))
        for one in months
    ]


def _minutes(beside: Beside) -> Compared:
    lengths = [length for one in (beside.now, *beside.usual) for length in one.lengths]
    # Minutes come a talk at a time: so many of them say as much as one that comes by chance.
    unit = sum(length**2 for length in lengths) / sum(lengths) if lengths else 1.0
    spread = noise.spread(_squares_of_minutes(beside.usual, unit))

    def arrow(others: Sequence[Tally]) -> Arrow:
        if not all(_is_measured(one) for one in (beside.now, *others)):
            return Arrow.NONE
        now, then = sum(beside.now.lengths), sum(sum(one.lengths) for one in others)
        days = sum(one.days for one in others)
        return _arrow(noise.of_amounts(now / unit, beside.now.days, then / unit, days, spread))

    return _row(Measure.MINUTES, beside, _minutes_of, arrow)


def _minutes_of(tally: Tally) -> float | None:
    return None if tally.minutes is None else float(tally.minutes)


def _squares_of_minutes(months: Sequence[Tally], unit: float) -> list[float]:
    rate = sum(sum(one.lengths) for one in months) / unit / max(1, sum(one.days for one in months))
    if not rate:
        return []
    return [(sum(one.lengths) / unit - one.days * rate) ** 2 / (one.days * rate) for one in months]


def _is_measured(tally: Tally) -> bool:
    return tally.talks_measured >= MEASURED_LEAST * tally.talks


def _ratings(beside: Beside, measure: Measure, pick: Pick) -> Compared:
    # Nobody keeps to ratings as to days: months that are more alike than by chance are so by chance.
    spread = max(1.0, noise.spread(_squares_of_ratings([pick(one) for one in beside.usual])))
    now = pick(beside.now)

    def arrow(others: Sequence[Tally]) -> Arrow:
        then = [one for tally in others for one in pick(tally)]
        if min(len(now), len(then)) < RATINGS_LEAST or abs(fmean(now) - fmean(then)) < CLOSENESS_SLACK:
            return Arrow.NONE
        return _arrow(noise.of_ratings(now, then, spread))

    usual = [one for tally in beside.usual for one in pick(tally)]
    row = _row(measure, beside, lambda tally: mean(pick(tally)), arrow)
    known = len(usual) >= BEFORE_LEAST
    return Compared(
        measure=measure,
        now=row.now,
        before=row.before,
        usual=fmean(usual) if known else None,
        beside_before=row.beside_before,
        beside_usual=row.beside_usual if known else Arrow.NONE,
    )


def _squares_of_ratings(months: Sequence[Sequence[int]]) -> list[float]:
    everything = [one for month in months for one in month]
    if len(everything) < BEFORE_LEAST:
        return []
    middle = fmean(everything)
    variance = fmean((one - middle) ** 2 for one in everything)
    if not variance:
        return []
    return [len(month) * (fmean(month) - middle) ** 2 / variance for month in months if month]


def _longest_gap(beside: Beside) -> Compared:
    """An arrow where none of the usual months had one so long (or so short), and this person's gaps make that rare.

    Beside the month before only where that one does not stand out as well.
    """
    stands_out, stood_out = _gap_arrow(beside.now, beside), _gap_arrow(beside.before, beside)

    def arrow(others: Sequence[Tally]) -> Arrow:
        return Arrow.NONE if others == [beside.before] and stood_out is stands_out else stands_out

    return _row(Measure.LONGEST_GAP, beside, lambda tally: tally.longest_gap, arrow, median)


def _gap_arrow(tally: Tally | None, beside: Beside) -> Arrow:
    usual = [one.longest_gap for one in beside.usual if one.longest_gap is not None and one is not tally]
    if tally is None or tally.longest_gap is None or not usual or len(beside.gaps) < GAPS_LEAST:
        return Arrow.NONE
    longer = tally.open_days / 365 / Law(beside.gaps).years(tally.longest_gap)  # expected in so many days
    if tally.longest_gap > max(usual) and 1 - exp(-longer) <= GAP_CHANCE:
        return Arrow.MORE
    return Arrow.LESS if tally.longest_gap < min(usual) and exp(-longer) <= GAP_CHANCE else Arrow.NONE


def _row(
    measure: Measure,
    beside: Beside,
    of: Callable[[Tally], float | None],
    arrow: Callable[[Sequence[Tally]], Arrow],
    middle: Callable[[list[float]], float] = fmean,
) -> Compared:
    before = of(beside.before) if beside.before else None
    known = [value for value in map(of, beside.usual) if value is not None]
    now = of(beside.now)
    usual = middle(known) if len(known) >= USUAL_LEAST else None
    can = now is not None and is_usable(beside.now)
    with_before = can and before is not None and beside.before is not None and is_usable(beside.before)
    return Compared(
        measure=measure,
        now=now,
        before=before,
        usual=usual,
        beside_before=arrow([beside.before]) if with_before and beside.before else Arrow.NONE,
        beside_usual=arrow(beside.usual) if can and usual is not None else Arrow.NONE,
    )


def _arrow(z: float) -> Arrow:
    if abs(z) < STANDS_OUT:
        return Arrow.NONE
    return Arrow.MORE if z > 0 else Arrow.LESS
