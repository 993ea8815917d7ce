"""From the journal to one fitting suggestion, or to the reason for none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reconnect_desktop import catalogue
from reconnect_desktop.domain import choice, showing
from reconnect_desktop.domain.advice import Advice, Chosen, Quiet
from reconnect_desktop.domain.choice import Past, Wanted
from reconnect_desktop.domain.circumstances import PAUSES, Circumstance
from reconnect_desktop.domain.glance import GAP_SLACK
from reconnect_desktop.domain.records import Need, Nudge, Pause, Record, Setting, Try
from reconnect_desktop.domain.retired import retired_ids
from reconnect_desktop.domain.safety import UNSAFE_DAYS, tells_of_harm
from reconnect_desktop.domain.settings import (
    HER_NAME,
    NO_CONTACT_SINCE,
    NUDGES,
    NUDGES_MOST,
    QUIET_HOURS,
    RHYTHM,
    value_of,
)
from reconnect_desktop.domain.showing import Policy
from reconnect_desktop.domain.signals import Gap, Of, replay
from reconnect_desktop.domain.situation import LOOKED_AT, RECOVERED_DAYS, Seen, Situation, pause_on, situation
from reconnect_desktop.domain.suggestions import Asks, Catalogue
from reconnect_desktop.domain.tries import to_follow_up
from reconnect_desktop.language import said_value

if TYPE_CHECKING:
    from reconnect_desktop.domain.when import When
    from reconnect_desktop.journal_reading import JournalReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What of the journal the advice rests on."""

    seen: Seen
    catalogue: Catalogue
    past: Past = field(default_factory=Past)
    policy: Policy = field(default_factory=Policy)
    no_contact_since: date | None = None


def gather(journal: JournalReading, now: When) -> Known:
    """Read it, as it was known at `now`: entries count from the day they were logged; settings and pauses as they are.

    Raises what reading raises.
    """
    day = now.day
    settings = journal.all(Setting)
    kept = {setting.id: setting.value for setting in settings}
    pauses, rhythm = journal.all(Pause), value_of(RHYTHM, kept)
    days = [day - timedelta(days=ago) for ago in range(RECOVERED_DAYS, -1, -1)]
    moods = journal.moods_since(day - timedelta(days=UNSAFE_DAYS))
    *before, signals = replay(journal.contacts(), pauses, days, rhythm)
    seen = Seen(
        day=day,
        recent=[one for one in journal.recent(LOOKED_AT, day) if one.logged.day <= day],
        signals=signals,
        before=before,
        pauses=pauses,
        moods=[one for one in moods if one.when.day <= day and one.logged.day <= day],
        needs=[one for one in journal.all(Need) if one.noted.timestamp <= now.timestamp],
        rhythm=rhythm,
    )
    past = Past(
        nudges=_nudges(journal.all(Nudge), now),
        tries=_tries(journal.all(Try), now),
        retired=retired_ids(settings),
    )
    words = catalogue.load()
    written: tuple[Record, ...] = (*seen.recent, *seen.moods, *seen.needs, *past.tries, *pauses)
    unsafe = tells_of_harm(written, day, words.unsafe, said_value(HER_NAME, kept))
    return Known(
        seen=replace(seen, unsafe=unsafe),
        catalogue=words,
        past=past,
        policy=Policy(value_of(NUDGES, kept), value_of(NUDGES_MOST, kept), value_of(QUIET_HOURS, kept)),
        no_contact_since=value_of(NO_CONTACT_SINCE, kept),
    )


def advise(known: Known, now: When, *, asked: bool = False, quiet_hours: bool = True) -> Advice:
    """What is offered at this moment; see `Journal.advice`."""
    seen = known.seen
    standing = situation(seen)
    advice = Advice(
        day=now.day,
        signals=seen.signals,
        situation=standing,
        to_follow_up=_to_follow_up(known, standing),
        ask_first=_ask_first(known, standing),
        pause=pause_on(now.day, seen.pauses),
        rhythm=seen.rhythm,
    )
    nudge = showing.current(known.past.nudges, seen.signals, now.day)
    going_on = _going_on(known, standing, nudge) if nudge else None
    chosen = going_on or (_asked_for(known, standing) if asked else _new(known, standing))
    if chosen is None:
        quiet: Quiet | None = Quiet.NOTHING_FITS if asked else _why_none(known, standing)
    else:
        quiet = None if asked else _kept_silent(known, standing, now, quiet_hours=quiet_hours)
    if quiet:
        return replace(advice, quiet=quiet)
    return replace(advice, chosen=chosen, nudge=nudge if going_on else None)


# What there is to offer


def _going_on(known: Known, standing: Situation, nudge: Nudge) -> Chosen | None:
    rows = known.catalogue.suggestions
    return choice.go_on(nudge, rows, standing.circumstances, known.seen.signals, known.past)


