"""One reflection on a need, to read again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.domain.records import Need
from reconnect_desktop.domain.safety import is_unsafe
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.views.forms.need_page import Ui_NeedPage
from reconnect_desktop.views.ideas.idea_rows import need_name
from reconnect_desktop.views.ideas.idea_words import need_line
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.ideas.support_offers import SupportOffers
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.icons import roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.way_card import WayCard


class NeedPage(QWidget):
    """What was written then.

    change_wanted: a Need to be changed; deleted: a Need; opened: the id of an idea of support.
    """

    change_wanted = Signal(object)
    deleted = Signal(object)
    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need: Need | None = None
        self.form = Ui_NeedPage()
        self.form.setupUi(self)
        self.words = WayCard(look, self)
        self.form.words_place.addWidget(self.words)
        self.support = SupportOffers(look, self)
        self.support.opened.connect(self.opened)
        self.form.support_place.addWidget(self.support)
        row = FlowLayout(self.form.actions)
        self.change_button = QPushButton(self.tr("Chan&ge"), self.form.actions)
        self.change_button.setIcon(look.icon("pencil"))
        self.change_button.setIconSize(roomy(max(16, self.fontMetrics().height())))
        self.delete_button = QPushButton(self.tr("&Delete"), self.form.actions)
        self.delete_button.setProperty("kind", "text")
        row.addWidget(self.change_button)
        row.addWidget(self.delete_button)
        self.change_button.clicked.connect(lambda: self.change_wanted.emit(self._need))
        self.delete_button.clicked.connect(lambda: self.deleted.emit(self._need))

    def show_need(self, need: Need, reading: Reading) -> None:
        """Show this one."""
        self._need = need
        form, known = self.form, reading.catalogue.need(need.need)
        form.title.setText(need_name(need, reading))
        form.facts.setText(need_line(need, reading.today))
        form.about.say(filled(known.about, reading.name) if known else "")
        form.about.setVisible(known is not None)
        form.words_part.setVisible(bool(need.words.strip()))
        self.words.show_words(need.words.strip())
        form.note_part.setVisible(bool(need.note.strip()))
        form.note.say(need.note.strip())
        unsafe = is_unsafe((), (need.need,), (), reading.catalogue.unsafe, reading.name)
        self.support.show_support(reading.catalogue, reading.name, on=unsafe)
