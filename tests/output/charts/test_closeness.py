from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.records import Pause, PauseReason, Try
from reconnect_desktop.domain.trends.closeness import closeness_over_time
from reconnect_desktop.domain.trends.span import Span, everything, one_year
from reconnect_desktop.output.charts.closeness import draw
from reconnect_desktop.output.charts.scales import day_number, ordinal_number
from tests.making import TODAY, ago, contact, when
from tests.output.charts.looking import (
    NARROW,
    TITLED,
    WIDE,
    a_lifetime,
    look_at,
    words_in,
)
from tests.trends_making import four_hundred, sources, twelve, unrated


def test_a_chart_that_is_made_larger_or_smaller_is_read_as_well() -> None:
    found = four_hundred()
    chart = draw(closeness_over_time(found, everything(found)), TITLED, size=(NARROW, 4.4))
    for size in ((WIDE, 7.0), (5.0, 3.6)):
        chart.figure.set_size_inches(*size)
        chart.fit()
        look_at(chart)


def test_the_spots_are_where_the_interactions_are() -> None:
    value = closeness_over_time(twelve(), one_year(TODAY))
    spots = draw(value, TITLED).spots[0]
    assert list(spots.ids) == [dot.id for dot in value.dots]
    for place, dot in enumerate(value.dots):
        at = ordinal_number(dot.local.toordinal()) + (dot.local.hour + dot.local.minute / 60) / 24
        assert spots.x[place] == pytest.approx(at)
        assert abs(spots.y[place] - dot.closeness) < 0.45
    assert spots.words(0)[1].endswith(f"{value.dots[0].closeness} of 7")


def test_those_of_one_day_stand_beside_each_other() -> None:
    found = sources(
        *(contact(TODAY, time=f"12:{minute:02}", closeness=5, medium=Medium.CALL) for minute in range(10))
    )
    chart = draw(closeness_over_time(found, one_year(TODAY)), TITLED)
    heights = sorted(chart.spots[0].y)
    assert min(np.diff(heights)) > 0.03
    assert np.mean(heights) == pytest.approx(5)


def test_of_a_lifetime_nothing_is_more_than_a_dot_away_from_one_that_is_drawn() -> None:
    value = closeness_over_time(a_lifetime(), everything(a_lifetime()))
    chart = draw(value, TITLED, size=(WIDE, 4.4))
    axes, spots = chart.spots[0].axes, chart.spots[0]
    lines = [
        line for line in axes.lines if np.shape(line.get_xydata())[0] > 500 and line.get_linestyle() == "None"
    ]
    drawn = np.concatenate([axes.transData.transform(line.get_xydata()) for line in lines])
    there = axes.transData.transform(np.column_stack((spots.x, spots.y)))[::97]
    nearest = [np.hypot(*(drawn - one).T).min() for one in there]
    assert len(spots.x) == len(value.dots) > 19_000 > len(drawn)
    assert max(nearest) < 3


def test_tries_stand_at_the_foot_and_pauses_have_their_name_above() -> None:
    found = replace(
        twelve(),
        pauses=(
            Pause(id="away", reason=PauseReason.TRAVEL, start=ago(200), end=ago(170)),
            Pause(id="grief", reason=PauseReason.GRIEF, start=ago(60), end=ago(30)),
            Pause(id="space", reason=PauseReason.BOUNDARY, start=ago(20), end=None),
        ),
        tries=(Try(id="try", suggestion="a-small-hello", begun=when(ago(80))),),
    )
    chart = draw(closeness_over_time(found, one_year(TODAY)), TITLED, size=(WIDE, 4.4))
    told = {text for text, _ in words_in(chart)}
    assert {"travel", "a quiet time", "a pause", "a try"} <= told
    _, flags = chart.spots
    assert list(flags.y) == [0.5]
    assert flags.words(0)[1:] == ("A try began", "A small hello")


def test_a_try_of_an_idea_that_is_no_longer_listed_has_its_day() -> None:
    gone = Try(id="try", suggestion="gone", begun=when(ago(80)))
    _, flags = draw(closeness_over_time(replace(twelve(), tries=(gone,)), one_year(TODAY)), TITLED).spots
    assert flags.words(0)[1:] == ("A try began",)


def test_each_day_with_something_unrated_has_a_stroke_at_the_foot() -> None:
    days = (ago(3), ago(9), ago(9))
    found = sources(contact(ago(40), closeness=4), *(contact(day, id=f"{at}") for at, day in enumerate(days)))
    chart = draw(closeness_over_time(found, one_year(TODAY)), TITLED)
    assert "not rated" in {text for text, _ in words_in(chart)}
    places = [day_number(day) + 0.5 for day in (ago(9), ago(3))]
    assert any(list(np.unique(line.get_xdata())) == places for line in chart.figure.axes[0].lines)
    assert list(chart.spots[0].y) == [4]


def test_what_is_not_rated_is_not_drawn_but_said() -> None:
    chart = draw(closeness_over_time(unrated(), one_year(TODAY)), TITLED)
    assert not chart.spots
    assert any("none of them rated" in text.replace("\n", " ") for text, _ in words_in(chart))


def test_nothing_is_drawn_beyond_the_axes() -> None:
    """The drawing is not clipped: whatever is drawn must keep within by itself."""
    found = replace(
        four_hundred(), pauses=(Pause(id="long", reason=PauseReason.OTHER, start=ago(3000), end=None),)
    )
    chart = draw(closeness_over_time(found, Span(ago(400), ago(100))), TITLED)
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    axes = chart.figure.axes[0].get_window_extent()
    for patch in chart.figure.axes[0].patches:
        box = patch.get_window_extent()
        assert box.width == 0 or (box.x0 >= axes.x0 - 1 and box.x1 <= axes.x1 + 1)
    stream = io.StringIO()
    chart.figure.savefig(stream, format="svg")
    assert "clip" not in stream.getvalue()
    assert "hatch" not in stream.getvalue()
