"""Whatever zone the computer is taken to, and whatever its clock says: each entry stays on its day, in its order, as long as it was."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reconnect_desktop import clock as real_clock
from reconnect_desktop.backing_up import back_up, backups
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import When, at, parse
from reconnect_desktop.exchange import formats
from reconnect_desktop.journal import Journal
from tests.durability.campaign import report, rounds
from tests.fakes import ZONE, FakeClock
from tests.making import contact

ZONES = (
    *(
        "Europe/Berlin",
        "Europe/London",
        "Europe/Dublin",
        "Atlantic/Azores",
        "Europe/Kyiv",
        "Africa/Casablanca",
    ),
    *("Africa/Cairo", "Asia/Beirut", "Asia/Jerusalem", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu"),
    *(
        "Asia/Tokyo",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
    ),
    *(
        "Pacific/Pago_Pago",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "America/Nuuk",
        "Antarctica/Troll",
    ),
)
FIRST, LAST = 2020, 2030
AROUND = (-3600, -1, 0, 1, 1800, 3600, 7200)  # seconds from the edge


@cache
def edges(zone: str) -> list[int]:
    """The moments at which clocks are changed there, as timestamps."""
    info = ZoneInfo(zone)

    def offset(moment: int) -> timedelta | None:
        return datetime.fromtimestamp(moment, info).utcoffset()

    found = []
    begin, end = (int(datetime(year, 1, 1).timestamp()) for year in (FIRST, LAST + 1))
    for day in range(begin, end, 86_400):
        low, high = day, day + 86_400
        if offset(low) != offset(high):
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (low, middle) if offset(middle) != offset(low) else (middle, high)
            found.append(high)
    return found


def entry(moment: When, name: str) -> Interaction:
    return Interaction(id=name, when=moment, logged=moment, medium=Medium.CALL)


@pytest.fixture
def everywhere(disk: Path) -> tuple[Path, list[Interaction]]:
    """The folder of a journal with entries around every edge of every zone, and these in the order of time."""
    made = [
        entry(at(edge + seconds, zone), f"{zone} {edge} {seconds:+}")
        for zone in ZONES
        for edge in (edges(zone) or [1_700_000_000])
        for seconds in AROUND
    ]
    journal = Journal.open(disk / "journal", FakeClock("2031-06-01T12:00"))
    journal.apply(Action.IMPORT, *map(add, made))
    journal.close()
    return disk / "journal", sorted(made, key=lambda one: (one.when.timestamp, one.id))


@pytest.fixture(autouse=True)
def _zone_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


def test_no_entry_changes_day_order_or_length_when_the_computer_travels(
    everywhere: tuple[Path, list[Interaction]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, made = everywhere
    lengths = [later.when.timestamp - one.when.timestamp for one, later in pairwise(made)]
    written = set()
    visited = ZONES[:: rounds(4, 1)]
    for number, zone in enumerate(visited):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert real_clock.now().zone == zone
        journal = Journal.open(folder, real_clock.now)
        found = journal.interactions()[::-1]
        assert [(one.id, one.when.day, one.when.local) for one in found] == [
            (one.id, one.when.day, one.when.local) for one in made
        ]
        assert [int((b.when.utc - a.when.utc).total_seconds()) for a, b in pairwise(found)] == lengths
        for one in made[number :: rounds(50, 5)]:
            assert one in journal.between(Interaction, one.when.day, one.when.day)
            assert one.id in journal.find(Filter(since=one.when.day, until=one.when.day))
        if number % 3 == 0:
            stream = io.StringIO(newline="")
            formats.named("json").writer.write(journal.records(), stream, made[-1].when)
            written.add(stream.getvalue())
        journal.close()
    assert len(written) == 1, "an export says the same everywhere"
    report(
        capsys,
        f"time: {len(made):,} entries at {sum(len(edges(zone)) for zone in ZONES)} edges of {len(ZONES)} zones, "
        f"read in {len(visited)} of them, 0 on another day, 0 in another order",
    )


@pytest.mark.parametrize("zone", ZONES)
def test_what_is_typed_is_kept_as_typed_also_in_an_hour_that_never_was(zone: str) -> None:
    for edge in edges(zone):
        there = datetime.fromtimestamp(edge, ZoneInfo(zone)).replace(tzinfo=None)
        for minutes in (-90, -30, 0, 30, 90):
            typed = there + timedelta(minutes=minutes)
            moment = parse(typed.isoformat(), zone)
            assert (moment.local, moment.day) == (typed, typed.date())


def test_a_clock_set_back_takes_nothing_and_lets_everything_be_done(disk: Path, clock: FakeClock) -> None:
    journal = Journal.open(disk / "journal", clock)
    first = contact("2026-11-20")
    journal.apply(Action.LOG, add(first))
    back_up(journal, Occasion.ASKED)
    clock.set("2020-01-01T08:00")
    second = entry(clock(), "second")
    journal.apply(Action.LOG, add(second))
    assert journal.interactions() == [first, second]
    back_up(journal, Occasion.ASKED)
    journal.apply(Action.DELETE, delete(first))
    journal.close()
    journal = Journal.open(disk / "journal", clock)
    assert journal.recently_deleted() == [first]
    journal.undo(any_session=True)
    clock.set("2026-11-23T08:00")
    journal.apply(Action.LOG, add(contact("2026-11-23", time="07:00")))
    assert [one.when.day.isoformat() for one in journal.interactions()] == [
        "2026-11-23",
        "2026-11-20",
        "2020-01-01",
    ]
    assert len(backups(journal)) == 2
    journal.check()
    journal.close()


def test_the_zones_are_those_of_the_system() -> None:
    assert ZONE in ZONES
    assert len(set(ZONES)) == 24
    assert sum(map(len, map(edges, ZONES))) > 300
