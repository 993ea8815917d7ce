"""What was said about a table's columns is remembered."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Medium, ReachedOut
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.exchange.tables.columns import (
    KEPT_MOST,
    ROLES,
    Columns,
    columns_id,
    from_text,
    to_text,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COLUMNS = st.builds(
    Columns,
    at=TEXT.filter(bool),
    **{role: TEXT for role in ROLES if role != "at"},
    media=st.dictionaries(TEXT, st.sampled_from(Medium)),
    began=st.dictionaries(TEXT, st.none() | st.sampled_from(ReachedOut)),
    left_out=st.lists(TEXT).map(tuple),
    hers=st.lists(TEXT).map(tuple),
    otherwise=st.sampled_from(Medium),
)


@given(COLUMNS)
def test_it_comes_back_as_it_was(columns: Columns) -> None:
    assert from_text(to_text(columns)) == columns


def test_it_fits_into_a_setting_whatever_was_said() -> None:
    many = tuple(f"{number} {'name' * 20}" for number in range(1_000))
    text = to_text(Columns(at="Day", who="Who", hers=many))
    assert len(Setting(id=columns_id("a" * 32), value=text).value) < KEPT_MOST
    assert from_text(text) == Columns(at="Day", who="Who")


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"at": ""},
        {"at": 5},
        {"at": "Day", "media": {"x": "fax"}},
        {"at": "Day", "media": []},
        {"at": "Day", "hers": "Ruth"},
        {"at": "Day", "hers": [1]},
        {"at": "Day", "otherwise": None},
        [],
        "Day",
    ],
)
def test_what_was_not_written_so_is_refused(told: object) -> None:
    with pytest.raises(Invalid):
        from_text(json.dumps(told))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "NaN"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        from_text(text)


@given(st.text())
def test_reading_never_fails_otherwise(text: str) -> None:
    try:
        from_text(text)
    except Invalid as error:
        assert error.__cause__ is None  # noqa: PT017 - most texts raise
