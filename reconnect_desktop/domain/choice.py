"""Which suggestion fits best: by what is the case, what was shown and tried before, and what must never be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING

from reconnect_desktop.domain.advice import Chosen
from reconnect_desktop.domain.circumstances import BAD_PATCH, PAUSES, SIGNALS, Circumstance
from reconnect_desktop.domain.records import Answer, Nudge, Outcome, Try
from reconnect_desktop.domain.suggestions import Asks, Fit, Part, Suggestion

if TYPE_CHECKING:
    from reconnect_desktop.domain.signals import Signal

ONLY_SUPPORT = frozenset({Circumstance.UNSAFE, Circumstance.BOUNDARY, Circumstance.GRIEF})
_NOTICED = SIGNALS | {
    Circumstance.RHYTHM_MISSED,
    Circumstance.LOW_BEFORE,
    Circumstance.SUDDEN,
    Circumstance.LASTING,
}
_GOOD = frozenset({Circumstance.AS_USUAL, Circumstance.RECOVERED, Circumstance.WIN})
_ORDINARY = (Part.COMMON_GROUND, Part.LISTENING)  # what suits when someone asks, and nothing stands out
_ORDER = {circumstance: place for place, circumstance in enumerate(Circumstance)}

# What makes a row weigh more or less, and for how many days.
_WENT = {Outcome.GOOD: 1.15, Outcome.SO_SO: 0.9, Outcome.HARD: 0.4, Outcome.NOT_DONE: 0.6}
_WENT_DAYS = 365
_TRIED, _TRIED_DAYS = 0.6, 30  # however it went; while it is not told, it rests
_SHOWN, _SHOWN_DAYS = 0.75, 365  # for each time it was shown, so that others have their turn
_PUT_OFF_DAYS = 30  # after "Not today" it rests
_BEHIND = 0.2  # what rests, where the user asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was shown and tried before, and the ids of what is not wanted."""

    nudges: Sequence[Nudge] = ()
    tries: Sequence[Try] = ()
    retired: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for.

    circumstances: what is the case, all of it; due: the signals because of which something may be shown;
    must: a circumstance that has to be among what it fits, if any; asked: the user asks unprompted.
    """

    circumstances: frozenset[Circumstance]
    due: tuple[Signal, ...] = ()
    must: Circumstance | None = None
    asked: bool = False


def may_offer(row: Suggestion, circumstances: AbstractSet[Circumstance]) -> bool:
    """Whether it would be safe and kind to offer this now, asked for or not.

    With words of fear or harm, in grief, or where a boundary was set, only what is support; in any pause nothing
    that asks for contact; in a bad patch only what is gentle; and never what the row itself rules out.
    """
    if not circumstances.isdisjoint(ONLY_SUPPORT) and row.asks is not Asks.SUPPORT:
        return False
    if not circumstances.isdisjoint(PAUSES) and row.asks is Asks.CONTACT:
        return False
    if not circumstances.isdisjoint(BAD_PATCH) and not row.gentle:
        return False
    return row.may_show(circumstances)


def choose(rows: Iterable[Suggestion], wanted: Wanted, past: Past, day: date) -> Chosen | None:
    """The best of the rows, or None; the same one all day, as long as nothing changes."""
    weighed = []
    for row in rows:
        fit = _best_fit(row, wanted) if may_offer(row, wanted.circumstances) else None
        weight = fit.weight * _liking(row, past, day, asked=wanted.asked) if fit else 0
        if fit and weight and row.id not in past.retired:
            weighed.append((weight, _lot(row, day), row, fit))
    if not wanted.asked:
        weighed = _without_the_last(weighed, past, keep_one=wanted.must is Circumstance.UNSAFE)
    if not weighed:
        return None
    _, _, row, fit = max(weighed, key=lambda one: (round(one[0], 6), one[1]))
    signal = None if wanted.must else _signal(fit, wanted.due)
    return Chosen(row, signal, _in_order(fit.all_of), way(row, past))


def go_on(
    nudge: Nudge,
    rows: Iterable[Suggestion],
    circumstances: frozenset[Circumstance],
    signals: Iterable[Signal],
    past: Past,
) -> Chosen | None:
    """What was shown and is not answered yet, as far as it may still be offered; without a signal, as long as it fits."""
    row = next((row for row in rows if row.id == nudge.suggestion), None)
    if row is None or row.id in past.retired or not may_offer(row, circumstances):
        return None
    silent = not circumstances.isdisjoint(ONLY_SUPPORT)
    on = [] if silent else [signal for signal in signals if signal.kind == nudge.signal]
    of_kind = sorted(on, key=lambda one: one.began)
    fit = row.best_fit(_sayable(circumstances))
    if fit is None and not of_kind:
        return None
    before = Past(
        nudges=[one for one in past.nudges if one.shown.timestamp < nudge.shown.timestamp], tries=past.tries
    )
    signal = _signal(fit, tuple(of_kind)) if fit else next(iter(of_kind), None)
    return Chosen(row, signal, _in_order(fit.all_of) if fit else (), way(row, before))


def way(row: Suggestion, past: Past) -> int:
    """Which of its ways to say it comes first: another one each time it was shown or tried."""
    times = sum(one.suggestion == row.id for one in past.nudges)
    times += sum(one.suggestion == row.id for one in past.tries)
    return times % len(row.ways)


Weighed = tuple[float, bytes, Suggestion, Fit]


def _best_fit(row: Suggestion, wanted: Wanted) -> Fit | None:
    if wanted.must:
        fits = [fit for fit in row.fits if wanted.must in fit.all_of and fit.all_of <= wanted.circumstances]
        return max(fits, key=lambda fit: fit.weight, default=None)
    if wanted.asked and not wanted.due:
        return row.best_fit(_sayable(wanted.circumstances)) or _for_an_ordinary_day(row)
    usable = (wanted.circumstances - SIGNALS - _GOOD) | _words(wanted)
    fits = [fit for fit in row.fits if fit.all_of <= usable and not fit.all_of <= _GOOD]
    return max(fits, key=lambda fit: fit.weight, default=None)


def _sayable(circumstances: frozenset[Circumstance]) -> frozenset[Circumstance]:
    """What may be named as a reason: where there is only support, nothing that was noticed of days and ratings."""
    return circumstances if circumstances.isdisjoint(ONLY_SUPPORT) else circumstances - _NOTICED


def _for_an_ordinary_day(row: Suggestion) -> Fit | None:
    return Fit(all_of=frozenset(), weight=0.1) if row.gentle and row.part in _ORDINARY else None


def _words(wanted: Wanted) -> frozenset[Circumstance]:
    """What of the circumstances stands for the signals that are due; as usual is what the rest of it is."""
    due = {Circumstance.AS_USUAL}
    for signal in wanted.due:
        gaps = {Circumstance.GAP, Circumstance.TALKS_STOPPED, Circumstance.RHYTHM}
        due |= {Circumstance.DIP} if signal.kind == "dip" else gaps
    return wanted.circumstances & due


def _liking(row: Suggestion, past: Past, day: date, *, asked: bool) -> float:
    """How much what was tried and shown before speaks for it: 1 where there was nothing; 0 where it rests."""
    resting = _BEHIND if asked else 0.0
    tried = [one for one in past.tries if one.suggestion == row.id]
    shown = [one for one in past.nudges if one.suggestion == row.id]
    liking = _how_it_went(tried, day)
    if any(_ago(one.begun.day, day) < _TRIED_DAYS for one in tried):
        liking *= _TRIED if all(one.outcome for one in tried) else resting
    liking *= _SHOWN ** sum(_ago(one.shown.day, day) < _SHOWN_DAYS for one in shown)
    if any(one.answer is Answer.NOT_TODAY and _ago(one.shown.day, day) < _PUT_OFF_DAYS for one in shown):
        liking *= resting
    return liking


def _how_it_went(tried: Sequence[Try], day: date) -> float:
    told = [one for one in tried if one.answered and _ago(one.answered.day, day) < _WENT_DAYS]
    last = max(told, key=lambda one: (one.begun.timestamp, one.id), default=None)
    return _WENT[last.outcome] if last and last.outcome else 1.0


def _lot(row: Suggestion, day: date) -> bytes:
    """What decides between equals: the same all day, another on another day."""
    return blake2b(f"{day} {row.id}".encode(), digest_size=8).digest()


def _without_the_last(weighed: list[Weighed], past: Past, *, keep_one: bool) -> list[Weighed]:
    """All but the one shown last: not the same one twice in a row, except where help would have no other words."""
    last = max(past.nudges, key=lambda one: (one.shown.timestamp, one.id), default=None)
    others = [one for one in weighed if last is None or one[2].id != last.suggestion]
    return others if others or not keep_one else weighed


def _signal(fit: Fit, due: tuple[Signal, ...]) -> Signal | None:
    """The one of the signals that the fit speaks of, or the first."""
    for signal in due:
        if (Circumstance.DIP in fit.all_of) == (signal.kind == "dip") and not fit.all_of.isdisjoint(SIGNALS):
            return signal
    return due[0] if due else None


def _in_order(circumstances: Iterable[Circumstance]) -> tuple[Circumstance, ...]:
    return tuple(sorted(circumstances, key=_ORDER.__getitem__))


def _ago(day: date, today: date) -> int:
    return (today - day).days
