"""The card of topics for next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.views.forms.topics_card import Ui_TopicsCard
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import focusable_before

if TYPE_CHECKING:
    from reconnect_desktop.views.today.next_topics import NextTopics


class TopicsCard(QFrame):
    """Topics: the open ones, those ticked off today, and a line for a new one.

    added: the text of a new topic; ticked: a Topic and whether it is done now; renamed: a Topic and its new text;
    deleted: a Topic.
    """

    added = Signal(str)
    ticked = Signal(object, bool)
    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.list: NextTopics | None = None  # made with the first topic: its painter takes 20 ms to load
        self.form = Ui_TopicsCard()
        self.form.setupUi(self)
        self.form.empty.hide()
        self.form.new_topic.setEnabled(False)
        self.form.new_topic.returnPressed.connect(self._add)

    def show_topics(self, glance: Glance) -> None:
        """List them."""
        topics = glance.topics + glance.topics_done
        if topics and self.list is None:
            self.list = self._make_list()
        if self.list is not None:
            self.list.show_topics(topics)
        self.form.empty.setVisible(not topics)
        self.form.new_topic.setEnabled(True)

    def _make_list(self) -> NextTopics:
        from reconnect_desktop.views.today.next_topics import NextTopics

        made = NextTopics(self)
        made.setAccessibleName(self.tr("Topics for next time"))
        made.setProperty("kind", "plain")
        made.set_look(self._look)
        made.ticked.connect(self.ticked)
        made.renamed.connect(self.renamed)
        made.deleted.connect(self.deleted)
        self.form.list_place.addWidget(made)
        QWidget.setTabOrder(focusable_before(self.form.new_topic), made)
        return made

    def added_one(self, text: str) -> None:
        """A topic of this text is saved now: make room for the next."""
        if self.form.new_topic.text().strip() == text:
            self.form.new_topic.setText("")  # for good: Ctrl+Z is for the topic, then

    def _add(self) -> None:
        text = self.form.new_topic.text().strip()
        if text:
            self.added.emit(text)
