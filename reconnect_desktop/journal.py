"""The one door to the journal, for the command line and for every view.

It owns the history, speaks in values, and tells its listeners what changed. Every method may be called from any thread.
What only reads is in `journal_reading`, and the file with its lock and transactions in `journal_file`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import Change, add, check_when, inverse
from reconnect_desktop.domain.errors import ChangedMeanwhile, NothingToRedo, NothingToUndo
from reconnect_desktop.domain.records import RECORD_TYPES, Pause, Setting
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal_file import JournalFile
from reconnect_desktop.journal_reading import QUICK_ADD, Draft
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.history import IN_FORCE, UNDONE, History
from reconnect_desktop.storage.lock import Lock

if TYPE_CHECKING:
    from reconnect_desktop.domain.advice import Advice
    from reconnect_desktop.domain.backups import Backup
    from reconnect_desktop.domain.months import Month
    from reconnect_desktop.domain.review.month_review import MonthReview
    from reconnect_desktop.domain.review.year_review import YearReview
    from reconnect_desktop.domain.signals import Signal
    from reconnect_desktop.exchange.bringing_in import BroughtIn, Happened, Known
    from reconnect_desktop.exchange.draft import Found

KEPT: Draft = {}  # stands for: leave the draft as it is


class Journal(JournalFile):
    """An open journal. Made by `Journal.open`; no second one can be open on the same folder."""

    def __init__(
        self, folder: Path, lock: Lock, connection: Connection, clock: Clock, key: bytes | None
    ) -> None:
        super().__init__(folder, lock, connection, clock, key)
        self._listeners: list[Callable[[Applied], None]] = []
        self._importing = threading.Lock()
        self._purged_on: date | None = None

    def back_up(self, occasion: Occasion) -> Backup:
        """Make a backup; see `backing_up.back_up`."""
        from reconnect_desktop.backing_up import back_up

        return back_up(self, occasion)

    def listen(self, listener: Callable[[Applied], None]) -> None:
        """Call `listener` after each commit, in the thread that wrote, and with no changes after another key."""
        self._listeners.append(listener)

    def replace_file(self, swap: Callable[[], bytes | None]) -> None:
        """As of any `JournalFile`; whoever listens may look whether there is a key now."""
        super().replace_file(swap)
        self._tell(Applied((), None))

    # What the heart says; loaded when it is first asked.

    def advice(self, now: When, *, asked: bool = False, quiet_hours: bool = True) -> Advice:
        """What is offered at this moment, and why, or why it is quiet; it writes nothing.

        asked: the user asks for an idea, so rests, quiet hours and "off" do not count, but safety does;
        quiet_hours: False leaves these out of account. For a past moment, only what was known then counts.
        With 22,000 interactions it takes some tens of ms: not for the thread that paints.
        """
        from reconnect_desktop.advising import advise, gather

        return advise(gather(self, now), now, asked=asked, quiet_hours=quiet_hours)

    def signals(self, day: date) -> frozenset[Signal]:
        """What stood out on this day, as far as was logged by then; not for the thread that paints."""
        from reconnect_desktop.domain.settings import RHYTHM
        from reconnect_desktop.domain.signals import on

        return on(day, self.contacts(), self.all(Pause), self.setting(RHYTHM))

    # What was; loaded when it is first asked.

    def review(self, month: Month) -> MonthReview:
        """The month looked back on, as of today; a few ms, after 60 years as well. Raises Invalid for one that has not begun."""
        from reconnect_desktop.looking_back import month_of_journal

        with self._turn:
            return month_of_journal(self, month)

    def year(self, year: int) -> YearReview:
        """The year as twelve small months, as of today."""
        from reconnect_desktop.looking_back import year_of_journal

        with self._turn:
            return year_of_journal(self, year)

    # Writing

    def apply(self, action: Action, *changes: Change, draft: Draft | None = KEPT) -> Applied:
        """Make these changes, durably and as one step to undo.

        draft: what is left in quick add afterwards, kept with the changes or not at all.

        Raises Invalid, ChangedMeanwhile, DiskFull, ReadOnly, DiskTrouble, JournalDamaged; then nothing has changed.
        """
        now = self.now()
        if action is not Action.GO_BACK:  # what a backup holds was so once, whatever the clock says now
            for change in changes:
                check_when(change, now)

        def work() -> None:
            self._store.apply(changes)
            self._history.add(action, changes, now.timestamp)
            if draft is not KEPT:
                self._store.save_draft(QUICK_ADD, draft)
            self._purge_daily(now)

        self._write(work)
        return self._tell(Applied(changes, action))

    def undo(self, *, any_session: bool = False) -> Applied:
        """Take the last step back: of this session, or whichever was last.

        Raises NothingToUndo, or ChangedMeanwhile where it meets what was kept since: then nothing has changed, and the
        next time the step before it is taken back. So with `redo`.
        """
        return self._move(IN_FORCE, UNDONE, any_session=any_session)

    def redo(self, *, any_session: bool = False) -> Applied:
        """Do again what was undone last. Raises NothingToRedo."""
        return self._move(UNDONE, IN_FORCE, any_session=any_session)

    def save_draft(self, draft: Draft | None, of: str = QUICK_ADD) -> None:
        """Keep what is being written, durably; None forgets it. No step of its own."""
        self._write(lambda: self._store.save_draft(of, draft))

    def keep(self, *changes: Change, also: Callable[[History], object] | None = None) -> Applied:
        """Make these changes durably, but as no step to undo: what was shown, what is being written.

        also: what else is done to the history, with the changes or not at all. Raises what `apply` raises; then nothing has changed.
        """

        def work() -> None:
            self._store.apply(changes)
            if also is not None:
                also(self._history)

        self._write(work)
        return self._tell(Applied(changes, None))

    def bring_in(
        self,
        found: Iterable[Found],
        progress: Callable[[int], None] | None = None,
        *,
        format: str,  # noqa: A002 - what it is called everywhere
        dry_run: bool = False,
        happened: Happened | None = None,
    ) -> BroughtIn:
        """Add what is new among `found`, all of it in one step to undo, or nothing; see `importing` for taking it out again.

        progress: called with the number of lines or records looked at; an exception it raises cancels. format: the name of
        the one that was read; happened: says of something planned whether it took place, without which none comes in.
        """
        from reconnect_desktop.backing_up import back_up_before
        from reconnect_desktop.collector import kept_from_collector
        from reconnect_desktop.domain.imported import import_of
        from reconnect_desktop.exchange.bringing_in import sort_out

        with self._importing, kept_from_collector():  # two at once would each add what the other has not yet
            changes, result = sort_out(found, self._known(), self.now(), progress, happened)
            if changes and not dry_run:
                back_up_before(self, Occasion.IMPORT)
                records = (change.record for change in changes)
                brought = import_of(self.new_id(), self.now(), format, records)
                self.apply(Action.IMPORT, *changes, add(brought))
                result.import_id = brought.id
        return result

    def _known(self) -> Known:
        from reconnect_desktop.exchange.bringing_in import Known

        with self._turn:
            ids = {kind: self._store.ids(kind) for kind in RECORD_TYPES}
            return Known(self._store.source_keys(), ids, self._store.all(Setting))

    def _move(self, state: int, to: int, *, any_session: bool) -> Applied:
        with self._whole():
            step = self._history.last(state, any_session=any_session)
            if step is None:
                raise NothingToUndo if state == IN_FORCE else NothingToRedo
            changes = inverse(step.changes) if state == IN_FORCE else step.changes

            def work() -> None:
                self._store.apply(changes)
                self._history.mark(step, to)

            try:
                self._write(work)
            except ChangedMeanwhile:
                self._write(lambda: self._history.pass_over(step))
                raise
        return self._tell(Applied(changes, step.action, undone=state == IN_FORCE))

    def _purge_daily(self, now: When) -> None:
        if self._purged_on != now.day and self._history.purge(now.timestamp):
            self._store.gather_words()
        self._purged_on = now.day

    def _tell(self, applied: Applied) -> Applied:
        for listener in self._listeners:
            listener(applied)
        return applied
