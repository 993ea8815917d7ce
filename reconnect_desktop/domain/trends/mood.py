"""My own mood beside closeness, so that my load and our distance can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconnect_desktop.domain.trends.closeness import Curve, Dot
from reconnect_desktop.domain.trends.span import Span


class MoodDot(StrEnum):
    """Where a mood was noted."""

    CHECK_IN = "check-in"
    INTERACTION = "interaction"


@dataclass(frozen=True, slots=True)
class Noted:
    """A mood, 1…5. at: days since 0001-01-01, as in Curve; id: of the interaction, or "" for a check-in."""

    at: float
    mood: int
    where: MoodDot
    id: str


class Together(StrEnum):
    """How the two went together; UNCLEAR where the numbers leave it open."""

    TOGETHER = "together"
    APART = "apart"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodBeside:
    """What the chart shows.

    moods, dots: within the span, oldest first; mood_curves (1…5) and closeness_curves (1…7): empty where too few;
    pairs: days that have both; agreement: rank correlation over them (Kendall's tau-b, -1…1), with its 95 % interval, None
    with too few pairs (`missing` more are needed); together: what that says.
    """

    span: Span
    moods: tuple[Noted, ...]
    dots: tuple[Dot, ...]
    mood_curves: tuple[Curve, ...]
    closeness_curves: tuple[Curve, ...]
    pairs: int
    agreement: float | None
    low: float | None
    high: float | None
    together: Together | None
    missing: int
