"""The card that says how long ago the last contact was, and where a rhythm and a pause are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.domain.usual import Gap
from reconnect_desktop.output.rhythm_words import medium_sentence, wish_sentence
from reconnect_desktop.output.today_words import (
    gap_exact,
    gap_missing,
    gap_parts,
    gap_paused,
    gap_sentence,
    last_contact,
)
from reconnect_desktop.views.forms.gap_card import Ui_GapCard
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.medium_buttons import ICONS


class GapCard(QFrame):
    """Days since the last contact beside the usual and the rhythm, in words and as a quiet bar.

    rhythm_wanted, pause_wanted, end_wanted, list_wanted: what was chosen from its menu.
    """

    rhythm_wanted = Signal()
    pause_wanted = Signal()
    end_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._medium: Medium | None = None
        self.paused = False  # whether there is a pause to change and end
        self.form = Ui_GapCard()
        self.form.setupUi(self)
        self.form.bar.set_look(look)
        self.form.missing.hide()
        self.form.chosen.hide()
        self.form.more_button.setIcon(look.icon("ellipsis", "muted"))
        self.form.more_button.clicked.connect(self._open_menu)
        look.changed.connect(self._show_icon)

    def show_gap(
        self,
        glance: Glance,
        rhythm: Rhythm = NO_RHYTHM,
        by_medium: Sequence[tuple[Medium, int, Interval, int]] = (),
        *,
        compared: bool = True,
    ) -> None:
        """Draw and say it.

        by_medium: see `Reading.by_medium`; compared: False for the days
        alone, beside nothing.
        """
        form, gap = self.form, glance.gap
        if not compared:
            gap, rhythm, by_medium = replace(gap, usual=None, missing=0), NO_RHYTHM, ()
        form.bar.setVisible(compared)
        chosen = _chosen_lines(gap, rhythm, by_medium)
        form.chosen.setText(kept_together("\n".join(chosen)))
        form.chosen.setVisible(bool(chosen))
        head, rest = gap_parts(gap)
        form.head.setText(head)
        form.rest.setText(kept_together(rest))
        form.missing.setText(kept_together(gap_missing(gap)))
        form.missing.setVisible(bool(gap.missing))
        form.bar.show_gap(gap.counted, gap.usual, rhythm.contact)
        form.bar.setAccessibleName(self.tr("Days since the last contact"))
        form.bar.setAccessibleDescription(" ".join([gap_sentence(gap), gap_exact(gap), *chosen]))
        for place in (form.head, form.rest, form.bar):
            place.setToolTip(gap_exact(gap))
        form.last.setText(kept_together(last_contact(glance)))
        self._medium = glance.last.medium if glance.last else None
        self._show_icon()

    def _open_menu(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        button = self.form.more_button
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("How often I'd like to be in &touch…"), self.rhythm_wanted.emit)
        menu.addSeparator()
        words = self.tr("Change the &pause…") if self.paused else self.tr("Take a &pause…")
        menu.addAction(words, self.pause_wanted.emit)
        if self.paused:
            menu.addAction(self.tr("&End the pause"), self.end_wanted.emit)
        menu.addAction(self.tr("&All pauses…"), self.list_wanted.emit)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _show_icon(self) -> None:
        side = max(16, round(self.form.last.fontMetrics().height() * 1.15))
        self.form.more_button.setIconSize(QSize(side, side))
        if self._medium is not None:
            icon = self._look.icon(ICONS[self._medium], "muted")
            self.form.medium_icon.setPixmap(icon.pixmap(side, side))


def _chosen_lines(
    gap: Gap, rhythm: Rhythm, by_medium: Sequence[tuple[Medium, int, Interval, int]]
) -> list[str]:
    """What was declared and wished for, a line each."""
    lines = [gap_paused(gap), wish_sentence(rhythm.contact) if rhythm.contact else ""]
    lines += [medium_sentence(*one) for one in by_medium]
    return [line for line in lines if line]
