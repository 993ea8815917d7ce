"""The words in which a situation is told, and in which the catalogue says when a suggestion fits."""

from __future__ import annotations

from enum import StrEnum


class Circumstance(StrEnum):
    """One thing that is the case."""

    # What was noticed.
    DIP = "dip"
    GAP = "gap"
    TALKS_STOPPED = "talks_stopped"  # messages go on
    RHYTHM = "rhythm"  # beyond the "still fine" the user chose
    RHYTHM_MISSED = "rhythm_missed"  # three times

    # How it stood.
    LOW_BEFORE = "low_before"
    SUDDEN = "sudden"
    LASTING = "lasting"
    ONE_MEDIUM = "one_medium"
    SHORT_TALKS = "short_talks"
    MOSTLY_MESSAGES = "mostly_messages"

    # What got in the way.
    TRANSITIONS = "transitions"
    STYLES = "styles"
    CONFLICT = "conflict"
    CONFLICT_AGAIN = "conflict_again"
    STRESS = "stress"

    # How I am.
    LOW_MOOD = "low_mood"
    UNMET_NEED = "unmet_need"

    # What is good.
    AS_USUAL = "as_usual"
    RECOVERED = "recovered"
    WIN = "win"

    # What comes before all else.
    UNSAFE = "unsafe"
    BOUNDARY = "boundary"
    GRIEF = "grief"
    TRAVEL = "travel"
    PAUSE = "pause"  # for another reason


SIGNALS = frozenset({Circumstance.DIP, Circumstance.GAP, Circumstance.TALKS_STOPPED, Circumstance.RHYTHM})
PAUSES = frozenset({Circumstance.BOUNDARY, Circumstance.GRIEF, Circumstance.TRAVEL, Circumstance.PAUSE})
SAFETY = PAUSES | {Circumstance.UNSAFE}
BAD_PATCH = frozenset({Circumstance.LOW_MOOD, Circumstance.STRESS})
