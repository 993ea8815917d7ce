"""A month and a year looked back on, as JSON."""

from __future__ import annotations

from reconnect_desktop.cli.words import rounded
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import Try
from reconnect_desktop.domain.review.month_review import Compared, Figures, Moment, MonthReview, RhythmOffer
from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.output.review_words.happened import sentences

Plain = dict[str, object]


def plain_month(review: MonthReview) -> Plain:
    """All that the review tells; in grief nothing that counts."""
    figures, before = review.figures, review.before
    counted = not review.grief
    return {
        "month": review.month.isoformat(),
        "made": review.today.isoformat(),
        "so_far": review.so_far,
        "grief": review.grief,
        "sentences": sentences(review),
        "figures": _figures(figures) if counted else None,
        "before": _figures(before) if counted and before else None,
        "usual_months": review.usual if counted else None,
        "compared": [_compared(one) for one in review.compared],
        "wins": [_moment(one) for one in review.wins],
        "hard": _moment(review.hard) if review.hard else None,
        "tries": [_tried(one, found) for one, found in review.tries],
        "needs": [to_plain(one) for one in review.needs],
        "pauses": [to_plain(one) for one in review.pauses],
        "reflection": review.reflection.text if review.reflection else "",
        "intention": review.reflection.intention if review.reflection else "",
        "rhythm_offer": _offer(review.rhythm_offer) if review.rhythm_offer else None,
    }


def plain_year(year: YearReview) -> Plain:
    """The twelve months; in grief the days alone."""
    months = [_small(one, counted=not year.grief) for one in year.months if not one.ahead]
    return {"year": year.year, "made": year.today.isoformat(), "grief": year.grief, "months": months}


def _figures(figures: Figures) -> Plain:
    return {
        "days": figures.days,
        "in_touch": figures.in_touch,
        "contacts": {medium.value: count for medium, count in figures.contacts.items()},
        "minutes": {medium.value: minutes for medium, minutes in figures.minutes.items()},
        "lengths": figures.lengths,
        "closeness": rounded(figures.closeness),
        "rated": figures.rated,
        "mood": rounded(figures.mood),
        "moods": figures.moods,
        "longest_gap": figures.longest_gap,
        "gap_paused": figures.gap_paused,
        "reached_out": {who.value: count for who, count in figures.reached_out.items()},
    }


def _compared(one: Compared) -> Plain:
    return {
        "measure": one.measure.value,
        "now": rounded(one.now),
        "before": rounded(one.before),
        "usual": rounded(one.usual),
        "beside_before": one.beside_before.value,
        "beside_usual": one.beside_usual.value,
    }


def _moment(moment: Moment) -> Plain:
    return {
        "id": moment.id,
        "at": moment.when.isoformat(),
        "medium": moment.medium.value,
        "closeness": moment.closeness,
        "text": moment.text,
        "tags": list(moment.tags),
    }


def _tried(one: Try, found: Followed) -> Plain:
    return {
        **to_plain(one),
        "before": rounded(found.before),
        "n_before": found.n_before,
        "after": rounded(found.after),
        "n_after": found.n_after,
    }


def _offer(offer: RhythmOffer) -> Plain:
    return {"now": _interval(offer.now), "real": rounded(offer.real), "proposed": _interval(offer.proposed)}


def _interval(interval: Interval) -> Plain:
    return {"good": interval.good, "fine": interval.fine}


def _small(small: SmallMonth, *, counted: bool) -> Plain:
    days = [one.day.isoformat() for one in small.days]
    told: Plain = {"month": small.month.isoformat(), "days": days}
    if counted:
        told |= {"in_touch": small.in_touch, "closeness": rounded(small.closeness), "rated": small.rated}
    return told
