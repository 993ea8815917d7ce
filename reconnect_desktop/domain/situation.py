"""How things stand on a day, in circumstances: each rule a small function that says when it is the case."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.usual import Closeness, Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is the case, and the few numbers that sentences about it need.

    closeness, gap: lately and usually, with what is missing until a usual can be told; medium: the one in which it feels
    less close (ONE_MEDIUM); length: usual minutes of the last talks (SHORT_TALKS).
    """

    circumstances: frozenset[Circumstance]
    closeness: Closeness
    gap: Gap
    medium: Medium | None = None
    length: float | None = None
