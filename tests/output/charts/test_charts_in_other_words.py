"""Charts in another language than English: their words, what is said of what is pointed at, and numbers and days on axes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.domain.trends.span import Span, one_year
from reconnect_desktop.output.charts import month, year
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.kinds import BY_KEY, ChartOptions
from reconnect_desktop.output.charts.scales import Dates, Numbers
from reconnect_desktop.output.charts.words import Type
from tests.making import TODAY, ago, contact
from tests.output.charts.longer import speaking_longer
from tests.output.charts.looking import TITLED, look_at, words_in
from tests.output.reviews import rich
from tests.output.speaking import speaking_pseudo, untranslated
from tests.trends_making import four_hundred, sources

ROOMY = (9.0, 7.0)  # inches, in which no word is shortened
VALUES = ("laughed together", "busy", "garden", "outside stress")


def told(chart: Chart) -> Iterator[str]:
    """All that is written, and all that is said of what can be pointed at."""
    yield from (text for text, _ in words_in(chart))
    for spots in chart.spots:
        for place in range(len(spots.ids)):
            yield from spots.words(place)


def left_in(chart: Chart) -> set[str]:
    """What is not translated of it."""
    ideas = [one.title for one in catalogue.load("de").suggestions]
    return {untranslated(" ".join(text.split()), *VALUES, *ideas) for text in told(chart)} - {""}


@pytest.mark.parametrize("key", BY_KEY)
def test_every_chart_is_written_in_the_language(key: str) -> None:
    kind = BY_KEY[key]
    value = kind.compute(four_hundred(), one_year(TODAY), ChartOptions())
    with speaking_pseudo():
        chart = kind.draw(value, TITLED, ROOMY)
        assert not left_in(chart)
        assert not untranslated(kind.title)
        assert not untranslated(kind.question)


def test_the_charts_of_reviews_are_written_in_the_language() -> None:
    with speaking_pseudo():
        assert not left_in(month.draw(rich(), TITLED, size=ROOMY))
        assert not left_in(year.draw(review_year(2026, four_hundred()), TITLED, size=ROOMY))


def test_the_charts_of_reviews_have_room_for_longer_words() -> None:
    with speaking_longer():
        look_at(month.draw(rich(), TITLED, size=(6.3, 3.4)))
        look_at(year.draw(review_year(2026, four_hundred()), TITLED, size=(6.3, 6.4)))


def test_numbers_on_an_axis_are_written_as_the_language_has_them() -> None:
    with speaking_pseudo():
        said = [tick.text for tick in Numbers((0.0, 2000.0)).ticks(4.0, Type(TITLED))]
    assert "1.000" in said


def test_days_on_an_axis_are_written_as_the_language_has_them() -> None:
    with speaking_pseudo():
        for first in (date(2026, 11, 10), date(2026, 9, 1), date(2025, 11, 22), date(2010, 1, 1)):
            for tick in Dates(first, TODAY).ticks(8.0, Type(TITLED)):
                assert not untranslated(tick.text)
                assert "2.0" not in tick.text


def test_the_words_of_bars_are_in_the_language_whatever_they_hold() -> None:
    kind = BY_KEY["months"]
    few = sources(contact(ago(400), minutes=20), contact(ago(1)), contact(ago(2), minutes=5))
    for span in (Span(ago(420), ago(3)), Span(ago(5000), TODAY), one_year(TODAY)):
        with speaking_pseudo():
            assert not left_in(kind.draw(kind.compute(few, span, ChartOptions()), TITLED, ROOMY))


def test_long_gaps_are_told_in_the_language() -> None:
    days = [*range(1, 200, 3), 3000, 7000]
    kind, found = BY_KEY["gaps"], sources(*(contact(ago(one)) for one in days))
    with speaking_pseudo():
        chart = kind.draw(kind.compute(found, Span(ago(7000), TODAY), ChartOptions()), TITLED, ROOMY)
        assert not left_in(chart)
    assert any("years" in text for text in told(chart))


def test_the_scale_of_colours_stays_in_the_picture_however_long_its_words() -> None:
    kind, found = BY_KEY["calendar"], four_hundred()
    with speaking_longer():
        look_at(kind.draw(kind.compute(found, one_year(TODAY), ChartOptions()), TITLED, (3.2, 4.8)))
