"""A sheet on the screen: its sections as cards, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from reconnect_desktop.output.sheet import Section
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.sheet_view import Ui_SheetView
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.review.section_card import SectionCard

_WIDEST = 56  # letters m
_NARROW = 36


class SheetView(QScrollArea):
    """It takes the focus, so that keys can scroll it. pictured: a picture is among them. failed: the error of drawing."""

    pictured = Signal(object)
    failed = Signal(object)
    picture_lines = 17.0  # lines of text that a picture is high

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self.form = Ui_SheetView()
        self.form.setupUi(self)
        self.cards: dict[str, SectionCard] = {}
        self._fit()

    def show_sections(self, title: str, under: str, sections: Iterable[Section]) -> None:
        """Show these; those that say what they said before stay as they are."""
        self.setAccessibleName(title)
        self.form.under.setText(under)
        self.form.under.setVisible(bool(under))
        wanted = {one.key: one for one in sections}
        for key in [key for key, card in self.cards.items() if wanted.get(key) != card.section]:
            self._remove(self.cards.pop(key))
        for place, (key, section) in enumerate(wanted.items()):
            if key not in self.cards:
                self.cards[key] = self._card(section)
                self.form.cards.insertWidget(place, self.cards[key])
                self.cards[key].show()
        stops = [stop for key in wanted for stop in self.cards[key].stops()]
        chain(self, [*stops, *self.last_stops()])

    def to_top(self) -> None:
        """Begin to read at the beginning."""
        self.verticalScrollBar().setValue(0)

    def furnish(self, card: SectionCard) -> None:
        """Give a card what can be done with it."""

    def last_stops(self) -> list[QWidget]:
        """Where Tab goes after the cards."""
        return []

    def _card(self, section: Section) -> SectionCard:
        card = SectionCard(self._look, self._background, section, self.picture_lines, self)
        for picture in card.pictures:
            picture.failed.connect(self.failed)
            self.pictured.emit(picture)
        card.set_narrow(narrow=is_narrow(self))
        self.furnish(card)
        return card

    def _remove(self, card: SectionCard) -> None:
        if card.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()
        for picture in card.pictures:
            picture.forget()
        self.form.cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _fit(self) -> None:
        side = side_for(self, self.viewport().width())
        self.form.centring.setContentsMargins(side, 8, side, 24)
        for card in self.cards.values():
            card.set_narrow(narrow=is_narrow(self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Marked for those who came by Tab; others see that they are here."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        set_kind(self, "marked" if by_tab else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, less is left empty."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def is_narrow(widget: QWidget) -> bool:
    """Whether there is little width, for so large a text."""
    return widget.width() < widget.fontMetrics().horizontalAdvance("m") * _NARROW


def side_for(widget: QWidget, width: int) -> int:
    """How far from the edge cards begin where there is so much width."""
    letter = widget.fontMetrics().horizontalAdvance("m")
    side = 12 if is_narrow(widget) else 24
    return max(side, (width - letter * _WIDEST) // 2)


def set_kind(widget: QWidget, kind: str) -> None:
    """What the style sheet calls it."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
