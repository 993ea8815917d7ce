"""What would come of an import, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.language import tr
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.views.kit.dates import date_words, month_words, number_words

_NOUNS = {
    Medium.CALL: "call",
    Medium.VIDEO: "video call",
    Medium.VISIT: "time in person",
    Medium.MESSAGE: "exchange of messages",
    Medium.LETTER: "letter",
    Medium.OTHER: "other contact",
}
_PLURALS = {Medium.VISIT: "times in person", Medium.MESSAGE: "exchanges of messages"}


def headline(result: BroughtIn) -> str:
    """How much, and from when to when."""
    if not result.added and not result.planned:
        return tr("Nothing new in this file.")
    days = [one.when.day for one in result.planned]
    days += [day for day in (result.first, result.last) if day is not None]
    if result.added:
        parts = _parts(result)
        count = parts[0] if len(parts) == 1 else count_words(result.added, "entry")
        words = tr("{count} to bring in").format(count=count)
    else:
        words = tr("{count} to look through").format(count=count_words(len(result.planned), "plan"))
    if not days:
        return words
    first, last = date_words(min(days)), date_words(max(days))
    return f"{words}, {first}" if first == last else f"{words}, {first} – {last}"


def media(result: BroughtIn) -> str:
    """How many of each medium, as in "148 calls, 64 exchanges of messages", and what else; "" where that was told."""
    parts = _parts(result)
    return ", ".join(parts) if len(parts) > 1 else ""


def timeline(by_month: Mapping[Month, int]) -> str:
    """Which months they lie in: what the picture shows; "" where there is only one."""
    if len(by_month) < 2:
        return ""
    words, span = tr("There are some in each of {of} months."), _span(by_month)
    if len(by_month) < span:
        words = tr("There are some in {count} of {of} months.")
    words = words.format(count=number_words(len(by_month)), of=number_words(span))
    most = max(by_month.values())
    busiest = [month for month, count in by_month.items() if count == most]
    if len(busiest) > 1:
        return words
    told = tr("The most are in {month}: {count}.")
    return f"{words} {told.format(month=month_words(*busiest[0]), count=number_words(most))}"


def details(result: BroughtIn) -> Iterator[str]:
    """What is left out, and why, a line each."""
    if result.duplicates:
        yield tr("{count} already in your journal.").format(count=number_words(result.duplicates))
    for why, words in _left().items():
        if count := result.left_out[why]:
            yield words.format(count=number_words(count))
    if result.planned:
        words = tr("{count} stood in a calendar. Next, you say which of these took place.")
        yield words.format(count=number_words(len(result.planned)))


def closeness(result: BroughtIn) -> str:
    """That nothing is rated for anybody; "" where there is nothing to rate."""
    if not (result.interactions or result.planned):
        return ""
    return tr(
        "They come in without a closeness: how it felt, only you know. You can rate them on Today, later or never."
    )


def _span(months: Collection[Month]) -> int:
    first, last = min(months), max(months)
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _left() -> dict[Left, str]:
    return {
        Left.NOT_ANSWERED: tr("{count} left out: missed, or not answered."),
        Left.SOMEBODY_ELSE: tr("{count} left out: with other people."),
        Left.NOT_CHOSEN: tr("{count} left out: about something else."),
        Left.NOTICE: tr("{count} left out: notices by the program, written by nobody."),
        Left.NOT_SENT: tr("{count} left out: written, but never sent."),
        Left.CANCELLED: tr("{count} left out: cancelled."),
        Left.TO_COME: tr("{count} left out: still to come."),
    }


def _parts(result: BroughtIn) -> list[str]:
    totals: Counter[Medium] = Counter()
    for counts in result.by_month.values():
        totals.update(counts)
    parts = [_counted(count, medium) for medium, count in totals.most_common()]
    if result.checked_in:
        parts.append(tr("{count} of your own mood").format(count=count_words(result.checked_in, "check-in")))
    if (others := result.added - result.interactions - result.checked_in) > 0:
        parts.append(count_words(others, "other entry"))
    return parts


def _counted(count: int, medium: Medium) -> str:
    noun = _NOUNS[medium]
    if count != 1 and medium in _PLURALS:
        return f"{number_words(count)} {_PLURALS[medium]}"
    return count_words(count, noun)
