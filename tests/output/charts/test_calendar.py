from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.trends.calendar import calendar_of_days
from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.domain.trends.span import Span, everything, one_year, own, three_months
from reconnect_desktop.output.charts.calendar import draw
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.grid import banded, week_days, week_number, years_of_days
from tests.making import TODAY, ago, contact
from tests.output.charts.looking import ALL_JOURNALS, NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred, sources, twelve


def colours(chart: Chart) -> set[str]:
    """Of all filled areas that have a size."""
    areas = chart.figure.findobj(PathPatch)
    return {to_hex(area.get_facecolor()).upper() for area in areas if np.size(area.get_path().vertices)}


def test_the_spots_move_with_the_cells_when_the_chart_is_made_larger() -> None:
    chart = draw(calendar_of_days(four_hundred(), one_year(TODAY)), TITLED, size=(NARROW, 3.6))
    before = chart.spots[0].x.copy(), chart.spots[0].y.copy()
    chart.figure.set_size_inches(WIDE, 3.6)
    chart.fit()
    look_at(chart)
    assert (before[0] != chart.spots[0].x).any()
    left, right = chart.spots[0].axes.get_xlim()
    assert chart.spots[0].x.min() > left
    assert chart.spots[0].x.max() < right


def test_each_day_in_touch_can_be_pointed_at() -> None:
    found = sources(
        contact(ago(2), closeness=6), contact(ago(9), id="alone"), contact(ago(2), time="19:00", closeness=6)
    )
    spots = draw(calendar_of_days(found, three_months(TODAY)), TITLED).spots[0]
    assert list(spots.ids) == ["alone", ""]
    assert spots.words(0) == ("Friday 13 November 2026", "1 contact", "Not rated")
    assert spots.words(1) == ("Friday 20 November 2026", "2 contacts", "Felt 6 of 7")


def test_what_is_missing_is_never_the_colour_of_the_middle() -> None:
    middle = TITLED.colour("closeness_4")
    unrated = sources(*(contact(ago(place)) for place in range(0, 90, 3)))
    chart = draw(calendar_of_days(unrated, three_months(TODAY)), TITLED)
    grid = {to_hex(area.get_facecolor()).upper() for area in chart.figure.findobj(PathPatch)}
    assert middle in grid  # in the key
    areas = [
        area for area in chart.figure.findobj(PathPatch) if to_hex(area.get_facecolor()).upper() == middle
    ]
    assert len(areas) == 1
    assert "not rated" in {text for text, _ in words_in(chart)}


def test_a_pause_has_a_ground_of_its_own() -> None:
    value = calendar_of_days(twelve(), three_months(TODAY))
    assert TITLED.colour("line") not in colours(draw(value, TITLED))
    paused = replace(value, pauses=(Paused(ago(40), ago(30), PauseReason.TRAVEL),))
    assert TITLED.colour("line") in colours(draw(paused, TITLED))


def test_many_years_are_told_by_week() -> None:
    lifetime = ALL_JOURNALS["a_lifetime"]()
    chart = draw(calendar_of_days(lifetime, everything(lifetime)), TITLED)
    assert "each cell is a week" in {text for text, _ in words_in(chart)}
    assert 52 * 60 < len(chart.spots[0].x) < 52 * 62
    assert chart.spots[0].words(len(chart.spots[0].x) - 1) == (
        "19 Nov 2026 to 25 Nov 2026", "In touch on 4 days", "Felt 3 of 7",
    )  # fmt: skip


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_weeks_begin_on_the_day_they_begin_on_there(first_weekday: int) -> None:
    span = Span(date(2026, 1, 1), date(2026, 12, 31))
    grid = banded(span, first_weekday, (6.0, 3.0), 0.16)
    begin = next(day for day in (date(2026, 5, 1 + at) for at in range(7)) if day.weekday() == first_weekday)
    places = [grid.place(begin + timedelta(days=at)) for at in range(7)]
    assert {column for column, _ in places} == {places[0][0]}
    assert [row - places[0][1] for _, row in places] == pytest.approx(range(7))


def test_no_two_days_share_a_cell() -> None:
    for grid, span in (
        (banded(Span(ago(364), TODAY), 0, (6.0, 3.0), 0.16), Span(ago(364), TODAY)),
        (years_of_days(Span(ago(1600), TODAY), 6, (6.0, 3.0), 0.16), Span(ago(1600), TODAY)),
    ):
        days = [span.first + timedelta(days=at) for at in range((span.last - span.first).days + 1)]
        places = {(round(x, 3), round(y, 3)) for x, y in map(grid.place, days)}
        assert len(places) == len(days)


def test_each_week_of_a_year_has_its_days() -> None:
    for year in (2023, 2024):
        days = [date(year, 1, 1) + timedelta(days=at) for at in range(366) if at < 365 or year == 2024]
        assert all(
            week_days(year, week_number(day)).first <= day <= week_days(year, week_number(day)).last
            for day in days
        )
        assert {week_number(day) for day in days} == set(range(52))


def test_the_month_over_the_first_days_is_the_one_that_they_are_in() -> None:
    for days, name in ((0, "Nov 2026"), (40, "Oct 2026")):
        value = calendar_of_days(sources(contact(ago(days), closeness=5)), one_year(TODAY))
        told = [text for text, _ in words_in(draw(value, TITLED)) if "2026" in text]
        assert told == [name]


def test_a_span_that_ends_later_than_today_is_drawn() -> None:
    look_at(draw(calendar_of_days(twelve(), own(ago(80), ago(-80))), TITLED, size=(NARROW, 3.6)))
