"""The sentences of Today, shared with `status`: each states a fact with its numbers, none says what ought to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.usual import Closeness, Gap
from reconnect_desktop.output.dates import on_day
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.sentences import count_words, days_words, exact_days, length_words, mood_word

if TYPE_CHECKING:
    from datetime import date

    from reconnect_desktop.domain.signals import Dip

_CONTACTS = {
    Medium.CALL: "a call",
    Medium.VIDEO: "a video call",
    Medium.VISIT: "in person",
    Medium.MESSAGE: "a message",
    Medium.LETTER: "a letter",
    Medium.OTHER: "a contact",
}
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

ALL_AS_USUAL = "All is as usual."


def closeness_sentence(closeness: Closeness) -> str:
    """How close it felt lately, beside the usual where there is one: "Lately 4.8, usually 5.1, over …"."""
    if closeness.recent is None:
        return "No rating yet."
    if closeness.rated == 1:
        return f"The first rating is {number(closeness.recent)} of 7."
    ratings = f"over your last {count_words(closeness.rated, 'rating')}"
    if closeness.usual is None:
        return f"Lately {number(closeness.recent)} of 7, {ratings}."
    lately, usually = number(closeness.recent), number(closeness.usual)
    beside = "as usual" if lately == usually else f"usually {usually}"
    return f"Lately {lately}, {beside}, {ratings}."


def closeness_missing(closeness: Closeness) -> str:
    """What it still takes until a usual closeness can be told; "" once it can."""
    if not closeness.missing:
        return ""
    if not closeness.rated:
        return f"{_some(closeness.missing, 'rating')} and Reconnect can tell what is usual for you."
    return f"{_some(closeness.missing, 'more rating')} and Reconnect can tell what is usual for you."


def closeness_exact(closeness: Closeness) -> str:
    """The exact numbers, for those who ask; "" where there are none."""
    if closeness.recent is None:
        return ""
    window = min(4, closeness.rated)
    lately = f"Lately is {closeness.recent:.2f}, the mean of your last {count_words(window, 'rating')}."
    if closeness.usual is None:
        return lately
    before = count_words(closeness.rated - window, "rating")
    return f"{lately}\nUsually is {closeness.usual:.2f}, the mean of the {before} before, the recent ones counting more."


def dip_sentence(dip: Dip) -> str:
    """The same while there is a dip: "Lately 2.8, over your last 4 ratings; usually 4.6."."""
    ratings = count_words(dip.count, "rating")
    return f"Lately {number(dip.recent)}, over your last {ratings}; usually {number(dip.usual)}."


def dip_exact(dip: Dip) -> str:
    """Its exact numbers."""
    lately = f"Lately is {dip.recent:.2f}, the mean of your last {count_words(dip.count, 'rating')}."
    return f"{lately}\nUsually is {dip.usual:.2f}, the mean of those before, the recent ones counting more."


def gap_sentence(gap: Gap) -> str:
    """How long ago the last contact was, beside the usual where there is one."""
    if gap.days_since is None:
        return "Nothing is logged yet."
    head, rest = gap_parts(gap)
    return f"{head} {rest}"


def gap_parts(gap: Gap) -> tuple[str, str]:
    """The sentence in two: what stands out ("5 days", "Today"), and the rest of it ("since you were …")."""
    days = gap.days_since or 0
    if days < 2:
        goes_by = f"; usually {_passes(days_words(gap.usual))}." if gap.usual is not None else "."
        if days:
            return "Yesterday", f"you were last in touch{goes_by}"
        return "Today", f"you were in touch{goes_by}"
    usually = f"; usually it is {days_words(gap.usual)}." if gap.usual is not None else "."
    head = f"{days} days" if days < 60 else days_words(days).capitalize()
    return head, f"since you were last in touch{usually}"


def gap_missing(gap: Gap) -> str:
    """What it still takes until a usual gap can be told; "" once it can."""
    if not gap.missing:
        return ""
    return f"{_some(gap.missing, 'more day')} with a contact and Reconnect can tell how long is usual."


def gap_exact(gap: Gap) -> str:
    """The exact numbers, for those who ask; "" where there are none."""
    if gap.days_since is None:
        return ""
    now = f"Now: {exact_days(gap.days_since)}."
    if gap.counted is not None and gap.counted != gap.days_since:
        now = f"{now} Without pauses: {exact_days(gap.counted)}."
    return (
        now
        if gap.usual is None
        else f"{now} Usually: {exact_days(gap.usual)}, the middle of your gaps, recent ones counting more."
    )


def gap_paused(gap: Gap) -> str:
    """How many days of the gap do not count; "" where all do."""
    if gap.days_since is None or gap.counted is None or gap.counted == gap.days_since:
        return ""
    days = gap.days_since - gap.counted
    return f"{count_words(days, 'day')} of that {'was a' if days == 1 else 'were in a'} pause."


def last_contact(glance: Glance) -> str:
    """The newest interaction in words: "A call yesterday, 25 min."; "" without any."""
    return told_contact(glance.last, glance.today) if glance.last is not None else ""


def told_contact(interaction: Interaction, today: date) -> str:
    """An interaction as a sentence of its own: "In person on Saturday, 1 h 30 min."."""
    words = f"{contact_words(interaction)} {on_day(interaction.when.day, today)}"
    if interaction.minutes:
        words += f", {length_words(interaction.minutes)}"
    return f"{words[0].upper()}{words[1:]}."


def contact_words(interaction: Interaction) -> str:
    """The medium as it stands in a sentence: "a video call"."""
    return _CONTACTS[interaction.medium]


def usual_sentence(glance: Glance) -> str:
    """Say "All is as usual." where there is enough to say so and it is true; else ""."""
    return ALL_AS_USUAL if glance.all_is_as_usual else ""


def to_rate_words(glance: Glance, noun: str = "interaction") -> str:
    """How many imported ones there are: "3 calls without a rating"; "" for none."""
    return f"{count_words(glance.to_rate, noun)} without a rating" if glance.to_rate else ""


def status_lines(glance: Glance, pause: Pause | None = None, *, compared: bool = True) -> list[str]:
    """What `status` prints, line by line: the sentences of Today that have something to say.

    pause: the one that covers the day; one for grief or a boundary leaves nothing that counts, only what is worth
    keeping. compared: False where the days stand beside nothing, as in every pause.
    """
    paused = [pause_sentence(pause, glance.today)] if pause else []
    if pause and pause.reason in (PauseReason.GRIEF, PauseReason.BOUNDARY):
        return [*paused, *_said(_win_line(glance), _mood_line(glance))]
    if glance.is_empty:
        return [*paused, "Nothing is logged yet."]
    compared = compared and pause is None
    gap = glance.gap if compared else replace(glance.gap, usual=None, missing=0)
    lines = [
        gap_sentence(gap),
        last_contact(glance),
        gap_missing(gap),
        closeness_sentence(glance.closeness),
        closeness_missing(glance.closeness) if compared else "",
        usual_sentence(glance) if compared else "",
        f"{count_words(len(glance.topics), 'topic')} for next time." if glance.topics else "",
        _win_line(glance),
        _mood_line(glance),
        f"{to_rate_words(glance)}." if glance.to_rate else "",
    ]
    return [*paused, *_said(*lines)]


def _win_line(glance: Glance) -> str:
    win = glance.win
    return f"Worth keeping, {on_day(win.when.day, glance.today)}: {win.win}" if win else ""


def _mood_line(glance: Glance) -> str:
    return f"Your mood today: {mood_word(glance.mood.mood).lower()}." if glance.mood else ""


def _said(*lines: str) -> list[str]:
    return [line for line in lines if line]


def number(closeness: float) -> str:
    """A mean of ratings as people say it: "4.8", "5"."""
    return f"{closeness:.1f}".removesuffix(".0")


def _passes(span: str) -> str:
    return f"{span} go by" if span.endswith("s") else f"{span} goes by"


def _some(count: int, noun: str) -> str:
    counted = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{counted} {noun}" if count == 1 else f"{counted} {noun}s"
