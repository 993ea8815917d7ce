"""Backups in words: each occasion, sizes as people say them, and what going back would change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconnect_desktop.domain.backups import Occasion, SecondFolder
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.records import RECORD_TYPES, Setting
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.forgetting import Forgotten
from reconnect_desktop.output.backup_words import (
    _COUNTED,
    difference_words,
    forgotten_words,
    occasion_words,
    second_folder_words,
    size_words,
)
from tests.making import contact, topic


def test_each_occasion_has_words_of_its_own() -> None:
    assert len({occasion_words(occasion) for occasion in Occasion}) == len(Occasion)


def test_each_state_of_the_second_folder_has_words_of_its_own() -> None:
    assert len({second_folder_words(state) for state in SecondFolder}) == len(SecondFolder)


def test_of_what_is_forgotten_it_is_told_where_it_may_still_be() -> None:
    assert forgotten_words(1, Forgotten(0, 0)) == ["Forgotten: 1 interaction, in the journal."]
    assert forgotten_words(3, Forgotten(12, 0)) == [
        "Forgotten: 3 interactions, in the journal and 12 backups."
    ]
    _, files, folder = forgotten_words(2, Forgotten(1, 1, second_is_away=True))
    assert files == "1 file that can't be opened may still hold them: damaged, or under another passphrase."
    assert folder == "The second folder can't be reached right now; backups there may still hold them."


def test_each_kind_of_record_can_be_counted() -> None:
    assert set(_COUNTED) == set(RECORD_TYPES)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 KB"),
        (1_499, "1 KB"),
        (412_000, "412 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (1_440_000, "1.4 MB"),
        (99_960_000, "100 MB"),
        (2_300_000_000, "2.3 GB"),
        (5_000_000_000_000_000, "5,000 TB"),
    ],
)
def test_a_size_is_rounded_as_people_say_it(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_would_change_is_told_by_what_becomes_of_it() -> None:
    first, second, third = contact("2026-11-20"), contact("2026-11-21"), contact("2026-11-22")
    changes = (
        add(first),
        add(second),
        add(topic("Garden")),
        delete(third),
        edit(Setting(id="her_name", value="Ma"), Setting(id="her_name", value="Mum")),
        edit(first, replace(first, closeness=5)),
    )
    assert difference_words(Comparison(changes, 0, 0)) == [
        "Comes back: 2 interactions, 1 topic.",
        "Taken out: 1 interaction.",
        "Becomes as it was then: 1 interaction, 1 setting.",
    ]


def test_nothing_is_told_of_no_change() -> None:
    assert difference_words(Comparison((), 0, 0)) == []
