"""From the journal to one fitting suggestion, or to the reason for none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconnect_desktop.domain.advice import Advice, Quiet
from reconnect_desktop.domain.situation import Situation
from reconnect_desktop.domain.usual import closeness, gap

if TYPE_CHECKING:
    from reconnect_desktop.domain.rhythm import Rhythm
    from reconnect_desktop.domain.when import When
    from reconnect_desktop.journal_reading import JournalReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What of the journal the advice rests on."""

    rhythm: Rhythm


def gather(journal: JournalReading, now: When) -> Known:
    """Read it, as it was known at `now`."""
    from reconnect_desktop.domain.settings import RHYTHM

    return Known(rhythm=journal.setting(RHYTHM))


def advise(known: Known, now: When, *, asked: bool = False, quiet_hours: bool = True) -> Advice:
    """What is offered at this moment."""
    nothing = Situation(circumstances=frozenset(), closeness=closeness((), now.day), gap=gap((), now.day))
    return Advice(
        day=now.day, signals=frozenset(), situation=nothing, quiet=Quiet.TOO_LITTLE, rhythm=known.rhythm
    )
