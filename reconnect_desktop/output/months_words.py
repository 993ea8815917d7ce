"""What the chart of contacts and minutes by month says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import floor

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.language import mark, number, tr, tr_in, tr_n
from reconnect_desktop.output.sentences import length_words

NOTHING = mark("Nothing is logged in this time.")
_MEDIA = {
    Medium.CALL: mark("calls"),
    Medium.VIDEO: mark("video calls"),
    Medium.VISIT: mark("visits"),
    Medium.MESSAGE: mark("messages"),
    Medium.LETTER: mark("letters"),
    Medium.OTHER: mark("other contacts"),
}
_ONLY_ONE = {
    Medium.CALL: lambda: tr_in("in brackets", "call"),
    Medium.VIDEO: lambda: tr_in("in brackets", "video"),
    Medium.VISIT: lambda: tr_in("in brackets", "in person"),
    Medium.MESSAGE: lambda: tr_in("in brackets", "message"),
    Medium.LETTER: lambda: tr_in("in brackets", "letter"),
    Medium.OTHER: lambda: tr_in("in brackets", "other"),
}


def months_message(value: ContactsByMonth) -> str:
    """How many, of what kind and how long: "About 6 contacts a month, mostly calls; about 3 h a month together."."""
    contacts, minutes = _totals(value.months)
    if not contacts:
        return tr(NOTHING)
    whole = [month for month in value.months if month.whole]
    if len(whole) >= 2 and any(month.contacts for month in whole):
        return _a_month(whole)
    return _the_only_one(contacts, minutes) if contacts.total() == 1 else _in_this_time(contacts, minutes)


def _a_month(whole: Sequence[MonthOfContacts]) -> str:
    contacts, minutes = _totals(whole)
    often, kinds = _often(contacts.total() / len(whole)), _mostly(contacts)
    if not minutes:
        return tr("{often}, {kinds}.", often=often, kinds=kinds)
    length = _rounded_length(minutes / len(whole))
    return tr("{often}, {kinds}; about {length} a month together.", often=often, kinds=kinds, length=length)


def _the_only_one(contacts: Counter[Medium], minutes: int) -> str:
    kind = _ONLY_ONE[next(iter(contacts))]()
    if not minutes:
        return tr("1 contact in this time ({kind}).", kind=kind)
    return tr("1 contact in this time ({kind}); {length} together.", kind=kind, length=length_words(minutes))


def _in_this_time(contacts: Counter[Medium], minutes: int) -> str:
    kinds = _mostly(contacts)
    if not minutes:
        return tr_n(
            "{count} contact in this time, {kinds}.",
            "{count} contacts in this time, {kinds}.",
            contacts.total(),
            kinds=kinds,
        )
    return tr_n(
        "{count} contact in this time, {kinds}; {length} together.",
        "{count} contacts in this time, {kinds}; {length} together.",
        contacts.total(),
        kinds=kinds,
        length=length_words(minutes),
    )


def _totals(months: Sequence[MonthOfContacts]) -> tuple[Counter[Medium], int]:
    contacts: Counter[Medium] = Counter()
    for month in months:
        contacts.update(month.contacts)
    return contacts, sum(sum(month.minutes.values()) for month in months)


def _mostly(contacts: Counter[Medium]) -> str:
    (first, most), *rest = contacts.most_common()
    if not rest:
        return tr("all of another kind") if first is Medium.OTHER else tr("all {kind}", kind=_kind(first))
    if most * 2 > contacts.total():
        return tr("mostly {kind}", kind=_kind(first))
    (second, many), fewer = rest[0], max((count for _, count in rest[1:]), default=0)
    if many > fewer:
        return tr("most often {kind} and {other_kind}", kind=_kind(first), other_kind=_kind(second))
    return tr("most often {kind}", kind=_kind(first)) if most > many else tr("of several kinds")


def _kind(medium: Medium) -> str:
    return tr(_MEDIA[medium])


def _often(mean: float) -> str:
    if mean < 0.75:
        return tr("Less than one contact a month")
    count = 1 if mean < 1.5 else floor(mean + 0.5)
    return tr_n("About one contact a month", "About {count} contacts a month", count)


def _rounded_length(mean: float) -> str:
    if mean < 57.5:
        return tr("{minutes} min", minutes=max(1, round(mean)) if mean < 12 else round(mean / 5) * 5)
    if mean < 600:
        return length_words(round(mean / 30) * 30)
    return tr("{hours} h", hours=number(round(mean / 60)))
