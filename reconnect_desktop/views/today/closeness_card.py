"""The card with the two circles and the sentence about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.usual import Closeness
from reconnect_desktop.output.today_words import (
    closeness_exact,
    closeness_missing,
    closeness_sentence,
    dip_exact,
    dip_sentence,
)
from reconnect_desktop.views.forms.closeness_card import Ui_ClosenessCard
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look

if TYPE_CHECKING:
    from reconnect_desktop.domain.signals import Dip


class ClosenessCard(QFrame):
    """How close it felt lately, beside the usual."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ClosenessCard()
        self.form.setupUi(self)
        self.form.picture.set_look(look)
        self.form.missing.hide()
        kept = self.form.legend.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.form.legend.setSizePolicy(kept)
        self.form.legend.hide()

    def show_closeness(self, closeness: Closeness, her_name: str, dip: Dip | None = None) -> None:
        """Draw and say it; where there is a dip, in its numbers, so that nothing on the page says otherwise."""
        form = self.form
        if dip is not None:
            closeness = replace(closeness, recent=dip.recent, usual=dip.usual, missing=0)
        labels = (self.tr("You"), her_name)
        level = _is_level(closeness)
        form.picture.show_closeness(closeness.recent, None if level else closeness.usual, labels)
        form.legend.setText(
            self.tr("Just about as it usually is.") if level else self.tr("Dashed: as it usually is.")
        )
        sentence = dip_sentence(dip) if dip else closeness_sentence(closeness)
        form.sentence.setText(kept_together(sentence))
        form.missing.setText(closeness_missing(closeness))
        form.missing.setVisible(bool(closeness.missing))
        policy = form.legend.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        form.legend.setSizePolicy(policy)
        form.legend.setVisible(closeness.usual is not None)
        exact = dip_exact(dip) if dip else closeness_exact(closeness)
        for place in (form.picture, form.sentence):
            place.setToolTip(exact)
        form.picture.setAccessibleDescription(sentence)


def _is_level(closeness: Closeness) -> bool:
    """Whether both are so near that two outlines would only blur each other."""
    if closeness.recent is None or closeness.usual is None:
        return False
    return abs(closeness.recent - closeness.usual) < 0.25
