"""The months of an import as bars: every contact is in one of them, however long the time was."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.months import Month
from reconnect_desktop.views.importing.months_line import bars
from reconnect_desktop.views.importing.preview_words import timeline
from reconnect_desktop.views.importing.timeline import Timeline
from reconnect_desktop.views.kit.look import Look

MONTHS = st.builds(Month, st.integers(1900, 2026), st.integers(1, 12))


@given(st.dictionaries(MONTHS, st.integers(1, 1000), min_size=1, max_size=40), st.integers(1, 400))
def test_each_contact_is_in_one_bar_and_there_are_not_many_more_than_fit(
    counts: dict[Month, int], most: int
) -> None:
    made = bars(counts, most)
    assert sum(bar.contacts for bar in made) == sum(counts.values())
    assert made[0].first <= min(counts) <= made[0].last
    assert made[-1].first <= max(counts) <= made[-1].last
    assert len(made) <= max(most + 1, 5)  # 1,524 months in bars of 600 are at most 4 or 5
    for bar in made:
        assert bar.contacts == sum(count for month, count in counts.items() if bar.first <= month <= bar.last)


def test_months_with_nothing_are_there_too() -> None:
    assert [bar.contacts for bar in bars({Month(2025, 11): 2, Month(2026, 2): 1}, 100)] == [2, 0, 0, 1]


def test_decades_become_years() -> None:
    made = bars({Month(1984, 4): 1, Month(2024, 11): 3}, 100)
    assert made[0].first == Month(1984, 1)
    assert made[0].last == Month(1984, 6)  # 488 months in at most 100 bars: half years


def test_nothing_makes_no_bar() -> None:
    assert bars({}, 100) == []


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, ""),
        ({Month(2026, 3): 2}, ""),
        ({Month(2026, 2): 2, Month(2026, 3): 2}, "There are some in each of 2 months."),
        (
            {Month(1901, 3): 1, Month(2026, 3): 1_200},
            "There are some in 2 of 1,501 months. The most are in March 2026: 1,200.",
        ),
    ],
)
def test_the_words_say_what_the_picture_shows(qtbot: QtBot, counts: dict[Month, int], words: str) -> None:
    assert timeline(counts) == words


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> Timeline:
    line = Timeline()
    qtbot.addWidget(line)
    line.set_look(look)
    line.resize(400, line.sizeHint().height())
    line.show()
    return line


def bar_colours(line: Timeline, look: Look) -> list[bool]:
    """For each pixel of the line's foot, whether there is a bar."""
    image, accent = line.grab().toImage(), look.colour("accent")
    return [image.pixelColor(x, 55) == accent for x in range(image.width())]


def test_it_is_painted_from_the_first_month_to_the_last(line: Timeline, look: Look) -> None:
    line.show_months({Month(2020, 1): 1, Month(2026, 1): 1}, "words")
    painted = bar_colours(line, look)
    assert any(painted[:8])
    assert not any(painted[20:-20])
    assert any(painted[-8:])
    assert line.accessibleName() == "words"


def test_where_one_reads_from_the_right_the_first_month_is_there(line: Timeline, look: Look) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.show_months({Month(2026, 1): 1, Month(2026, 2): 1}, "")
    painted = bar_colours(line, look)
    assert not any(painted[:300])
    assert any(painted[-40:])


def test_a_bar_under_the_mouse_says_what_it_stands_for(line: Timeline) -> None:
    line.show_months({Month(2026, 1): 1_400, Month(2026, 3): 1}, "")
    shown = line.bars()
    assert line.words_at(1, shown) == "January 2026: 1,400"
    assert line.words_at(33, shown) == "February 2026: 0"
    assert line.words_at(399, shown) == ""


def test_a_century_fits_into_any_width(line: Timeline) -> None:
    line.show_months(Counter({Month(1900, 1): 1, Month(2026, 12): 1}), "")
    for width in (1, 40, 120, 4000):
        line.resize(width, 80)
        line.grab()
        assert line.words_at(0, line.bars())
