"""How things stand on a day, told in circumstances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reconnect_desktop.domain import situation_rules as rules
from reconnect_desktop.domain import usual
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.pauses import pause_on
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.situation_rules import LOOKED_AT, RECOVERED_DAYS, Seen
from reconnect_desktop.domain.tag_words import CONFLICT, STRESS, STYLES, TRANSITIONS

__all__ = ["LOOKED_AT", "RECOVERED_DAYS", "Seen", "Situation", "pause_on", "situation"]

_PAUSED = {
    PauseReason.BOUNDARY: Circumstance.BOUNDARY,
    PauseReason.GRIEF: Circumstance.GRIEF,
    PauseReason.TRAVEL: Circumstance.TRAVEL,
    PauseReason.OTHER: Circumstance.PAUSE,
}


_RULES: dict[Circumstance, Callable[[Seen], bool]] = {
    Circumstance.RHYTHM_MISSED: rules.rhythm_missed,
    Circumstance.LOW_BEFORE: rules.low_before,
    Circumstance.SUDDEN: rules.sudden,
    Circumstance.LASTING: rules.lasting,
    Circumstance.MOSTLY_MESSAGES: rules.mostly_messages,
    Circumstance.TRANSITIONS: rules.tagged(TRANSITIONS, 90),
    Circumstance.STYLES: rules.tagged(STYLES, 60),
    Circumstance.CONFLICT: rules.tagged(CONFLICT, 60),
    Circumstance.CONFLICT_AGAIN: rules.conflict_again,
    Circumstance.STRESS: rules.tagged(STRESS, 21),
    Circumstance.LOW_MOOD: rules.low_mood,
    Circumstance.UNMET_NEED: rules.unmet_need,
    Circumstance.AS_USUAL: rules.as_usual,
    Circumstance.RECOVERED: rules.recovered,
    Circumstance.WIN: rules.win,
    Circumstance.UNSAFE: lambda seen: seen.unsafe,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is the case, and the few numbers that sentences about it need.

    closeness, gap: lately and usually, with what is missing until a usual can be told; medium: the one in which it feels
    less close (ONE_MEDIUM); length: usual minutes of the last talks (SHORT_TALKS).
    """

    circumstances: frozenset[Circumstance]
    closeness: usual.Closeness
    gap: usual.Gap
    medium: Medium | None = None
    length: float | None = None


def situation(seen: Seen) -> Situation:
    """What is the case on `seen.day`."""
    closeness, gap = usual.closeness(seen.recent, seen.day), usual.gap(seen.recent, seen.day, seen.pauses)
    medium, length = rules.one_medium(seen), rules.short_talks(seen)
    found = {circumstance for circumstance, is_so in _RULES.items() if is_so(seen)}
    found |= rules.signal_words(seen) | {
        _PAUSED[pause.reason] for pause in seen.pauses if pause.covers(seen.day)
    }
    if medium is not None:
        found.add(Circumstance.ONE_MEDIUM)
    if length is not None:
        found.add(Circumstance.SHORT_TALKS)
    return Situation(
        circumstances=frozenset(found),
        closeness=closeness,
        gap=gap,
        medium=medium,
        length=length,
    )
