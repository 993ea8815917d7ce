"""Entries of a mood diary: those about her become interactions, the others mood check-ins where that is wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.errors import UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium, check_not_in_future
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.diaries.html_text import to_text
from reconnect_desktop.exchange.draft import Draft, Left, LeftOut
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Choices, Contact, Unit

LABELS_MOST = 10_000


class Entry(NamedTuple):
    """One entry. key: what it is known by in its diary; labels: its activities; mood: 1…5, None where that isn't known."""

    key: str
    when: When
    labels: tuple[str, ...]
    mood: int | None
    note: str
    line: int = 0


@dataclass(slots=True)
class _Label:
    name: str
    count: int = 0
    last: date = date.min


@dataclass(slots=True)
class Labels:
    """The activities of a diary, each by how it was first written, counted over its entries."""

    _known: dict[str, _Label] = field(default_factory=dict)

    def meet(self, names: Iterable[str], day: date) -> None:
        """Count these for one entry of that day. Raises UnsafeFile."""
        named = {folded(name): clean_name(name) for name in names}
        for key, name in named.items():
            if not name:
                continue
            label = self._known.setdefault(key, _Label(name))
            label.count += 1
            label.last = max(label.last, day)
        if len(self._known) > LABELS_MOST:
            raise UnsafeFile

    def contacts(self) -> tuple[Contact, ...]:
        """Those that were used, the most frequent first."""
        return tuple(
            Contact(label.name, label.name, (), ((Unit.ENTRY, label.count),), label.last)
            for label in self._sorted()
        )

    def chosen(self, choices: Choices) -> frozenset[str]:
        """What `folded` makes of those that are about her; none are needed where only moods are wanted.

        Raises WhoIsMissing, or WhoIsUnknown where none of them is in the diary.
        """
        wanted = frozenset(folded(name) for name in choices.who if folded(name))
        if not wanted and self._known and not choices.moods:
            raise WhoIsMissing(self._counts())
        if wanted and self._known and not wanted & self._known.keys():
            raise WhoIsUnknown(self._counts())
        return wanted

    def _sorted(self) -> list[_Label]:
        return sorted(self._known.values(), key=lambda label: (-label.count, label.name.casefold()))

    def _counts(self) -> tuple[tuple[str, int], ...]:
        return tuple((label.name, label.count) for label in self._sorted())


def folded(name: str) -> str:
    """What two spellings of an activity have in common."""
    return clean_name(name).casefold()


def sorted_out(entry: Entry, chosen: frozenset[str], source: str, choices: Choices) -> Draft | LeftOut:
    """What becomes of an entry. Raises Invalid."""
    check_not_in_future(entry.when, choices.now)
    if any(folded(label) in chosen for label in entry.labels):
        return Draft(_interaction(entry, source, choices), entry.line)
    if not choices.moods or entry.mood is None:
        return LeftOut(Left.NOT_CHOSEN, entry.line)
    # Its id is always the same, so that it comes in once; what was written that day is about something else.
    digest = hashlib.blake2b(entry.key.encode(errors="replace"), digest_size=12).hexdigest()
    identity = f"{source}.{digest}"
    return Draft(MoodCheckIn(id=identity, when=entry.when, logged=choices.now, mood=entry.mood), entry.line)


def _interaction(entry: Entry, source: str, choices: Choices) -> Interaction:
    return Interaction(
        id=choices.new_id(),
        when=entry.when,
        medium=choices.medium or Medium.OTHER,
        mood=entry.mood,
        note=entry.note,
        source=source,
        source_key=entry.key,
        logged=choices.now,
    )


def note_of(title: str, text: str) -> str:
    """The title and the text of an entry as one note, fit to be kept: two halves of an emoji are joined."""
    parts = [to_text(part) for part in (title, text)]
    note = "\n".join(part for part in parts if part).replace("\0", "")
    if note.isascii():
        return note
    return note.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
