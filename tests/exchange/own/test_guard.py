"""Cells that spreadsheets would run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.exchange.own.guard import guard, unguard

DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@given(st.text(st.one_of(st.sampled_from(DANGEROUS + "'"), st.characters())))
def test_it_is_undone_exactly_and_leaves_no_formula(cell: str) -> None:
    guarded = guard(cell)
    assert unguard(guarded) == cell
    assert not guarded.startswith(tuple(DANGEROUS))


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_only_what_could_be_a_formula_changes(cell: str, guarded: str) -> None:
    assert guard(cell) == guarded
