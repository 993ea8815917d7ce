from __future__ import annotations

import numpy as np
import pytest
from matplotlib.lines import Line2D

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.path import OftenAndClose, Step, often_and_close
from reconnect_desktop.domain.trends.span import Span, everything, one_year
from reconnect_desktop.output.charts.path import STRONG, draw
from tests.making import TODAY, ago
from tests.output.charts.looking import ALL_JOURNALS, LARGE, NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred


def path_of(*places: tuple[float, float]) -> OftenAndClose:
    """A month each, the last one October 2026."""
    months = [Month(2026, 10).ahead(1 + place - len(places)) for place in range(len(places))]
    steps = [
        Step(month=month, days_in_touch=days, closeness=closeness, rated=4)
        for month, (days, closeness) in zip(months, places, strict=True)
    ]
    return OftenAndClose(span=Span(ago(365), TODAY), steps=tuple(steps), thin=())


@pytest.mark.parametrize("journal", list(ALL_JOURNALS))
def test_every_journal_can_be_read(journal: str) -> None:
    found = ALL_JOURNALS[journal]()
    look_at(draw(often_and_close(found, everything(found)), TITLED, size=(NARROW, 4.8)))
    look_at(draw(often_and_close(found, one_year(TODAY)), LARGE, size=(NARROW, 5.4)))


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
