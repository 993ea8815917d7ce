from __future__ import annotations

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.output.spot_words import spot_lines
from tests.making import contact


def test_an_interaction_is_told_in_a_few_lines() -> None:
    visit = contact(
        "2026-11-08", medium=Medium.VISIT, minutes=90, closeness=6, note="Walked\nby the river " * 20
    )
    day, facts, close, note = spot_lines(visit)
    assert (day, facts, close) == ("Sunday 8 November 2026", "In person, 1 h 30 min", "Felt 6 of 7")
    assert note.startswith("Walked by the river Walked")
    assert note.endswith("…")
    assert len(note) <= 80


def test_what_is_not_known_is_left_out() -> None:
    assert spot_lines(contact("2026-11-08"))[1:] == ("Call", "Not rated")
    assert spot_lines(contact("2026-11-08", win="She laughed"))[3] == "She laughed"


def test_the_day_is_told_as_the_caller_tells_days() -> None:
    assert spot_lines(contact("2026-11-08"), lambda day: f"{day:%j}")[0] == "312"
