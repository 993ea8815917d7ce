"""Keeps what is being written, so that nothing is lost however the window goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.notices import Notices
from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

if TYPE_CHECKING:
    from reconnect_desktop.views.quick_add.quick_add_journal import Door, Draft

BEFORE = "before"  # key of a draft under which an older, unfinished one is kept
PAUSE = 1000  # milliseconds from a change until it is kept


class DraftKeeper(QObject):
    """Saves what is in `form`, at most once a second, and brings it back.

    before: an older draft that was not taken up; it is kept inside the new one, and comes next.
    """

    def __init__(self, background: Background, form: InteractionForm, notices: Notices) -> None:
        super().__init__(form)
        self._form, self._notices = form, notices
        self.before: Draft | None = None
        self.journal: Door | None = None
        self._background = background
        self._unkept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._keep_quietly)

    @property
    def has_unkept(self) -> bool:
        """Whether something changed that is not in the journal yet."""
        return self._unkept

    def offer(self, draft: Draft) -> None:
        """What was kept: shown, unless something is being written already; then it waits under that."""
        if not self._form.is_touched():
            self._show(draft)
            return
        self.before = draft
        text, action = self.tr("There is a draft from before, too."), self.tr("Bring it back")
        self._notices.notice.show_text(text, action, self._swap)

    def note_change(self) -> None:
        """Something was typed. More typing doesn't set the clock back: a long note is kept each second."""
        self._unkept = True
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, then: Callable[[], None], otherwise: Callable[[Exception], None]) -> None:
        """Save the draft now; waits for nothing, answers in the GUI thread."""
        self._timer.stop()
        journal, whole = self.journal, self._whole()
        assert journal is not None
        self._unkept = False

        def failed(error: Exception) -> None:
            self._unkept = True
            otherwise(error)

        self._background.run(lambda: journal.save_draft(whole), lambda _: then(), failed)

    def keep_now(self) -> Exception | None:
        """Save the draft before anything else happens; the error, if that could not be done."""
        self._timer.stop()
        if self.journal is not None and self._unkept:
            try:
                self.journal.save_draft(self._whole())
            except UserError as error:
                return error
            self._unkept = False
        return None

    def let_go(self) -> None:
        """There is nothing to be kept any more: it was saved, or thrown away."""
        self._timer.stop()
        self._unkept = False

    def may_be_lost(self) -> bool:
        """Where there is no journal to keep it in: whether to let go what is written, if anything is."""
        from reconnect_desktop.views.kit.question import ask_unkept

        if self._form.is_touched() and not ask_unkept(self._form.window()):
            return False
        self._form.clear()
        self.let_go()
        return True

    def _keep_quietly(self) -> None:
        if self.journal is not None:
            # A failure is told when it matters: at saving, and at closing, where it is tried again.
            self.keep(lambda: None, lambda _error: None)

    def _whole(self) -> Draft | None:
        """What is written, with what was not taken up of before."""
        draft = self._written()
        if draft is None:
            return self.before
        return {**draft, BEFORE: self.before} if self.before else draft

    def _written(self) -> Draft | None:
        return self._form.to_draft() if self._form.is_touched() else None

    def _show(self, draft: Draft) -> None:
        before = draft.get(BEFORE)
        self.before = before if isinstance(before, dict) else None
        self._form.from_draft(draft)
        medium = self._form.ui.medium
        if medium.isAncestorOf(self._form.focusWidget() or self._form):
            medium.setFocus()  # where the choice is now
        self.let_go()
        text, action = self.tr("Your draft from before is back."), self.tr("Start afresh")
        self._notices.notice.show_text(text, action, self._start_afresh)

    def _swap(self) -> None:
        older, written = self.before, self._written()
        if older is not None:
            self._show(older)
            self.before = written
            self.note_change()

    def _start_afresh(self) -> None:
        self._form.clear()
        self.note_change()
        self._form.start()
