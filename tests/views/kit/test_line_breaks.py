from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.views.kit.line_breaks import breakable, kept_together


@given(st.text())
def test_breaking_adds_nothing_that_is_seen(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_long_words_may_break_and_short_ones_not() -> None:
    assert breakable("the garden") == "the garden"
    assert breakable("x" * 33).count("\u200b") == 2


def test_numbers_stay_with_what_they_count() -> None:
    assert kept_together("about 6 days, 25 min") == "about 6\u00a0days, 25\u00a0min"
    assert kept_together("Lately 4.8, usually 5") == "Lately 4.8, usually 5"
