"""The words and scales an interaction is told in; apart from it, so that a form can offer them without the rest."""

from __future__ import annotations

from enum import StrEnum

CLOSENESS = range(1, 8)  # seven figures: Inclusion of Other in the Self (Aron, Aron & Smollan 1992)
MOOD = range(1, 6)
MINUTES = range(24 * 60 + 1)
MESSAGES = range(1, 1_000_001)  # of one exchange


class Medium(StrEnum):
    """How the contact was made."""

    CALL = "call"
    VIDEO = "video"
    VISIT = "visit"
    MESSAGE = "message"
    LETTER = "letter"
    OTHER = "other"


class ReachedOut(StrEnum):
    """Who began it."""

    ME = "me"
    MOM = "mom"
    BOTH = "both"
