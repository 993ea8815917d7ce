from __future__ import annotations

import io
from datetime import date

import numpy as np

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.output.charts.month import draw
from reconnect_desktop.output.charts.scales import day_number
from tests.output.charts.looking import LARGE, NARROW, TITLED, look_at, words_in
from tests.output.reviews import empty, rich


def test_a_month_can_be_read_in_each_size() -> None:
    for review in (rich(), empty()):
        for style in (TITLED, LARGE):
            chart = draw(review, style, size=(NARROW, 3.4))
            look_at(chart)
            chart.figure.set_size_inches(NARROW * 0.8, 4)
            chart.fit()
            look_at(chart)


def test_it_shows_the_whole_month_the_usual_and_a_pause_as_far_as_it_lies_in_it() -> None:
    away = Pause(id="p", reason=PauseReason.TRAVEL, start=date(2026, 9, 20), end=None)
    chart = draw(rich(pauses=(away,)), TITLED)
    first, after = day_number(date(2026, 10, 1)), day_number(date(2026, 11, 1))
    assert chart.figure.axes[0].get_xlim() == (first, after)
    shaded = [np.asarray(patch.get_path().vertices) for patch in chart.figure.axes[0].patches]
    assert any(np.unique(corners[:, 0]).tolist() == [first, after] for corners in shaded)
    assert {"travel", "your\nusual", "In person"} <= {text for text, _ in words_in(chart)}


def test_each_rating_can_be_pointed_at() -> None:
    review = rich()
    spots = draw(review, TITLED).spots[0]
    assert list(spots.ids) == [dot.id for dot in review.dots]
    assert list(spots.y) == [dot.closeness for dot in review.dots]


def test_it_can_be_set_on_paper_without_clips_and_hatching() -> None:
    stream = io.StringIO()
    draw(rich(), TITLED).figure.savefig(stream, format="svg")
    assert "clip" not in stream.getvalue()
    assert "pattern" not in stream.getvalue()
