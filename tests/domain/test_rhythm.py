from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.rhythm import DAYS, NO_RHYTHM, Interval, Rhythm, read_rhythm, write_rhythm

WEEKLY, RARELY = Interval(7, 14), Interval(90, 120)

_DAYS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))
INTERVALS = _DAYS.map(lambda days: Interval(min(days), max(days)))
RHYTHMS = st.builds(
    Rhythm,
    st.none() | INTERVALS,
    st.dictionaries(st.sampled_from(Medium), INTERVALS).map(lambda chosen: tuple(chosen.items())),
)


@given(RHYTHMS)
def test_what_is_written_is_read_back(rhythm: Rhythm) -> None:
    assert read_rhythm(write_rhythm(rhythm)) == rhythm


def test_it_is_written_in_words_a_person_can_read() -> None:
    assert write_rhythm(Rhythm(WEEKLY, ((Medium.VISIT, RARELY),))) == "any 7 14, visit 90 120"
    assert write_rhythm(NO_RHYTHM) == ""


@pytest.mark.parametrize("text", ["", " ", ",", " , "])
def test_nothing_written_is_no_rhythm(text: str) -> None:
    assert read_rhythm(text) == NO_RHYTHM


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("any 7", Why.UNKNOWN_WORD),
        ("any 7 14 21", Why.UNKNOWN_WORD),
        ("weekly 7 14", Why.UNKNOWN_WORD),
        ("Any 7 14", Why.UNKNOWN_WORD),
        ("any -7 14", Why.NOT_A_NUMBER),
        ("any 7 1.5", Why.NOT_A_NUMBER),
        ("any \N{SUPERSCRIPT TWO} 14", Why.NOT_A_NUMBER),
        ("any 7 140000", Why.NOT_A_NUMBER),
        ("any 0 14", Why.OUT_OF_RANGE),
        ("any 7 3651", Why.OUT_OF_RANGE),
        ("any 14 7", Why.OUT_OF_RANGE),
        ("any 7 14, call 10", Why.UNKNOWN_WORD),
        ("any 7 14, any 7 21", Why.REPEATED),
        ("call 7 14, any 7 21, call 7 14", Why.REPEATED),
    ],
)
def test_what_is_no_rhythm_is_refused(text: str, why: Why) -> None:
    with pytest.raises(Invalid) as refused:
        read_rhythm(text)
    assert refused.value.why is why


def test_what_is_still_fine_is_no_shorter_than_what_is_good() -> None:
    assert Interval(7, 7).fine == 7
    with pytest.raises(Invalid) as refused:
        Interval(8, 7)
    assert refused.value.field == "fine"


def test_each_medium_may_have_its_own() -> None:
    rhythm = Rhythm(WEEKLY, ((Medium.VISIT, RARELY),))
    assert rhythm.of(Medium.VISIT) == RARELY
    assert rhythm.of(Medium.CALL) is None
