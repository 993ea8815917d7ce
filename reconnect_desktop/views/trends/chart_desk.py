"""Has the charts counted and drawn beside the GUI thread, one step at a time, what can be seen first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.output.charts.kinds import ChartKind, ChartOptions
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.trends.loading import load_piece, next_piece
from reconnect_desktop.views.trends.sheet import Sheet

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.chart_picture import Picture


class Show(Protocol):
    """Where a chart is shown: a card, or a window of its own.

    kind: what is shown; options: how it is counted; value: None as long as it is to be counted.
    """

    kind: ChartKind[Any]
    options: ChartOptions
    value: Any

    def is_seen(self) -> bool:
        """Whether it is on the screen."""

    def wanted_sheet(self) -> Sheet | None:
        """What it is to be drawn on; None if it has its picture, or too little to draw."""

    def show_value(self, value: Any) -> None:
        """Say what was counted."""

    def show_picture(self, picture: Picture) -> None:
        """Show what was drawn."""

    def give_up(self) -> None:
        """It could not be counted or drawn."""


class _Step(NamedTuple):
    work: Callable[[], Any]
    then: Callable[[Any], None]
    show: Show


class ChartDesk(QObject):
    """One step is under way at most, so that what is not wanted any more is hardly ever waited for.

    failed: what went wrong with one of the charts; the others go on.
    """

    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._beside = background.beside()
        self._shows: list[Show] = []
        self._sources: Sources | None = None
        self._span: Span | None = None
        self._failed: list[Show] = []  # since `begin`
        self._rests = False
        self._turn = 0  # of what is wanted; steps of earlier turns are dropped
        self._is_busy = False

    def add(self, show: Show) -> None:
        """Have this one counted and drawn, too."""
        self._shows.append(show)
        self.go_on()

    def remove(self, show: Show) -> None:
        """It is not shown any more."""
        self._shows.remove(show)
        self._turn += 1

    def begin(self, sources: Sources, span: Span) -> None:
        """Count all afresh."""
        self._sources, self._span = sources, span
        for show in self._shows:
            show.value = None
        self._failed.clear()
        self._turn += 1
        self.go_on()

    def begin_one(self, show: Show) -> None:
        """Count this one afresh: its options are others."""
        show.value = None
        self._turn += 1
        self.go_on()

    def rest(self, *, resting: bool = True) -> None:
        """Leave what is to be done for later, or go on with it."""
        self._rests = resting
        self._turn += 1
        self.go_on()

    def go_on(self) -> None:
        """Do what is to be done next, if anything, and what comes after it."""
        step = None if self._is_busy or self._rests else self._next()
        if step is None:
            return
        self._is_busy, turn = True, self._turn
        self._beside.run(
            lambda: step.work() if turn == self._turn else None,
            lambda result: self._arrive(turn, partial(step.then, result)),
            lambda error: self._arrive(turn, partial(self._fail, step, error)),
        )

    def _arrive(self, turn: int, then: Callable[[], None]) -> None:
        self._is_busy = False
        if turn == self._turn:
            then()
        QTimer.singleShot(0, self, self.go_on)  # what came is painted before the thread is busy again

    def _fail(self, step: _Step, error: Exception) -> None:
        self._failed.append(step.show)
        step.show.give_up()
        self.failed.emit(error)

    def _next(self) -> _Step | None:
        """Sentences that are seen come first, then their charts; the other charts wait until they are seen."""
        if self._sources is None or self._span is None:
            return None
        shows = [show for show in self._shows if show not in self._failed]
        seen = [show for show in shows if show.is_seen()]
        uncounted = [show for show in (*seen, *shows) if show.value is None]
        undrawn = [(show, sheet) for show in seen if (sheet := show.wanted_sheet()) is not None]
        if uncounted and (uncounted[0] in seen or not undrawn or next_piece() is not None):
            return self._count(uncounted[0], self._sources, self._span)
        return self._draw(*undrawn[0]) if undrawn else None

    def _count(self, show: Show, sources: Sources, span: Span) -> _Step:
        return _Step(partial(show.kind.compute, sources, span, show.options), show.show_value, show)

    def _draw(self, show: Show, sheet: Sheet) -> _Step:
        if next_piece() is not None:
            return _Step(load_piece, lambda _: None, show)
        return _Step(partial(_picture, show.kind, show.value, sheet), show.show_picture, show)


def _picture(kind: ChartKind[Any], value: Any, sheet: Sheet) -> Picture:
    from reconnect_desktop.views.trends.chart_picture import take_picture

    return take_picture(kind, value, sheet)
