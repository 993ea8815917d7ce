from __future__ import annotations

from datetime import timedelta
from typing import Any

from reconnect_desktop.domain.choice import Past, Wanted, choose, go_on, may_offer, way
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.records import Answer, Nudge, Outcome
from reconnect_desktop.domain.suggestions import Asks, Part, Suggestion
from tests.heart import TODAY, ago, dip, gap, nudge, row, tried, words

HELLO = row("hello", ("gap", 1.2))
PICTURE = row("picture", ("gap", 1.1))
TALK = row("talk", ("gap low_before", 2.0), ("dip", 1.0), gentle=False)
REST = row("rest", ("stress", 3.0), asks=Asks.SELF)
WINS = row("wins", ("recovered", 2.0), ("win", 2.0), asks=Asks.SELF)
HELP = row("help", ("unsafe", 9.0), asks=Asks.SUPPORT)
NOTHING_BEFORE = Past()
ROWS = (HELLO, PICTURE, TALK, REST, WINS, HELP)


def chosen(
    circumstances: str, past: Past = NOTHING_BEFORE, rows: tuple[Suggestion, ...] = ROWS, **fields: Any
) -> str:
    """The id of what is chosen, or ""; what was noticed is due."""
    found = words(circumstances)
    due: tuple[Any, ...] = (dip(),) if Circumstance.DIP in found else ()
    due += (gap(),) if Circumstance.GAP in found else ()
    given = {"due": due, **fields}
    one = choose(rows, Wanted(circumstances=found, **given), past, TODAY)
    return one.suggestion.id if one else ""


def test_the_best_fit_wins() -> None:
    assert chosen("gap") == "hello"
    assert chosen("gap low_before") == "talk"
    assert chosen("dip") == "talk"


def test_it_says_because_of_what() -> None:
    found = choose(ROWS, Wanted(circumstances=words("gap low_before dip"), due=(dip(), gap())), Past(), TODAY)
    assert found is not None
    assert found.signal == gap()
    assert found.because == (Circumstance.GAP, Circumstance.LOW_BEFORE)
    tired = choose(ROWS, Wanted(circumstances=words("gap stress"), due=(gap(),)), Past(), TODAY)
    assert tired is not None
    assert (tired.suggestion.id, tired.signal) == ("rest", gap())


def test_what_is_not_due_is_no_reason() -> None:
    assert chosen("dip gap", due=(gap(),)) == "hello"
    assert chosen("dip", due=()) == ""


def test_in_a_bad_patch_only_what_is_gentle() -> None:
    assert chosen("gap low_before low_mood") == "hello"
    assert chosen("dip low_mood") == ""
    assert chosen("dip stress") == "rest"


def test_a_good_moment_is_no_reason_while_something_stands_out() -> None:
    assert chosen("gap win recovered") == "hello"
    assert chosen("gap win recovered", asked=True) == "hello"
    assert chosen("win", asked=True) == "wins"
    assert chosen("recovered", must=Circumstance.RECOVERED, due=()) == "wins"


def test_what_is_not_for_me_never_comes_again() -> None:
    assert chosen("gap", Past(retired=frozenset({"hello"}))) == "picture"
    assert chosen("gap", Past(retired=frozenset({"hello", "picture"}))) == ""
    assert chosen("gap", Past(retired=frozenset({"hello"})), asked=True) == "picture"


def test_never_the_same_twice_in_a_row() -> None:
    long_ago = Past(nudges=[nudge(200, "hello", answer=Answer.TRY)])
    assert chosen("gap", long_ago) == "picture"
    assert chosen("gap", long_ago, rows=(HELLO,)) == ""
    assert chosen("gap", long_ago, rows=(HELLO,), asked=True) == "hello"
    helped = Past(nudges=[nudge(50, "help", signal="", answer=Answer.TRY)])
    assert chosen("unsafe", helped, must=Circumstance.UNSAFE) == "help", "help has no other words here"


def test_how_it_went_counts() -> None:
    assert chosen("gap", Past(tries=[tried(60, "hello", Outcome.HARD)])) == "picture"
    assert chosen("gap", Past(tries=[tried(60, "hello", Outcome.NOT_DONE)])) == "picture"
    assert chosen("gap", Past(tries=[tried(60, "picture", Outcome.GOOD)])) == "picture"
    assert (
        chosen("gap", Past(tries=[tried(60, "hello", Outcome.HARD), tried(40, "hello", Outcome.GOOD)]))
        == "hello"
    )
    assert chosen("gap", Past(tries=[tried(400, "hello", Outcome.HARD)])) == "hello"


