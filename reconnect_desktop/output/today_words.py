"""The sentences of Today: each states a fact with its numbers, none says what ought to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.usual import Closeness, Gap
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.language import number as in_digits
from reconnect_desktop.output.dates import on_day
from reconnect_desktop.output.sentences import exact_days, length_words
from reconnect_desktop.output.spans import days_at_head, days_words, few_at_head, span_of

if TYPE_CHECKING:
    from datetime import date

    from reconnect_desktop.domain.signals import Dip

_CONTACTS = {
    Medium.CALL: mark("A call {day}."),
    Medium.VIDEO: mark("A video call {day}."),
    Medium.VISIT: mark("In person {day}."),
    Medium.MESSAGE: mark("A message {day}."),
    Medium.LETTER: mark("A letter {day}."),
    Medium.OTHER: mark("A contact {day}."),
}
_LONG_CONTACTS = {
    Medium.CALL: mark("A call {day}, {length}."),
    Medium.VIDEO: mark("A video call {day}, {length}."),
    Medium.VISIT: mark("In person {day}, {length}."),
    Medium.MESSAGE: mark("A message {day}, {length}."),
    Medium.LETTER: mark("A letter {day}, {length}."),
    Medium.OTHER: mark("A contact {day}, {length}."),
}
_COUNTED = 60  # days; longer gaps are told as people say them

ALL_AS_USUAL = mark("All is as usual.")


def closeness_sentence(closeness: Closeness) -> str:
    """How close it felt lately, beside the usual where there is one: "Lately 4.8, usually 5.1, over …"."""
    if closeness.recent is None:
        return tr("No rating yet.")
    recent, rated = number(closeness.recent), closeness.rated
    if rated == 1:
        return tr("The first rating is {recent} of 7.", recent=recent)
    if closeness.usual is None:
        return tr_n(
            "Lately {recent} of 7, over your last {count} rating.",
            "Lately {recent} of 7, over your last {count} ratings.",
            rated,
            recent=recent,
        )
    usual = number(closeness.usual)
    if recent == usual:
        return tr_n(
            "Lately {recent}, as usual, over your last {count} rating.",
            "Lately {recent}, as usual, over your last {count} ratings.",
            rated,
            recent=recent,
        )
    return tr_n(
        "Lately {recent}, usually {usual}, over your last {count} rating.",
        "Lately {recent}, usually {usual}, over your last {count} ratings.",
        rated,
        recent=recent,
        usual=usual,
    )


def closeness_missing(closeness: Closeness) -> str:
    """What it still takes until a usual closeness can be told; "" once it can."""
    missing = closeness.missing
    if not missing:
        return ""
    if not closeness.rated:
        return tr_n(
            "One rating and Reconnect can tell what is usual for you.",
            "{few} ratings and Reconnect can tell what is usual for you.",
            missing,
            few=few_at_head(missing),
        )
    return tr_n(
        "One more rating and Reconnect can tell what is usual for you.",
        "{few} more ratings and Reconnect can tell what is usual for you.",
        missing,
        few=few_at_head(missing),
    )


def closeness_exact(closeness: Closeness) -> str:
    """The exact numbers, for those who ask; "" where there are none."""
    if closeness.recent is None:
        return ""
    window = min(4, closeness.rated)
    lately = _exact_lately(closeness.recent, window)
    if closeness.usual is None:
        return lately
    usually = tr_n(
        "Usually is {usual}, the mean of the {count} rating before, the recent ones counting more.",
        "Usually is {usual}, the mean of the {count} ratings before, the recent ones counting more.",
        closeness.rated - window,
        usual=in_digits(closeness.usual, 2),
    )
    return f"{lately}\n{usually}"


def dip_sentence(dip: Dip) -> str:
    """The same while there is a dip: "Lately 2.8, over your last 4 ratings; usually 4.6."."""
    return tr_n(
        "Lately {recent}, over your last {count} rating; usually {usual}.",
        "Lately {recent}, over your last {count} ratings; usually {usual}.",
        dip.count,
        recent=number(dip.recent),
        usual=number(dip.usual),
    )


def dip_exact(dip: Dip) -> str:
    """Its exact numbers."""
    usually = tr(
        "Usually is {usual}, the mean of those before, the recent ones counting more.",
        usual=in_digits(dip.usual, 2),
    )
    return f"{_exact_lately(dip.recent, dip.count)}\n{usually}"


def gap_sentence(gap: Gap) -> str:
    """How long ago the last contact was, beside the usual where there is one."""
    if gap.days_since is None:
        return tr("Nothing is logged yet.")
    head, rest = gap_parts(gap)
    return f"{head} {rest}"


def gap_parts(gap: Gap) -> tuple[str, str]:
    """The sentence in two: what stands out ("5 days", "Today"), and the rest of it ("since you were …")."""
    days = gap.days_since or 0
    if days == 0:
        return tr("Today"), _in_touch_today(gap.usual)
    if days == 1:
        return tr("Yesterday"), _in_touch_yesterday(gap.usual)
    head = tr_n("{count} day", "{count} days", days) if days < _COUNTED else days_at_head(days)
    if gap.usual is None:
        return head, tr("since you were last in touch.")
    return head, tr("since you were last in touch; usually it is {span}.", span=days_words(gap.usual))


def gap_missing(gap: Gap) -> str:
    """What it still takes until a usual gap can be told; "" once it can."""
    if not gap.missing:
        return ""
    return tr_n(
        "One more day with a contact and Reconnect can tell how long is usual.",
        "{few} more days with a contact and Reconnect can tell how long is usual.",
        gap.missing,
        few=few_at_head(gap.missing),
    )


def gap_exact(gap: Gap) -> str:
    """The exact numbers, for those who ask; "" where there are none."""
    if gap.days_since is None:
        return ""
    told = [tr("Now: {span}.", span=exact_days(gap.days_since))]
    if gap.counted is not None and gap.counted != gap.days_since:
        told.append(tr("Without pauses: {span}.", span=exact_days(gap.counted)))
    if gap.usual is not None:
        told.append(
            tr(
                "Usually: {span}, the middle of your gaps, recent ones counting more.",
                span=exact_days(gap.usual),
            )
        )
    return " ".join(told)


def gap_paused(gap: Gap) -> str:
    """How many days of the gap do not count; "" where all do."""
    if gap.days_since is None or gap.counted is None or gap.counted == gap.days_since:
        return ""
    days = gap.days_since - gap.counted
    return tr_n("{count} day of that was a pause.", "{count} days of that were in a pause.", days)


def last_contact(glance: Glance) -> str:
    """The newest interaction in words: "A call yesterday, 25 min."; "" without any."""
    return told_contact(glance.last, glance.today) if glance.last is not None else ""


def told_contact(interaction: Interaction, today: date) -> str:
    """An interaction as a sentence of its own: "In person on Saturday, 1 h 30 min."."""
    day = on_day(interaction.when.day, today)
    if interaction.minutes:
        return tr(_LONG_CONTACTS[interaction.medium], day=day, length=length_words(interaction.minutes))
    return tr(_CONTACTS[interaction.medium], day=day)


def usual_sentence(glance: Glance) -> str:
    """Say "All is as usual." where there is enough to say so and it is true; else ""."""
    return tr(ALL_AS_USUAL) if glance.all_is_as_usual else ""


def number(closeness: float) -> str:
    """A mean of ratings as people say it: "4.8", "5"."""
    return in_digits(closeness, 0 if f"{closeness:.1f}".endswith(".0") else 1)


def _exact_lately(recent: float, count: int) -> str:
    return tr_n(
        "Lately is {recent}, the mean of your last {count} rating.",
        "Lately is {recent}, the mean of your last {count} ratings.",
        count,
        recent=in_digits(recent, 2),
    )


def _in_touch_today(usual: float | None) -> str:
    if usual is None:
        return tr("you were in touch.")
    span = span_of(usual)
    return tr_n(
        "you were in touch; usually {span} goes by.",
        "you were in touch; usually {span} go by.",
        span.units,
        span=span.words,
    )


def _in_touch_yesterday(usual: float | None) -> str:
    if usual is None:
        return tr("you were last in touch.")
    span = span_of(usual)
    return tr_n(
        "you were last in touch; usually {span} goes by.",
        "you were last in touch; usually {span} go by.",
        span.units,
        span=span.words,
    )
