"""What saying something to a suggestion means for the journal, as changes."""

from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.domain.advice import Chosen
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.records import Answer, Nudge, Outcome, Try
from reconnect_desktop.domain.retired import retired
from reconnect_desktop.domain.when import When


def shown(chosen: Chosen, now: When, id: str) -> Change:  # noqa: A002 - the record's word
    """Remember that it was shown unasked: for `Journal.keep`, as it is no step to undo."""
    return add(Nudge(id=id, suggestion=chosen.suggestion.id, signal=chosen.kind, shown=now))


def not_today(nudge: Nudge, now: When) -> Change:
    """Answer "Not today" to what was shown."""
    return edit(nudge, replace(nudge, answer=Answer.NOT_TODAY, answered=now))


def not_for_me(nudge: Nudge, now: When, *, is_retired: bool = False) -> tuple[Change, ...]:
    """Answer "Not for me" to what was shown, and retire the suggestion unless it `is_retired` already."""
    answered = edit(nudge, replace(nudge, answer=Answer.NOT_FOR_ME, answered=now))
    return (answered,) if is_retired else (answered, retire(nudge.suggestion))


def take_up(
    suggestion_id: str,
    signal: str,
    now: When,
    id: str,  # noqa: A002 - the record's word
    nudge: Nudge | None = None,
) -> tuple[Change, ...]:
    """Begin a try, and answer "I'll try this" to the nudge it came from, if it came from one.

    signal: "dip", "gap" or "", as `Chosen.kind` says it.
    """
    begun = add(Try(id=id, suggestion=suggestion_id, signal=signal, begun=now))
    if nudge is None:
        return (begun,)
    return begun, edit(nudge, replace(nudge, answer=Answer.TRY, answered=now))


def tell(a_try: Try, outcome: Outcome, now: When, note: str = "") -> Change:
    """Say how it went; `note` takes the place of the one there was, unless it is empty."""
    return edit(a_try, replace(a_try, outcome=outcome, answered=now, note=note or a_try.note))


def retire(suggestion_id: str) -> Change:
    """Offer this suggestion no more."""
    return add(retired(suggestion_id))


def bring_back(suggestion_id: str) -> Change:
    """Let a retired suggestion be offered again."""
    return delete(retired(suggestion_id))
