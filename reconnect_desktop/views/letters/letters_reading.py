"""What the Letters page reads: from the journal, and of the words that ship with the program."""

from __future__ import annotations

from typing import NamedTuple

from reconnect_desktop.catalogue import load, load_phrases
from reconnect_desktop.domain.letters import Phrases
from reconnect_desktop.domain.records import Letter
from reconnect_desktop.domain.settings import GENTLER_WAYS, HER_NAME
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.journal import Journal


class Read(NamedTuple):
    """gentler: whether phrases are underlined."""

    letters: list[Letter]
    gentler: bool
    her_name: str
    phrases: Phrases


def read_letters(journal: Journal) -> Read:
    """All that the page shows; takes some tens of milliseconds the first time."""
    gentler, her_name = journal.setting(GENTLER_WAYS), journal.setting(HER_NAME)
    return Read(journal.all(Letter), gentler, her_name, load_phrases())


def idea_title(suggestion: str, her_name: str) -> str:
    """What the idea behind a letter is called; "" for none, or one that is no longer there."""
    row = load().suggestion(suggestion) if suggestion else None
    return filled(row.title, her_name) if row is not None else ""
