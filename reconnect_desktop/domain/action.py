"""What the user did, in one word: the label of an undo step, and what listeners are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Import


class Action(StrEnum):
    """The kinds of undo steps."""

    LOG = "log"
    EDIT = "edit"
    DELETE = "delete"
    RATE = "rate"
    IMPORT = "import"
    TAKE_OUT = "take_out"  # of what an import brought in
    MERGE = "merge"  # of two interactions that are one
    APART = "apart"  # of two that only look like one
    NOT_HER = "not_her"  # of an imported one that was with somebody else
    MOOD = "mood"
    TOPIC = "topic"
    PLAN = "plan"
    PAUSE = "pause"
    NUDGE = "nudge"
    TRY = "try"
    LETTER = "letter"
    NEED = "need"
    REFLECTION = "reflection"
    SETTING = "setting"
    RESTORE = "restore"  # of what was deleted
    GO_BACK = "go_back"  # to a backup


@dataclass(frozen=True, slots=True)
class Applied:
    """Changes that are now in the journal; `undone` when they take an earlier step back.

    action: None where the changes are no step to undo.
    """

    changes: tuple[Change, ...]
    action: Action | None
    undone: bool = False

    @property
    def size(self) -> int:
        """How many interactions it is about; where there are none, how many other records."""
        return size(self.changes)


def size(changes: tuple[Change, ...]) -> int:
    """What is counted of a step: its interactions, or else its other records."""
    of_interactions = sum(isinstance(change.record, Interaction) for change in changes)
    return of_interactions or sum(not isinstance(change.record, Import) for change in changes)
