"""The sentences of Today, rhythms, backups, errors and tables: none is said in English where another language is spoken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.backups import Occasion, SecondFolder
from reconnect_desktop.domain.errors import Invalid, Malformed, NotFound, UserError, Why
from reconnect_desktop.domain.glance import glance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.domain.records import RECORD_TYPES, PauseReason
from reconnect_desktop.domain.rhythm import DAYS, Interval, Rhythm
from reconnect_desktop.domain.trends.going_with import By, LengthClass, PartOfDay
from reconnect_desktop.domain.usual import Closeness, Gap
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.exporting import SQLITE, Exported
from reconnect_desktop.forgetting import Forgotten
from reconnect_desktop.language import LANGUAGES, speaking
from reconnect_desktop.output import backup_words, group_words, rhythm_words, today_words
from reconnect_desktop.output.errors_in_words import _SENTENCES, explain
from reconnect_desktop.output.export_words import exported_words
from reconnect_desktop.output.field_words import _FIELDS
from reconnect_desktop.output.invalid_in_words import _INVALID
from reconnect_desktop.output.notice_words import notice_sentence
from reconnect_desktop.output.passphrase_strength import strength
from reconnect_desktop.output.spot_words import spot_lines
from reconnect_desktop.output.status_words import status_lines
from tests.heart import dip, paused
from tests.making import TODAY, ago, contact, mood, rated, topic
from tests.output.speaking import speaking_pseudo, untranslated

INTERVALS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda two: Interval(*sorted(two)))
MEANS = st.none() | st.floats(1, 7)
SPANS = st.none() | st.floats(0.3, 900)


@given(MEANS, MEANS, st.integers(1, 2000), st.integers(0, 12))
def test_closeness(recent: float | None, usual: float | None, count: int, missing: int) -> None:
    value = Closeness(recent, usual, count, missing)
    with speaking_pseudo():
        told = [
            today_words.closeness_sentence(value),
            today_words.closeness_missing(value),
            today_words.closeness_exact(value),
            today_words.dip_sentence(dip(count=count)),
            today_words.dip_exact(dip(count=count)),
        ]
        assert not any(map(untranslated, told)), told


@given(st.integers(0, 3000), SPANS, st.integers(0, 12), st.integers(0, 3000))
def test_gaps(days: int, usual: float | None, missing: int, counted: int) -> None:
    value = Gap(ago(days), days, usual, missing, min(days, counted))
    with speaking_pseudo():
        told = [
            today_words.gap_sentence(value),
            today_words.gap_missing(value),
            today_words.gap_exact(value),
            today_words.gap_paused(value),
        ]
        assert not any(map(untranslated, told)), told


@given(INTERVALS, st.integers(0, 3000), st.integers(0, 3000), st.sampled_from(Medium))
def test_rhythms(interval: Interval, days: int, paused_days: int, medium: Medium) -> None:
    with speaking_pseudo():
        told = [
            rhythm_words.wish_sentence(interval),
            rhythm_words.medium_sentence(medium, days, interval, paused_days),
            rhythm_words.usually_words(interval.good),
            *rhythm_words.rhythm_sentences(Rhythm(interval, ((medium, interval),))),
            *rhythm_words.rhythm_sentences(Rhythm()),
        ]
        assert not any(map(untranslated, told)), told


@pytest.mark.parametrize("medium", list(Medium))
def test_contacts_and_what_status_says(medium: Medium) -> None:
    calls = rated([4, 5, 5, 6, 4, 5, 5, 4, 5, 5], today=ago(3))
    last = contact(ago(2), medium=medium, minutes=75, win="11:11")
    seen = glance([*calls, last], [topic("7"), topic("8")], [mood(4)], TODAY, to_rate=3)
    with speaking_pseudo():
        told = [
            today_words.told_contact(last, TODAY),
            today_words.told_contact(contact(ago(40), medium=medium), TODAY),
            *spot_lines(last),
            *spot_lines(contact(ago(400), medium=medium, closeness=4)),
            *status_lines(seen),
            *(line for reason in PauseReason for line in status_lines(seen, paused(reason))),
            *status_lines(glance([], [], [], TODAY)),
        ]
        assert not any(map(untranslated, told)), told


def test_backups_exports_and_notices() -> None:
    counts = Counter(dict.fromkeys(RECORD_TYPES, 1204))
    with speaking_pseudo():
        told = [
            *map(backup_words.occasion_words, Occasion),
            *map(backup_words.second_folder_words, SecondFolder),
            backup_words.counted_words(counts),
            exported_words(Exported(SQLITE, counts)),
            exported_words(Exported(SQLITE, Counter({RECORD_TYPES[0]: 1}))),
            exported_words(Exported(SQLITE, Counter())),
            *map(notice_sentence, Notice),
            *(
                strength(text).sentence
                for text in ("", "a", "Ab9$k2Lq", "seven odd geese hum along the canal")
            ),
        ]
        for some in (1, 2):
            for files in (0, 1, 2):
                told += backup_words.forgotten_words(some, Forgotten(files, files, second_is_away=True))
        assert not any(map(untranslated, told)), told
        assert backup_words.size_words(1_440_000) == "1,4 MB"
        assert backup_words.size_words(5_000_000_000_000_000) == "5.000 TB"


def test_groups() -> None:
    keys = {
        By.MEDIUM: [medium.value for medium in Medium],
        By.LENGTH: [length.value for length in LengthClass],
        By.PART_OF_DAY: [part.value for part in PartOfDay],
        By.MOOD: list("12345"),
        By.TAG: ["7"],
    }
    with speaking_pseudo():
        for by, each in keys.items():
            told = [group_words.kind_word(by)]
            told += [
                say(by, key) for key in each for say in (group_words.group_word, group_words.group_subject)
            ]
            assert not any(map(untranslated, told)), told


def _errors() -> Iterator[UserError]:
    for field, why in {*_INVALID, *((field, why) for field in (*_FIELDS, "?") for why in Why)}:
        yield Invalid(field, why)
    for row in FORMATS:
        yield Malformed(row.name)
        yield Malformed(row.name, 1204)
    yield Malformed("?")
    yield NotFound(0)
    yield NotFound(1204)
    yield UserError()
    for known in _SENTENCES:
        yield known.__new__(known)  # what they are made with is not said


def test_errors() -> None:
    with speaking_pseudo():
        for error in _errors():
            assert not untranslated(explain(error)), explain(error)
        assert "1.204" in explain(NotFound(1204))
        assert "1.204" in explain(Malformed("csv", 1204))


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_what_is_wrong_stands_apart_from_what_to_do(code: str) -> None:
    errors = list(_errors())
    english = [explain(error) for error in errors]
    with speaking(code):
        for error, sentence in zip(errors, english, strict=True):
            said = explain(error)
            assert (";" in said) == (";" in sentence), said
            assert not re.search(r"[{}]", said)
            assert said.endswith(".")
