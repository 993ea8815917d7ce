"""The first rows of a table, with a choice above each column: what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reconnect_desktop.exchange.tables.columns import ROLES, Columns, Head
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.views.importing.still_box import StillBox

_ROWS_MOST = 5
_WIDEST = 28  # letters m of a column
_ASIDE, _BELOW = 8, 4  # pixels beside and below a choice
_TOLD_MOST = 40  # characters of a cell, for a screen reader


class ColumnsTable(QTableWidget):
    """Of each role there is one column at most: who takes a role takes it away from another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[StillBox] = []
        self._head: Head | None = None
        self._roles = {
            "": self.tr("Not used"),
            "at": self.tr("Day (and time)"),
            "time": self.tr("Time of day"),
            "medium": self.tr("How"),
            "minutes": self.tr("Length in minutes"),
            "seconds": self.tr("Length in seconds"),
            "hours": self.tr("Length in hours"),
            "reached_out": self.tr("Who reached out"),
            "who": self.tr("With whom"),
            "mood": self.tr("My mood (1 to 5)"),
            "tags": self.tr("Tags"),
            "note": self.tr("Note"),
        }
        self.setItemDelegate(_Cells(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_head(self, head: Head, columns: Columns) -> None:
        """Show the table, with the roles as they are said here."""
        self._head = head
        rows = head.rows[:_ROWS_MOST]
        self.setColumnCount(len(head.columns))
        self.setRowCount(1 + len(rows))
        self.setHorizontalHeaderLabels(list(head.columns))
        for row, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells):
                self.setItem(row, place, QTableWidgetItem(cell))
        roles = {column: role for role, column in columns.named().items()}
        for place, column in enumerate(head.columns):
            self._add(place, column, roles.get(column, ""))
        self._lay_out()

    @property
    def roles(self) -> dict[str, str]:
        """The column that has each role, as far as there is one."""
        assert self._head is not None
        taken = zip(self.boxes, self._head.columns, strict=True)
        return {role: column for box, column in taken if (role := box.currentData())}

    def sizeHint(self) -> QSize:
        """All rows, and as much width as there is."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        frame = 2 * self.frameWidth()
        return QSize(240, self.horizontalHeader().sizeHint().height() + rows + bar + frame)

    def minimumSizeHint(self) -> QSize:
        """No row is hidden."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The choice that has the focus is in sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            place = self.boxes.index(watched)
            self.scrollTo(self.model().index(0, place))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._head:
            self._lay_out()

    def is_used(self, place: int) -> bool:
        """Whether this column has a role."""
        return place < len(self.boxes) and bool(self.boxes[place].currentData())

    def _add(self, place: int, column: str, role: str) -> None:
        assert self._head is not None
        box = StillBox(self)
        for name in ("", *ROLES):
            if name != "who" or column in self._head.words:
                box.addItem(self._roles[name], name)
        box.setCurrentIndex(max(0, box.findData(role)))
        box.setAccessibleName(self.tr("What is in {column}").format(column=shortened(column, _TOLD_MOST)))
        cells = [shortened(row[place], _TOLD_MOST) for row in self._head.rows[:_ROWS_MOST] if row[place]]
        box.setAccessibleDescription(", ".join(cells))
        box.currentIndexChanged.connect(lambda _place: self._take(box))
        box.installEventFilter(self)
        self.boxes.append(box)
        self.setCellWidget(0, place, box)

    def _take(self, box: StillBox) -> None:
        """What another column had is this one's now."""
        role = box.currentData()
        for other in self.boxes:
            if role and other is not box and other.currentData() == role:
                other.blockSignals(True)
                other.setCurrentIndex(0)
                other.blockSignals(False)
        self.viewport().update()
        self.changed.emit()

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        widest = metrics.horizontalAdvance("m") * _WIDEST
        for place, box in enumerate(self.boxes):
            least = box.sizeHint().width() + 2 * _ASIDE
            wanted = max(self.sizeHintForColumn(place), self.horizontalHeader().sectionSizeHint(place))
            self.setColumnWidth(place, max(least, min(wanted, widest)))
        self.setRowHeight(0, self.boxes[0].sizeHint().height() + _BELOW)
        for row in range(1, self.rowCount()):
            self.setRowHeight(row, metrics.height() + 10)
        self.updateGeometry()


class _Cells(QStyledItemDelegate):
    """What is not used is quieter, and choices have some air around them."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A choice takes its cell, whatever the padding of text is."""
        editor.setGeometry(option.rect.adjusted(_ASIDE, 0, -_ASIDE, -_BELOW))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        table = self.parent()
        if isinstance(table, ColumnsTable) and not table.is_used(index.column()):
            palette: QPalette = option.palette
            muted = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText)
            palette.setColor(QPalette.ColorRole.Text, muted)
