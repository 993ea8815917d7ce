"""The open topics from last time, to be ticked off."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reconnect_desktop.domain.records import Topic

SHOWN = 5  # at once; more scroll


class TopicBox(QCheckBox):
    """One topic on one line, shortened to the width there is; its whole text is in the tool tip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = " ".join(text.split())
        self.setToolTip(_as_tip(text))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        room = self.width() - 40  # the box, and the space after it
        shown = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class TopicList(QFrame):
    """A check box for each topic. `changed`: one was ticked or unticked by the user."""

    changed = Signal()

    def __init__(self, topics: Sequence[Topic], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._topics = tuple(topics)
        self._boxes: dict[str, QCheckBox] = {}
        heading = QLabel(self.tr("Last time you wanted to ask or tell her:"), self)
        heading.setProperty("kind", "question")
        heading.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 8)
        rows.setSpacing(4)
        rows.addWidget(heading)
        rows.addWidget(self._scrolled() if len(topics) > SHOWN else self._list())

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return tuple(self._boxes.values())

    def ticked(self) -> tuple[Topic, ...]:
        """The topics that were ticked off."""
        return tuple(topic for topic in self._topics if self._boxes[topic.id].isChecked())

    def tick(self, ids: Collection[object]) -> None:
        """Tick those of these ids, and no others."""
        for topic_id, box in self._boxes.items():
            box.setChecked(topic_id in ids)

    def _list(self) -> QWidget:
        page = QWidget(self)
        page.setProperty("kind", "clear")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for topic in self._topics:
            box = TopicBox(topic.text, page)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[topic.id] = box
            rows.addWidget(box)
        return page

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self._list())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = next(iter(self._boxes.values()))
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Half a line more than fits says that there is more.
        area.setFixedHeight(round(max(box.sizeHint().height(), 32) * (SHOWN + 0.5)))
        return area


def _as_tip(text: str) -> str:
    """Plain text as a tool tip that wraps and takes nothing in it for a tag."""
    return f"<qt>{text.replace('&', '&amp;').replace('<', '&lt;')}</qt>"
