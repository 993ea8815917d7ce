"""Shows a notification where one is wanted and somebody is there to see it, and does what is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.reminding import heeded, put_off
from reconnect_desktop.domain.settings import NOTIFY
from reconnect_desktop.language import tr_in
from reconnect_desktop.views.notifying import reasons
from reconnect_desktop.views.notifying.notifier import LOG, NOT_TODAY, OPEN, STOP, Notification, Notifier
from reconnect_desktop.views.notifying.presence import is_away

if TYPE_CHECKING:
    from reconnect_desktop.domain.when import When
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background

_LOOK = 15 * 60_000  # milliseconds from one look to the next


class House(Protocol):
    """As much of the program as is concerned."""

    background: Background

    @property
    def journal(self) -> Journal | None: ...  # noqa: D102 - as in Program
    def show_main(self) -> None: ...  # noqa: D102
    def show_quick_add(self) -> None: ...  # noqa: D102


class Reminder(QObject):
    """Looks four times an hour, and only while notifications are wanted and the journal is open.

    now: the clock. away: whether nobody is at the computer; asked in the background.
    """

    _answered = Signal(str)  # from whichever thread
    _applied = Signal(object)

    def __init__(
        self,
        house: House,
        notifier: Notifier,
        parent: QObject,
        now: Callable[[], When],
        away: Callable[[], bool] = is_away,
    ) -> None:
        super().__init__(parent)
        self._house, self._notifier, self._now, self._away = house, notifier, now, away
        self._owed: list[Callable[[Journal], None]] = []  # what was answered while the journal was locked
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        self._answered.connect(self._take)
        self._applied.connect(lambda _applied: self._read_wish())

    def opened(self, journal: Journal) -> None:
        """The journal is open, or open again."""
        journal.listen(self._applied.emit)
        owed, self._owed = self._owed, []
        for answer in owed:
            self._note(answer)
        self._read_wish()

    def look(self) -> None:
        """Show one now, if there is a reason, it is time, and nobody has a window of ours before them already."""
        journal = self._house.journal
        if journal is None or QApplication.activeWindow() is not None:
            return
        now = self._now()

        def read() -> reasons.Due | None:
            due = reasons.due(journal, now)
            return None if due is None or self._away() else due

        self._house.background.run(read, self._show, lambda _error: None)

    def close(self) -> None:
        """Show none any more."""
        self._timer.stop()
        self._notifier.close()

    # Inside

    def _read_wish(self) -> None:
        journal = self._house.journal
        if journal is not None:
            self._house.background.run(
                lambda: journal.setting(NOTIFY), self._take_wish, lambda _error: self._timer.stop()
            )

    def _take_wish(self, wanted: bool) -> None:
        if not wanted:
            self.close()
        elif not self._timer.isActive():
            self._timer.start()

    def _show(self, due: reasons.Due | None) -> None:
        if due is None or not self._notifier.show(self._words(due), self._answered.emit):
            return
        now = self._now()
        self._note(lambda journal: reasons.note_shown(journal, due.reason, now))

    def _words(self, due: reasons.Due) -> Notification:
        text = (
            self.tr("Something you noted is coming up tomorrow.")
            if due.is_plan
            else self.tr("A moment to look at Reconnect?")
        )
        actions = {
            OPEN: self.tr("Open"),
            LOG: tr_in("verb", "Log"),
            NOT_TODAY: self.tr("Not today"),
            STOP: self.tr("Stop these"),
        }
        return Notification(self.tr("Reconnect"), text, actions)

    def _take(self, answer: str) -> None:
        day = self._now().day
        if answer in (OPEN, LOG):
            self._house.show_quick_add() if answer == LOG else self._house.show_main()
            self._note(lambda journal: reasons.note(journal, heeded))
        elif answer == NOT_TODAY:
            self._note(lambda journal: reasons.note(journal, lambda told: put_off(heeded(told), day)))
        elif answer == STOP:
            self._note(lambda journal: reasons.keep_setting(journal, NOTIFY.id, NOTIFY.write(False)))

    def _note(self, answer: Callable[[Journal], None]) -> None:
        """Keep it now, or as soon as the journal is unlocked."""
        journal = self._house.journal
        if journal is None:
            self._owed.append(answer)
        else:
            self._house.background.run(lambda: answer(journal), lambda _: None, lambda _error: None)
