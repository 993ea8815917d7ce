"""The rules by which something is the case: each a small function that says when, over what is seen on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median
from typing import TYPE_CHECKING

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import Asked, Met, MoodCheckIn, Need, Pause
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Rhythm
from reconnect_desktop.domain.tag_words import CONFLICT

if TYPE_CHECKING:
    from reconnect_desktop.domain.signals import Dip, Signal

LOOKED_AT = 600  # the newest interactions that are looked at
RECOVERED_DAYS = 21

_WRITTEN = (Medium.MESSAGE, Medium.LETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is looked at: only what is of `day` or before it, the interactions newest first.

    before: the signals of each of the last 21 days, oldest first, without today's.
    """

    day: date
    recent: Sequence[Interaction] = ()
    signals: frozenset[Signal] = frozenset()
    before: Sequence[frozenset[Signal]] = ()
    pauses: Sequence[Pause] = ()
    moods: Sequence[MoodCheckIn] = ()
    needs: Sequence[Need] = ()
    rhythm: Rhythm = NO_RHYTHM
    unsafe: bool = False


def signal_words(seen: Seen) -> set[Circumstance]:
    """What was noticed: a dip; a gap of contact, or of talks alone; and whether a chosen rhythm was passed."""
    gaps = {gap.of: gap for gap in seen.signals if gap.kind == "gap"}
    found = {Circumstance.DIP} if _dip(seen) else set()
    if any(gap.fine is not None for gap in gaps.values()):
        found.add(Circumstance.RHYTHM)
    if "contact" in gaps:
        found.add(Circumstance.GAP)
    elif "talks" in gaps:
        found.add(Circumstance.TALKS_STOPPED)
    return found


def rhythm_missed(seen: Seen) -> bool:
    """Beyond "still fine" three times in a row, the running gap counted where it is beyond; days of pauses left out."""
    intervals = [(frozenset(Medium), seen.rhythm.contact)] if seen.rhythm.contact else []
    chosen = [*intervals, *((frozenset({medium}), interval) for medium, interval in seen.rhythm.by_medium)]
    return any(_missed(seen, media, interval.fine) for media, interval in chosen if interval)


def _missed(seen: Seen, media: frozenset[Medium], fine: int) -> bool:
    days = usual.contact_days((one for one in seen.recent if one.medium in media), seen.day)[-4:]
    paused = PausedDays(seen.pauses)
    running = paused.counted(days[-1], seen.day) if days else 0
    gaps = usual.finished_gaps(days, paused) + ([running] if running > fine else [])
    return len(gaps) >= 3 and all(gap > fine for gap in gaps[-3:])


def low_before(seen: Seen) -> bool:
    """A gap, and the last 4 ratings (2 at least) were 3 or less on average, or half a step below usual."""
    ratings = _ratings(seen)[-usual.WINDOW :]
    if len(ratings) < 2 or not any(signal.kind == "gap" for signal in seen.signals):
        return False
    its_usual = usual.closeness(seen.recent, seen.day).usual
    mean = fmean(rating for _, rating, _ in ratings)
    return mean <= 3 or (its_usual is not None and mean <= its_usual - 0.5)


def sudden(seen: Seen) -> bool:
    """A dip of the last 45 days that hangs on one talk.

    The worst of the ratings it rests on is 1.5 below usual or more, and a whole step below the mean of the others; the
    two before it were within a step of usual.
    """
    dip = _dip(seen)
    if dip is None or (seen.day - dip.began).days > 45:
        return False
    ratings = [(day, rating) for day, rating, _ in _ratings(seen)]
    within = [place for place, (day, _) in enumerate(ratings) if day >= dip.since]
    if len(within) < 2:
        return False
    worst = min(within, key=lambda place: ratings[place][1])
    before = [rating for _, rating in ratings[max(0, worst - 2) : worst]]
    others = [ratings[place][1] for place in within if place != worst]
    bad = ratings[worst][1]
    return (
        bad <= min(dip.usual - 1.5, fmean(others) - 1) and len(before) == 2 and min(before) >= dip.usual - 1
    )


def lasting(seen: Seen) -> bool:
    """A dip or a gap that came on more than 90 days ago."""
    return any((seen.day - signal.began).days > 90 for signal in seen.signals)


def one_medium(seen: Seen) -> Medium | None:
    """During a dip: the one medium that fell by 0.7 or more in the last 10 ratings, all others by 0.3 at most.

    Each counts with 2 ratings lately and 3 before; at least one other must be there to compare with.
    """
    if _dip(seen) is None:
        return None
    ratings = _ratings(seen)
    lately, before = ratings[-10:], ratings[-70:-10]
    fell: dict[Medium, float] = {}
    for medium in Medium:
        now = [rating for _, rating, of in lately if of is medium]
        then = [rating for _, rating, of in before if of is medium]
        if len(now) >= 2 and len(then) >= 3:
            fell[medium] = fmean(then) - fmean(now)
    fallen = [medium for medium, by in fell.items() if by >= 0.7]
    others = [by for medium, by in fell.items() if medium not in fallen]
    return fallen[0] if len(fallen) == 1 and others and max(others) <= 0.3 else None


