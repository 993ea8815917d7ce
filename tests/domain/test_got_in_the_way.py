from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.domain.got_in_the_way import causes_of, is_low, to_ask_about, with_cause
from tests.making import TODAY, ago, contact, rated


def test_three_of_seven_is_low_for_anyone() -> None:
    assert is_low(contact(TODAY, closeness=3), [])
    assert not is_low(contact(TODAY, closeness=4), [])


def test_what_lies_well_below_the_usual_is_low_too() -> None:
    earlier = rated([7, 6, 7, 6, 6], today=ago(7))
    assert is_low(contact(TODAY, closeness=4), earlier)
    assert not is_low(contact(TODAY, closeness=5), earlier)
    assert not is_low(contact(TODAY, closeness=4), earlier[1:]), "four ratings make no usual"


def test_later_ratings_are_not_its_usual() -> None:
    assert not is_low(contact(ago(60), closeness=4), rated([7, 7, 7, 7, 7]))


def test_an_unrated_one_is_not_low() -> None:
    assert not is_low(contact(TODAY), rated([7, 7, 7, 7, 7]))


def test_only_the_newest_written_down_today_is_asked_about() -> None:
    low, good = contact(TODAY, time="09:00", closeness=2), contact(TODAY, time="11:00", closeness=6)
    assert to_ask_about([low], TODAY, "") == low
    assert to_ask_about([good, low], TODAY, "") is None
    assert to_ask_about([contact(ago(1), closeness=2)], TODAY, "") is None


def test_it_is_not_asked_twice() -> None:
    low = contact(TODAY, closeness=2)
    assert to_ask_about([low], TODAY, low.id) is None
    assert to_ask_about([replace(low, tags=("Old hurt",))], TODAY, "") is None


def test_a_cause_is_noted_and_taken_off_again() -> None:
    one = contact(TODAY, closeness=2, tags=("tea",))
    noted = with_cause(one, "old hurt", noted=True)
    assert noted.tags == ("tea", "old hurt")
    assert causes_of(noted) == ("old hurt",)
    assert with_cause(noted, "old hurt", noted=True) == noted
    assert with_cause(noted, "old hurt", noted=False) == one
