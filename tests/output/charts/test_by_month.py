from __future__ import annotations

import numpy as np

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.by_month import contacts_by_month
from reconnect_desktop.domain.trends.span import Span, everything, one_year, own
from reconnect_desktop.output.charts.bars import bars_of
from reconnect_desktop.output.charts.by_month import draw
from tests.making import TODAY, ago, contact
from tests.output.charts.looking import ALL_JOURNALS, NARROW, TITLED, WIDE, look_at, words_in
from tests.trends_making import four_hundred, hole, sources, twelve


def test_a_chart_that_is_made_larger_is_read_as_well() -> None:
    chart = draw(contacts_by_month(four_hundred(), one_year(TODAY)), TITLED, size=(NARROW, 4.4))
    chart.figure.set_size_inches(WIDE, 7)
    chart.fit()
    look_at(chart)


def test_bars_are_months_then_quarters_then_years() -> None:
    found = four_hundred()
    value = contacts_by_month(found, everything(found))
    assert [bar.months for bar in bars_of(value)[:1]] == [3]
    assert sum(bar.contacts.total() for bar in bars_of(value)) == 400
    assert bars_of(contacts_by_month(found, one_year(TODAY)))[0].months == 1
    lifetime = ALL_JOURNALS["a_lifetime"]()
    years = bars_of(contacts_by_month(lifetime, everything(lifetime)))
    assert [bar.name for bar in years[-2:]] == ["2025", "2026"]
    assert len(years) == 61


def test_what_is_in_part_says_so() -> None:
    parts = [bar.part for bar in bars_of(contacts_by_month(twelve(), own(ago(60), TODAY)))]
    assert parts == ["from 23 Sep", "", "to 22 Nov"]
    ahead = contacts_by_month(twelve(), own(ago(52), ago(-30)))
    assert [bar.part for bar in bars_of(ahead)] == ["", "so far"]
    told = " ".join(text for text, _ in words_in(draw(ahead, TITLED)))
    assert "so far" in told


def test_months_without_contact_have_their_place() -> None:
    found = hole()
    bars = bars_of(contacts_by_month(found, Span(ago(3 * 365), TODAY)))
    empty = [bar for bar in bars if not bar.contacts]
    assert len(empty) == 8
    chart = draw(contacts_by_month(found, Span(ago(3 * 365), TODAY)), TITLED)
    assert len(chart.spots[0].x) == len(bars)
    assert chart.spots[0].words(bars.index(empty[0]))[1] == "No contact logged"


def test_what_is_pointed_at_is_told_with_its_numbers() -> None:
    found = sources(
        contact("2026-10-03", minutes=30),
        contact("2026-10-09"),
        contact("2026-10-20", medium=Medium.VISIT, minutes=60),
    )
    chart = draw(contacts_by_month(found, own(ago(60), TODAY)), TITLED)
    assert chart.spots[0].words(0) == (
        "October 2026", "Calls: 2, 30 min", "Visits: 1, 1 h", "All: 3 contacts, 1 h 30 min", "Length not known: 1"
    )  # fmt: skip
    assert chart.spots[0].reach is not None
    assert np.array_equal(chart.spots[0].x, chart.spots[1].x)


def test_without_any_length_there_is_no_empty_row() -> None:
    found = sources(contact(ago(3)), contact(ago(9), medium=Medium.MESSAGE))
    assert len(draw(contacts_by_month(found, one_year(TODAY)), TITLED).figure.axes) == 1
    told = [text for text, _ in words_in(draw(contacts_by_month(found, one_year(TODAY)), TITLED))]
    assert {"Calls", "Messages"} <= set(told)
