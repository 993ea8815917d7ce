"""What of the journal a notification may be shown for, and what is kept of those that were; for the background thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.plans import to_remind
from reconnect_desktop.domain.records import Pause, Setting
from reconnect_desktop.domain.reminding import Told, Wish, next_reason, shown
from reconnect_desktop.domain.settings import NOTIFIED, NOTIFY, NOTIFY_EVERY, NOTIFY_HOURS, QUIET_HOURS
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal

_PLAN, _IDEA = "plan", "idea"


class Due(NamedTuple):
    """reason: because of what, in a word that says nothing; is_plan: something is planned for tomorrow."""

    reason: str
    is_plan: bool


def wish_of(journal: Journal) -> Wish:
    """What was chosen."""
    return Wish(
        journal.setting(NOTIFY),
        journal.setting(NOTIFY_EVERY),
        journal.setting(NOTIFY_HOURS),
        journal.setting(QUIET_HOURS),
    )


def due(journal: Journal, now: When) -> Due | None:
    """What a notification may be shown for now, and what was planned comes first; in a pause, none."""
    wish = wish_of(journal)
    told = journal.setting(NOTIFIED)
    if next_reason(["any"], wish, told, now) is None:  # before anything is counted
        return None
    pauses = journal.all(Pause)
    if any(pause.covers(now.day) for pause in pauses):
        return None
    plans = to_remind(journal.all(Plan), now.day, pauses)
    reasons = [f"{_PLAN} {plan.id} {now.day.isoformat()}" for plan in plans]
    chosen = journal.advice(now).chosen
    if chosen is not None:
        began = chosen.signal.began if chosen.signal else now.day
        reasons.append(f"{_IDEA} {chosen.suggestion.id} {began.isoformat()}")
    reason = next_reason(reasons, wish, told, now)
    return None if reason is None else Due(reason, reason.startswith(_PLAN))


def note_shown(journal: Journal, reason: str, now: When) -> None:
    """Keep that it was shown, so that it never is again."""
    note(journal, lambda told: shown(told, reason, now.day))


def note(journal: Journal, change: Callable[[Told], Told]) -> None:
    """Keep what became of the last one; no step to undo."""
    keep_setting(journal, NOTIFIED.id, NOTIFIED.write(change(journal.setting(NOTIFIED))))


def keep_setting(journal: Journal, setting_id: str, value: str) -> None:
    """Keep a setting without a step to undo."""
    before, after = journal.get(Setting, setting_id), Setting(id=setting_id, value=value)
    if before != after:
        journal.keep(edit(before, after) if before else add(after))
