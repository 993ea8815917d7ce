"""Journals to measure with: sample entries of any number."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

from reconnect_desktop import clock, encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal

TEXT = [
    "we",
    "talked",
    "about",
    "the",
    "garden",
    "and",
    "her",
    "new",
    "roses",
    "she",
    "laughed",
    "when",
    "I",
    "told",
    "her",
    "about",
    "the",
    "neighbour's",
    "goat",
    "she",
    "was",
    "tired",
    "after",
    "the",
    "doctor",
    "and",
    "asked",
    "about",
    "work",
    "listened",
    "and",
    "it",
    "felt",
    "easy",
    "we",
    "found",
    "our",
    "way",
    "back",
]
TAGS = ("work stress", "laughed together", "health", "old conflict", "shared memory", "busy")


def interactions(count: int) -> list[Interaction]:
    """So many, a day apart, the newest yesterday, with notes of five to forty words."""
    chance = random.Random(7)
    yesterday = clock.now().local.replace(minute=0, second=0) - timedelta(days=1)
    return [_one(chance, place, yesterday - timedelta(days=place)) for place in range(count)]


def _one(chance: random.Random, place: int, local: datetime) -> Interaction:
    when = When(local, 0, "Etc/UTC")
    return Interaction(
        id=f"{place:016x}",
        when=when,
        logged=when,
        medium=chance.choice(list(Medium)),
        minutes=chance.choice([5, 18, 31, 60, None]),
        closeness=chance.choice([2, 3, 4, 5, 6, None]),
        tags=tuple(chance.sample(TAGS, chance.randrange(3))),
        note=" ".join(chance.choices(TEXT, k=chance.randrange(5, 40))),
    )


def make(folder: Path, count: int, passphrase: str | None = None) -> Path:
    """A closed journal of `count` interactions in `folder`, encrypted with the passphrase if there is one; returns the folder."""
    journal = Journal.open(folder, clock.now)
    journal.apply(Action.IMPORT, *(add(one) for one in interactions(count)))
    if passphrase is not None:
        encrypting.turn_on(journal, passphrase, None)
    journal.close()
    return folder
