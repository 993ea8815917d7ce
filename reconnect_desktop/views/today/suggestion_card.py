"""The card with one suggestion: why, what to do, words one could use, and what one says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from reconnect_desktop.domain.suggestions import LeadsTo, Suggestion, filled
from reconnect_desktop.output.suggestion_words import why_lines, why_sentence
from reconnect_desktop.views.forms.suggestion_card import Ui_SuggestionCard
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.still import bring_into_view
from reconnect_desktop.views.kit.way_card import WayCard
from reconnect_desktop.views.today.advice_reading import AdviceReading

if TYPE_CHECKING:
    from reconnect_desktop.views.today.why_panel import WhyPanel

_TWO_COLUMNS = 62  # letters m of width


class SuggestionCard(QFrame):
    """One suggestion. Buttons only tell what was wanted.

    seen: it was painted in the window that is used; led: where it leads to was wanted, a LeadsTo.
    """

    seen = Signal()
    taken_up = Signal()
    put_off = Signal()
    retired = Signal()
    led = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row: Suggestion | None = None
        self._reading: AdviceReading | None = None
        self._panel: WhyPanel | None = None  # made when "Why this?" is first asked
        self.way = 0
        self.form = Ui_SuggestionCard()
        self.form.setupUi(self)
        self.words = WayCard(look, self, quoted=True)
        self.form.way_place.addWidget(self.words)
        self.form.why.setContentsMargins(0, 8, 0, 8)  # air of its own, where it takes several lines
        self._make_actions()
        QGuiApplication.instance().focusWindowChanged.connect(self._tell_seen)  # type: ignore[union-attr]
        self.form.why_button.toggled.connect(self._explain)
        self.form.why_button.clicked.connect(self._look_at_why)
        self.form.another_button.clicked.connect(self._show_another)

    def show_suggestion(self, reading: AdviceReading) -> None:
        """Show what is chosen; the one that is shown already keeps its words and stays open."""
        chosen = reading.advice.chosen
        if chosen is None:
            return
        form, self._reading = self.form, reading
        if self._row is None or self._row.id != chosen.suggestion.id:
            self.way = chosen.way
            form.why_button.setChecked(False)
        self._row = chosen.suggestion
        why = why_sentence(chosen)
        form.why.setText(kept_together(why))
        form.why_button.setVisible(bool(chosen.signal or why_lines(chosen, reading.advice)))
        form.title.setText(filled(self._row.title, reading.name))
        form.what.say(filled(self._row.what, reading.name))
        form.another_button.setVisible(len(self._row.ways) > 1)
        self._show_way()
        self._show_lead(self._row.leads_to)
        self._explain(form.why_button.isChecked())
        self.setAccessibleName(self.tr("An idea for you: {title}").format(title=form.title.text()))
        self.setAccessibleDescription(why)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, in the order of the eye."""
        form = self.form
        return [
            form.why_button,
            self.words.copy_button,
            form.another_button,
            self.try_button,
            self.lead_button,
            self.later_button,
            self.retire_button,
        ]

    def take_focus(self) -> None:
        """Where the keyboard goes on that had answered what stood here before; Enter there decides nothing."""
        first = self.form.why_button if not self.form.why_button.isHidden() else self.words.copy_button
        first.setFocus()

    # Inside

    def _make_actions(self) -> None:
        self.try_button = QPushButton(self.tr("I'll &try this"), self)
        self.try_button.setProperty("kind", "primary")
        self.lead_button = QPushButton(self)
        self.later_button = QPushButton(self.tr("N&ot today"), self)
        self.retire_button = QPushButton(self.tr("Not for &me"), self)
        row = FlowLayout()
        for button, signal in (
            (self.try_button, self.taken_up),
            (self.lead_button, None),
            (self.later_button, self.put_off),
            (self.retire_button, self.retired),
        ):
            row.addWidget(button)
            if signal is not None:
                button.clicked.connect(signal)
        for button in (self.later_button, self.retire_button):
            button.setProperty("kind", "text")
        self.lead_button.clicked.connect(self._lead)
        self.form.actions_place.setContentsMargins(0, 8, 0, 0)
        self.form.actions_place.addLayout(row)

    def _lead(self) -> None:
        if self._row is not None:
            self.led.emit(self._row.leads_to)

    def _show_another(self) -> None:
        if self._row is not None:
            self.way = (self.way + 1) % len(self._row.ways)
            self._show_way()

    def _show_way(self) -> None:
        row, reading = self._row, self._reading
        if row is not None and reading is not None:
            self.words.show_words(filled(row.ways[self.way % len(row.ways)], reading.name))

    def _show_lead(self, leads_to: LeadsTo | None) -> None:
        words = {
            LeadsTo.LETTER: self.tr("Write a &letter first"),
            LeadsTo.NEEDS: self.tr("Write &down a need"),
            LeadsTo.RHYTHM: self.tr("&Choose a rhythm"),
            LeadsTo.TOPICS: self.tr("Note a topi&c"),
            LeadsTo.LOG: self.tr("Look into the lo&g"),
        }
        self.lead_button.setVisible(leads_to is not None)
        self.lead_button.setText(words[leads_to] if leads_to else "")

    def _explain(self, wanted: bool) -> None:
        if wanted and self._panel is None:
            from reconnect_desktop.views.today.why_panel import WhyPanel

            self._panel = WhyPanel(self._look, self)
            self.form.why_place.addWidget(self._panel)
        if self._panel is not None:
            if wanted and self._reading is not None:
                self._panel.show_why(self._reading)
            self._panel.setVisible(wanted)

    def _look_at_why(self) -> None:
        if self._panel is not None and self._panel.isVisible():
            bring_into_view(self._panel, self.form.why_button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted means visible, at least in part: what is scrolled out of sight is not."""
        super().paintEvent(event)
        self._tell_seen()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _tell_seen(self) -> None:
        if self.isActiveWindow() and not self.visibleRegion().isEmpty():
            self.seen.emit()

    def _arrange(self) -> None:
        letters = self.width() / max(self.fontMetrics().horizontalAdvance("m"), 1)
        aside = letters >= _TWO_COLUMNS
        way = QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom
        self.form.body.setDirection(way)
