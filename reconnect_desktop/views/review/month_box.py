"""The title of the review, from which another month, or another year, can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reconnect_desktop.domain.months import Month
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.kit.dates import month_words

_ROWS = 16
_MARK = 52  # pixels of its frame, and of the mark that it can be opened


class MonthBox(QComboBox):
    """month_chosen: a Month; year_chosen: a year. Setting one by the program is silent."""

    month_chosen = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_ROWS)
        self._rows: list[Month | int] = []  # to choose from
        self._places: list[Month | int | None] = []  # the same with a None where the name of a year stands
        self.activated.connect(self._tell)

    def show_months(self, months: Sequence[Month], shown: Month) -> None:
        """To choose from: these, newest first, by year, and the one that is shown."""
        self._fill(sorted({*months, shown}, reverse=True))
        self._stand_on(shown)
        self.setAccessibleName(self.tr("Month"))

    def show_years(self, years: Sequence[int], shown: int) -> None:
        """The same for years."""
        self._fill(sorted({*years, shown}, reverse=True))
        self._stand_on(shown)
        self.setAccessibleName(self.tr("Year"))

    def sizeHint(self) -> QSize:
        """As wide as what is shown: a title with its mark beside it."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + _MARK, hint.height())

    def minimumSizeHint(self) -> QSize:
        """All of it can be read."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, and turns no months by the way."""
        event.ignore()

    def _fill(self, rows: Sequence[Month | int]) -> None:
        if rows == self._rows:
            return
        self._rows, self._places = list(rows), []
        model = cast("QStandardItemModel", self.model())
        model.clear()
        for row in rows:
            if isinstance(row, Month) and not self._has_heading(row.year):
                self._places.append(None)
                model.appendRow(_heading(str(row.year)))
            self._places.append(row)
            model.appendRow(_item(opening(month_words(*row)) if isinstance(row, Month) else str(row)))
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _MARK)

    def _has_heading(self, year: int) -> bool:
        last = self._places[-1] if self._places else None
        return isinstance(last, Month) and last.year == year

    def _stand_on(self, shown: Month | int) -> None:
        self.setCurrentIndex(self._places.index(shown))
        self.updateGeometry()

    def _tell(self, place: int) -> None:
        row = self._places[place]
        if isinstance(row, Month):
            self.month_chosen.emit(row)
        elif row is not None:
            self.year_chosen.emit(row)


def _item(text: str) -> QStandardItem:
    """In the list, text is as large as elsewhere; the title alone is larger."""
    item = QStandardItem(text)
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.Normal)
    item.setFont(font)
    return item


def _heading(text: str) -> QStandardItem:
    item = _item(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
