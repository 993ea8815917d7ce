"""The card of topics for next time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.views.forms.topics_card import Ui_TopicsCard
from reconnect_desktop.views.kit.look import Look


class TopicsCard(QFrame):
    """Topics: the open ones, those ticked off today, and a line for a new one.

    added: the text of a new topic. What happens to the others is told by `form.topics`.
    """

    added = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_TopicsCard()
        self.form.setupUi(self)
        self.form.topics.set_look(look)
        self.form.topics.hide()
        self.form.empty.hide()
        self.form.new_topic.setEnabled(False)
        self.form.new_topic.returnPressed.connect(self._add)

    def show_topics(self, glance: Glance) -> None:
        """List them."""
        topics = glance.topics + glance.topics_done
        self.form.topics.show_topics(topics)
        self.form.empty.setVisible(not topics)
        self.form.new_topic.setEnabled(True)

    def added_one(self, text: str) -> None:
        """A topic of this text is saved now: make room for the next."""
        if self.form.new_topic.text().strip() == text:
            self.form.new_topic.clear()

    def _add(self) -> None:
        text = self.form.new_topic.text().strip()
        if text:
            self.added.emit(text)
