from __future__ import annotations

import pytest

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.keepsakes import moment_words, moments
from tests.making import contact


@pytest.mark.parametrize(
    ("interaction", "words"),
    [
        (contact("2019-05-12", win=" She laughed. "), "She laughed."),
        (contact("2019-05-12", win="She laughed.", note="Long and loud", closeness=1), "She laughed."),
        (contact("2019-05-12", note="By the river", closeness=5), "By the river"),
        (contact("2019-05-12", note="We argued", closeness=4), ""),
        (contact("2019-05-12", note="No idea how it felt"), ""),
        (contact("2019-05-12", closeness=7), ""),
    ],
)
def test_a_win_or_a_note_of_a_time_that_felt_close(interaction: Interaction, words: str) -> None:
    assert moment_words(interaction) == words


def test_they_come_oldest_first_from_all_years() -> None:
    old, bare, new = (
        contact("1998-01-01", win="Snow"),
        contact("2010-01-01"),
        contact("2026-01-01", win="Sun"),
    )
    assert moments([new, bare, old]) == [old, new]
