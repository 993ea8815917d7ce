"""Lengths as people type them, in each language of the screens."""

from __future__ import annotations

import pytest

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.length import parse_minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("25", 25),
        ("1:15", 75),
        ("1 h 15", 75),
        ("1.5 h", 90),
        ("1,5 Std.", 90),
        ("2 Stunden", 120),
        ("1 Stunde 10 Minuten", 70),
        ("40 Min.", 40),
        ("1,5 horas", 90),
        ("1 hora 20 minutos", 80),
        ("", None),
    ],
)
def test_hours_and_minutes_are_understood(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["long", "1 Jahr", "min", "h", "1,5"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        parse_minutes(typed)
