"""A year's review as a sheet."""

from __future__ import annotations

from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.language import number, tr, tr_n
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.happened import IN_GRIEF
from reconnect_desktop.output.review_words.month import FOOT, notices
from reconnect_desktop.output.review_words.names import listed, month_alone, times
from reconnect_desktop.output.sheet import Cell, Grid, Paragraph, Part, Picture, Row, Section, Sheet

_NAMED_MOST = 3  # months with the most contact that are named


def year_sheet(year: YearReview, options: Options) -> Sheet:
    """The year in one picture, with its numbers; in grief the picture alone."""
    told = [Section("year", tr("The year"), _year(year))]
    if not year.grief and any(one.in_touch for one in year.months):
        told.append(Section("months", tr("Month by month"), (_months(year),)))
    return Sheet(
        title=tr("{year} so far", year=year.year) if _is_running(year) else str(year.year),
        under="",
        notices=notices(options),
        sections=tuple(told),
        foot=tr(FOOT),
        made=year.today,
        language=options.language,
    )


def year_sentences(year: YearReview) -> list[str]:
    """The days in touch, the months with most of them, and how close the months felt."""
    if year.grief:
        return [tr(IN_GRIEF)]
    if not any(one.in_touch for one in year.months):
        if _is_running(year):
            return [tr("Nothing is logged for {year} yet.", year=year.year)]
        return [tr("Nothing is logged for {year}.", year=year.year)]
    return [_in_touch(year), *_closeness(year)]


def _is_running(year: YearReview) -> bool:
    return year.today.year == year.year


def _year(year: YearReview) -> tuple[Part, ...]:
    sentences = map(Paragraph, year_sentences(year))
    if not any(one.in_touch for one in year.months):
        return tuple(sentences)
    if year.grief:
        return (*sentences, Picture(year, tr("Twelve small months, each day in touch marked.")))
    return (
        *sentences,
        Picture(year, tr("Twelve small months, each day in touch marked by how close it felt.")),
    )


def _in_touch(year: YearReview) -> str:
    days, most = sum(one.in_touch for one in year.months), max(one.in_touch for one in year.months)
    months = [month_alone(one.month) for one in year.months if one.in_touch == most]
    if most < 2 or len(months) > _NAMED_MOST:
        return _days(year, days)
    so_far = _is_running(year)
    if most == days and so_far:
        told = tr("So far you were in touch on {days} days of {year}, all of them in {months}.")
    elif most == days:
        told = tr("You were in touch on {days} days of {year}, all of them in {months}.")
    elif len(months) == 1 and so_far:
        told = tr("So far you were in touch on {days} days of {year}, most of all in {months} ({most} days).")
    elif len(months) == 1:
        told = tr("You were in touch on {days} days of {year}, most of all in {months} ({most} days).")
    elif so_far:
        told = tr(
            "So far you were in touch on {days} days of {year}, most of all in {months} ({most} days each)."
        )
    else:
        told = tr("You were in touch on {days} days of {year}, most of all in {months} ({most} days each).")
    return told.format(days=number(days), year=year.year, months=listed(months), most=number(most))


def _days(year: YearReview, days: int) -> str:
    if _is_running(year):
        return tr_n(
            "So far you were in touch on one day of {year}.",
            "So far you were in touch on {count} days of {year}.",
            days,
            year=year.year,
        )
    return tr_n(
        "You were in touch on one day of {year}.",
        "You were in touch on {count} days of {year}.",
        days,
        year=year.year,
    )


def _closeness(year: YearReview) -> list[str]:
    rated = [one.closeness for one in year.months if one.closeness is not None]
    if len(rated) < 2:
        return []
    low, high = times(min(rated)), times(max(rated))
    if low == high:
        return [tr("Month by month it felt {low} of 7, where there are at least 3 ratings.", low=low)]
    return [
        tr(
            "Month by month it felt between {low} and {high} of 7, where there are at least 3 ratings.",
            low=low,
            high=high,
        )
    ]


def _months(year: YearReview) -> Grid:
    rows = [
        Row(
            opening(month_alone(one.month)),
            (Cell(number(one.in_touch) if one.in_touch else "–"), Cell(_felt(one))),
        )
        for one in year.months
        if not one.ahead
    ]
    caption = tr("{year} month by month", year=year.year)
    return Grid(caption, ("", tr("Days in touch"), tr("Closeness, 1 to 7")), tuple(rows))


def _felt(small: SmallMonth) -> str:
    if small.closeness is not None:
        return times(small.closeness)
    if not small.in_touch:
        return ""
    return tr("too few ratings") if small.rated else tr("not rated")
