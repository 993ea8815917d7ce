"""Whether there is something to ask about what got in the way; without Qt, for the background."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.got_in_the_way import LOOKED_AT, to_ask_about
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn, Need, Pause, PauseReason, Record, Try
from reconnect_desktop.domain.settings import CAUSES_ASKED, CAUSES_LEFT, HER_NAME, Declared

T = TypeVar("T")
R = TypeVar("R", bound=Record)
_NOT_ASKED_IN = (PauseReason.BOUNDARY, PauseReason.GRIEF)
_RECENT = 2 * LOOKED_AT  # unrated ones lie between


class Door(Protocol):
    """As much of the journal as asking needs."""

    def recent(self, most: int = ...) -> list[Interaction]: ...  # noqa: D102 - as in Journal
    def all(self, record_type: type[R]) -> list[R]: ...  # noqa: D102
    def get(self, record_type: type[R], record_id: str) -> R | None: ...  # noqa: D102
    def setting(self, declared: Declared[T]) -> T: ...  # noqa: D102
    def apply(self, action: Action, *changes: Change) -> Applied: ...  # noqa: D102


@dataclass(frozen=True)
class Question:
    """The interaction that is asked about, seen from today, and the line of understanding of each cause."""

    about: Interaction
    today: date
    lines: dict[str, str]


def question_from(journal: Door, today: date) -> Question | None:
    """What there is to ask about; None where nothing is, or it is not wanted, or would not be kind. For the background."""
    if not journal.setting(CAUSES_ASKED):
        return None
    if any(pause.covers(today) and pause.reason in _NOT_ASKED_IN for pause in journal.all(Pause)):
        return None
    recent = journal.recent(_RECENT)
    about = to_ask_about(recent, today, journal.setting(CAUSES_LEFT))
    if about is None or _tells_of_harm(journal, recent, today):
        return None
    from reconnect_desktop import catalogue

    return Question(about, today, dict(catalogue.load().causes))


def _tells_of_harm(journal: Door, recent: list[Interaction], today: date) -> bool:
    """Whether the newest talks, or anything else that is written, tell of it: then no cause would explain it kindly."""
    from reconnect_desktop import catalogue
    from reconnect_desktop.domain.safety import tells_of_harm

    others = (record for kind in (MoodCheckIn, Need, Try, Pause) for record in journal.all(kind))
    return tells_of_harm((*recent, *others), today, catalogue.load().unsafe, journal.setting(HER_NAME))
