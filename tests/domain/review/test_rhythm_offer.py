"""The rhythm, offered anew where it was missed again and again; and when it is not."""

from __future__ import annotations

import pytest

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from tests.domain.review.looking_back import NOVEMBER, OCTOBER, every, pause, reviewed
from tests.making import contact

MISSED = every(16, "2026-05-01")
WEEKLY = Rhythm(Interval(7, 14))


def test_the_rhythm_is_offered_anew_where_it_was_missed_three_months_in_a_row() -> None:
    offer = reviewed(MISSED, rhythm=WEEKLY).rhythm_offer
    assert offer is not None
    assert (offer.now, offer.proposed) == (Interval(7, 14), Interval(14, 30))
    assert offer.real == pytest.approx(92 / 6)


@pytest.mark.parametrize(
    ("pauses", "rhythm", "month", "calls"),
    [
        ((), Rhythm(), OCTOBER, MISSED),
        ((), WEEKLY, NOVEMBER, MISSED),  # not over yet
        ((), WEEKLY, Month(2026, 9), MISSED),  # the rhythm is that of today
        ((), WEEKLY, OCTOBER, every(16, "2026-08-15")),  # begun in between
        ((), WEEKLY, OCTOBER, [contact("2026-01-01")]),  # no "about every"
        ((), WEEKLY, OCTOBER, every(7, "2026-05-01")),
        ((), Rhythm(Interval(14, 15)), OCTOBER, every(16, "2026-05-01")),  # as good as real
        ((pause(PauseReason.GRIEF, "2026-11-20"),), WEEKLY, OCTOBER, MISSED),
        ((pause(PauseReason.BOUNDARY, "2026-08-20", "2026-08-25"),), WEEKLY, OCTOBER, MISSED),
        ((pause(PauseReason.TRAVEL, "2026-09-01", "2026-09-25"),), WEEKLY, OCTOBER, MISSED),
    ],
)
def test_else_it_is_not(pauses: tuple, rhythm: Rhythm, month: Month, calls: list[Interaction]) -> None:  # type: ignore[type-arg]
    assert reviewed(calls, month, pauses=pauses, rhythm=rhythm).rhythm_offer is None
