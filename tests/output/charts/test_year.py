from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.year import draw
from tests.making import ago, contact
from tests.output.charts.looking import ALL_JOURNALS, LARGE, NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred, sources


@pytest.mark.parametrize("journal", list(ALL_JOURNALS))
def test_every_journal_can_be_read(journal: str) -> None:
    found = ALL_JOURNALS[journal]()
    look_at(draw(review_year(2026, found), TITLED, size=(NARROW, 6.6)))
    look_at(draw(review_year(2026, found), LARGE, size=(NARROW, 5)))


@pytest.mark.parametrize("size", [(NARROW, 4.0), (WIDE, 4.4), (3.5, 7.0), (7.0, 6.6)])
def test_months_find_their_places_in_any_shape(size: tuple[float, float]) -> None:
    chart = draw(review_year(2025, four_hundred()), TITLED, size=size)
    look_at(chart)
    across, down = chart.spots[0].axes.get_xlim(), chart.spots[0].axes.get_ylim()
    assert chart.spots[0].x.max() < across[1]
    assert chart.spots[0].y.max() < down[0]


def test_each_month_has_its_name_and_its_numbers() -> None:
    calls = [
        contact(f"2026-10-{day:02}", closeness=closeness) for day, closeness in ((3, 4), (9, 5), (20, 6))
    ]
    told = {text for text, _ in words_in(draw(review_year(2026, sources(*calls)), TITLED))}
    assert {"January", "October", "December", "3 days · 5"} <= told


def test_each_month_can_be_pointed_at_and_opened() -> None:
    spots = draw(review_year(2026, sources(contact("2026-10-03", closeness=4))), TITLED).spots[0]
    assert list(spots.ids[-3:]) == ["2026-10", "2026-11", ""]
    assert len(set(zip(spots.x, spots.y, strict=True))) == 12


def test_in_grief_nothing_is_counted() -> None:
    found = sources(
        *(contact(ago(place * 3), closeness=5) for place in range(20)),
        pauses=[Pause(id="p", reason=PauseReason.GRIEF, start=ago(2))],
    )
    chart = draw(review_year(2026, found), TITLED)
    look_at(chart)
    told = " ".join(text for text, _ in words_in(chart))
    assert "days" not in told
    assert "felt" not in told
    assert not any("day" in " ".join(chart.spots[0].words(at)) for at in range(12))


def test_weeks_begin_as_they_do_there() -> None:
    year = review_year(2026, sources(contact("2026-11-01", closeness=5)))  # a Sunday
    first, last = (_left_of(draw(year, replace(TITLED, first_weekday=weekday)), 5) for weekday in (6, 0))
    assert first == pytest.approx(last - 6)


def _left_of(chart: Chart, closeness: int) -> float:
    """The left edge of the one cell of this closeness; the key has another, in inches."""
    colour = to_rgba(TITLED.colour(f"closeness_{closeness}"))
    areas = [one for one in chart.figure.findobj(PathPatch) if one.get_facecolor() == colour]
    in_days = [one for one in areas if one.axes and one.get_transform() == one.axes.transData]
    return float(np.asarray(in_days[0].get_path().vertices)[:, 0].min())
