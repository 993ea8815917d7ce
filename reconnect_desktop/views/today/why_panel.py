"""What "Why this?" opens: the exact numbers in a few lines, and a small picture of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reconnect_desktop.domain.contacts import TALKS
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.signals import Dip, Gap, Of
from reconnect_desktop.domain.usual import contact_days, finished_gaps
from reconnect_desktop.language import number, tr_n
from reconnect_desktop.output.suggestion_words import why_lines
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.today.advice_reading import AdviceReading
from reconnect_desktop.views.today.dip_picture import DipPicture
from reconnect_desktop.views.today.gaps_picture import GapsPicture

RATINGS_SHOWN = 20
GAPS_SHOWN = 12


class WhyPanel(QFrame):
    """Pictures of a dip and of a gap, made when they are first needed; without a signal, the lines alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "leaf")
        self._look = look
        self.dip: DipPicture | None = None
        self.gaps: GapsPicture | None = None
        self.heading, self.lines = QLabel(self), Prose(self)
        self.heading.setWordWrap(True)
        make_plain(self.heading)
        self.heading.setProperty("kind", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.lines)

    def show_why(self, reading: AdviceReading) -> None:
        """Show what is behind what is chosen."""
        chosen = reading.advice.chosen
        if chosen is None:
            return
        lines = why_lines(chosen, reading.advice)
        self.lines.say(kept_together("\n".join(lines)))
        self.lines.setVisible(bool(lines))
        for picture in (self.dip, self.gaps):
            if picture is not None:
                picture.hide()
        self.heading.setVisible(chosen.signal is not None)
        if isinstance(chosen.signal, Dip):
            self._show_dip(chosen.signal, last_ratings(reading.recent, reading.advice.day))
        elif isinstance(chosen.signal, Gap):
            self._show_gap(chosen.signal, last_gaps(reading, chosen.signal))

    def _show_dip(self, dip: Dip, ratings: Sequence[int]) -> None:
        picture = self.dip = self.dip or DipPicture(self._look, self)
        self._column.insertWidget(1, picture)
        picture.show_ratings(ratings, dip.count, dip.recent, dip.usual)
        self._tell(
            picture,
            tr_n("Your last rating", "Your last {count} ratings, oldest first", len(ratings)),
            self.tr("{ratings}. The last {count}: {recent} on average; usually {usual}.").format(
                ratings=", ".join(map(str, ratings)),
                count=dip.count,
                recent=number(dip.recent, 1),
                usual=number(dip.usual, 1),
            ),
        )

    def _show_gap(self, gap: Gap, gaps: Sequence[int]) -> None:
        picture = self.gaps = self.gaps or GapsPicture(self._look, self)
        self._column.insertWidget(1, picture)
        picture.show_gaps(gaps, gap.usual, gap.fine)
        if gap.of is Of.CONTACT:
            heading = self.tr("Days between your contacts, oldest first, and those since the last one")
        else:
            heading = self.tr("Days between your talks, oldest first, and those since the last one")
        facts = self.tr("{gaps}; now {days}. {levels}.").format(
            gaps=", ".join(map(str, gaps[:-1])),
            days=gap.days,
            levels=", ".join(level.words for level in picture.levels),
        )
        self._tell(picture, heading, facts)

    def _tell(self, picture: DipPicture | GapsPicture, heading: str, facts: str) -> None:
        """The same to the eye and to a screen reader."""
        self.heading.setText(heading)
        picture.setAccessibleName(heading)
        picture.setAccessibleDescription(facts)
        picture.setToolTip(facts)
        picture.show()


def last_ratings(recent: Sequence[Interaction], day: date) -> list[int]:
    """Up to 20 ratings, oldest first, of what was logged by that day."""
    known = [one for one in recent if one.when.day <= day and one.logged.day <= day]
    ordered = sorted(known, key=lambda one: one.day_key)
    return [one.closeness for one in ordered if one.closeness is not None][-RATINGS_SHOWN:]


def last_gaps(reading: AdviceReading, gap: Gap) -> list[int]:
    """Up to 12 finished gaps, oldest first, and the running one."""
    counted = [one for one in reading.recent if gap.of is Of.CONTACT or one.medium in TALKS]
    days = [day for day in contact_days(counted, reading.advice.day) if day <= gap.since]
    return [*finished_gaps(days, PausedDays(reading.pauses))[-GAPS_SHOWN:], gap.days]
