"""What each chart asks, and what it says: one sentence from the numbers it draws, never a score, never a cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import floor

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.domain.trends.calendar import CalendarOfDays
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, Course, Lately
from reconnect_desktop.domain.trends.gaps import GapsOverTime
from reconnect_desktop.domain.trends.going_with import LEAST, GoingWithCloseness, Group
from reconnect_desktop.domain.trends.mood import MoodBeside, Together
from reconnect_desktop.domain.trends.path import OftenAndClose, Step
from reconnect_desktop.domain.usual import GAPS_LEAST
from reconnect_desktop.output.dates import MONTHS, day_and_month, month_and_year
from reconnect_desktop.output.group_words import group_subject
from reconnect_desktop.output.sentences import count_words, days_words, length_words, medium_word
from reconnect_desktop.output.suggestion_words import MEDIA
from reconnect_desktop.output.today_words import number

TITLES = {
    "closeness": "Closeness over time",
    "gaps": "Days between contacts",
    "months": "Contacts and minutes by month",
    "calendar": "Day by day",
    "going-with": "What goes with feeling close",
    "path": "How often and how close",
    "mood": "My mood beside closeness",
}
QUESTIONS = {
    "closeness": "Are we growing closer, or drifting apart?",
    "gaps": "How long is it from one contact to the next?",
    "months": "How are we in touch, and for how long?",
    "calendar": "What were the days like?",
    "going-with": "When does it feel close?",
    "path": "How often are we in touch, and how close does it feel?",
    "mood": "Is it distance between us, or a hard time of my own?",
}

NOTHING = "Nothing is logged in this time."
NO_CAUSE = "It says what goes together, not what causes what."
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FAINT = 0.2  # agreement, -1…1, that nobody would notice
_CLEAR = 0.5  # of closeness, above which two means do not look alike
_FEW_DAYS = 90  # up to here a day is told, beyond it its month


def closeness_message(value: ClosenessOverTime) -> str:
    """How it feels lately beside the usual: "Closer than usual since September: 5.1 against 4.3; 14 interactions."."""
    if not value.dots:
        rated = "not rated" if value.unrated == 1 else "none of them rated"
        return f"{_interactions(value.unrated)} in this time, {rated}." if value.unrated else NOTHING
    if value.lately is None:
        return f"{_some_more(value.missing, 'rating')} and this will show what is usual."
    return _lately(value.lately, value.span.last)


def gaps_message(value: GapsOverTime) -> str:
    """How long it usually is: "Usually about 6 days between contacts, as before."."""
    if not value.gaps and (value.usual is not None or value.missing > GAPS_LEAST):
        return NOTHING  # one contact alone has no gap yet, but it is logged
    if value.usual is None:
        return f"{_some_more(value.missing, 'day')} with a contact and this will show how long is usual."
    usually = f"Usually {days_words(value.usual)} between contacts"
    if value.earlier is None:
        return f"{usually}."
    before = days_words(value.earlier)
    return f"{usually}, as before." if before == days_words(value.usual) else f"{usually}; before, {before}."


def months_message(value: ContactsByMonth) -> str:
    """How many, of what kind and how long: "About 6 contacts a month, mostly calls; about 3 h a month together."."""
    contacts, minutes = _totals(value.months)
    if not contacts:
        return NOTHING
    whole = [month for month in value.months if month.whole]
    if len(whole) < 2 or not any(month.contacts for month in whole):
        length = f"; {length_words(minutes)} together" if minutes else ""
        alone = contacts.total() == 1
        kind = f" ({medium_word(next(iter(contacts))).lower()})" if alone else f", {_mostly(contacts)}"
        return f"{count_words(contacts.total(), 'contact')} in this time{kind}{length}."
    contacts, minutes = _totals(whole)
    length = f"; {_about_length(minutes / len(whole))} a month together" if minutes else ""
    return f"{_about_contacts(contacts.total() / len(whole))} a month, {_mostly(contacts)}{length}."


def calendar_message(value: CalendarOfDays) -> str:
    """How many days and what they felt like: "In touch on 41 of 90 days; on the 30 that were rated …"."""
    if not value.days:
        return NOTHING
    touched = f"In touch on {len(value.days):,} of {count_words(value.counted, 'day')}"
    ratings = Counter(day.closeness for day in value.days if day.closeness is not None)
    if not ratings:
        return f"{touched}, {'not rated' if len(value.days) == 1 else 'none of them rated'}."
    felt = _felt(ratings)
    return f"{touched}; {felt if len(value.days) == 1 else f'{_on_the_rated(ratings)}, {felt}'}."


def going_with_message(value: GoingWithCloseness) -> str:
    """What felt closest: "Visits felt closest: 6 (5 to 7), 14 interactions. It says what goes together, …"."""
    if not value.groups or value.overall is None:
        return _too_few_ratings(value)
    best = closest_group(value)
    if best is None:
        told = (
            f"Nothing stands out: the middle of {_interactions(value.count)} is {number(value.overall)} of 7."
        )
    else:
        chance = "" if best.low > value.overall else "; it may be chance"
        told = f"{group_subject(best.by, best.key)} felt closest: {_median(best)}, {_interactions(best.count)}{chance}."
    return " ".join(filter(None, [told, _left_out(value), NO_CAUSE]))


def closest_group(value: GoingWithCloseness) -> Group | None:
    """The group that felt closest, of those above the median of all; first those whose whole interval lies above it."""
    overall = value.overall or 0.0
    above = [group for group in value.groups if group.median > overall]
    return max(above, key=lambda one: (one.low > overall, one.median, one.low, one.count), default=None)


def path_message(value: OftenAndClose) -> str:
    """From where to where: "October 2026: about 12 days in touch of 30, closeness 5.1; May 2026: about 8 …"."""
    steps = value.steps
    if not steps:
        return "A whole month with a few ratings and this will show a first step."
    if len(steps) == 1:
        only = steps[0]
        return f"One month so far: {month_and_year(only.month)}, {_often_and_close([only])}."
    most = min(3, len(steps) // 2)
    first, last = steps[:most], steps[-most:]
    return f"{_stretch(last)}: {_often_and_close(last)}; {_stretch(first)}: {_often_and_close(first)}."


def mood_message(value: MoodBeside) -> str:
    """Whether the two went together: "When your mood was lower, it felt less close too (31 days)."."""
    if not value.moods:
        return "No mood is noted in this time; noting it is up to you."
    days = count_words(value.pairs, "day")
    if value.together is Together.TOGETHER:
        return f"When your mood was lower, it felt less close too ({days})."
    if value.together is Together.APART:
        return f"When your mood was lower, it felt closer ({days})."
    if value.low is not None and value.high is not None and -_FAINT < value.low <= value.high < _FAINT:
        return f"Your mood and closeness moved on their own ({days})."
    if value.together is Together.UNCLEAR or not value.missing:
        return f"Whether your mood and closeness go together is open so far ({days})."
    return f"{_some_more(value.missing, 'day')} with both a mood and a rating and this will show whether the two go together."


# Parts of sentences


def _lately(lately: Lately, today: date) -> str:
    recent, usual = number(lately.recent), number(lately.usual)
    if lately.course is Course.AS_USUAL:
        beside = f"{recent} of 7" if recent == usual else f"{recent} against {usual}"
        alike = abs(lately.recent - lately.usual) < _CLEAR
        told = "About as close as usual" if alike else "No clear difference from usual so far"
        return f"{told}: {beside}; {_interactions(lately.count)}."
    course = "Closer" if lately.course is Course.CLOSER else "Less close"
    since = _since(lately.since, today)
    return f"{course} than usual since {since}: {recent} against {usual}; {_interactions(lately.count)}."


def _since(day: date, today: date) -> str:
    if (today - day).days <= _FEW_DAYS:
        return day_and_month(day, today)
    month = MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def _totals(months: Sequence[MonthOfContacts]) -> tuple[Counter[Medium], int]:
    contacts: Counter[Medium] = Counter()
    for month in months:
        contacts.update(month.contacts)
    return contacts, sum(sum(month.minutes.values()) for month in months)


def _mostly(contacts: Counter[Medium]) -> str:
    (first, most), *rest = contacts.most_common()
    if not rest:
        return "all of another kind" if first is Medium.OTHER else f"all {MEDIA[first]}"
    if most * 2 > contacts.total():
        return f"mostly {MEDIA[first]}"
    (second, many), fewer = rest[0], max((count for _, count in rest[1:]), default=0)
    if many > fewer:
        return f"most often {MEDIA[first]} and {MEDIA[second]}"
    return f"most often {MEDIA[first]}" if most > many else "of several kinds"


def _about_contacts(mean: float) -> str:
    if mean < 0.75:
        return "Less than one contact"
    return "About one contact" if mean < 1.5 else f"About {floor(mean + 0.5):,} contacts"


def _about_length(mean: float) -> str:
    if mean < 57.5:
        return f"about {max(1, round(mean)) if mean < 12 else round(mean / 5) * 5} min"
    return f"about {length_words(round(mean / 30) * 30)}" if mean < 600 else f"about {round(mean / 60):,} h"


def _on_the_rated(ratings: Counter[int]) -> str:
    rated = ratings.total()
    return "on the one that was rated" if rated == 1 else f"on the {rated:,} that were rated"


def _felt(ratings: Counter[int]) -> str:
    top = max(ratings.values())
    felt = sorted(closeness for closeness, days in ratings.items() if days == top)
    if len(ratings) == 1:
        return f"it felt like {felt[0]} of 7"
    if len(felt) > 2:
        return f"it felt like anything from {min(ratings)} to {max(ratings)} of 7"
    return f"it most often felt like {' or '.join(map(str, felt))} of 7"


def _median(group: Group) -> str:
    if group.low == group.high:
        return f"{number(group.median)} of 7"
    return f"{number(group.median)} ({number(group.low)} to {number(group.high)})"


def _too_few_ratings(value: GoingWithCloseness) -> str:
    if not value.count and value.left_out == 1:
        return "The one rating of this time is of a day when you were drained."
    if not value.count and value.left_out:
        return f"All {value.left_out:,} ratings of this time are of days when you were drained."
    if not value.count:
        return "Nothing is rated in this time."
    told = (
        f"{_NUMBERS[LEAST].capitalize()} ratings of one kind and this will show what goes with feeling close."
    )
    return " ".join(filter(None, [told, _left_out(value)]))


def _left_out(value: GoingWithCloseness) -> str:
    if not value.drained_left_out or not value.left_out:
        return ""
    days = "a day" if value.left_out == 1 else "days"
    return f"{count_words(value.left_out, 'rating')} of {days} when you were drained {'is' if value.left_out == 1 else 'are'} left out."


def _often_and_close(steps: Sequence[Step]) -> str:
    often = sum(step.days_in_touch for step in steps) / len(steps)
    close = sum(step.closeness * step.rated for step in steps) / sum(step.rated for step in steps)
    return f"about {count_words(round(often), 'day')} in touch of 30, closeness {number(close)}"


def _stretch(steps: Sequence[Step]) -> str:
    if len(steps) == 1:
        return month_and_year(steps[0].month)
    first, last = steps[0].month, steps[-1].month
    begun = MONTHS[first.month - 1] if first.year == last.year else month_and_year(first)
    return f"{begun} to {month_and_year(last)}"


def _interactions(count: int) -> str:
    return count_words(count, "interaction")


def _some_more(count: int, noun: str) -> str:
    counted = _NUMBERS[count].capitalize() if count < len(_NUMBERS) else f"{count:,}"
    return f"{counted} more {noun}" if count == 1 else f"{counted} more {noun}s"
