"""Quick add: the window in which an interaction is logged in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from reconnect_desktop.domain.errors import Invalid, UserError
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.early import NO_FOCUS, set_focus_policy, this_moment
from reconnect_desktop.views.forms.quick_add import Ui_QuickAdd
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.notices import Notices
from reconnect_desktop.views.lifetime import keep_program_alive, let_program_end
from reconnect_desktop.views.quick_add.draft_keeper import DraftKeeper
from reconnect_desktop.views.quick_add.form_size import height_for, width_for
from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

if TYPE_CHECKING:  # What is not seen at first is loaded when it is.
    from reconnect_desktop.clock import Clock
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.domain.when import When
    from reconnect_desktop.views.quick_add.quick_add_journal import Door, Offer
    from reconnect_desktop.views.quick_add.saved_panel import SavedPanel


class QuickAdd(QMainWindow):
    """The form with a Save button. Usable at once; what needs the journal waits for `set_journal`.

    saved: an Applied, once it is durable. closed: the window is gone and its draft is kept.
    retried: the journal could not be opened, and is wanted.
    standalone: says "Saved." itself and stays; otherwise it closes and leaves that to the main window.
    """

    saved = Signal(object)
    closed = Signal()
    retried = Signal()

    def __init__(
        self, look: Look, background: Background, *, standalone: bool = True, clock: Clock = this_moment
    ) -> None:
        super().__init__()
        self._look, self._background, self._clock = look, background, clock
        self.standalone = standalone
        self._journal: Door | None = None
        self._offered = False  # whether the journal's offer is in the form
        self._asked: When | None = None  # when Save was pressed, until it is done
        self._saving = False
        self._unopened = False  # whether the journal could not be opened
        self._panel: SavedPanel | None = None
        self._shown = False  # whether the panel is shown, and not the form
        self._leaving = False  # closed, and the program stays alive until the draft is kept
        self.ui = Ui_QuickAdd()
        self.ui.setupUi(self)
        self.form = InteractionForm(look, clock)
        self.notices = Notices(look, self.ui.notices, self.fit, self.retried.emit)
        self._keeper = DraftKeeper(background, self.form, self.notices)
        self._assemble()

    # --- The journal -----------------------------------------------------------

    def set_journal(self, journal: Door | None) -> None:
        """The journal is open: fetch draft, topics, tags; a save that was asked for meanwhile happens."""
        self._journal = self._keeper.journal = journal
        if journal is not None:
            from reconnect_desktop.views.quick_add.quick_add_journal import offer_from

            self._unopened = False
            self.notices.hide("strip")
            self._background.run(lambda: offer_from(journal), self._take_offer, self.show_problem)

    def show_applied(self, applied: Applied) -> None:
        """Something was written: what was saved here can only be taken back while it was the last."""
        if self._panel is not None:
            self._panel.note_applied(applied)

    def keep_now(self) -> Exception | None:
        """Keep what is written as a draft before anything else happens; the error, if that could not be done."""
        return self._keeper.keep_now()

    def cover(self, widget: QWidget | None) -> None:
        """Show this instead of everything else, or None: everything again. It is deleted when it is lifted."""
        from reconnect_desktop.views.kit.covering import cover

        cover(self, widget)

    def show_problem(self, error: Exception) -> None:
        """Say in one sentence what could not be done; the form stays as it is."""
        if not isinstance(error, UserError):
            raise error
        from reconnect_desktop.output.sentences import explain

        self._stop_waiting()
        self._unopened = self._journal is None
        self._offered = not self._unopened  # what could not be read is not waited for
        if self._leaving:
            self._leaving = False
            self.show()
            let_program_end()
        self.notices.strip.show_text(explain(error), again=self._unopened)
        self.fit()

    def _take_offer(self, offer: Offer) -> None:
        self._offered = True
        self.form.set_topics(offer.topics)
        self.form.set_known_tags(offer.tags)
        self.form.set_her_name(offer.her_name)
        if offer.draft is not None:
            self._keeper.offer(offer.draft)
        elif offer.medium is not None:
            self.form.offer_medium(offer.medium)
        self.fit()
        if self._leaving:
            self._keep_and_go()
        elif self._asked is not None:
            self._save()

    # --- Saving --------------------------------------------------------------------

    def submit(self) -> None:
        """Save what is filled in, now or as soon as the journal is open."""
        if self._saving or self._asked is not None:
            return
        self._asked = self._clock()
        self._save()

    def _save(self) -> None:
        assert self._asked is not None
        from reconnect_desktop.views.quick_add.quick_add_journal import changes_from, save

        self.notices.hide("strip")
        try:
            changes = changes_from(self.form, self._journal, self._asked)
        except Invalid as problem:
            self._stop_waiting()
            self.form.show_problem(problem)
            QTimer.singleShot(0, self, self._show_focus)
            return
        if (journal := self._journal) is None or not self._offered:
            self.ui.hint.setText(self.tr("Opening your journal…"))
            self.ui.save_button.setEnabled(False)
            if self._unopened:
                self.retried.emit()
            return
        self._saving = True
        self.ui.save_button.setEnabled(False)
        draft = self._keeper.before
        self._background.run(lambda: save(journal, changes, draft), self._saved, self.show_problem)

    def _saved(self, applied: Applied) -> None:
        self._keeper.let_go()
        self._stop_waiting()
        self.notices.hide("notice")
        self.saved.emit(applied)
        if self.standalone and not self._leaving:
            self._show_panel(applied)
        else:
            self._leave() if self._leaving else self.close()

    def _stop_waiting(self) -> None:
        self._asked, self._saving = None, False
        self.ui.hint.setText(self.tr("Enter saves · Esc closes"))
        self.ui.save_button.setEnabled(True)

    # --- After saving ------------------------------------------------------------

    def _show_panel(self, applied: Applied) -> None:
        assert self._journal is not None
        self._panel = self._panel or self._make_panel()
        self._switch(form=False)
        self._panel.show_saved(applied, self._journal)

    def _make_panel(self) -> SavedPanel:
        from reconnect_desktop.views.quick_add.saved_panel import SavedPanel

        panel = SavedPanel(self._look, self._background, self)
        panel.undone.connect(self._undone)
        panel.another_wanted.connect(self.begin_another)
        panel.done.connect(self.close)
        self.ui.rows.addWidget(panel, 1)
        return panel

    def _undone(self) -> None:
        """Back in the form, as it was, and a draft again."""
        self.notices.notice.show_text(self.tr("Taken back. Everything is still here."))
        self._switch(form=True)
        self._keeper.note_change()
        self.form.start()

    def begin_another(self) -> None:
        """An empty form, if what was saved is shown."""
        if self._shown:
            self._switch(form=True)
            self.form.clear()
            self.form.start()
            self._offered = False
            self.set_journal(self._journal)

    def _switch(self, *, form: bool) -> None:
        self._shown = not form
        for widget in (self.ui.area, self.ui.bar):
            widget.setVisible(form)
        if self._panel is not None:
            self._panel.setVisible(not form)
        if form:
            self.fit()

    # --- Closing -------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Never asks and never loses: what is written is kept as a draft, if there is a journal to keep it in."""
        event.setAccepted(not self._unopened or self._keeper.may_be_lost())
        if not event.isAccepted():
            return
        if self._shown or not (self._keeper.has_unkept or self._asked):
            self._leave()
            return
        self._leaving = True
        keep_program_alive()
        if self._journal is not None and self._offered and not self._saving:
            self._keep_and_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, and asks only if something was typed; Enter saves from outside the form, too."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_or_submit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._shown and self.form.is_touched():
            self._ask_and_close()
        else:
            self.close()

    def _press_or_submit(self) -> None:
        """The buttons of a notice are for themselves."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton) and focus is not self.ui.save_button:
            focus.click()
        else:
            self.submit()

    def _ask_and_close(self) -> None:
        from reconnect_desktop.views.kit.question import Fate, ask_fate

        fate = ask_fate(self)
        if fate is Fate.DISCARD:
            self.form.clear()
        if fate is not Fate.GO_ON:
            self._keeper.note_change()
            self.close()

    def _keep_and_go(self) -> None:
        if self._asked is not None and not self._saving:
            self._save()  # Save was pressed, then the window closed: it is still to be saved
        if not self._saving:
            self._keeper.keep(self._leave, self.show_problem)

    def _leave(self) -> None:
        was_leaving, self._leaving = self._leaving, False
        self.closed.emit()  # first, for whoever hears it says whether the program goes on without a window
        if was_leaving:
            let_program_end()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the media."""
        super().showEvent(event)
        if not event.spontaneous() and self.focusWidget() is None:
            self.form.start()

    def sizeHint(self) -> QSize:
        """High enough for the folded form."""
        return QSize(width := width_for(self), height_for(self, self.form, self._around(), width))

    def _assemble(self) -> None:
        self.ui.area.setWidget(self.form)
        self.form.setProperty("kind", "page")
        set_focus_policy(self.ui.area, NO_FOCUS)
        self.setMinimumSize(320, 280)
        self.resize(self.sizeHint())
        self.ui.save_button.clicked.connect(self.submit)
        self.form.submitted.connect(self.submit)
        self.form.changed.connect(self._keeper.note_change)
        self.form.unfolded.connect(lambda _unfolded: self.fit())

    def _around(self) -> int:
        return self.ui.bar.sizeHint().height() + self.notices.height

    def fit(self) -> None:
        """Make the window as high as its contents, as far as the screen goes."""
        if not (self.isMaximized() or self.isFullScreen() or self._shown):
            self.resize(self.width(), height_for(self, self.form, self._around(), self.width()))

    def _show_focus(self) -> None:
        if (field := self.focusWidget()) is not None and self.form.isAncestorOf(field):
            self.ui.area.ensureWidgetVisible(field)
