from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest

from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, one_year, three_months
from reconnect_desktop.output.charts.kinds import BY_KEY, KINDS, ChartOptions
from reconnect_desktop.output.trend_words import QUESTIONS, TITLES
from tests.making import TODAY
from tests.output.charts.longer import speaking_longer
from tests.output.charts.looking import ALL_JOURNALS, LARGE, NARROW, TITLED, look_at, words_in

KEYS = [kind.key for kind in KINDS]
JOURNAL_NAMES = list(ALL_JOURNALS)


@cache
def journal_of(name: str) -> Sources:
    return ALL_JOURNALS[name]()


def test_the_charts_are_those_of_trends_in_their_order() -> None:
    assert KEYS == ["closeness", "gaps", "months", "calendar", "going-with", "path", "mood"]
    assert list(QUESTIONS) == list(TITLES) == KEYS == list(BY_KEY)
    assert all(kind.question.endswith("?") for kind in KINDS)


def test_knowing_the_charts_loads_no_matplotlib() -> None:
    code = (
        "import sys\n"
        "from reconnect_desktop.output.charts.kinds import KINDS\n"
        "print(sorted({'matplotlib', 'numpy', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("journal", JOURNAL_NAMES)
def test_every_chart_of_every_journal_can_be_read_and_says_something(key: str, journal: str) -> None:
    """In one of the spans each: every chart meets every journal and every span, and every journal every span."""
    kind, found = BY_KEY[key], journal_of(journal)
    spans = [(everything(found), TITLED), (one_year(TODAY), LARGE)]
    if three_months(TODAY).first > everything(found).first:
        spans.append((three_months(TODAY), TITLED))
    span, style = spans[(KEYS.index(key) + JOURNAL_NAMES.index(journal)) % len(spans)]
    value = kind.compute(found, span, ChartOptions())
    look_at(kind.draw(value, style, (NARROW, 4.8)))
    assert kind.message(value).endswith(".")
    table = kind.table(value)
    assert all(len(row) == len(table.headings) for row in table.rows)
    assert bool(table.rows) >= kind.enough(value)


@pytest.mark.parametrize("key", KEYS)
def test_every_chart_can_be_read_in_a_language_of_longer_words(key: str) -> None:
    kind, found = BY_KEY[key], journal_of("four_hundred")
    with speaking_longer():
        value = kind.compute(found, one_year(TODAY), ChartOptions())
        chart = kind.draw(value, LARGE, (NARROW, 4.8))
        look_at(chart)
    assert any("äu" in text for text, _ in words_in(chart))


@pytest.mark.parametrize("key", KEYS)
def test_every_chart_is_drawn_at_the_height_it_asks_for(key: str) -> None:
    kind, found = BY_KEY[key], journal_of("four_hundred")
    for style in (TITLED, LARGE):
        value = kind.compute(found, everything(found), ChartOptions())
        chart = kind.draw(value, style, (NARROW, kind.height(value, style)))
        look_at(chart)
        assert chart.spots


@pytest.mark.parametrize("key", KEYS)
def test_where_there_is_too_little_a_sentence_is_drawn(key: str) -> None:
    kind = BY_KEY[key]
    value = kind.compute(ALL_JOURNALS["empty"](), one_year(TODAY), ChartOptions())
    assert not kind.enough(value)
    chart = kind.draw(value, TITLED, (NARROW, 4.0))
    look_at(chart)
    assert not chart.spots


def test_drained_days_are_left_out_where_that_is_asked() -> None:
    found = journal_of("four_hundred")
    span = Span(everything(found).first, TODAY)
    with_all, without = (
        BY_KEY["going-with"].compute(found, span, ChartOptions(without_drained=drained))
        for drained in (False, True)
    )
    assert without.left_out > 0 == with_all.left_out
    assert without.count + without.left_out == with_all.count
    assert "drained" in BY_KEY["going-with"].message(without)
