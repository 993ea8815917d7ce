from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.retired import retired, retired_ids
from reconnect_desktop.domain.settings import NUDGES, SETTINGS


@given(st.sets(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)))
def test_each_retired_suggestion_is_told_by_its_own_record(ids: set[str]) -> None:
    assert retired_ids(retired(one) for one in ids) == ids


def test_other_settings_retire_nothing() -> None:
    others = [Setting(id=NUDGES.id, value="no"), Setting(id="left_unrated.a", value="yes")]
    assert retired_ids([*others, retired("a-silly-picture")]) == {"a-silly-picture"}


def test_no_setting_has_the_name_of_a_retired_suggestion() -> None:
    assert not retired_ids(Setting(id=setting.id, value="") for setting in SETTINGS)


def test_bringing_one_back_is_the_inverse_of_retiring_it() -> None:
    assert add(retired("letter-first")).inverse() == delete(retired("letter-first"))
