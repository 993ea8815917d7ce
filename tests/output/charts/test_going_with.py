from __future__ import annotations

import numpy as np

from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness, Group, going_with_closeness
from reconnect_desktop.domain.trends.span import everything, one_year
from reconnect_desktop.output.charts.going_with import draw
from reconnect_desktop.output.charts.group_rows import below_words, height_of, rows_of
from tests.making import TODAY
from tests.output.charts.looking import LARGE, NARROW, TITLED, look_at, words_in
from tests.trends_making import four_hundred

STRANGE = ("$\\frac{1}{0}$", "<b>&", "🙂🙃 family 👩‍👧", "அம்மாவுடன் நடை", "שיחה עם אמא", "x" * 60, "a\u202eb")


def value_of(*groups: Group, too_few: dict[By, tuple[str, ...]] | None = None) -> GoingWithCloseness:
    span = one_year(TODAY)
    return GoingWithCloseness(
        span=span,
        groups=groups,
        too_few=too_few or {},
        overall=4.5,
        count=90,
        drained_left_out=False,
        left_out=0,
    )


def tagged(tag: str, count: int = 9, median: float = 5) -> Group:
    return Group(By.TAG, tag, median, 4, 6, count)


def test_whatever_a_tag_holds_it_is_drawn() -> None:
    value = value_of(*map(tagged, STRANGE), too_few={By.TAG: STRANGE})
    look_at(draw(value, TITLED, size=(NARROW, 6)))
    look_at(draw(value, LARGE, size=(NARROW, 6)))


def test_dots_stand_at_the_medians_in_their_order() -> None:
    groups = Group(By.MEDIUM, "visit", 6, 5, 7, 14), Group(By.MEDIUM, "call", 4, 4, 5, 40), tagged("walk")
    spots = draw(value_of(*groups), TITLED).spots[0]
    assert np.array_equal(spots.x, [6, 4, 5])
    assert list(spots.y) == sorted(spots.y)
    assert spots.words(0) == ("Visits", "Median 6 of 7", "Likely between 5 and 7", "14 ratings")


def test_all_rows_have_room_at_the_height_that_is_asked_for() -> None:
    found = four_hundred()
    value = going_with_closeness(found, everything(found))
    chart = draw(value, TITLED, size=(NARROW, height_of(value, TITLED)))
    assert len(chart.spots[0].x) == len(value.groups)


def test_where_there_is_little_room_the_groups_with_the_fewest_ratings_are_left_to_the_table() -> None:
    groups = [tagged(f"tag {at}", 10 + at) for at in range(40)]
    closest = tagged("closest", 5, 6.5)
    rows, left_out = rows_of([closest, *groups], 8, closest)
    assert [row.text for row in rows] == ["Tags", "closest", *(f"tag {at}" for at in range(34, 40))]
    assert left_out == 34
    assert below_words(value_of(), left_out) == "The table has 34 more groups."


def test_too_few_are_named_up_to_a_point() -> None:
    value = value_of(
        too_few={By.MEDIUM: ("letter",), By.MOOD: ("5",), By.TAG: tuple(f"t{at}" for at in range(9))}
    )
    assert (
        below_words(value, 0)
        == "Too few to say: letters, “t0”, “t1”, “t2”, “t3”, “t4”, “t5”, “t6” and 3 more."
    )
    assert below_words(value_of(), 0) == ""


def test_the_overall_median_and_the_ends_of_the_scale_are_named() -> None:
    told = {text for text, _ in words_in(draw(value_of(tagged("walk")), TITLED))}
    assert {"all: 4.5", "ratings", "1\nfar apart", "7\nclose", "Tags", "walk"} <= told
