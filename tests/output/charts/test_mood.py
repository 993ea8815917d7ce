from __future__ import annotations

from reconnect_desktop.domain.trends.mood import mood_beside
from reconnect_desktop.domain.trends.span import one_year
from reconnect_desktop.output.charts.mood import draw
from reconnect_desktop.output.charts.scales import ordinal_number
from tests.making import TODAY, ago, mood
from tests.output.charts.looking import NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred, sources


def test_a_chart_that_is_made_larger_is_read_as_well() -> None:
    chart = draw(mood_beside(four_hundred(), one_year(TODAY)), TITLED, size=(NARROW, 4.8))
    chart.figure.set_size_inches(WIDE, 7)
    chart.fit()
    look_at(chart)


def test_mood_and_closeness_share_their_days_and_no_scale() -> None:
    chart = draw(mood_beside(four_hundred(), one_year(TODAY)), TITLED, size=(WIDE, 4.8))
    above, below = chart.figure.axes
    assert above.get_xlim() == below.get_xlim()
    assert above.get_position().x0 == below.get_position().x0
    assert above.get_position().y0 > below.get_position().y1
    assert {"My mood:", "Closeness:", "Great", "Very low", "7", "1"} <= {text for text, _ in words_in(chart)}


def test_the_spots_are_the_moods_then_the_ratings() -> None:
    value = mood_beside(four_hundred(), one_year(TODAY))
    moods, ratings = draw(value, TITLED).spots
    assert list(moods.ids) == [noted.id for noted in value.moods]
    assert list(moods.x) == [ordinal_number(noted.at) for noted in value.moods]
    assert list(ratings.ids) == [dot.id for dot in value.dots]
    assert moods.words(0)[1].startswith("Mood: ")


def test_moods_without_contact_are_drawn_as_well() -> None:
    chart = draw(mood_beside(sources(moods=[mood(4, ago(days)) for days in (2, 9)]), one_year(TODAY)), TITLED)
    look_at(chart)
    assert [len(spots.x) for spots in chart.spots] == [2, 0]
