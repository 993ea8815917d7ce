"""Single interactions that are looked back on: wins, and the hard moment."""

from __future__ import annotations

from tests.domain.review.looking_back import every, reviewed
from tests.making import contact, when


def test_what_was_written_down_later_counts_on_its_day() -> None:
    late = contact("2026-10-05", logged=when("2026-11-20"), win="We laughed.")
    assert [win.text for win in reviewed([late]).wins] == ["We laughed."]


def test_wins_come_in_order_and_the_hard_moment_only_where_it_clearly_is_one() -> None:
    usual = every(5, "2026-05-01", "2026-09-30", closeness=5)
    october = [
        contact("2026-10-20", win=" Soup together ", closeness=6),
        contact("2026-10-02", win="She called!", closeness=4),
        contact("2026-10-09", closeness=2, note="We argued.", tags=("old conflict",)),
        contact("2026-10-10", closeness=2),
    ]
    review = reviewed([*usual, *october])
    assert [win.text for win in review.wins] == ["She called!", "Soup together"]
    assert review.hard is not None
    assert (review.hard.text, review.hard.tags, review.hard.closeness) == ("We argued.", ("old conflict",), 2)
    assert reviewed([*usual, contact("2026-10-09", closeness=4)]).hard is None
    assert (
        reviewed(
            [*every(5, "2026-05-01", "2026-09-30", closeness=4), contact("2026-10-09", closeness=3)]
        ).hard
        is None
    )
    assert reviewed(october).hard is None  # nothing is usual yet
