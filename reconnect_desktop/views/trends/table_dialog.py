"""A chart as a table: the same numbers, to be read, heard or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from reconnect_desktop.views.forms.table_dialog import Ui_TableDialog

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reconnect_desktop.output.charts.kinds import ChartKind
    from reconnect_desktop.output.trend_tables import Table

_TABLE = "text/tab-separated-values"
_MEASURED = 200  # rows, by which columns get their widths

_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows, as they are."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = table

    def rowCount(self, parent: _Index | None = None) -> int:
        """As many as the table has."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """One for each heading."""
        return 0 if parent is not None and parent.isValid() else len(self.table.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        return self.table.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings; rows have none."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value)
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.table.headings[section]
        return None


class TableDialog(QDialog):
    """Use `TableDialog.show_for`."""

    def __init__(self, kind: ChartKind[Any], value: Any, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.form = Ui_TableDialog()
        self.form.setupUi(self)
        self.form.question.setText(kind.question)
        self.form.message.setText(kind.message(value))
        self.model = TableModel(kind.table(value), self)
        self._lay_out(kind.title)
        self.form.copy_button.clicked.connect(lambda: self._copy(range(self.model.rowCount())))
        self.form.close_button.clicked.connect(self.reject)

    @classmethod
    def show_for(cls, parent: QWidget | None, kind: ChartKind[Any], value: Any) -> None:
        """Show it until it is closed."""
        dialog = cls(kind, value, parent)
        dialog.exec()
        dialog.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, or all of it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.form.table.selectionModel().selectedRows())
            self._copy(rows or range(self.model.rowCount()))
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        table = self.form.table
        table.setAccessibleName(title)
        table.setModel(self.model)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(32, self.fontMetrics().height() + 12))
        header = table.horizontalHeader()
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        if self.model.rowCount():
            table.setCurrentIndex(self.model.index(0, 0))
        table.setFocus()

    def _copy(self, rows: Iterable[int]) -> None:
        table = self.model.table
        text = _lines([table.headings, *(table.rows[row] for row in rows)])
        copied = QMimeData()
        copied.setText(text)
        copied.setData(_TABLE, text.encode())
        QGuiApplication.clipboard().setMimeData(copied)
        self.form.copy_button.setText(self.tr("Copied"))


def _lines(rows: Iterable[Sequence[str]]) -> str:
    """A line for each, cells apart by tabs."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