def test_what_is_being_tried_or_was_put_off_rests() -> None:
    assert chosen("gap", Past(tries=[tried(9, "hello")])) == "picture"
    other = nudge(1, "other", answer=Answer.TRY)
    put_off = Past(nudges=[nudge(29, "hello", answer=Answer.NOT_TODAY), other])
    assert chosen("gap", put_off) == "picture"
    assert chosen("gap", put_off, rows=(HELLO,)) == ""
    assert chosen("gap", put_off, rows=(HELLO,), asked=True) == "hello"
    assert (
        chosen("gap", Past(nudges=[nudge(30, "hello", answer=Answer.NOT_TODAY), other]), rows=(HELLO,))
        == "hello"
    )


def test_what_was_shown_lately_gives_way_to_something_else() -> None:
    other = nudge(1, "other", answer=Answer.TRY)
    assert chosen("gap", Past(nudges=[nudge(364, "hello", answer=Answer.TRY), other])) == "picture"
    assert chosen("gap", Past(nudges=[nudge(365, "hello", answer=Answer.TRY), other])) == "hello"


def test_over_time_all_that_fit_have_their_turn() -> None:
    rows = tuple(row(name, ("gap", 1.0 + place / 10)) for place, name in enumerate("abcd"))
    nudges: list[Nudge] = []
    for days_ago in range(400, 200, -50):
        found = choose(
            rows, Wanted(circumstances=words("gap"), due=(gap(),)), Past(nudges=nudges), ago(days_ago)
        )
        assert found is not None
        nudges.append(nudge(days_ago, found.suggestion.id, answer=Answer.TRY))
    assert [one.suggestion for one in nudges] == ["d", "c", "b", "a"]


def test_equals_take_turns_by_the_day() -> None:
    twins = tuple(row(name, ("gap", 1.0)) for name in "abcd")
    wanted = Wanted(circumstances=words("gap"), due=(gap(),))
    by_day = [choose(twins, wanted, Past(), TODAY + timedelta(days=days)) for days in range(30)]
    assert by_day[0] == choose(twins[::-1], wanted, Past(), TODAY)
    assert {one.suggestion.id for one in by_day if one} == set("abcd")


def test_another_way_to_say_it_each_time() -> None:
    assert way(HELLO, Past()) == 0
    assert way(HELLO, Past(nudges=[nudge(90, "hello")])) == 1
    assert way(HELLO, Past(nudges=[nudge(90, "hello")], tries=[tried(90, "hello")])) == 0


def test_asked_on_an_ordinary_day_there_is_something_small() -> None:
    together = row("cook", ("talks_stopped", 1.0), part=Part.COMMON_GROUND)
    assert chosen("", rows=(*ROWS, together), asked=True) == "cook"
    assert chosen("", rows=(*ROWS, together)) == ""
    assert chosen("travel", rows=(together,), asked=True) == ""


def test_what_was_shown_goes_on_as_far_as_it_may() -> None:
    past = Past(nudges=[nudge(90, "hello", answer=Answer.TRY), nudge(2, "hello")])

    def on(circumstances: str, past: Past = past) -> Any:
        return go_on(past.nudges[-1], ROWS, words(circumstances), [gap()], past)

    assert (on("gap").suggestion, on("gap").signal, on("gap").way) == (HELLO, gap(), 1)
    assert on("gap boundary") is None
    assert on("gap unsafe") is None
    assert on("gap", Past(nudges=past.nudges, retired=frozenset({"hello"}))) is None
    help_offered = nudge(2, "help", signal="")
    assert go_on(help_offered, ROWS, words("unsafe gap"), [gap()], past) is not None
    assert go_on(help_offered, ROWS, words("gap"), [gap()], past) is None, "what it was offered for is gone"
    assert go_on(nudge(2, "gone"), ROWS, words("gap"), [gap()], past) is None


def test_the_row_itself_may_rule_it_out() -> None:
    shy = row("shy", ("gap", 9.0), never=words("conflict"))
    assert not may_offer(shy, words("gap conflict"))
    assert chosen("gap conflict", rows=(*ROWS, shy)) == "hello"
