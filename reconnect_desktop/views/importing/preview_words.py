"""What would come of an import, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.language import number, tr, tr_n
from reconnect_desktop.views.kit.dates import date_words, month_words, number_words

_ORDER = (  # in which it is told what was left out
    *(Left.NOT_ANSWERED, Left.SOMEBODY_ELSE, Left.NOT_CHOSEN, Left.NOTICE, Left.NOT_SENT),
    *(Left.CANCELLED, Left.TO_COME, Left.PLANNED),
)


def headline(result: BroughtIn) -> str:
    """How much, and from when to when."""
    if not result.added and not result.planned:
        return tr("Nothing new in this file.")
    days = [one.when.day for one in result.planned]
    days += [day for day in (result.first, result.last) if day is not None]
    if result.added:
        parts = _parts(result)
        entries = tr_n("{count} entry to bring in", "{count} entries to bring in", result.added)
        words = tr("{what} to bring in", what=parts[0]) if len(parts) == 1 else entries
    else:
        words = tr_n("{count} plan to look through", "{count} plans to look through", len(result.planned))
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
    count, span = len(by_month), _span(by_month)
    if count < span:
        words = tr("There are some in {count} of {of} months.", count=number(count), of=number(span))
    else:
        words = tr("There are some in each of {of} months.", of=number(span))
    most = max(by_month.values())
    busiest = [month for month, count in by_month.items() if count == most]
    if len(busiest) > 1:
        return words
    told = tr("The most are in {month}: {count}.")
    return f"{words} {told.format(month=month_words(*busiest[0]), count=number_words(most))}"


def details(result: BroughtIn) -> Iterator[str]:
    """What is left out, and why, a line each."""
    if result.duplicates:
        yield tr_n("{count} already in your journal.", "{count} already in your journal.", result.duplicates)
    yield from (_left_words(why, count) for why in _ORDER if (count := result.left_out[why]))
    if result.planned:
        yield tr_n(
            "{count} stood in a calendar. Next, you say which of these took place.",
            "{count} stood in a calendar. Next, you say which of these took place.",
            len(result.planned),
        )


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


def _left_words(why: Left, count: int) -> str:
    match why:
        case Left.NOT_ANSWERED:
            return tr_n(
                "{count} left out: missed, or not answered.",
                "{count} left out: missed, or not answered.",
                count,
            )
        case Left.SOMEBODY_ELSE:
            return tr_n("{count} left out: with other people.", "{count} left out: with other people.", count)
        case Left.NOT_CHOSEN:
            return tr_n(
                "{count} left out: about something else.", "{count} left out: about something else.", count
            )
        case Left.NOTICE:
            return tr_n(
                "{count} left out: notices by the program, written by nobody.",
                "{count} left out: notices by the program, written by nobody.",
                count,
            )
        case Left.NOT_SENT:
            return tr_n(
                "{count} left out: written, but never sent.",
                "{count} left out: written, but never sent.",
                count,
            )
        case Left.CANCELLED:
            return tr_n("{count} left out: cancelled.", "{count} left out: cancelled.", count)
        case Left.TO_COME:
            return tr_n("{count} left out: still to come.", "{count} left out: still to come.", count)
        case Left.PLANNED:
            return tr_n(
                "{count} left out: a plan of this journal, not a contact.",
                "{count} left out: plans of this journal, not contacts.",
                count,
            )


def _parts(result: BroughtIn) -> list[str]:
    totals: Counter[Medium] = Counter()
    for counts in result.by_month.values():
        totals.update(counts)
    parts = [_counted(count, medium) for medium, count in totals.most_common()]
    if result.checked_in:
        parts.append(
            tr_n("{count} check-in of your own mood", "{count} check-ins of your own mood", result.checked_in)
        )
    if (others := result.added - result.interactions - result.checked_in) > 0:
        parts.append(tr_n("{count} other entry", "{count} other entries", others))
    return parts


def _counted(count: int, medium: Medium) -> str:
    match medium:
        case Medium.CALL:
            return tr_n("{count} call", "{count} calls", count)
        case Medium.VIDEO:
            return tr_n("{count} video call", "{count} video calls", count)
        case Medium.VISIT:
            return tr_n("{count} time in person", "{count} times in person", count)
        case Medium.MESSAGE:
            return tr_n("{count} exchange of messages", "{count} exchanges of messages", count)
        case Medium.LETTER:
            return tr_n("{count} letter", "{count} letters", count)
        case Medium.OTHER:
            return tr_n("{count} other contact", "{count} other contacts", count)
