"""The backups as a table: a row for each, with what is sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reconnect_desktop.domain.backups import Backup, Place
from reconnect_desktop.domain.when import When
from reconnect_desktop.language import tr
from reconnect_desktop.output.backup_words import occasion_words, size_words
from reconnect_desktop.views.backups.moments import moment_words
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.look import Look

MADE, WHY, INTERACTIONS, SIZE, WHERE, VERIFIED = range(6)
SORT = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_RIGHT = int((Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter).value)
_LEFT = int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value)


class BackupModel(QAbstractTableModel):
    """What is shown of each backup, and by what it is sorted (the role `SORT`)."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._now: When | None = None
        self.backups: list[Backup] = []

    def show_backups(self, backups: Sequence[Backup], now: When) -> None:
        """Show these, their moments told as of `now`."""
        self.beginResetModel()
        self.backups, self._now = list(backups), now
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """As many as there are backups."""
        return 0 if parent is not None and parent.isValid() else len(self.backups)

    def columnCount(self, parent: _Index | None = None) -> int:
        """One for each heading."""
        return 0 if parent is not None and parent.isValid() else VERIFIED + 1

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Words, what they are sorted by, and how they stand."""
        backup, column = self.backups[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._words(backup, column)
        if role == _Role.ToolTipRole and column == WHY:
            return self._words(backup, column)
        if role == SORT:
            return _sorted_by(backup)[column]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column in (INTERACTIONS, SIZE) else _LEFT
        if column == VERIFIED and backup.damaged:
            if role == _Role.DecorationRole:
                return self._look.icon("circle-alert", "amber")
            if role == _Role.ForegroundRole:
                return self._look.colour("amber")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The headings; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if section in (INTERACTIONS, SIZE) else _LEFT
        return _headings()[section] if role == _Role.DisplayRole else None

    def _words(self, backup: Backup, column: int) -> str:
        assert self._now is not None
        if column == MADE:
            return moment_words(backup.made, self._now)
        if column == WHY:
            return occasion_words(backup.occasion)
        if column == INTERACTIONS:
            return tr("Not known") if backup.interactions is None else number_words(backup.interactions)
        if column == SIZE:
            return size_words(backup.size)
        if column == WHERE:
            return tr("This computer") if backup.place is Place.JOURNAL else tr("Second folder")
        if backup.damaged:
            return tr("Damaged")
        return tr("Not yet") if backup.verified is None else moment_words(backup.verified, self._now)


def _sorted_by(backup: Backup) -> tuple[object, ...]:
    """By column. What is not known comes before what is; what is damaged before both."""
    whole = -1 if backup.damaged else backup.verified or 0
    interactions = -1 if backup.interactions is None else backup.interactions
    where = list(Place).index(backup.place)
    return backup.made, occasion_words(backup.occasion), interactions, backup.size, where, whole


def _headings() -> tuple[str, ...]:
    return (
        tr("Made"),
        tr("Why"),
        tr("Interactions"),
        tr("Size"),
        tr("Where"),
        tr("Verified"),
    )
