"""What is done about a pair, in the background thread."""

from __future__ import annotations

from collections.abc import Sequence

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, add
from reconnect_desktop.domain.errors import NothingToUndo, UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.merging import merged
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import TWINS_LEFT_UNTIL
from reconnect_desktop.domain.twins import Twin, apart, logged
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.today import today_changes

OURS = (Action.MERGE, Action.APART)


def merge(journal: Journal, twin: Twin) -> None:
    """Make one of the two, in one step to undo. Raises Invalid where they are too much for one, and other UserErrors."""
    changes = merged(twin.one, twin.other)
    journal.apply(Action.MERGE, *(change for change in changes if not _is_there(journal, change)))


def keep_apart(journal: Journal, twin: Twin) -> None:
    """Remember that these are two. Raises UserErrors."""
    journal.apply(Action.APART, add(apart(twin)))


def leave(journal: Journal, pairs: Sequence[Twin]) -> Applied:
    """Ask about none of these again. Raises UserErrors."""
    until = max(logged(twin) for twin in pairs)
    kept = journal.get(Setting, TWINS_LEFT_UNTIL.id)
    return journal.apply(Action.APART, today_changes.choose(kept, TWINS_LEFT_UNTIL, until))


def take_back(journal: Journal) -> None:
    """Undo the last of these steps, unless something else was done since. Raises UserErrors."""
    last = journal.undo_action()
    if last is None or last[0] not in OURS:
        raise NothingToUndo
    journal.undo()


def as_it_is(journal: Journal, twin: Twin) -> Twin | None:
    """The pair as it stands in the journal now; None where one of them is gone."""
    one, other = (journal.get(Interaction, each.id) for each in (twin.one, twin.other))
    return Twin(one, other) if one is not None and other is not None else None


def attempt(journal: Journal, twin: Twin, *, merging: bool) -> tuple[UserError, Twin | None] | None:
    """Do it; or else why it could not be done, and the pair as it is."""
    try:
        (merge if merging else keep_apart)(journal, twin)
    except UserError as error:
        return error, as_it_is(journal, twin)
    return None


def _is_there(journal: Journal, change: Change) -> bool:
    return isinstance(change.after, Setting) and journal.get(Setting, change.after.id) is not None
