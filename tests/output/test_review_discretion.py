from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.output.review_discretion import discreet, without_name
from reconnect_desktop.output.review_options import NEUTRAL_NAME, Options, for_counsellor
from tests.output.reviews import HER, SECRET, planted


def texts(value: object) -> list[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in texts(part)]
    if isinstance(value, tuple | list):
        return [text for part in value for text in texts(part)]
    return []


def options(*, names: bool, notes: bool) -> Options:
    return for_counsellor(Options(her_name=HER), names=names, notes=notes)


def read(*, names: bool, notes: bool) -> str:
    return "\n".join(texts(discreet(planted(), options(names=names, notes=notes)))).casefold()


def test_the_guard_sees_what_is_planted() -> None:
    assert read(names=True, notes=True).count(SECRET) > 8


@pytest.mark.parametrize("names", [False, True])
def test_without_notes_nothing_that_was_typed_is_left(*, names: bool) -> None:
    told = read(names=names, notes=False)
    assert SECRET not in told
    assert "devaki" not in told
    assert "old hurt" in told, "what is in everybody's journal says nothing of this one"
    assert "encouragement" in told


def test_without_names_the_notes_stay_but_her_name_goes() -> None:
    told = read(names=False, notes=True)
    assert SECRET in told
    assert not re.search("devaki|raman", told)
    assert f"{NEUTRAL_NAME} and the {SECRET}, said {NEUTRAL_NAME}. {NEUTRAL_NAME}'s way." in told


def test_with_both_all_is_as_it_was() -> None:
    month = planted()
    assert discreet(month, options(names=True, notes=True)) == month


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ann", "Ann announced: ANN, Ann's and Anns", f"{NEUTRAL_NAME} announced: {{0}}, {{0}}'s and {{0}}s"),
        ("My Mom", "My day with my mom", "My day with {0}"),
        ("Mum Rose", "Mum and Rose", "Mum and {0}"),
        ("Zoë", "Zoe\u0308 rang", "{0} rang"),
        ("அம்மா", "அம்மாவுடன் பேசினேன்", "{0}வுடன் பேசினேன்"),
        ("妈妈", "今天妈妈很开心", "今天{0}很开心"),
        ("Mom ❤", "Mom ❤ called", "{0} called"),
        ("a.b", "axb a.b", "axb {0}"),
        (HER_NAME.default, "Mom called", "Mom called"),
        ("  ", "nobody", "nobody"),
    ],
)
def test_her_name_is_found_as_people_write_it(name: str, text: str, left: str) -> None:
    assert without_name(name)(text) == left.format(NEUTRAL_NAME)


@given(st.text(min_size=1, max_size=12), st.text(max_size=30))
def test_any_name_in_any_text_is_taken_out(name: str, around: str) -> None:
    told = without_name(name)(f"{around} {name} {around}")
    stripped = " ".join(name.split())
    if stripped and name != HER_NAME.default and stripped.casefold() not in NEUTRAL_NAME:
        assert NEUTRAL_NAME in told
