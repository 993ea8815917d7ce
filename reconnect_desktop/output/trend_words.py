"""What each chart asks, and what it says: one sentence from the numbers it draws, never a score, never a cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.calendar import CalendarOfDays
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Course, Lately
from reconnect_desktop.domain.trends.gaps import GapsOverTime
from reconnect_desktop.domain.trends.mood import MoodBeside, Together
from reconnect_desktop.domain.trends.path import OftenAndClose, Step
from reconnect_desktop.domain.usual import GAPS_LEAST
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.language import number as in_digits
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.dates import day_and_month, month_and_year, month_name
from reconnect_desktop.output.going_with_words import NO_CAUSE, closest_group, going_with_message
from reconnect_desktop.output.months_words import NOTHING, months_message
from reconnect_desktop.output.spans import days_words, few_at_head
from reconnect_desktop.output.today_words import number

__all__ = [
    "NOTHING",
    "NO_CAUSE",
    "QUESTIONS",
    "TITLES",
    "calendar_message",
    "closeness_message",
    "closest_group",
    "gaps_message",
    "going_with_message",
    "months_message",
    "mood_message",
    "path_message",
]

# In English; `tr` says them.
TITLES = {
    "closeness": mark("Closeness over time"),
    "gaps": mark("Days between contacts"),
    "months": mark("Contacts and minutes by month"),
    "calendar": mark("Day by day"),
    "going-with": mark("What goes with feeling close"),
    "path": mark("How often and how close"),
    "mood": mark("My mood beside closeness"),
}
QUESTIONS = {
    "closeness": mark("Are we growing closer, or drifting apart?"),
    "gaps": mark("How long is it from one contact to the next?"),
    "months": mark("How are we in touch, and for how long?"),
    "calendar": mark("What were the days like?"),
    "going-with": mark("When does it feel close?"),
    "path": mark("How often are we in touch, and how close does it feel?"),
    "mood": mark("Is it distance between us, or a hard time of my own?"),
}

_FAINT = 0.2  # agreement, -1…1, that nobody would notice
_CLEAR = 0.5  # of closeness, above which two means do not look alike
_FEW_DAYS = 90  # up to here a day is told, beyond it its month


def closeness_message(value: ClosenessOverTime) -> str:
    """How it feels lately beside the usual: "Closer than usual since September: 5.1 against 4.3; 14 interactions."."""
    if not value.dots:
        return _unrated(value.unrated) if value.unrated else tr(NOTHING)
    if value.lately is None:
        return tr_n(
            "One more rating and this will show what is usual.",
            "{few} more ratings and this will show what is usual.",
            value.missing,
            few=few_at_head(value.missing),
        )
    return _lately(value.lately, value.span.last)


def gaps_message(value: GapsOverTime) -> str:
    """How long it usually is: "Usually about 6 days between contacts, as before."."""
    if not value.gaps and (value.usual is not None or value.missing > GAPS_LEAST):
        return tr(NOTHING)  # one contact alone has no gap yet, but it is logged
    if value.usual is None:
        return tr_n(
            "One more day with a contact and this will show how long is usual.",
            "{few} more days with a contact and this will show how long is usual.",
            value.missing,
            few=few_at_head(value.missing),
        )
    usual = days_words(value.usual)
    if value.earlier is None:
        return tr("Usually {span} between contacts.", span=usual)
    before = days_words(value.earlier)
    if before == usual:
        return tr("Usually {span} between contacts, as before.", span=usual)
    return tr("Usually {span} between contacts; before, {before}.", span=usual, before=before)


def calendar_message(value: CalendarOfDays) -> str:
    """How many days and what they felt like: "In touch on 41 of 90 days; on the 30 that were rated …"."""
    if not value.days:
        return tr(NOTHING)
    in_touch = tr_n(
        "In touch on {days} of {count} day",
        "In touch on {days} of {count} days",
        value.counted,
        days=in_digits(len(value.days)),
    )
    ratings = Counter(day.closeness for day in value.days if day.closeness is not None)
    if not ratings:
        alone = len(value.days) == 1
        return (
            tr("{in_touch}, not rated.", in_touch=in_touch)
            if alone
            else tr("{in_touch}, none of them rated.", in_touch=in_touch)
        )
    felt = _felt(ratings)
    if len(value.days) == 1:
        return tr("{in_touch}; {felt}.", in_touch=in_touch, felt=felt)
    return tr_n(
        "{in_touch}; on the one that was rated, {felt}.",
        "{in_touch}; on the {count} that were rated, {felt}.",
        ratings.total(),
        in_touch=in_touch,
        felt=felt,
    )


def path_message(value: OftenAndClose) -> str:
    """From where to where: "October 2026: about 12 days in touch of 30, closeness 5.1; May 2026: about 8 …"."""
    steps = value.steps
    if not steps:
        return tr("A whole month with a few ratings and this will show a first step.")
    if len(steps) == 1:
        month, how = month_and_year(steps[0].month), _often_and_close(steps)
        return tr("One month so far: {month}, {often_and_close}.", month=month, often_and_close=how)
    most = min(3, len(steps) // 2)
    first, last = steps[:most], steps[-most:]
    told = f"{_stretch(last)}: {_often_and_close(last)}; {_stretch(first)}: {_often_and_close(first)}."
    return opening(told)


def mood_message(value: MoodBeside) -> str:
    """Whether the two went together: "When your mood was lower, it felt less close too (31 days)."."""
    if not value.moods:
        return tr("No mood is noted in this time; noting it is up to you.")
    if value.together is Together.TOGETHER:
        return tr_n(
            "When your mood was lower, it felt less close too ({count} day).",
            "When your mood was lower, it felt less close too ({count} days).",
            value.pairs,
        )
    if value.together is Together.APART:
        return tr_n(
            "When your mood was lower, it felt closer ({count} day).",
            "When your mood was lower, it felt closer ({count} days).",
            value.pairs,
        )
    return _mood_apart(value)


# Parts of messages


def _unrated(count: int) -> str:
    return tr_n(
        "{count} interaction in this time, not rated.",
        "{count} interactions in this time, none of them rated.",
        count,
    )


def _lately(lately: Lately, today: date) -> str:
    if lately.course is Course.AS_USUAL:
        return _as_usual(lately)
    numbers = {
        "recent": number(lately.recent),
        "usual": number(lately.usual),
        "interactions": _interactions(lately.count),
    }
    day = lately.since
    if (today - day).days <= _FEW_DAYS:
        since = day_and_month(day, today)
        if lately.course is Course.CLOSER:
            return tr(
                "Closer than usual since {day}: {recent} against {usual}; {interactions}.",
                day=since,
                **numbers,
            )
        return tr(
            "Less close than usual since {day}: {recent} against {usual}; {interactions}.",
            day=since,
            **numbers,
        )
    month = month_name(day.month) if day.year == today.year else month_and_year(Month(day.year, day.month))
    if lately.course is Course.CLOSER:
        return tr(
            "Closer than usual since {month}: {recent} against {usual}; {interactions}.",
            month=month,
            **numbers,
        )
    return tr(
        "Less close than usual since {month}: {recent} against {usual}; {interactions}.",
        month=month,
        **numbers,
    )


def _as_usual(lately: Lately) -> str:
    recent, usual = number(lately.recent), number(lately.usual)
    interactions = _interactions(lately.count)
    if abs(lately.recent - lately.usual) >= _CLEAR:
        return tr(
            "No clear difference from usual so far: {recent} against {usual}; {interactions}.",
            recent=recent,
            usual=usual,
            interactions=interactions,
        )
    if recent == usual:
        return tr(
            "About as close as usual: {recent} of 7; {interactions}.",
            recent=recent,
            interactions=interactions,
        )
    return tr(
        "About as close as usual: {recent} against {usual}; {interactions}.",
        recent=recent,
        usual=usual,
        interactions=interactions,
    )


def _felt(ratings: Counter[int]) -> str:
    top = max(ratings.values())
    felt = sorted(closeness for closeness, days in ratings.items() if days == top)
    if len(ratings) == 1:
        return tr("it felt like {closeness} of 7", closeness=felt[0])
    if len(felt) > 2:
        return tr("it felt like anything from {least} to {most} of 7", least=min(ratings), most=max(ratings))
    if len(felt) == 2:
        return tr("it most often felt like {closeness} or {other} of 7", closeness=felt[0], other=felt[1])
    return tr("it most often felt like {closeness} of 7", closeness=felt[0])


def _mood_apart(value: MoodBeside) -> str:
    if value.low is not None and value.high is not None and -_FAINT < value.low <= value.high < _FAINT:
        return tr_n(
            "Your mood and closeness moved on their own ({count} day).",
            "Your mood and closeness moved on their own ({count} days).",
            value.pairs,
        )
    if value.together is Together.UNCLEAR or not value.missing:
        return tr_n(
            "Whether your mood and closeness go together is open so far ({count} day).",
            "Whether your mood and closeness go together is open so far ({count} days).",
            value.pairs,
        )
    return tr_n(
        "One more day with both a mood and a rating and this will show whether the two go together.",
        "{few} more days with both a mood and a rating and this will show whether the two go together.",
        value.missing,
        few=few_at_head(value.missing),
    )


def _often_and_close(steps: Sequence[Step]) -> str:
    often = sum(step.days_in_touch for step in steps) / len(steps)
    close = sum(step.closeness * step.rated for step in steps) / sum(step.rated for step in steps)
    return tr_n(
        "about {count} day in touch of 30, closeness {closeness}",
        "about {count} days in touch of 30, closeness {closeness}",
        round(often),
        closeness=number(close),
    )


def _stretch(steps: Sequence[Step]) -> str:
    if len(steps) == 1:
        return month_and_year(steps[0].month)
    first, last = steps[0].month, steps[-1].month
    begun = month_name(first.month) if first.year == last.year else month_and_year(first)
    return tr("{first} to {last}", first=begun, last=month_and_year(last))


def _interactions(count: int) -> str:
    return tr_n("{count} interaction", "{count} interactions", count)
