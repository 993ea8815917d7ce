"""The Trends page on a real journal, and what a user sees and does there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.charts.kinds import ChartKind, ChartOptions
from reconnect_desktop.output.trend_tables import Table
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.trends.chart_card import ChartCard
from reconnect_desktop.views.trends.trends_page import TrendsPage
from tests.views.bridge import Bridge

_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Dots:
    """What the chart of these tests shows: day and id of each interaction of the span."""

    dots: tuple[tuple[str, str], ...]
    span: Span
    options: ChartOptions


def count_dots(sources: Sources, span: Span, options: ChartOptions) -> Dots:
    """Those within the span."""
    dots = tuple(
        (point.local.date().isoformat(), point.id)
        for point in sources.points
        if span.first <= point.local.date() <= span.last
    )
    return Dots(dots, span, options)


def draw_dots(value: Dots, style: Any, size: tuple[float, float]) -> Any:
    """A dot for each in the middle of the picture, from the left; and one bar that is no interaction."""
    import numpy as np
    from matplotlib.figure import Figure

    from reconnect_desktop.output.charts.chart import Chart, Spots

    figure = Figure(figsize=size, facecolor=style.colour("surface"))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, len(value.dots) + 1)
    axes.set_ylim(0, 1)
    x = np.arange(1.0, len(value.dots) + 1)
    axes.plot(x, np.full(len(value.dots), 0.5), "o", color=style.colour("accent"))
    dots = Spots(
        axes=axes,
        x=x,
        y=np.full(len(value.dots), 0.5),
        ids=[one for _, one in value.dots],
        words=lambda at: (),
    )
    bar = Spots(
        axes=axes,
        x=np.array([0.5]),
        y=np.array([0.9]),
        ids=[""],
        words=lambda at: ("A month", "No contacts"),
        reach=(0.4, 0.05),
    )
    return Chart(figure=figure, spots=(dots, bar), fit=lambda: None)


def dots_kind(key: str = "dots", **others: Any) -> ChartKind[Any]:
    """A kind of chart that is quickly counted and drawn."""
    known: dict[str, Any] = {
        "key": key,
        "called": "Dots",
        "asks": "How many dots?",
        "compute": count_dots,
        "draw": draw_dots,
        "message": lambda value: f"{len(value.dots)} dots since {value.span.first}.",
        "table": lambda value: Table(("Day", "Id"), value.dots),
        "enough": lambda value: bool(value.dots),
    }
    return ChartKind(**{**known, **others})


class Rig:
    """A page, its journal, and hands."""

    def __init__(self, qtbot: QtBot, look: Look, journal: Journal, kinds: Sequence[ChartKind[Any]]) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.background = Background()
        self.page = TrendsPage(look, self.background, kinds)
        self.failures: list[object] = []
        self.said: list[str] = []
        self.bridge = Bridge(journal, self.page.refresh, self.page)
        self.page.failed.connect(self.failures.append)
        self.page.said.connect(self.said.append)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)

    def open(self, *records: Record) -> Rig:
        """Put these into the journal and show the page."""
        if records:
            self.journal.apply(Action.IMPORT, *map(add, records))
        self.page.show()
        self.page.activateWindow()
        self.until(lambda: QApplication.activeWindow() is self.page)
        self.page.set_journal(self.journal)
        self.until(lambda: self.page.journal.reading is not None)
        return self

    def until(self, condition: Callable[[], object]) -> None:
        """Go on with the event loop until it is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15_000)

    def drawn(self, card: ChartCard | None = None) -> ChartCard:
        """A card with its picture, the first if none is named."""
        found = card or self.page.cards[0]
        self.until(lambda: found.value is not None and found.wanted_sheet() is None)
        assert found.canvas.picture is not None
        return found

    def close(self) -> None:
        """Listen no more; what was begun is finished."""
        self.bridge.applied.disconnect(self.page.refresh)
        self.background.close()

    def message(self, place: int = 0) -> str:
        """What a card says."""
        return self.page.cards[place].form.message.text()

    def place(self, at: int, *, group: int = 0, card: ChartCard | None = None) -> QPoint:
        """Where a dot is on its canvas."""
        canvas = (card or self.page.cards[0]).canvas
        x, y = canvas.places(group).middles[at]
        return QPoint(round(x), round(y))

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press keys where the focus is."""
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, modifier)


def call(day: str, one: str, **fields: Any) -> Record:
    """A call on that day."""
    from tests.making import contact

    return contact(day, id=one, medium=Medium.CALL, **fields)
