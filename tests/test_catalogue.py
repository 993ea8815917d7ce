"""Every row of the catalogue: that there is one for each situation, and that it keeps silent where it must."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain import circumstances as c
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.suggestions import Asks, Part, Suggestion
from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from reconnect_desktop.language import speaking

CATALOGUE = catalogue.load()
ROWS = CATALOGUE.suggestions
C = Circumstance

CONTEXTS = frozenset(Circumstance) - c.SIGNALS
SIGNAL_OR_NONE = (*sorted(c.SIGNALS), None)
SITUATIONS = [
    frozenset(contexts) | ({signal} if signal else set())
    for signal, count in product(SIGNAL_OR_NONE, range(3))
    for contexts in combinations(sorted(CONTEXTS), count)
]

# Talk about what stands between the two: not in a bad patch of one's own.
HARD_TALKS = {
    "say-what-you-miss",
    "ask-for-a-quiet-moment",
    "open-the-subject-softly",
    "a-break-in-the-quarrel",
    "after-it-went-badly",
    "one-need-one-sentence",
    "someone-between",
}


def by_id(row: Suggestion) -> str:
    return row.id


def shown_unasked(situation: frozenset[Circumstance]) -> list[Suggestion]:
    """The rows that may be offered, the best fit first, under the rules of safety."""
    fitting = [
        (fit.weight, row)
        for row in ROWS
        if row.may_show(situation)
        and (row.gentle or situation.isdisjoint(c.BAD_PATCH))
        and (fit := row.best_fit(situation))
    ]
    return [row for _, row in sorted(fitting, key=lambda one: -one[0])]


def told(situation: frozenset[Circumstance]) -> str:
    return " + ".join(sorted(situation)) or "nothing"


def test_there_is_enough_of_everything() -> None:
    assert len(ROWS) >= 28
    ways = [way for row in ROWS for way in row.ways]
    assert len(ways) >= 70
    parts = Counter(row.part for row in ROWS)
    assert {part for part in Part if parts[part] < 2} == set()
    assert list(CATALOGUE.causes) == list(GOT_IN_THE_WAY)
    assert len(CATALOGUE.needs) >= 8


def test_it_is_read_once_in_each_language() -> None:
    assert catalogue.load() is catalogue.load("en")
    with speaking("de"):
        assert catalogue.load() is catalogue.load("de")
    assert catalogue.load() is catalogue.load("en")
    assert catalogue.load_phrases("de") is catalogue.load_phrases("de")


def test_what_is_in_no_other_language_is_said_in_english() -> None:
    assert catalogue.load("xx") is catalogue.load("en")
    assert catalogue.load_phrases("xx") is catalogue.load_phrases("en")


# --- when they show ---------------------------------------------------------------------------------------------------


def test_something_may_show_in_every_situation() -> None:
    empty = [told(one) for one in SITUATIONS if not any(row.may_show(one) for row in ROWS)]
    assert empty == []


def test_something_fits_every_signal_outside_a_pause() -> None:
    noticed = [one for one in SITUATIONS if one & c.SIGNALS and not one & c.PAUSES]
    assert [told(one) for one in noticed if not shown_unasked(one)] == []


def test_fear_and_harm_lead_to_support_alone() -> None:
    for situation in SITUATIONS:
        if C.UNSAFE in situation:
            rows = [row for row in ROWS if row.may_show(situation)]
            assert {row.asks for row in rows} == {Asks.SUPPORT}, told(situation)
            if C.GRIEF not in situation:
                assert rows == [row for row in rows if row.best_fit(situation)], told(situation)


def test_in_no_pause_and_no_fear_is_contact_asked_for() -> None:
    for situation in SITUATIONS:
        if situation & c.SAFETY:
            assert Asks.CONTACT not in {row.asks for row in ROWS if row.may_show(situation)}, told(situation)


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_each_row_keeps_silent_where_it_must(row: Suggestion) -> None:
    if row.asks is Asks.CONTACT:
        assert row.never >= {C.UNSAFE, C.BOUNDARY, C.GRIEF, C.TRAVEL, C.PAUSE}
    if row.asks is Asks.SELF:
        assert C.UNSAFE in row.never
    if row.id in HARD_TALKS:
        assert row.never >= c.BAD_PATCH
        assert not row.gentle


def test_the_hard_talks_are_rows() -> None:
    assert {row.id for row in ROWS} >= HARD_TALKS


def test_where_all_is_as_usual_nothing_is_asked() -> None:
    for good in ({C.AS_USUAL}, {C.RECOVERED}, {C.WIN}, {C.RECOVERED, C.WIN}):
        assert {row.part for row in shown_unasked(frozenset(good))} <= {Part.WINS}
        assert {row.asks for row in shown_unasked(frozenset(good))} <= {Asks.SELF}


@pytest.mark.parametrize(
    ("situation", "first"),
    [
        ({C.GAP}, {Part.NEVER_TOO_LATE}),
        ({C.GAP, C.AS_USUAL}, {Part.NEVER_TOO_LATE}),
        ({C.RHYTHM}, {Part.NEVER_TOO_LATE}),
        ({C.RHYTHM, C.RHYTHM_MISSED}, {Part.EXPECTATIONS}),
        ({C.GAP, C.RHYTHM_MISSED, C.AS_USUAL}, {Part.EXPECTATIONS}),
        ({C.GAP, C.LOW_BEFORE}, {Part.CONVERSATION}),
        ({C.TALKS_STOPPED}, {Part.COMMON_GROUND}),
        ({C.TALKS_STOPPED, C.MOSTLY_MESSAGES}, {Part.COMMON_GROUND}),
        ({C.DIP}, {Part.LISTENING}),
        ({C.DIP, C.SHORT_TALKS}, {Part.LISTENING}),
        ({C.DIP, C.MOSTLY_MESSAGES}, {Part.LISTENING}),
        ({C.DIP, C.STYLES}, {Part.STYLES}),
        ({C.DIP, C.CONFLICT}, {Part.ELEPHANT}),
        ({C.DIP, C.SUDDEN}, {Part.SETBACKS}),
        ({C.DIP, C.SUDDEN, C.CONFLICT}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.TRANSITIONS}, {Part.COMMON_GROUND}),
        ({C.DIP, C.STRESS}, {Part.STRESS}),
        ({C.DIP, C.LOW_MOOD}, {Part.STRESS}),
        ({C.GAP, C.STRESS}, {Part.STRESS}),
        ({C.DIP, C.LASTING}, {Part.SUPPORT}),
        ({C.DIP, C.CONFLICT, C.CONFLICT_AGAIN}, {Part.SUPPORT}),
        ({C.DIP, C.LASTING, C.LOW_MOOD}, {Part.SUPPORT}),
        ({C.DIP, C.ONE_MEDIUM}, {Part.STYLES}),
        ({C.UNMET_NEED}, {Part.NEEDS}),
        ({C.DIP, C.UNMET_NEED}, {Part.NEEDS}),
        ({C.RECOVERED}, {Part.WINS}),
        ({C.WIN}, {Part.WINS}),
        ({C.DIP, C.CONFLICT, C.UNSAFE}, {Part.SUPPORT}),
        ({C.GAP, C.UNSAFE, C.STRESS}, {Part.SUPPORT}),
    ],
    ids=lambda value: told(frozenset(value)),
)
def test_what_was_noticed_brings_up_its_step(situation: set[Circumstance], first: set[Part]) -> None:
    assert shown_unasked(frozenset(situation))[0].part in first


@pytest.mark.parametrize(
    ("situation", "among"),
    [
        ({C.GAP, C.LOW_BEFORE}, {Part.CONVERSATION, Part.NEVER_TOO_LATE}),
        ({C.DIP, C.SHORT_TALKS}, {Part.LISTENING, Part.STYLES}),
        ({C.DIP, C.CONFLICT}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.SUDDEN}, {Part.ELEPHANT, Part.SETBACKS}),
        ({C.DIP, C.TRANSITIONS}, {Part.COMMON_GROUND, Part.TRANSITIONS}),
        ({C.DIP, C.LASTING}, {Part.SUPPORT, Part.NEEDS}),
        ({C.CONFLICT_AGAIN}, {Part.SUPPORT, Part.NEEDS}),
        ({C.DIP, C.ONE_MEDIUM}, {Part.STYLES, Part.EXPECTATIONS}),
    ],
    ids=lambda value: told(frozenset(value)),
)
def test_the_step_beside_it_comes_close_behind(situation: set[Circumstance], among: set[Part]) -> None:
    assert among <= {row.part for row in shown_unasked(frozenset(situation))[:4]}
