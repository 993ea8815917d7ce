"""Where somebody is who can help: the ideas of support, as large calm buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.looking_up import may_be_looked_up
from reconnect_desktop.domain.suggestions import Catalogue, Suggestion, filled
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.offer import Offer

_UNSAFE = frozenset({Circumstance.UNSAFE})
_MOST = 3


class SupportOffers(QWidget):
    """Shown only beside what tells of fear or harm. Nothing in it needs the network.

    opened: the id of an idea.
    """

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.offers: list[Offer] = []
        self.words = QLabel(
            self.tr(
                "You don't have to carry this alone. These may help; there is no hurry and nothing you have to do."
            ),
            self,
        )
        self.words.setWordWrap(True)
        make_plain(self.words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.words)
        self.hide()

    def show_support(self, catalogue: Catalogue, name: str, *, on: bool) -> None:
        """Show what there is in fear or harm, the best fitting first, or nothing."""
        if on and not self.offers:
            for idea in support_in_fear(catalogue)[:_MOST]:
                self._add(idea, name)
        self.setVisible(on)

    def _add(self, idea: Suggestion, name: str) -> None:
        offer = Offer(self._look, "users", self)
        offer.set_words(filled(idea.title, name).replace("&", "&&"), filled(idea.what, name))
        offer.clicked.connect(lambda: self.opened.emit(idea.id))
        self.offers.append(offer)
        self._column.addWidget(offer)


def support_in_fear(catalogue: Catalogue) -> list[Suggestion]:
    """The rows of support that are there for fear and harm, the best fitting first."""
    found = [row for row in catalogue.suggestions if may_be_looked_up(row, _UNSAFE) and row.best_fit(_UNSAFE)]
    return sorted(found, key=lambda row: -max(fit.weight for fit in row.fits))
