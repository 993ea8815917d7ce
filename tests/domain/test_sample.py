from __future__ import annotations

import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.plans import her_birthday, to_come
from reconnect_desktop.domain.records import MoodCheckIn, Pause, Record, Reflection, Topic
from reconnect_desktop.domain.sample import sample_records
from reconnect_desktop.domain.sample_texts import SampleTexts, sample_texts
from reconnect_desktop.paths import resource
from tests.making import TODAY

DATA = tomllib.loads(resource("sample", "en.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts() -> SampleTexts:
    return sample_texts(DATA, "Mom")


@pytest.fixture(scope="module")
def records(texts: SampleTexts) -> list[Record]:
    return sample_records(TODAY, texts)


@pytest.fixture(scope="module")
def interactions(records: list[Record]) -> list[Interaction]:
    return [record for record in records if isinstance(record, Interaction)]


def test_the_same_seed_tells_the_same_life(records: list[Record], texts: SampleTexts) -> None:
    assert sample_records(TODAY, texts) == records
    assert sample_records(TODAY, texts, seed=2) != records


def test_every_record_survives_the_plain_form(records: list[Record]) -> None:
    assert [from_plain(to_plain(record)) for record in records] == records
    assert len({(type(record), record.id) for record in records}) == len(records)


@pytest.mark.parametrize(
    "today", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 3, 29), date(2031, 12, 24)]
)
@pytest.mark.parametrize("seed", [1, 7])
def test_it_ends_some_days_before_any_today(texts: SampleTexts, today: date, seed: int) -> None:
    interactions = [one for one in sample_records(today, texts, seed=seed) if isinstance(one, Interaction)]
    assert 3 <= (today - interactions[-1].when.day).days <= 9
    assert max(one.logged.day for one in interactions) < today
    assert interactions[0].when.day > today - timedelta(days=3_665)
    assert interactions == sorted(interactions, key=lambda one: one.when.timestamp)


def test_it_has_some_four_thousand_interactions_of_every_medium(interactions: list[Interaction]) -> None:
    assert 3_700 < len(interactions) < 4_300
    assert {one.medium for one in interactions} == set(Medium)


def test_some_are_unrated_and_a_few_recent_calls_wait_to_be_rated(interactions: list[Interaction]) -> None:
    unrated = [one for one in interactions if one.closeness is None]
    assert 0.1 < len(unrated) / len(interactions) < 0.2
    imported = [one for one in interactions if one.source]
    assert len(imported) == 3
    assert all(one.closeness is None and one.minutes for one in imported)
    assert min(one.when.day for one in imported) > TODAY - timedelta(days=120)


def test_talks_lie_days_apart_and_one_silence_lasts_two_months(interactions: list[Interaction]) -> None:
    days = sorted({one.when.day for one in interactions})
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    assert 55 <= gaps[-1] <= 75
    assert gaps[-2] <= 25
    talks = sorted({one.when.day for one in interactions if one.medium in (Medium.CALL, Medium.VIDEO)})
    between = [(later - earlier).days for earlier, later in pairwise(talks)]
    assert sum(4 <= gap <= 10 for gap in between) / len(between) > 0.97


def test_the_silence_ends_with_a_letter(interactions: list[Interaction]) -> None:
    after = max(pairwise(interactions), key=lambda two: two[1].when.timestamp - two[0].when.timestamp)[1]
    assert after.medium is Medium.LETTER
    assert after.note == DATA["chapters"]["repair"][0]


def test_it_is_close_at_first_far_in_the_argument_close_again_and_lately_less(
    interactions: list[Interaction],
) -> None:
    def mean(first: float, last: float) -> float:
        start, span = interactions[0].when.day, (TODAY - interactions[0].when.day).days
        days = [start + timedelta(days=round(span * share)) for share in (first, last)]
        felt = [one.closeness for one in interactions if one.closeness and days[0] <= one.when.day < days[1]]
        return sum(felt) / len(felt)

    warm, job, argument, well, lately = (
        mean(0, 0.2),
        mean(0.47, 0.53),
        mean(0.54, 0.59),
        mean(0.75, 0.95),
        mean(0.985, 1),
    )
    assert warm > job + 1 > argument + 1
    assert well > argument + 1.5
    assert 0.4 < well - lately < 2


def test_notes_are_many_and_call_her_by_her_name(texts: SampleTexts, interactions: list[Interaction]) -> None:
    assert len({one.note for one in interactions}) > 120
    lines = [line for kind in texts.notes.values() for line in kind]
    assert len(lines) == len(set(lines)) >= 120
    amma = sample_texts(DATA, "Amma")
    assert any("Amma" in line for kind in amma.notes.values() for line in kind)


def test_the_rest_is_there_too(records: list[Record]) -> None:
    topics = [record for record in records if isinstance(record, Topic)]
    assert len([topic for topic in topics if topic.done is None]) == 4
    assert all(topic.done.day <= TODAY for topic in topics if topic.done)
    (pause,) = [record for record in records if isinstance(record, Pause)]
    assert pause.end
    assert pause.end < TODAY
    moods = [record for record in records if isinstance(record, MoodCheckIn)]
    assert len(moods) > 100
    assert max(mood.when.day for mood in moods) < TODAY


def test_while_she_travels_there_are_only_messages(
    records: list[Record], interactions: list[Interaction]
) -> None:
    pause = next(record for record in records if isinstance(record, Pause))
    assert {one.medium for one in interactions if pause.covers(one.when.day)} <= {Medium.MESSAGE}


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 3, 31)])
def test_the_last_two_months_were_looked_back_on(texts: SampleTexts, today: date) -> None:
    found = [one for one in sample_records(today, texts) if isinstance(one, Reflection)]
    assert [one.id for one in found] == ["2026-02", "2026-01"]
    assert all(one.changed.day == one.month.last < today for one in found)
    assert all(one.text and one.intention and "{" not in one.text for one in found)


def test_something_is_planned_in_the_days_to_come(records: list[Record]) -> None:
    plans = [record for record in records if isinstance(record, Plan)]
    near = [one.plan.id for one in to_come(plans, TODAY, 7)]
    assert {"sample-call", "sample-follow-up"} <= set(near)
    assert her_birthday(plans) is not None
