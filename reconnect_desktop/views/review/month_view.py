"""One month, looked back on, and a card for one's own words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.output.sheet import Paragraph, Section, Sheet, Voice
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.review.own_words_card import OwnWordsCard
from reconnect_desktop.views.review.section_card import SectionCard
from reconnect_desktop.views.review.sheet_view import SheetView

HARD, TRIES, NEEDS, RHYTHM = "hard", "tries", "needs", "rhythm"
_OWN = frozenset({"reflection", "intention"})  # written on the card itself


class MonthView(SheetView):
    """needs_wanted: to reflect on what one needs. rhythm_moved, rhythm_kept: the answer to what is offered.

    failed: the error of a write, or of drawing.
    """

    needs_wanted = Signal()
    rhythm_moved = Signal()
    rhythm_kept = Signal()

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(look, background, parent)
        self._asks = False
        self.own_words = OwnWordsCard(background, self)
        self.own_words.failed.connect(self.failed)
        self.form.own_place.addWidget(self.own_words)

    def show_sheet(self, sheet: Sheet, *, asks: bool = True, offers: bool = True) -> None:
        """Show this month.

        asks: whether it may be asked what is needed; offers: whether the rhythm may be moved.
        """
        if asks is not self._asks:
            self._asks = asks
            self.show_sections(sheet.title, sheet.under, ())  # their buttons are others
        left_out = _OWN if offers else _OWN | {RHYTHM}
        told = [one for one in sheet.sections if one.key not in left_out]
        self.show_sections(sheet.title, sheet.under, self._with_needs(told) if asks else told)

    def _with_needs(self, told: Iterable[Section]) -> list[Section]:
        """With a section for needs, also where none was noted."""
        sections = list(told)
        if not any(one.key == NEEDS for one in sections):
            nothing = Paragraph(self.tr("Nothing was noted in this month."), Voice.ASIDE)
            place = next((at for at, one in enumerate(sections) if one.key == RHYTHM), len(sections))
            sections.insert(place, Section(NEEDS, self.tr("What I need"), (nothing,)))
        return sections

    def furnish(self, card: SectionCard) -> None:
        """A fold, or buttons."""
        key = card.section.key
        if key == HARD:
            card.fold(self.tr("Sho&w it"), self.tr("Hide it"))
        elif key == NEEDS and self._asks:
            card.add_button(self.tr("What do I nee&d?")).clicked.connect(self.needs_wanted)
        elif key == RHYTHM:
            card.add_button(self.tr("&Move the rhythm")).clicked.connect(self.rhythm_moved)
            card.add_button(self.tr("&Keep it as it is")).clicked.connect(self.rhythm_kept)

    def last_stops(self) -> list[QWidget]:
        """Own words."""
        return self.own_words.stops()
