"""What of a file is new: by key, by span, by what was settled; in parts, in any order, once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Why
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import RECORD_TYPES, MoodCheckIn, Record, Setting
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.bringing_in import BroughtIn, Happened, Known, sort_out
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people.conversation import Message, exchanges
from reconnect_desktop.exchange.span_key import JITTER, span_key
from tests.exchange.readers import choices, now
from tests.fakes import ZONE
from tests.making import contact, mood

SILENCE = 120 * 60  # seconds, as `choices` has it


class Present:
    """As much of a journal as sorting out needs."""

    def __init__(self, *records: Record) -> None:
        self.records: list[Record] = list(records)

    def bring_in(self, found: Iterable[Found], happened: Happened | None = None) -> BroughtIn:
        ids: dict[type[Record], set[str]] = {kind: set() for kind in RECORD_TYPES}
        for record in self.records:
            ids[type(record)].add(record.id)
        sources = [
            (one.source, one.source_key)
            for one in self.records
            if isinstance(one, Interaction) and one.source
        ]
        settings = [one for one in self.records if isinstance(one, Setting)]
        changes, result = sort_out(found, Known(sources, ids, settings), now(), None, happened)
        self.records += [change.record for change in changes]
        return result

    @property
    def keys(self) -> Counter[str]:
        return Counter(one.source_key for one in self.records if isinstance(one, Interaction))


_numbers = count(1)


def span(kind: str, first: int, last: int, source: str = "whatsapp") -> Draft:
    """A draft of what takes this span, in seconds of 1970."""
    medium = Medium.CALL if kind == "call" else Medium.MESSAGE
    return Draft(
        Interaction(
            id=f"s{next(_numbers)}",
            when=at(first, ZONE),
            medium=medium,
            logged=now(),
            source=source,
            source_key=span_key(kind, first, last),
        )
    )


def keyed(key: str, day: str = "2026-11-01", source: str = "telegram") -> Draft:
    return Draft(contact(day, id=f"k{next(_numbers)}", source=source, source_key=key))


def test_what_is_new_is_counted_by_month_and_medium() -> None:
    found: list[Found] = [
        keyed("1", "2026-10-31"),
        keyed("2", "2026-11-01"),
        keyed("2", "2026-11-01"),
        Draft(contact("2026-11-02", medium=Medium.VISIT, source="telegram", source_key="3")),
        Draft(mood(4)),
        LeftOut(Left.NOTICE),
        Problem(9, "date", Why.NOT_A_TIME),
    ]
    result = Present().bring_in(found)
    assert (result.added, result.interactions, result.checked_in, result.duplicates) == (4, 3, 1, 1)
    assert (result.first, result.last) == (date(2026, 10, 31), date(2026, 11, 2))
    assert result.by_month == {
        Month(2026, 10): Counter({Medium.CALL: 1}),
        Month(2026, 11): Counter({Medium.CALL: 1, Medium.VISIT: 1}),
    }
    assert result.left_out == Counter({Left.NOTICE: 1})
    assert [problem.line for problem in result.problems] == [9]


def test_what_comes_again_is_known_however_it_is_ordered() -> None:
    found = [keyed("1"), span("call", 1000, 1060), span("messages", 5000, 9000), Draft(mood(3))]
    present = Present()
    assert present.bring_in(found).added == 4
    again = present.bring_in(reversed([*found[:3], Draft(mood(5))]))
    assert (again.added, again.duplicates) == (0, 4)


# Spans


@pytest.mark.parametrize(
    ("first", "last", "is_known"),
    [
        (1000, 2000, True),
        (999, 2001, True),  # a second aside
        (1000 - JITTER, 1000 - JITTER, True),  # without seconds
        (1000 - JITTER - 1, 1000 - JITTER - 1, False),
        (2000 + JITTER, 3000, True),
        (2001 + JITTER, 3000, False),
        (1500, 9000, True),  # it went on after the first export
        (10, 1100, True),  # the first export was cut
        (1200, 1300, True),  # told in parts, by a shorter silence
        (10, 20, False),
    ],
)
def test_an_exchange_is_known_where_it_takes_some_of_the_same_time(
    first: int, last: int, *, is_known: bool
) -> None:
    present = Present(span("messages", 1000, 2000).record, span("messages", 50_000, 60_000).record)
    assert present.bring_in([span("messages", first, last)]).duplicates == is_known


def test_a_long_exchange_is_known_behind_a_short_one_that_began_later() -> None:
    present = Present(span("messages", 1000, 9000).record, span("messages", 2000, 2100).record)
    assert present.bring_in([span("messages", 8000, 8100)]).duplicates == 1


def test_other_kinds_and_sources_are_no_copies() -> None:
    present = Present(span("messages", 1000, 2000).record)
    assert present.bring_in([span("call", 1000, 2000), span("messages", 1000, 2000, "signal")]).added == 2


def test_two_equal_calls_of_one_file_are_two_and_stay_two() -> None:
    present = Present()

    def calls(number: int) -> list[Draft]:
        return [span("call", 1020, 1080) for _ in range(number)]

    assert present.bring_in(calls(2)).added == 2
    assert present.bring_in(calls(2)).added == 0
    third = present.bring_in(calls(3))
    assert (third.added, third.duplicates) == (1, 2)


def test_a_call_soon_after_a_known_one_is_another() -> None:
    """As of a longer export: the call of before, told a second later, and the one 40 seconds on."""
    present = Present(span("call", 1000, 1010).record)
    result = present.bring_in([span("call", 1001, 1011), span("call", 1040, 1100)])
    assert (result.duplicates, present.keys["call~1040~1100"]) == (1, 1)


def test_each_call_is_taken_for_the_nearest() -> None:
    present = Present(span("call", 1000, 1010).record, span("call", 1050, 1060).record)
    assert present.bring_in([span("call", 1049, 1059), span("call", 1001, 1011)]).duplicates == 2
    assert present.bring_in([span("call", 1000 - JITTER - 1, 1010)]).duplicates == 0


# What was settled


def test_what_was_settled_does_not_come_in_again() -> None:
    exact, exchange, call = keyed("7").record, span("messages", 1000, 2000), span("call", 5000, 5060)
    gone = [one for one in (exact, exchange.record, call.record) if isinstance(one, Interaction)]
    present = Present(*map(settled, gone))
    later = [
        *(keyed("7"), keyed("8"), keyed("7", source="signal")),
        *(span("messages", 1001, 2500), span("messages", 90_000, 90_001)),
        *(span("call", 5001, 5061), span("call", 5002, 5062)),
    ]
    result = present.bring_in(later)
    assert (result.added, result.duplicates) == (4, 3)


def test_what_was_settled_and_is_there_all_the_same_counts_once() -> None:
    """Merged with another, it has its key still; a second call of the same minute is another."""
    one = span("call", 1000, 1060).record
    assert isinstance(one, Interaction)
    present = Present(one, settled(one))
    assert present.bring_in([span("call", 1000, 1060), span("call", 1000, 1060)]).added == 1


def test_what_a_file_settles_itself_does_not_keep_its_own_entries_out() -> None:
    one = keyed("7").record
    assert isinstance(one, Interaction)
    assert Present().bring_in([Draft(settled(one)), Draft(one)]).added == 2


def test_what_names_a_place_of_this_computer_never_comes_in() -> None:
    assert Present().bring_in([Draft(Setting(id=BACKUP_FOLDER.id, value="/elsewhere"))]).added == 0


# What was planned


def test_nothing_planned_comes_in_until_it_is_said_that_it_happened() -> None:
    plans = [replace(keyed(str(day), f"2026-11-0{day}", "ics"), planned=True) for day in (1, 2, 3)]
    present = Present()
    first = present.bring_in([*plans, plans[0], keyed("9")])
    assert (first.added, len(first.planned), first.duplicates) == (1, 3, 1)
    second = present.bring_in(plans, lambda one: one.when.day != date(2026, 11, 2))
    assert (second.added, [one.when.day.day for one in second.planned]) == (2, [2])
    assert second.by_month == {Month(2026, 11): Counter({Medium.CALL: 2})}
    third = present.bring_in(plans)
    assert (third.added, len(third.planned), third.duplicates) == (0, 1, 2)


def test_a_plan_to_come_is_a_problem_whatever_is_said() -> None:
    result = Present().bring_in(
        [replace(keyed("1", "2026-12-24", "ics"), planned=True, line=4)], lambda _: True
    )
    assert [(one.line, one.why) for one in result.problems] == [(4, Why.IN_FUTURE)]


# In parts


@given(st.data())
def test_parts_in_any_order_make_what_the_whole_makes(data: st.DataObject) -> None:
    """With keys of their own: calls and check-ins in overlapping parts, some of them twice."""
    keys = data.draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12), label="keys")
    file: list[Found] = [
        Draft(mood(3, f"2026-11-0{n + 1}")) if n < 3 else keyed(key) for n, key in enumerate(keys)
    ]
    parts = data.draw(st.lists(st.sets(st.sampled_from(range(len(file)))), max_size=4))
    missing = set(range(len(file))).difference(*parts)
    whole, pieces = Present(), Present()
    whole.bring_in(file)
    for part in data.draw(st.permutations([*parts, missing]), label="parts"):
        pieces.bring_in(file[place] for place in data.draw(st.permutations(sorted(part))))
    assert pieces.keys == whole.keys
    assert {one for one in pieces.records if isinstance(one, MoodCheckIn)} == {
        one for one in whole.records if isinstance(one, MoodCheckIn)
    }
    assert pieces.bring_in(file).added == 0


@st.composite
def chats(draw: st.DrawFn) -> list[list[int]]:
    """The seconds of messages, by exchange; no gap is so near to the silence that a second or two decide."""
    moment, chat = 1_700_000_000, []
    for _ in range(draw(st.integers(1, 6))):
        moment += draw(st.integers(SILENCE + 10, 9 * SILENCE))
        exchange = [moment]
        for gap in draw(st.lists(st.integers(0, SILENCE - 10), max_size=5)):
            moment += gap
            exchange.append(moment)
        chat.append(exchange)
    return chat


@st.composite
def exports(draw: st.DrawFn, chat: list[list[int]]) -> list[list[int]]:
    """Windows on the chat, each told with a second's jitter.

    One ends anywhere, also within an exchange; the next begins with this one, or an earlier one.
    """
    flat = [(place, moment) for place, exchange in enumerate(chat) for moment in exchange]
    found, begin, end = [], 0, 0
    while end < len(flat):
        end = draw(st.integers(end + 1, len(flat)))
        window = [moment for place, moment in flat[:end] if place >= begin]
        found.append([moment + draw(st.integers(-1, 1)) for moment in window])
        begin = draw(st.integers(begin, flat[end - 1][0]))
    return draw(st.permutations(found))


def gathered(moments: Sequence[int]) -> list[Draft | Problem]:
    messages = (Message(moment, hers=None) for moment in moments)
    return list(exchanges(messages, "whatsapp", replace(choices(), new_id=lambda: f"g{next(_numbers)}")))


@given(st.data())
def test_exports_of_one_chat_in_any_order_make_its_exchanges_each_once(data: st.DataObject) -> None:
    chat = data.draw(chats())
    present = Present()
    for export in data.draw(exports(chat)):
        present.bring_in(gathered(export))
        assert present.bring_in(gathered(export)).added == 0
    found = sorted(one.when.timestamp for one in present.records if isinstance(one, Interaction))
    assert len(found) == len(chat)
    assert all(
        exchange[0] - 1 <= moment <= exchange[-1] + 1 for moment, exchange in zip(found, chat, strict=True)
    )
