"""The card that says how long ago the last contact was."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.output.today_words import gap_exact, gap_missing, gap_parts, gap_sentence, last_contact
from reconnect_desktop.views.forms.gap_card import Ui_GapCard
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.medium_buttons import ICONS


class GapCard(QFrame):
    """Days since the last contact beside the usual, in words and as a quiet bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._medium: Medium | None = None
        self.form = Ui_GapCard()
        self.form.setupUi(self)
        self.form.bar.set_look(look)
        self.form.missing.hide()
        look.changed.connect(self._show_icon)

    def show_gap(self, glance: Glance) -> None:
        """Draw and say it."""
        form, gap = self.form, glance.gap
        head, rest = gap_parts(gap)
        form.head.setText(head)
        form.rest.setText(kept_together(rest))
        form.missing.setText(kept_together(gap_missing(gap)))
        form.missing.setVisible(bool(gap.missing))
        form.bar.show_gap(gap.days_since, gap.usual)
        form.bar.setAccessibleName(self.tr("Days since the last contact"))
        form.bar.setAccessibleDescription(f"{gap_sentence(gap)} {gap_exact(gap)}")
        for place in (form.head, form.rest, form.bar):
            place.setToolTip(gap_exact(gap))
        form.last.setText(kept_together(last_contact(glance)))
        self._medium = glance.last.medium if glance.last else None
        self._show_icon()

    def _show_icon(self) -> None:
        if self._medium is not None:
            side = max(16, round(self.form.last.fontMetrics().height() * 1.15))
            icon = self._look.icon(ICONS[self._medium], "muted")
            self.form.medium_icon.setPixmap(icon.pixmap(side, side))
