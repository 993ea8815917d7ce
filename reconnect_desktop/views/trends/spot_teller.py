"""Says what the interaction is that is pointed at in a chart, and opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.trends.sources import Point
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.spot_words import spot_lines
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.dates import full_day_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.page_journal import PageJournal
from reconnect_desktop.views.quick_add.editor import Editor, save_edit
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from reconnect_desktop.views.trends.trends_reading import Reading

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.spot_places import Spot

_RESTS = 80  # milliseconds at one place, before its note is looked up


class SpotTeller(QObject):
    """What is known from the charts' own values is said at once; the note follows, read off the GUI thread."""

    def __init__(self, look: Look, background: Background, journal: PageJournal, page: QWidget) -> None:
        super().__init__(page)
        self._background, self._journal = background, journal
        self._editor = Editor(look, page)
        self._read: dict[str, Interaction] = {}
        self._at: tuple[ChartCanvas, str] | None = None
        self._rests = QTimer(self, singleShot=True, interval=_RESTS)
        self._rests.timeout.connect(self._look_up)

    def watch(self, canvas: ChartCanvas) -> None:
        """Speak in this one, too."""
        canvas.met.connect(partial(self._meet, canvas))

    def forget(self, *, journal_too: bool = False) -> None:
        """What was read may have changed."""
        self._read.clear()
        if journal_too:
            self._editor.forget()

    def open(self, one: str) -> None:
        """Let the user change the interaction with this id."""
        journal = self._journal.journal
        if journal is not None:
            self._background.run(
                lambda: (journal.get(Interaction, one), journal.tags(), journal.setting(HER_NAME)),
                lambda found: self._edit(journal, *found),
                self._journal.failed.emit,
            )

    def _meet(self, canvas: ChartCanvas, spot: Spot | None) -> None:
        one = canvas.id_at(spot) if spot is not None else ""
        self._at = (canvas, one) if one else None
        self._rests.stop()
        if not one:
            return
        if one in self._read:
            self._say(self._read[one])
            return
        reading: Reading | None = self._journal.reading
        point = reading.points.get(one) if reading is not None else None
        if point is not None:
            self._say(_as_far_as_known(point))
            self._rests.start()

    def _look_up(self) -> None:
        journal, at = self._journal.journal, self._at
        if journal is not None and at is not None:
            self._background.run(
                lambda: journal.get(Interaction, at[1]), self._take, self._journal.failed.emit
            )

    def _take(self, found: Interaction | None) -> None:
        if found is None:
            return
        self._read[found.id] = found
        if self._at is not None and self._at[1] == found.id:
            self._say(found)

    def _say(self, interaction: Interaction) -> None:
        assert self._at is not None
        self._at[0].show_lines(spot_lines(interaction, full_day_words))

    def _edit(self, journal: Journal, before: Interaction | None, tags: list[str], name: str) -> None:
        if before is None or journal is not self._journal.journal:
            return
        after = self._editor.ask(journal, before, tags, name)
        if after is not None:
            self._journal.write(
                lambda journal: save_edit(journal, before, after), lambda: self._editor.saved(before)
            )


def _as_far_as_known(point: Point) -> Interaction:
    """Without its note and where on earth it was: neither is told here."""
    when = When(point.local, 0, "Etc/UTC")
    return Interaction(
        id=point.id,
        when=when,
        logged=when,
        medium=point.medium,
        minutes=point.minutes,
        closeness=point.closeness,
    )
