"""The built-in tags are read and written in the language spoken, and kept in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.tags import BUILT_IN
from reconnect_desktop.language import LANGUAGES, speaking
from reconnect_desktop.output.tag_names import kept_tag, shown_tag, shown_tags
from tests.fakes import Pseudo

CODES = [language.code for language in LANGUAGES]


@pytest.fixture(params=CODES)
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    with speaking(request.param):
        yield


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("tag", BUILT_IN)
def test_a_built_in_tag_comes_back_as_it_is_kept(tag: str) -> None:
    assert kept_tag(shown_tag(tag)) == tag
    assert kept_tag(shown_tag(tag).upper()).casefold() == tag


@pytest.mark.usefixtures("spoken")
def test_each_has_a_name_of_its_own_that_fits_between_commas() -> None:
    names = shown_tags(BUILT_IN)
    assert len({name.casefold() for name in names}) == len(BUILT_IN)
    assert not any("," in name or name != name.strip() for name in names)


def test_another_language_has_other_names_for_them() -> None:
    with speaking("de", Pseudo()):
        assert shown_tag("old hurt") == "⟦old hurt⟧"
        assert shown_tag("Old hurt") == "⟦old hurt⟧"
        assert kept_tag("⟦Old hurt⟧") == "old hurt"


def test_in_english_a_tag_stays_as_it_was_typed() -> None:
    assert shown_tag("Old hurt") == "Old hurt"
    assert kept_tag("Old hurt") == "Old hurt"


@given(st.text(max_size=60).filter(lambda tag: "⟦" not in tag and tag.casefold() not in BUILT_IN))
def test_any_other_tag_is_left_alone(tag: str) -> None:
    with speaking("de", Pseudo()):
        assert shown_tag(tag) == tag
        assert kept_tag(tag) == tag
