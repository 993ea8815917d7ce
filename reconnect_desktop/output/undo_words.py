"""The words for steps that can be undone: one whole text for each, as a language may turn the sentence round."""

from __future__ import annotations

from collections.abc import Callable

from reconnect_desktop.domain.action import Action
from reconnect_desktop.language import mark, tr, tr_n

# What is not plain from the screen, or one may want back at once: there it is said that it was done.
TOLD = frozenset(
    {
        *(Action.LOG, Action.DELETE, Action.IMPORT, Action.RESTORE, Action.GO_BACK),
        *(Action.TAKE_OUT, Action.NOT_HER, Action.NUDGE, Action.TRY, Action.PAUSE, Action.PLAN),
    }
)
# What undoes it, what does it again; where counting says nothing.
_STEPS: dict[Action, tuple[str, str]] = {
    Action.MERGE: (mark("Undo the merging"), mark("Redo the merging")),
    Action.APART: (mark("Undo keeping both"), mark("Redo keeping both")),
    Action.NOT_HER: (mark("Undo taking one out"), mark("Redo taking one out")),
    Action.MOOD: (mark("Undo the mood"), mark("Redo the mood")),
    Action.TOPIC: (mark("Undo the change to the topics"), mark("Redo the change to the topics")),
    Action.PLAN: (mark("Undo the change to the plans"), mark("Redo the change to the plans")),
    Action.PAUSE: (mark("Undo the change to the pauses"), mark("Redo the change to the pauses")),
    Action.NUDGE: (mark("Undo the answer to the suggestion"), mark("Redo the answer to the suggestion")),
    Action.TRY: (mark("Undo the change to the tries"), mark("Redo the change to the tries")),
    Action.LETTER: (mark("Undo the change to the letters"), mark("Redo the change to the letters")),
    Action.NEED: (mark("Undo the change to the needs"), mark("Redo the change to the needs")),
    Action.REFLECTION: (
        mark("Undo the change to the reflection"),
        mark("Redo the change to the reflection"),
    ),
    Action.SETTING: (mark("Undo the change of settings"), mark("Redo the change of settings")),
    Action.RESTORE: (mark("Undo bringing back"), mark("Redo bringing back")),
    Action.GO_BACK: (mark("Undo going back to a backup"), mark("Redo going back to a backup")),
}
_COUNTED_UNDO: dict[Action, Callable[[int], str]] = {
    Action.LOG: lambda n: tr_n("Undo logging an interaction", "Undo logging {count} interactions", n),
    Action.EDIT: lambda n: tr_n(
        "Undo the change to an interaction", "Undo the change to {count} interactions", n
    ),
    Action.DELETE: lambda n: tr_n("Undo deleting an interaction", "Undo deleting {count} interactions", n),
    Action.RATE: lambda n: tr_n("Undo rating an interaction", "Undo rating {count} interactions", n),
    Action.IMPORT: lambda n: tr_n("Undo bringing in an entry", "Undo bringing in {count} entries", n),
    Action.TAKE_OUT: lambda n: tr_n(
        "Undo taking out an interaction", "Undo taking out {count} interactions", n
    ),
}
_COUNTED_REDO: dict[Action, Callable[[int], str]] = {
    Action.LOG: lambda n: tr_n("Redo logging an interaction", "Redo logging {count} interactions", n),
    Action.EDIT: lambda n: tr_n(
        "Redo the change to an interaction", "Redo the change to {count} interactions", n
    ),
    Action.DELETE: lambda n: tr_n("Redo deleting an interaction", "Redo deleting {count} interactions", n),
    Action.RATE: lambda n: tr_n("Redo rating an interaction", "Redo rating {count} interactions", n),
    Action.IMPORT: lambda n: tr_n("Redo bringing in an entry", "Redo bringing in {count} entries", n),
    Action.TAKE_OUT: lambda n: tr_n(
        "Redo taking out an interaction", "Redo taking out {count} interactions", n
    ),
}
_DONE: dict[Action, str] = {
    Action.LOG: mark("Saved."),
    Action.EDIT: mark("Changed."),
    Action.RATE: mark("Rated."),
    Action.MERGE: mark("Merged."),
    Action.APART: mark("Both kept."),
    Action.NOT_HER: mark("Taken out."),
    Action.MOOD: mark("Noted."),
    Action.TOPIC: mark("Saved."),
    Action.PLAN: mark("Saved."),
    Action.PAUSE: mark("Saved."),
    Action.NUDGE: mark("Noted."),
    Action.TRY: mark("Noted."),
    Action.LETTER: mark("Saved."),
    Action.NEED: mark("Saved."),
    Action.REFLECTION: mark("Saved."),
    Action.SETTING: mark("Saved."),
    Action.RESTORE: mark("Brought back."),
    Action.GO_BACK: mark("The journal is as it was in the backup."),
}
_COUNTED_DONE: dict[Action, Callable[[int], str]] = {
    Action.DELETE: lambda n: tr_n("Deleted {count} interaction.", "Deleted {count} interactions.", n),
    Action.IMPORT: lambda n: tr_n("Brought in {count} entry.", "Brought in {count} entries.", n),
    Action.TAKE_OUT: lambda n: tr_n("Took out {count} interaction.", "Took out {count} interactions.", n),
}


def undo_words(action: Action, count: int = 1) -> str:
    """The undo step in the menu: "Undo deleting 3 interactions"."""
    return _COUNTED_UNDO[action](count) if action in _COUNTED_UNDO else tr(_STEPS[action][0])


def redo_words(action: Action, count: int = 1) -> str:
    """The redo step in the menu: "Redo deleting 3 interactions"."""
    return _COUNTED_REDO[action](count) if action in _COUNTED_REDO else tr(_STEPS[action][1])


def done_words(action: Action, count: int = 1) -> str:
    """What is said once it is done: "Saved.", "Deleted 3 interactions."."""
    return _COUNTED_DONE[action](count) if action in _COUNTED_DONE else tr(_DONE[action])
