"""A year: its twelve months in one picture, each of which can be opened, and as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reconnect_desktop.output.sheet import Sheet
from reconnect_desktop.views.review.section_card import SectionCard
from reconnect_desktop.views.review.sheet_view import SheetView


class YearView(SheetView):
    """month_wanted: the Month that was clicked, or on which Enter was pressed."""

    month_wanted = Signal(object)
    picture_lines = 34.0

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this year."""
        self.show_sections(sheet.title, sheet.under, sheet.sections)

    def furnish(self, card: SectionCard) -> None:
        """The picture leads to its months."""
        for picture in card.pictures:
            picture.opened.connect(self.month_wanted)
