"""When the last contact was, for a line of the tray's menu: no name, no note, and nothing where it would hurt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.pauses import pause_on
from reconnect_desktop.domain.records import Pause, PauseReason, Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.views.background import Background

R = TypeVar("R", bound=Record)
_SILENT_IN = (PauseReason.BOUNDARY, PauseReason.GRIEF)
_MOST = 30  # days: beyond that, the number alone would be a reproach


class Door(Protocol):
    """As much of the journal as it needs."""

    now: Callable[[], When]

    def recent(self, most: int = ..., until: date | None = ...) -> list[Interaction]: ...  # noqa: D102
    def all(self, record_type: type[R]) -> list[R]: ...  # noqa: D102


def last_day(journal: Door) -> tuple[date | None, list[Pause]]:
    """The day of the last contact, if there is any, and all pauses; for the background. Raises UserErrors."""
    recent = journal.recent(1, journal.now().day)
    return (recent[0].when.day if recent else None), journal.all(Pause)


def words(day: date | None, pauses: list[Pause], today: date) -> str:
    """The line, or "" where there is nothing to say."""
    pause = pause_on(today, pauses)
    if day is None or (pause is not None and pause.reason in _SILENT_IN):
        return ""
    ago = (today - day).days
    if ago <= 0:
        return tr("Last contact: today")
    if ago == 1:
        return tr("Last contact: yesterday")
    if ago > _MOST:
        return tr("Last contact: more than a month ago")
    return tr_n("Last contact: {count} day ago", "Last contact: {count} days ago", ago)


class LastContact(QObject):
    """Reads it in the background, and forgets it with the journal. changed: another line."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._journal: Door | None = None
        self._known: tuple[date | None, list[Pause]] = (None, [])

    def set_journal(self, journal: Door | None) -> None:
        """Of this journal from now on, as it is now; None: of none."""
        self._journal, self._known = journal, (None, [])
        self.changed.emit()
        if journal is not None:
            self._background.run(lambda: last_day(journal), self._take, lambda _error: None)

    def words(self) -> str:
        """The line for today, or ""."""
        return "" if self._journal is None else words(*self._known, self._journal.now().day)

    def _take(self, known: tuple[date | None, list[Pause]]) -> None:
        if self._journal is not None:
            self._known = known
            self.changed.emit()
