from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.frame import Frame
from reconnect_desktop.output.charts.scales import Dates, Numbers, Steps, Tick, day_number, ordinal_number
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import Type, Words
from reconnect_desktop.output.theme import load_theme
from tests.making import TODAY, ago
from tests.output.charts.looking import LARGE, NARROW, TITLED, WIDE, look_at

LIGHT = load_theme("light").colours
TYPE = Type(ChartStyle(LIGHT))
LEVELS = Steps((0.5, 3.5), (Tick(1, "low"), Tick(3, "high")))


def framed(style: ChartStyle, days: Dates, question: str = "How was it?", width: float = NARROW) -> Chart:
    frame = Frame(
        style, (width, 3.6), question, "It was as it was, and that is said in a sentence of some length."
    )
    frame.panel(days, LEVELS)
    frame.fit()
    return Chart(figure=frame.figure, spots=(), fit=frame.fit)


def told(first: date, last: date, inches: float = WIDE) -> list[str]:
    return [tick.text.replace("\n", " ") for tick in Dates(first, last).ticks(inches, TYPE)]


def test_days_are_counted_as_matplotlib_counts_them() -> None:
    assert day_number(date(1970, 1, 2)) == 1
    assert ordinal_number(TODAY.toordinal() + 0.5) == day_number(TODAY) + 0.5


def test_three_months_are_told_by_their_weeks_and_a_year_by_its_months() -> None:
    assert told(ago(91), TODAY)[:2] == ["24 Aug 2026", "31 Aug"]
    assert told(ago(364), TODAY)[:3] == ["Dec 2025", "Jan 2026", "Feb"]
    assert told(date(1966, 3, 1), TODAY)[:2] == ["1970", "1975"]
    assert told(ago(6), TODAY) == ["16 Nov 2026", "17 Nov", "18 Nov", "19 Nov", "20 Nov", "21 Nov", "22 Nov"]


def test_weeks_begin_where_the_style_has_it() -> None:
    sundays = Dates(ago(60), TODAY, 6).ticks(WIDE, TYPE)
    assert {date.fromordinal(int(tick.at) + date(1970, 1, 1).toordinal()).weekday() for tick in sundays} == {
        6
    }


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(1, 45_000),
    st.floats(3.0, 12.0),
    st.sampled_from([10.0, 15.0, 20.0]),
)
def test_the_words_of_dates_never_touch(first: date, days: int, inches: float, points: float) -> None:
    type_ = Type(ChartStyle(LIGHT, points=points))
    scale = Dates(first, first + timedelta(days - 1))
    low, high = scale.limits
    ticks = scale.ticks(inches, type_)
    ends = [
        ((tick.at - low) / (high - low) * inches + side * type_.width(tick.text) / 2)
        for tick in ticks
        for side in (-1, 1)
    ]
    assert ends == sorted(ends)
    assert all(low <= tick.at <= high for tick in ticks)
    assert len(ticks) <= 14


def test_numbers_are_round_and_whole() -> None:
    ticks = [tick.text for tick in Numbers((0, 1234)).ticks(2.0, TYPE)]
    assert ticks[:2] == ["0", "500"]
    assert [tick.text for tick in Numbers((0, 2)).ticks(9.0, TYPE)] == ["0", "1", "2"]


def test_a_low_scale_has_more_than_its_foot() -> None:
    large = Type(ChartStyle(LIGHT, points=15.0))
    assert [tick.text for tick in Numbers((0, 4.24)).ticks(0.75, large)] == ["0", "2", "4"]
    assert [tick.text for tick in Numbers((0, 180)).ticks(1.0, large)] == ["0", "50", "100", "150"]


@pytest.mark.parametrize("days", [7, 92, 365, 22_000])
def test_all_words_can_be_read_in_each_size(days: int) -> None:
    for style in (TITLED, LARGE, ChartStyle(LIGHT, points=20.0, titled=True)):
        chart = framed(style, Dates(ago(days - 1), TODAY))
        look_at(chart)
        chart.figure.set_size_inches(WIDE, 5)
        chart.fit()
        look_at(chart)


def test_the_axes_grow_with_the_figure_and_the_margins_do_not() -> None:
    chart = framed(TITLED, Dates(ago(364), TODAY))
    before = chart.figure.axes[0].get_window_extent().frozen()
    chart.figure.set_size_inches(NARROW * 2, 3.6)
    chart.fit()
    after = chart.figure.axes[0].get_window_extent()
    assert after.x0 == pytest.approx(before.x0)
    assert after.width - before.width == pytest.approx(NARROW * 96, abs=1)


def test_whatever_somebody_wrote_is_drawn_as_it_is() -> None:
    strange = "a $x^2$ & <b> \\frac \N{GRINNING FACE} שלום தமிழ் 漢字 \u202e\u200d\x00 end"
    chart = framed(TITLED, Dates(ago(6), TODAY), strange)
    look_at(chart)
    shown = " ".join(text.get_text() for text in chart.figure.findobj(Text) if isinstance(text, Text))
    assert "$x^2$ & <b> \\frac" in shown.replace("\n", " ")


def test_ten_thousand_letters_are_broken_into_lines_or_cut_short() -> None:
    assert TYPE.width(TYPE.shortened("long " * 2000, 1.0)) <= 1.0
    assert TYPE.shortened("short", 1.0) == "short"
    assert all(TYPE.width(line, 1.0) <= 2.0 for line in TYPE.wrapped("unbroken" * 300, 2.0))
    assert TYPE.shortened("short", 0.0) == "…"


def test_kept_pictures_of_words_stand_where_their_text_does() -> None:
    def dark(kind: type[Text]) -> tuple[int, ...]:
        frame = Frame(ChartStyle(LIGHT), (2.0, 1.0))
        words: Any = TYPE.words(0.9, 0.6, "Hedgehog", ha="right", role="text")
        words.set_transform(frame.figure.transFigure)
        words.__class__ = kind
        frame.figure.add_artist(words)
        canvas = FigureCanvasAgg(frame.figure)
        canvas.draw()
        rows, columns = np.nonzero(np.asarray(canvas.buffer_rgba())[:, :, 0] < 128)
        return int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max())

    kept, set_anew = dark(Words), dark(Text)
    assert all(abs(one - other) <= 1 for one, other in zip(kept, set_anew, strict=True))


def test_nothing_is_cut_off_by_a_clip() -> None:
    stream = io.StringIO()
    framed(TITLED, Dates(ago(364), TODAY)).figure.savefig(stream, format="svg")
    assert "clip" not in stream.getvalue()
