"""Today's list of topics: tick, edit in place, delete."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QMenu, QSizePolicy, QWidget

from reconnect_desktop.domain.records import Topic
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.topic_painter import TopicPainter

TOPIC = Qt.ItemDataRole.UserRole


class NextTopics(QListWidget):
    """Topics, as high as they need.

    ticked: a Topic and whether it is done now; renamed: a Topic and its new text; deleted: a Topic.
    """

    ticked = Signal(object, bool)
    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._telling = True
        self.itemChanged.connect(self._changed)

    def set_look(self, look: Look) -> None:
        """What it is painted with."""
        self.setItemDelegate(TopicPainter(look, self, self.delete_current))
        look.changed.connect(self.fit)

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Show these in the rows there are, so that the current one and the focus stay."""
        self._telling = False
        for row, topic in enumerate(topics):
            if row == self.count():
                self.addItem(QListWidgetItem())
            self._fill(self.item(row), topic)
        while self.count() > len(topics):
            self.takeItem(self.count() - 1)
        self._telling = True
        self.setVisible(bool(topics))
        self.fit()

    def fit(self) -> None:
        """Take the height of all rows: the page scrolls, not the list."""
        self.scheduleDelayedItemsLayout()
        rows = range(self.count())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows) + 2 * self.frameWidth() + 2)

    def delete_current(self) -> None:
        """As the Delete key does."""
        if self.currentItem() is not None:
            self.deleted.emit(self.currentItem().data(TOPIC))

    def minimumSizeHint(self) -> QSize:
        """Text wraps, so it may be narrow."""
        return QSize(120, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, Enter edits, Space ticks."""
        # While one is edited, the line leaves Enter to be seen here, too.
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Edit and delete, also by the Menu key."""
        item = self.currentItem() if event.reason() == event.Reason.Keyboard else self.itemAt(event.pos())
        if item is None:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Edit"), lambda: self.editItem(item))
        menu.addAction(self.tr("&Delete"), self.delete_current)
        menu.popup(event.globalPos())

    def _fill(self, item: QListWidgetItem, topic: Topic) -> None:
        # Also where the topic is the same: the row may show what could not be saved.
        item.setData(TOPIC, topic)
        item.setText(topic.text)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEditable
        )
        item.setCheckState(Qt.CheckState.Checked if topic.done else Qt.CheckState.Unchecked)

    def _changed(self, item: QListWidgetItem) -> None:
        if not self._telling:
            return
        topic: Topic = item.data(TOPIC)
        done = item.checkState() == Qt.CheckState.Checked
        if done != (topic.done is not None):
            self.ticked.emit(topic, done)
        elif item.text() != topic.text:
            self.renamed.emit(topic, item.text())
