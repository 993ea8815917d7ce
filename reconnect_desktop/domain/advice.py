"""What is offered on a day, and why; or why it is quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.records import Nudge, Pause, Try
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.domain.situation import Situation
from reconnect_desktop.domain.suggestions import Suggestion

if TYPE_CHECKING:
    from reconnect_desktop.domain.signals import Gap, Signal


class Quiet(StrEnum):
    """Why nothing is offered unasked."""

    KEEPSAKE = "keepsake"  # a pause of grief: the journal is there to look back
    PAUSE = "pause"  # any other
    TOO_LITTLE = "too_little"  # too little is logged to tell what is usual
    AS_USUAL = "as_usual"
    NOTHING_CLEAR = "nothing_clear"  # not quite as usual, and nothing that stands out
    RESTING = "resting"  # something stands out, and was offered lately
    NOTHING_FITS = "nothing_fits"  # no row of the catalogue may be shown now
    OFF = "off"  # the user wants none
    QUIET_HOURS = "quiet_hours"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One suggestion for now.

    signal: what it is offered because of, None where nothing stands out (support, recovery, asked for);
    because: the circumstances it fits; way: which of its `ways` to show first.
    """

    suggestion: Suggestion
    signal: Signal | None
    because: tuple[Circumstance, ...]
    way: int

    @property
    def kind(self) -> str:
        """What a nudge and a try remember of the signal: "dip", "gap" or ""."""
        return self.signal.kind if self.signal else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """How things stand on a day, and what is offered.

    chosen: what is offered, or None, and then `quiet` says why; nudge: the shown and unanswered one that `chosen` goes
    on with, None where it is new; to_follow_up: the try to ask "How did it go?" about; ask_first: the gap about which to
    ask "Were you in touch since then?" before what is chosen because of it is shown; pause: the one that covers the day,
    the strictest where there are several.
    """

    day: date
    signals: frozenset[Signal]
    situation: Situation
    chosen: Chosen | None = None
    nudge: Nudge | None = None
    quiet: Quiet | None = None
    to_follow_up: Try | None = None
    ask_first: Gap | None = None
    pause: Pause | None = None
    rhythm: Rhythm

    @property
    def circumstances(self) -> frozenset[Circumstance]:
        """What is the case."""
        return self.situation.circumstances

    @property
    def keepsake(self) -> bool:
        """Whether the journal is only a place to look back: no gap, no counting, nothing for next time."""
        return Circumstance.GRIEF in self.circumstances
