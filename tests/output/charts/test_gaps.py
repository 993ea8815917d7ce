from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.trends.gaps import Between, GapsOverTime, gaps_over_time
from reconnect_desktop.domain.trends.span import Span, one_year
from reconnect_desktop.output.charts.gap_scale import GapScale
from reconnect_desktop.output.charts.gaps import draw
from reconnect_desktop.output.charts.scales import day_number
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import Type
from reconnect_desktop.output.theme import load_theme
from tests.making import TODAY, ago
from tests.output.charts.looking import NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred, twelve

TYPE = Type(ChartStyle(load_theme("light").colours))


def gaps_of(*days: int, rhythm: Interval | None = None, usual: float | None = 7.0) -> GapsOverTime:
    """One after the other, the last up to today and still lasting; those above 20 days are long ones."""
    since, found = TODAY - timedelta(sum(days)), []
    for place, gap in enumerate(days):
        until = since + timedelta(gap)
        found.append(Between(since, until, gap, gap > 20, place == len(days) - 1))
        since = until
    return GapsOverTime(
        span=Span(ago(max(sum(days), 30)), TODAY),
        gaps=tuple(found),
        usual=usual,
        earlier=None,
        median=7.0,
        missing=0,
        rhythm=rhythm,
    )


def test_a_chart_that_is_made_larger_is_read_as_well() -> None:
    chart = draw(gaps_over_time(four_hundred(), one_year(TODAY)), TITLED, size=(NARROW, 3.6))
    chart.figure.set_size_inches(WIDE, 6)
    chart.fit()
    look_at(chart)


def test_a_stem_stands_on_the_day_its_gap_ended() -> None:
    value = gaps_over_time(twelve(), one_year(TODAY))
    spots = draw(value, TITLED).spots[0]
    assert list(spots.x) == [day_number(gap.until) + 0.5 for gap in value.gaps]
    assert list(spots.y) == [gap.days for gap in value.gaps]
    assert spots.words(len(spots.x) - 1)[0].endswith("so far")


def test_a_gap_beyond_the_rhythm_alone_is_not_called_longer_than_usual() -> None:
    chart = draw(gaps_of(25, 25, 25, rhythm=Interval(7, 10), usual=25), TITLED)
    told = " ".join(text for text, _ in words_in(chart))
    assert "a longer gap" in told
    assert "than usual" not in told
    assert chart.spots[0].words(0)[-1] == "A longer gap"


def test_usual_and_rhythm_have_their_names_beside_them() -> None:
    chart = draw(gaps_of(5, 7, 7, 9, rhythm=Interval(7, 8), usual=7.3), TITLED)
    look_at(chart)
    told = {text for text, _ in words_in(chart)}
    assert {"usual: 7.3", "good: 7", "still fine: 8"} <= told
    once = {text for text, _ in words_in(draw(gaps_of(5, 7, rhythm=Interval(7, 7), usual=None), TITLED))}
    assert "good: 7" in once
    assert not any("fine" in text or "usual:" in text for text in once)


def test_pauses_whose_days_are_left_out_are_shaded_and_named() -> None:
    found = replace(
        twelve(), pauses=(Pause(id="away", reason=PauseReason.TRAVEL, start=ago(60), end=ago(30)),)
    )
    chart = draw(gaps_over_time(found, one_year(TODAY)), TITLED, size=(WIDE, 3.6))
    look_at(chart)
    assert "travel" in {text for text, _ in words_in(chart)}


def test_one_very_long_gap_does_not_press_the_others_flat_and_the_scale_says_so() -> None:
    chart = draw(gaps_of(*(5, 9, 7) * 10, 1825, *(6, 8) * 10), TITLED)
    look_at(chart)
    spots = chart.spots[0]
    assert spots.y.min() > spots.y.max() / 5
    told = {text for text, _ in words_in(chart)}
    assert {"the scale narrows upwards", "a week", "a year"} <= told
    assert spots.words(30)[0] == "1,825 days"


@pytest.mark.parametrize("longest", [0, 1, 2, 5, 13, 40, 400, 4_000, 22_000])
@pytest.mark.parametrize("inches", [0.5, 2.0, 6.0])
def test_ticks_of_either_scale_have_room_and_rise(longest: int, inches: float) -> None:
    for scale in (GapScale(longest, longest), GapScale(longest, 3)):
        ticks = scale.ticks(inches, TYPE)
        high = scale.limits[1]
        places = [tick.at / high * inches for tick in ticks]
        assert len(ticks) >= 1
        assert all(after - before >= TYPE.height() for before, after in pairwise(places))
        assert all(0 <= place <= inches for place in places)


def test_an_even_scale_begins_at_nothing_and_names_its_days_once() -> None:
    ticks = [tick.text for tick in GapScale(30, 20).ticks(2.0, TYPE)]
    assert ticks[0] == "0"
    assert [text for text in ticks if "day" in text] == [ticks[-1]]