def short_talks(seen: Seen) -> float | None:
    """The median minutes of the last 5 calls and video calls of 60 days (3 at least), where that is 10 or less."""
    lengths = [
        one.minutes
        for one in _lately(seen, 60)
        if one.medium in (Medium.CALL, Medium.VIDEO) and one.minutes is not None
    ][:5]
    middle = median(lengths) if len(lengths) >= 3 else None
    return middle if middle is not None and middle <= 10 else None


def mostly_messages(seen: Seen) -> bool:
    """At least 4 contacts in 45 days, seven in ten of them written."""
    media = [one.medium for one in _lately(seen, 45)]
    return len(media) >= 4 and sum(medium in _WRITTEN for medium in media) >= 0.7 * len(media)


def tagged(words: frozenset[str], days: int) -> Callable[[Seen], bool]:
    """The rule: one of these tags on an interaction of the last so many days."""
    return lambda seen: any(_has(one, words) for one in _lately(seen, days))


def conflict_again(seen: Seen) -> bool:
    """A tag of conflict in at least 3 of the last 6 spans of 30 days."""
    ago = [(seen.day - one.when.day).days for one in _lately(seen, 180) if _has(one, CONFLICT)]
    return len({days // 30 for days in ago}) >= 3


def low_mood(seen: Seen) -> bool:
    """The last two moods of 14 days, noted by themselves or beside an interaction, are both 2 or less."""
    since = seen.day - timedelta(days=14)
    beside = [
        (one.when.timestamp, one.id, one.mood) for one in seen.recent if one.when.day > since and one.mood
    ]
    alone = [(one.when.timestamp, one.id, one.mood) for one in seen.moods if since < one.when.day <= seen.day]
    last = sorted(beside + alone)[-2:]
    return len(last) == 2 and all(mood <= 2 for _, _, mood in last)


def unmet_need(seen: Seen) -> bool:
    """A need of the last 90 days of which the newest note says: not met yet, or not asked for yet and not met either."""
    newest = {
        need.need: need for need in sorted(seen.needs, key=lambda need: (need.noted.timestamp, need.id))
    }
    lately = [need for need in newest.values() if 0 <= (seen.day - need.noted.day).days <= 90]
    return any(
        need.met is Met.NOT_YET or (need.met is None and need.asked is Asked.NOT_YET) for need in lately
    )


def as_usual(seen: Seen) -> bool:
    """No dip, and closeness lately is within half a step of usual, where both can be told."""
    closeness = usual.closeness(seen.recent, seen.day)
    if closeness.recent is None or closeness.usual is None:
        return False
    return _dip(seen) is None and abs(closeness.recent - closeness.usual) < 0.5


def recovered(seen: Seen) -> bool:
    """A dip went off, or a gap ended with a contact, within 21 days; none of its kind is on, and the last talk was not hard.

    Hard is 2 or less, or a step below usual.
    """
    on = {signal.kind for signal in seen.signals}
    last = max((one.when.day for one in seen.recent), default=None)
    gone = {signal for some in seen.before[-RECOVERED_DAYS:] for signal in some if signal.kind not in on}
    ended = any(one.kind == "dip" or (last is not None and last > one.since) for one in gone)
    return ended and not _was_hard(seen)


def _was_hard(seen: Seen) -> bool:
    ratings = _ratings(seen)
    its_usual = usual.closeness(seen.recent, seen.day).usual
    return bool(ratings) and ratings[-1][1] <= max(2, its_usual - 1 if its_usual else 0)


def win(seen: Seen) -> bool:
    """A small good moment was kept in the last 14 days."""
    return any(one.win.strip() for one in _lately(seen, 14))


def _dip(seen: Seen) -> Dip | None:
    return next((signal for signal in seen.signals if signal.kind == "dip"), None)


def _lately(seen: Seen, days: int) -> list[Interaction]:
    """The interactions of the last so many days, today among them, newest first."""
    return [one for one in seen.recent if 0 <= (seen.day - one.when.day).days < days]


def _ratings(seen: Seen) -> list[tuple[date, int, Medium]]:
    """The ratings, oldest first, with their day and medium."""
    return [(one.when.day, one.closeness, one.medium) for one in reversed(seen.recent) if one.closeness]


def _has(one: Interaction, words: frozenset[str]) -> bool:
    return any(tag.casefold() in words for tag in one.tags)
