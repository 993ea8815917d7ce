from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain import answers
from reconnect_desktop.domain.advice import Chosen
from reconnect_desktop.domain.contacts import as_contacts
from reconnect_desktop.domain.records import Answer, Nudge, Outcome, Setting, Try
from reconnect_desktop.domain.retired import retired_ids
from reconnect_desktop.domain.tries import Followed, followed, history, to_follow_up
from tests.heart import TODAY, ago, gap, nudge, row, tried, when
from tests.making import contact, rated


def test_closeness_before_and_after_with_how_many_each() -> None:
    calls = [
        contact(ago(days), closeness=closeness) for days, closeness in ((50, 1), (40, 3), (30, 4), (2, 6))
    ]
    assert followed(tried(20), calls) == Followed(8 / 3, 3, 6.0, 1)
    assert followed(tried(1), [*calls, contact(ago(0))]) == Followed(3.5, 4, None, 0)
    assert followed(tried(60), calls) == Followed(None, 0, 3.5, 4)


def test_four_on_either_side_and_no_more() -> None:
    calls = rated([1, 5, 5, 5, 5, 7, 7, 7, 7, 1], every=1)
    assert followed(tried(5, begun=when(ago(4), "18:00")), calls[::-1]) == Followed(5.5, 4, 5.5, 4)
    assert followed(tried(5, begun=when(ago(5), "18:00")), calls) == Followed(5.0, 4, 7.0, 4)


def test_the_history_is_newest_first_and_the_same_over_lean_contacts() -> None:
    calls = rated([3, 4, 5, 6, 7])
    tries = [tried(20), tried(3), tried(9)]
    told = history(tries, calls)
    assert [one.begun.day for one, _ in told] == [ago(3), ago(9), ago(20)]
    assert told == [(one, followed(one, calls)) for one, _ in told]
    assert told == history(tries, as_contacts(calls))


@given(st.lists(st.integers(1, 7), max_size=30), st.integers(0, 40))
def test_each_rating_is_on_one_side(ratings: list[int], days: int) -> None:
    found = followed(tried(days), rated(ratings, every=2))
    assert found.n_before + found.n_after <= min(8, len(ratings))
    assert (found.before is None) == (found.n_before == 0)
    assert (found.after is None) == (found.n_after == 0)


def test_how_did_it_go_is_asked_after_the_next_contact_or_two_weeks() -> None:
    def asks(*tries: Try, talked: int | None = None, logged: int | None = None) -> Try | None:
        calls = (
            [contact(ago(talked), time="18:00", logged=when(ago(logged or 0), "19:00"))]
            if talked is not None
            else []
        )
        return to_follow_up(tries, calls, TODAY)

    assert asks(tried(3)) is None
    assert asks(tried(3), talked=2) == tried(3)
    assert asks(tried(3), talked=3) == tried(3)
    assert asks(tried(3), talked=5) is None, "an older one that was logged late says nothing about it"
    assert asks(tried(14)) == tried(14)
    assert asks(tried(14), tried(20)) == tried(20)
    assert asks(tried(91)) is None
    assert asks(tried(14, outcome=Outcome.GOOD)) is None


def test_what_an_answer_means() -> None:
    now = when(TODAY, "18:00")
    chosen = Chosen(row("hello", ("gap", 1.0)), gap(), (), 0)
    shown = answers.shown(chosen, now, "n1").after
    assert shown == Nudge(id="n1", suggestion="hello", signal="gap", shown=now)
    one = nudge(2)
    later = answers.not_today(one, now).after
    assert isinstance(later, Nudge)
    assert (later.answer, later.answered) == (Answer.NOT_TODAY, now)
    never, setting = (change.after for change in answers.not_for_me(one, now))
    assert isinstance(never, Nudge)
    assert isinstance(setting, Setting)
    assert never.answer is Answer.NOT_FOR_ME
    assert retired_ids([setting]) == {"hello"}
    assert len(answers.not_for_me(one, now, is_retired=True)) == 1
    assert answers.bring_back("hello").before == setting
    begun, taken = (change.after for change in answers.take_up("hello", "gap", now, "t1", one))
    assert begun == Try(id="t1", suggestion="hello", signal="gap", begun=now)
    assert isinstance(taken, Nudge)
    assert taken.answer is Answer.TRY
    assert len(answers.take_up("hello", "", now, "t1")) == 1


def test_telling_how_it_went_keeps_the_note_there_was() -> None:
    one = tried(3, note="by phone")
    told = answers.tell(one, Outcome.HARD, when(TODAY)).after
    assert isinstance(told, Try)
    assert (told.outcome, told.note) == (Outcome.HARD, "by phone")
    assert answers.tell(one, Outcome.HARD, when(TODAY), "short").after.note == "short"  # type: ignore[union-attr]
