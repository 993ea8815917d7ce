"""What was written before stays to be looked at, and not without end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.letter_versions import (
    MOST,
    MUCH,
    NEWEST,
    begins_sitting,
    cuts_much,
    is_blank,
    newest_first,
    thinned,
    version_of,
    written,
)
from reconnect_desktop.domain.records import Letter, LetterVersion
from reconnect_desktop.domain.when import at
from tests.fakes import FakeClock

NOW = FakeClock()()


def letter(**parts: str) -> Letter:
    return Letter(id="1", begun=NOW, changed=NOW, **parts)


def versions(times: list[int]) -> list[LetterVersion]:
    return [
        LetterVersion(id=str(place), letter="1", kept=at(NOW.timestamp + time, NOW.zone))
        for place, time in enumerate(times)
    ]


def test_a_sitting_begins_after_half_an_hour(clock: FakeClock) -> None:
    one = letter(text="Dear Mom")
    assert not begins_sitting(one, clock.advance(minutes=30))
    assert begins_sitting(one, clock.advance(seconds=1))


def test_a_clock_set_back_begins_none(clock: FakeClock) -> None:
    assert not begins_sitting(letter(), clock.advance(days=-3))


def test_much_is_cut_where_most_of_it_goes() -> None:
    long = letter(text="x" * 2 * MUCH, felt="y")
    assert cuts_much(long, written(letter()))
    assert cuts_much(long, written(letter(text="a")))
    assert not cuts_much(long, written(letter(text="x" * (MUCH + 1))))
    assert not cuts_much(letter(text="x" * (MUCH - 1)), written(letter()))


def test_a_version_is_the_letter_as_it_is() -> None:
    one = letter(
        title="Summer", happened="We quarrelled", felt="Sad", wish="Tea", grateful="Songs", text="Dear"
    )
    version = version_of(one, "v", NOW)
    assert (version.letter, version.kept, written(version)) == ("1", NOW, written(one))


def test_white_space_is_nothing() -> None:
    assert is_blank(written(letter(text=" \n")))
    assert not is_blank(written(letter(grateful="Tea")))


def test_up_to_fifty_all_are_kept() -> None:
    assert thinned(versions(list(range(MOST)))) == []


def test_what_lies_close_together_is_thinned_first() -> None:
    times = (
        [day * 86_400 for day in range(40)] + [20 * 86_400 + 60] + [100 * 86_400 + day for day in range(10)]
    )
    (gone,) = thinned(versions(times))
    assert gone.kept.timestamp - NOW.timestamp in (20 * 86_400, 20 * 86_400 + 60)


@given(st.lists(st.integers(0, 10**8), min_size=MOST, max_size=MOST + 30))
def test_the_newest_and_the_first_stay(times: list[int]) -> None:
    every = newest_first(versions(times))
    gone = thinned(every)
    stay = [version for version in every if version not in gone]
    assert len(stay) == min(MOST, len(every))
    assert stay[:NEWEST] == every[:NEWEST]
    assert stay[-1] == every[-1]
