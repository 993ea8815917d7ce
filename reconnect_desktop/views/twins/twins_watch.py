"""Knows which contacts may stand in the journal twice: looked for late, and again after what brings many in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.errands import Errands

if TYPE_CHECKING:
    from reconnect_desktop.domain.twins import Twin
    from reconnect_desktop.journal import Journal

LATE = 12_000  # milliseconds after a journal came: when all that is read at the start is there
SOON = 1_500  # after the last of several changes

_MANY = frozenset({Action.IMPORT, Action.TAKE_OUT, Action.RESTORE, Action.GO_BACK})
_OF_SOME = frozenset({Action.MERGE, Action.APART, Action.DELETE, Action.NOT_HER})  # where they are undone


class TwinsWatch(QObject):
    """changed: `pairs` are others than before."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = Errands(
            background, self
        )  # what is in the way is in the way: the next start looks again
        self._journal: Journal | None = None
        self._turn = 0
        self.pairs: list[Twin] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def set_journal(self, journal: Journal | None) -> None:
        """Watch this one."""
        self._journal, self.pairs = journal, []
        self._turn += 1
        self._timer.stop()
        if journal is not None:
            self._timer.start(LATE)

    def follow(self, applied: Applied) -> None:
        """Look again after what brings many in; what is gone or settled is no longer one of them."""
        if applied.action in _MANY or (applied.undone and applied.action in _OF_SOME):
            self._timer.start(SOON)
        if self.pairs:
            from reconnect_desktop.views.twins.still import still

            self._take(self._turn, still(self.pairs, applied.changes))

    def look(self) -> None:
        """Look for them now, beside everything else."""
        from reconnect_desktop.views.twins.finding import find

        journal = self._journal
        if journal is not None:
            self._turn += 1
            turn = self._turn
            work = partial(find, journal, lambda: turn == self._turn)
            self._errands.run(work, partial(self._take, turn), aside=True)

    def _take(self, turn: int, pairs: Sequence[Twin]) -> None:
        if turn == self._turn and list(pairs) != self.pairs:
            self.pairs = list(pairs)
            self.changed.emit()
