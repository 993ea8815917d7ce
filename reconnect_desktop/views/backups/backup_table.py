"""The table of backups: sorted by a click on a heading, with what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from reconnect_desktop.domain.backups import Backup, Place
from reconnect_desktop.domain.when import When
from reconnect_desktop.views.backups.backup_model import MADE, SORT, WHERE, WHY, BackupModel
from reconnect_desktop.views.kit.look import Look

_LEAST = 13  # letters m of what tells why
_Flag = QItemSelectionModel.SelectionFlag


class BackupTable(QObject):
    """Fills `view`. changed: something else is chosen."""

    changed = Signal()

    def __init__(self, view: QTableView, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self.model = BackupModel(look, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(SORT)
        self._sorted.setSourceModel(self.model)
        view.setModel(self._sorted)
        view.sortByColumn(MADE, Qt.SortOrder.DescendingOrder)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.selectionModel().selectionChanged.connect(self.changed)
        look.changed.connect(self._fit)
        self._fit()

    def show_backups(self, backups: Sequence[Backup], now: When) -> None:
        """Show these; those that were chosen stay chosen, or else the first is."""
        chosen, first = {backup.name for backup in self.chosen()}, not self.model.backups
        self.model.show_backups(backups, now)
        self._view.setColumnHidden(WHERE, all(one.place is Place.JOURNAL for one in backups))
        if first:
            self._fit()
        rows = [row for row, backup in enumerate(backups) if backup.name in chosen]
        self._choose(rows or [0] if backups else [])

    def chosen(self) -> list[Backup]:
        """What is chosen, from the top."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        places = [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in rows]
        return [self.model.backups[place] for place in places]

    def _choose(self, rows: list[int]) -> None:
        """Rows of the model. The current one is the first of them."""
        selection = self._view.selectionModel()
        for place, row in enumerate(rows):
            index = self._sorted.mapFromSource(self.model.index(row, 0))
            if not place:
                selection.setCurrentIndex(index, _Flag.NoUpdate)
            selection.select(index, _Flag.Select | _Flag.Rows)

    def _fit(self) -> None:
        """Rows and columns as high and as wide as the text needs; the user may widen them.

        Where all of them fit in if the one that tells why is shortened, it is.
        """
        view, metrics = self._view, self._view.fontMetrics()
        view.verticalHeader().setDefaultSectionSize(max(32, metrics.height() + 12))
        view.resizeColumnsToContents()
        missing = view.horizontalHeader().length() - view.viewport().width()
        width = view.columnWidth(WHY) - max(0, missing)
        if self.model.backups and width >= metrics.horizontalAdvance("m") * _LEAST:
            view.setColumnWidth(WHY, width)
