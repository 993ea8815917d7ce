"""A year: its twelve months in one picture, each of which can be opened, and as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reconnect_desktop.domain.months import read_month
from reconnect_desktop.output.sheet import Sheet
from reconnect_desktop.views.review.section_card import SectionCard
from reconnect_desktop.views.review.sheet_view import SheetView

if TYPE_CHECKING:
    from reconnect_desktop.views.review.chart_picture import ChartPicture
    from reconnect_desktop.views.trends.spot_places import Spot


class YearView(SheetView):
    """month_wanted: the Month that was clicked, or on which Enter was pressed."""

    month_wanted = Signal(object)
    picture_lines = 34.0

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this year."""
        self.show_sections(sheet.title, sheet.under, sheet.sections)

    def furnish(self, card: SectionCard) -> None:
        """The picture says of its months what they were, and leads to them."""
        for picture in card.pictures:
            picture.met.connect(partial(self._say, picture))
            picture.opened.connect(lambda month: self.month_wanted.emit(read_month(month)))

    def _say(self, picture: ChartPicture, spot: Spot | None) -> None:
        if spot is not None:
            picture.show_lines(picture.places(spot.group).words(spot.at))