def _new(known: Known, standing: Situation) -> Chosen | None:
    """Support where there are words of harm, else what fits a signal that is due, else a look back at what went well."""
    day, nudges, most = known.seen.day, known.past.nudges, known.policy.most
    wanted = Wanted(circumstances=standing.circumstances)
    if Circumstance.UNSAFE in standing.circumstances:
        if not showing.may_offer_support(_without_signal(known, support=True), day):
            return None
        wanted = replace(wanted, must=Circumstance.UNSAFE)
    elif known.seen.signals:
        wanted = replace(wanted, due=showing.due(known.seen.signals, nudges, day, most))
        if not wanted.due:
            return None
    elif Circumstance.RECOVERED in standing.circumstances:
        if not showing.may_look_back(_without_signal(known, support=False), nudges, day, most):
            return None
        wanted = replace(wanted, must=Circumstance.RECOVERED)
    else:
        return None
    return choice.choose(known.catalogue.suggestions, wanted, known.past, day)


def _asked_for(known: Known, standing: Situation) -> Chosen | None:
    silent = not standing.circumstances.isdisjoint(choice.ONLY_SUPPORT)
    due = () if silent else tuple(sorted(known.seen.signals, key=lambda one: (one.kind, repr(one))))
    wanted = Wanted(circumstances=standing.circumstances, due=due, asked=True)
    return choice.choose(known.catalogue.suggestions, wanted, known.past, known.seen.day)


def _without_signal(known: Known, *, support: bool) -> list[Nudge]:
    """The nudges that were offers of help (or looks back), for neither has a signal."""
    asks = {row.id: row.asks for row in known.catalogue.suggestions}
    alone = [nudge for nudge in known.past.nudges if not nudge.signal]
    return [nudge for nudge in alone if (asks.get(nudge.suggestion) is Asks.SUPPORT) == support]


# Why it is quiet


def _kept_silent(known: Known, standing: Situation, now: When, *, quiet_hours: bool) -> Quiet | None:
    """What keeps silent something that there is to offer."""
    if paused := _paused(standing):
        return paused
    if not known.policy.on:
        return Quiet.OFF
    if quiet_hours and known.policy.quiet_hours.cover(now.local.time()):
        return Quiet.QUIET_HOURS
    return None


def _why_none(known: Known, standing: Situation) -> Quiet:
    if paused := _paused(standing):
        return paused
    if Circumstance.UNSAFE in standing.circumstances:
        return Quiet.RESTING
    if known.seen.signals:
        policy, nudges, day = known.policy, known.past.nudges, known.seen.day
        return (
            Quiet.NOTHING_FITS if showing.due(known.seen.signals, nudges, day, policy.most) else Quiet.RESTING
        )
    if standing.closeness.usual is None or standing.gap.usual is None:
        return Quiet.TOO_LITTLE
    in_time = (standing.gap.counted or 0) <= standing.gap.usual * GAP_SLACK
    return (
        Quiet.AS_USUAL if in_time and Circumstance.AS_USUAL in standing.circumstances else Quiet.NOTHING_CLEAR
    )


def _paused(standing: Situation) -> Quiet | None:
    if Circumstance.GRIEF in standing.circumstances:
        return Quiet.KEEPSAKE
    return None if standing.circumstances.isdisjoint(PAUSES) else Quiet.PAUSE


# What is asked beside it


def _ask_first(known: Known, standing: Situation) -> Gap | None:
    """The gap of contact that may only be forgotten logging; not asked in a pause, nor with words of fear or harm."""
    if not standing.circumstances.isdisjoint(PAUSES | {Circumstance.UNSAFE}):
        return None
    gaps = (one for one in known.seen.signals if isinstance(one, Gap) and one.of is Of.CONTACT)
    return next((gap for gap in gaps if gap.since != known.no_contact_since), None)


def _to_follow_up(known: Known, standing: Situation) -> Try | None:
    """The try to ask about; not where the question itself could hurt."""
    if not standing.circumstances.isdisjoint({Circumstance.BOUNDARY, Circumstance.GRIEF}):
        return None
    may_ask = [one for one in known.past.tries if _may_ask_about(one, known, standing)]
    return to_follow_up(may_ask, known.seen.recent, known.seen.day)


def _may_ask_about(a_try: Try, known: Known, standing: Situation) -> bool:
    row = known.catalogue.suggestion(a_try.suggestion)
    if row is None:
        return False
    return row.asks is not Asks.CONTACT or Circumstance.UNSAFE not in standing.circumstances


# As it was known then


def _nudges(nudges: Iterable[Nudge], now: When) -> list[Nudge]:
    shown = [one for one in nudges if one.shown.timestamp <= now.timestamp]
    later = [one.answered is not None and one.answered.timestamp > now.timestamp for one in shown]
    return [
        replace(one, answer=None, answered=None) if is_later else one
        for one, is_later in zip(shown, later, strict=True)
    ]


def _tries(tries: Iterable[Try], now: When) -> list[Try]:
    begun = [one for one in tries if one.begun.timestamp <= now.timestamp]
    later = [one.answered is not None and one.answered.timestamp > now.timestamp for one in begun]
    return [
        replace(one, outcome=None, answered=None, note="") if is_later else one
        for one, is_later in zip(begun, later, strict=True)
    ]
