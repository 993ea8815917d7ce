"""A year's review as a sheet."""

from __future__ import annotations

from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.output.dates import MONTHS
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.happened import IN_GRIEF
from reconnect_desktop.output.review_words.month import FOOT, notices
from reconnect_desktop.output.review_words.names import listed
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.output.sheet import Cell, Grid, Paragraph, Part, Picture, Row, Section, Sheet
from reconnect_desktop.output.today_words import number

_NAMED_MOST = 3  # months with the most contact that are named


def year_sheet(year: YearReview, options: Options) -> Sheet:
    """The year in one picture, with its numbers; in grief the picture alone."""
    so_far = year.today.year == year.year
    told = [Section("year", "The year", _year(year))]
    if not year.grief and any(one.in_touch for one in year.months):
        told.append(Section("months", "Month by month", (_months(year),)))
    return Sheet(
        title=f"{year.year} so far" if so_far else str(year.year),
        under="",
        notices=notices(options),
        sections=tuple(told),
        foot=FOOT,
        made=year.today,
        language=options.language,
    )


def year_sentences(year: YearReview) -> list[str]:
    """The days in touch, the months with most of them, and how close the months felt."""
    if year.grief:
        return [IN_GRIEF]
    in_touch = sum(one.in_touch for one in year.months)
    if not in_touch:
        return [f"Nothing is logged for {year.year}{' yet' if year.today.year == year.year else ''}."]
    so_far = "So far you" if year.today.year == year.year else "You"
    days = "one day" if in_touch == 1 else count_words(in_touch, "day")
    found = [f"{so_far} were in touch on {days} of {year.year}{_mostly(year, in_touch)}."]
    return [*found, *_closeness(year)]


def _year(year: YearReview) -> tuple[Part, ...]:
    sentences = year_sentences(year)
    if not any(one.in_touch for one in year.months):
        return tuple(map(Paragraph, sentences))
    marked = "marked" if year.grief else "marked by how close it felt"
    return (*map(Paragraph, sentences), Picture(year, f"Twelve small months, each day in touch {marked}."))


def _mostly(year: YearReview, in_touch: int) -> str:
    most = max(one.in_touch for one in year.months)
    months = [MONTHS[one.month.month - 1] for one in year.months if one.in_touch == most]
    if most < 2 or len(months) > _NAMED_MOST:
        return ""
    if most == in_touch:
        return f", all of them in {months[0]}"
    return (
        f", most of all in {listed(months)} ({count_words(most, 'day')}{' each' if len(months) > 1 else ''})"
    )


def _closeness(year: YearReview) -> list[str]:
    rated = [one.closeness for one in year.months if one.closeness is not None]
    if len(rated) < 2:
        return []
    low, high = number(min(rated)), number(max(rated))
    felt = f"{low} of 7" if low == high else f"between {low} and {high} of 7"
    return [f"Month by month it felt {felt}, where there are at least 3 ratings."]


def _months(year: YearReview) -> Grid:
    rows = [
        Row(MONTHS[one.month.month - 1], (Cell(str(one.in_touch or "–")), Cell(_felt(one))))
        for one in year.months
        if not one.ahead
    ]
    return Grid(f"{year.year} month by month", ("", "Days in touch", "Closeness, 1 to 7"), tuple(rows))


def _felt(small: SmallMonth) -> str:
    if small.closeness is not None:
        return number(small.closeness)
    return ("too few ratings" if small.rated else "not rated") if small.in_touch else ""
