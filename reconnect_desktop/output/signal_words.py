"""What was noticed, in words: a dip in closeness or a gap, with its numbers, since when, and how rare it is."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.signals import Dip, Gap, Of, Signal
from reconnect_desktop.language import number as in_digits
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.dates import day_and_month, on_day
from reconnect_desktop.output.spans import days_at_head, days_words
from reconnect_desktop.output.today_words import number

_COUNTED = 60  # days; longer gaps are told as people say them
_RARE = 20  # years


def signal_sentence(signal: Signal) -> str:
    """What was noticed: "Your last 4 talks felt less close than usual: 2.8 against 4.6."."""
    return _dip_sentence(signal) if isinstance(signal, Dip) else _gap_sentence(signal)


def signal_lines(signal: Signal, today: date) -> list[str]:
    """Since when, and how rare it is."""
    if isinstance(signal, Dip):
        since = day_and_month(signal.since, today)
        return [
            tr("These are your ratings since {day}; the ratings before them make your usual.", day=since),
            tr("Noticed {on_day}.", on_day=on_day(signal.began, today)),
        ]
    lines = [_last_one(signal, today)]
    if signal.fine is None and signal.years:
        lines.append(_how_rare(signal.years))
    return lines


def _dip_sentence(dip: Dip) -> str:
    return tr_n(
        "Your last talk felt less close than usual: {lately} against {usually}.",
        "Your last {count} talks felt less close than usual: {lately} against {usually}.",
        dip.count,
        lately=number(dip.recent),
        usually=number(dip.usual),
    )


def _gap_sentence(gap: Gap) -> str:
    if gap.days >= _COUNTED:
        return _long_gap_sentence(gap)
    if gap.fine is not None:
        return _gap_beside_wish(gap.of, gap.days, gap.fine)
    usual = days_words(gap.usual)
    if gap.of is Of.TALKS:
        return tr_n(
            "{count} day since you last talked or met, with messages in between; usually it is {usual}.",
            "{count} days since you last talked or met, with messages in between; usually it is {usual}.",
            gap.days,
            usual=usual,
        )
    return tr_n(
        "{count} day since you were last in touch; usually it is {usual}.",
        "{count} days since you were last in touch; usually it is {usual}.",
        gap.days,
        usual=usual,
    )


def _gap_beside_wish(of: Of, days: int, fine: int) -> str:
    if of is Of.TALKS:
        return tr_n(
            "{count} day since you last talked or met; you chose up to {fine} as still fine.",
            "{count} days since you last talked or met; you chose up to {fine} as still fine.",
            days,
            fine=in_digits(fine),
        )
    return tr_n(
        "{count} day since you were last in touch; you chose up to {fine} as still fine.",
        "{count} days since you were last in touch; you chose up to {fine} as still fine.",
        days,
        fine=in_digits(fine),
    )


def _long_gap_sentence(gap: Gap) -> str:
    span = days_at_head(gap.days)
    if gap.fine is not None:
        return _long_gap_beside_wish(gap.of, span, gap.fine)
    usual = days_words(gap.usual)
    if gap.of is Of.TALKS:
        return tr(
            "{span} since you last talked or met, with messages in between; usually it is {usual}.",
            span=span,
            usual=usual,
        )
    return tr("{span} since you were last in touch; usually it is {usual}.", span=span, usual=usual)


def _long_gap_beside_wish(of: Of, span: str, fine: int) -> str:
    if of is Of.TALKS:
        return tr_n(
            "{span} since you last talked or met; you chose up to {count} day as still fine.",
            "{span} since you last talked or met; you chose up to {count} days as still fine.",
            fine,
            span=span,
        )
    return tr_n(
        "{span} since you were last in touch; you chose up to {count} day as still fine.",
        "{span} since you were last in touch; you chose up to {count} days as still fine.",
        fine,
        span=span,
    )


def _last_one(gap: Gap, today: date) -> str:
    day, is_paused = on_day(gap.since, today), gap.days < (today - gap.since).days
    if gap.of is Of.CONTACT:
        if is_paused:
            return tr("The last contact was {on_day}; days of pauses are left out.", on_day=day)
        return tr("The last contact was {on_day}.", on_day=day)
    if is_paused:
        return tr("The last talk was {on_day}; days of pauses are left out.", on_day=day)
    return tr("The last talk was {on_day}.", on_day=day)


def _how_rare(years: float) -> str:
    if years > _RARE:
        return tr("A gap this long is rare for you.")
    return tr_n(
        "A gap this long comes up about once a year for you.",
        "A gap this long comes up about once in {count} years for you.",
        1 if years < 1.5 else round(years),
    )
