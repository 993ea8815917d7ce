"""When a suggestion may be shown unasked: seldom, one at a time, and more seldom still where it was not wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.records import Answer, Nudge
from reconnect_desktop.domain.settings import NUDGES, NUDGES_MOST, QUIET_HOURS
from reconnect_desktop.domain.when import When

if TYPE_CHECKING:
    from reconnect_desktop.domain.signals import Signal

# Days; what was found on simulated people: the more cards, the sooner they are no longer read.
OPEN_DAYS = 7  # a shown one stands so long without an answer
REST = 21  # between two because of the same signal
AGAIN = 45  # between two within one episode, which lasts from the day the signal came on until it goes off
MONTH = 30  # in which there are at most so many
NOT_TODAY = 7  # after "Not today"
SUPPORT_AGAIN = 45  # between two offers of help, while there are words of fear or harm
GOOD_AGAIN = 30  # between two looks back at what went well


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user chose: whether any is shown, at most how many in 30 days, and the hours without."""

    on: bool = NUDGES.default
    most: int = NUDGES_MOST.default
    quiet_hours: QuietHours = QUIET_HOURS.default


def current(nudges: Iterable[Nudge], signals: Collection[Signal], day: date) -> Nudge | None:
    """The newest one, while it is unanswered, not older than 7 days, and its signal (if it had one) is on."""
    last = max(nudges, key=_shown, default=None)
    if last is None or last.answer is not None or _days_since(last.shown, day) >= OPEN_DAYS:
        return None
    return last if not last.signal or any(signal.kind == last.signal for signal in signals) else None


def due(signals: Iterable[Signal], nudges: Sequence[Nudge], day: date, most: int) -> tuple[Signal, ...]:
    """The signals because of which something may be shown now: a dip before a gap, the older one first."""
    if is_resting(nudges, day, most):
        return ()
    factor = 2 if was_unheeded_twice(nudges, day) else 1
    ready = [signal for signal in signals if _is_ready(signal, nudges, day, factor)]
    return tuple(sorted(ready, key=lambda signal: (signal.kind, signal.began, repr(signal))))


def is_resting(nudges: Sequence[Nudge], day: date, most: int) -> bool:
    """Whether it is too early for any: as many as the user wants were shown in 30 days, or "Not today" was said in 7."""
    lately = [nudge for nudge in nudges if _days_since(nudge.shown, day) < MONTH]
    return len(lately) >= most or any(_put_off(nudge, day) for nudge in nudges)


def was_unheeded_twice(nudges: Iterable[Nudge], day: date) -> bool:
    """Whether the last two were both put off or left unanswered; then every rest because of a signal is twice as long."""
    last = sorted(nudges, key=_shown)[-2:]
    return len(last) == 2 and all(_is_unheeded(nudge, day) for nudge in last)


def may_offer_support(offered: Iterable[Nudge], day: date) -> bool:
    """Whether help may be offered because of words of fear or harm; `offered`: the nudges that did so.

    It waits for no rest of the others.
    """
    return all(_days_since(nudge.shown, day) >= SUPPORT_AGAIN for nudge in offered)


def may_look_back(looked: Iterable[Nudge], nudges: Sequence[Nudge], day: date, most: int) -> bool:
    """Whether what went well may be shown after a recovery; `looked`: the nudges that did so."""
    rested = all(_days_since(nudge.shown, day) >= GOOD_AGAIN for nudge in looked)
    return rested and not is_resting(nudges, day, most)


def _is_ready(signal: Signal, nudges: Iterable[Nudge], day: date, factor: int) -> bool:
    """Never offered in this episode and rested since the one before, or offered long ago and still on."""
    last = max((nudge for nudge in nudges if nudge.signal == signal.kind), key=_shown, default=None)
    if last is None:
        return True
    rest = AGAIN if last.shown.day >= signal.began else REST
    return _days_since(last.shown, day) >= rest * factor


def _is_unheeded(nudge: Nudge, day: date) -> bool:
    if nudge.answer is None:
        return _days_since(nudge.shown, day) >= OPEN_DAYS
    return nudge.answer is Answer.NOT_TODAY


def _put_off(nudge: Nudge, day: date) -> bool:
    was_put_off = nudge.answer is Answer.NOT_TODAY and nudge.answered is not None
    return was_put_off and day - nudge.answered.day < timedelta(days=NOT_TODAY)  # type: ignore[union-attr]


def _shown(nudge: Nudge) -> tuple[int, str]:
    return nudge.shown.timestamp, nudge.id


def _days_since(moment: When, day: date) -> int:
    return (day - moment.day).days
