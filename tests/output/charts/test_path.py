from __future__ import annotations

from dataclasses import replace

import numpy as np
from matplotlib.lines import Line2D

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.path import OftenAndClose, Step, often_and_close
from reconnect_desktop.domain.trends.span import Span, everything
from reconnect_desktop.output.charts.path import STRONG, draw
from tests.making import TODAY, ago
from tests.output.charts.looking import NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred


def path_of(*places: tuple[float, float]) -> OftenAndClose:
    """A month each, the last one October 2026."""
    months = [Month(2026, 10).ahead(1 + place - len(places)) for place in range(len(places))]
    steps = [
        Step(month=month, days_in_touch=days, closeness=closeness, rated=4)
        for month, (days, closeness) in zip(months, places, strict=True)
    ]
    return OftenAndClose(span=Span(ago(365), TODAY), steps=tuple(steps), thin=())


def test_a_chart_that_is_made_larger_or_smaller_is_read_as_well() -> None:
    chart = draw(often_and_close(four_hundred(), everything(four_hundred())), TITLED, size=(NARROW, 4.8))
    for size in ((WIDE, 7.0), (4.5, 4.0)):
        chart.figure.set_size_inches(*size)
        chart.fit()
        look_at(chart)


def test_the_last_month_the_first_and_those_furthest_out_have_their_names() -> None:
    value = path_of((4, 4), (5, 4.2), (20, 4.1), (9, 4.4), (8, 6.8), (7, 4))
    told = {text for text, _ in words_in(draw(value, TITLED, size=(WIDE, 4.8)))}
    assert {"Oct 2026", "May 2026", "Jul 2026", "Sep 2026"} <= told
    assert "Aug 2026" not in told


def test_the_path_is_not_drawn_over_a_long_silence() -> None:
    value = path_of(*[(4 + place, 5) for place in range(12)])
    few = replace(value, steps=value.steps[:2] + value.steps[4:6] + value.steps[9:])
    (path,) = draw(few, TITLED).figure.axes[0].collections
    pieces = [tuple(np.asarray(piece.vertices)[:, 0]) for piece in path.get_paths()]
    assert pieces == [(4, 5), (5, 8), (8, 9), (13, 14), (14, 15)]


def test_months_of_more_than_two_years_ago_are_a_cloud_however_few_came_after() -> None:
    value = path_of(*[(4 + place, 5) for place in range(20)])
    early = [replace(step, month=step.month.ahead(-60)) for step in value.steps[:6]]
    chart = draw(replace(value, steps=(*early, *value.steps[17:])), TITLED)
    assert "before that" in {text for text, _ in words_in(chart)}
    assert len(chart.figure.axes[0].collections[0].get_paths()) == 2


def test_no_month_has_more_days_than_there_are() -> None:
    for days in ([30, 30, 30], [0, 0.5, 0], [1, 30, 15]):
        low, high = draw(path_of(*[(each, 4) for each in days]), TITLED).figure.axes[0].get_xlim()
        assert (low, high) == (max(low, 0), min(high, 30))
        assert low <= min(days) <= max(days) <= high
        assert high - low >= 6


def test_names_of_months_in_one_place_do_not_lie_over_each_other() -> None:
    look_at(draw(path_of(*[(4.0, 5.0)] * 12), TITLED, size=(NARROW, 4.0)))


def test_each_month_can_be_pointed_at() -> None:
    spots = draw(path_of((4, 4), (5.5, 4.2)), TITLED).spots[0]
    assert (list(spots.x), list(spots.y)) == ([4, 5.5], [4, 4.2])
    assert spots.words(1) == ("October 2026", "In touch on 5.5 of 30 days", "Closeness 4.2, 4 ratings")


def test_of_sixty_years_the_last_two_are_strong() -> None:
    value = path_of(*((place % 30, 1 + place % 7) for place in range(720)))
    chart = draw(value, TITLED, size=(WIDE, 4.8))
    look_at(chart)
    assert "before that" in {text for text, _ in words_in(chart)}
    (path,) = chart.figure.axes[0].collections
    assert len(path.get_paths()) == STRONG - 1
    clouds = [line for line in chart.figure.findobj(Line2D) if np.shape(line.get_xydata())[0] == 720 - STRONG]
    assert len(clouds) == 1
