from __future__ import annotations

from reconnect_desktop.domain import showing
from reconnect_desktop.domain.records import Answer, Nudge
from tests.heart import TODAY, ago, dip, gap, nudge, when


def due(*nudges: Nudge, began: int = 200, most: int = 4) -> bool:
    """Whether something may be shown because of a gap that came on so many days ago."""
    return bool(showing.due([gap(began)], nudges, TODAY, most))


def test_the_first_one_may_be_shown_at_once() -> None:
    assert due()
    assert showing.due([gap(), dip()], [], TODAY, 2) == (dip(), gap())


def test_once_in_an_episode_and_again_after_45_days() -> None:
    taken = Answer.TRY
    assert not due(nudge(44, answer=taken))
    assert due(nudge(45, answer=taken))


def test_a_new_episode_waits_21_days() -> None:
    assert not due(nudge(20, answer=Answer.TRY), began=3)
    assert due(nudge(21, answer=Answer.TRY), began=3)
    assert due(nudge(5, signal="dip", answer=Answer.TRY), began=3), "each signal has a rest of its own"


def test_at_most_so_many_in_30_days() -> None:
    lately = [nudge(25, signal="dip", answer=Answer.TRY), nudge(24, signal="", answer=Answer.TRY)]
    assert not due(*lately, most=2)
    assert due(*lately, most=4)
    assert due(*[nudge(30, signal="dip", answer=Answer.TRY), lately[1]], most=2)


def test_not_today_is_quiet_for_a_week() -> None:
    assert not due(nudge(9, signal="dip", answer=Answer.NOT_TODAY, answered=when(ago(6))))
    assert due(nudge(9, signal="dip", answer=Answer.NOT_TODAY, answered=when(ago(7))))
    assert due(nudge(2, signal="dip", answer=Answer.NOT_FOR_ME))


def test_after_two_unheeded_the_rest_doubles() -> None:
    unheeded = nudge(60, answer=Answer.NOT_TODAY)
    assert not due(unheeded, nudge(30), began=3)
    assert not due(unheeded, nudge(41), began=3)
    assert due(unheeded, nudge(42), began=3)
    assert due(unheeded, nudge(21, answer=Answer.TRY), began=3)
    assert not showing.was_unheeded_twice([unheeded, nudge(6)], TODAY), "there is still time for an answer"


def test_what_was_shown_stays_for_a_week_or_until_its_signal_is_off() -> None:
    one = nudge(6)
    assert showing.current([one], [gap()], TODAY) == one
    assert showing.current([one], [dip()], TODAY) is None
    assert showing.current([nudge(7)], [gap()], TODAY) is None
    assert showing.current([nudge(3, answer=Answer.TRY)], [gap()], TODAY) is None
    assert showing.current([one, nudge(2, signal="dip", answer=Answer.TRY)], [gap()], TODAY) is None
    assert showing.current([nudge(2, signal="")], [], TODAY) is not None


def test_help_waits_for_nothing_but_the_last_offer_of_it() -> None:
    assert showing.may_offer_support([], TODAY)
    assert not showing.may_offer_support([nudge(44, signal="")], TODAY)
    assert showing.may_offer_support([nudge(45, signal="")], TODAY)


def test_what_went_well_is_looked_back_on_once_in_30_days() -> None:
    assert showing.may_look_back([], [], TODAY, 2)
    looked = [nudge(29, signal="", answer=Answer.TRY)]
    assert not showing.may_look_back(looked, looked, TODAY, 2)
    assert showing.may_look_back([nudge(30, signal="")], [nudge(30, signal="")], TODAY, 2)
    lately = [nudge(9, answer=Answer.TRY), nudge(20, signal="dip", answer=Answer.TRY)]
    assert not showing.may_look_back([], lately, TODAY, 2)
