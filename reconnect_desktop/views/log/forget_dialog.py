"""Asks whether interactions shall be forgotten for good, and sees it through."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop import forgetting
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.forgetting import Forgotten
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.forget_dialog import Ui_ForgetDialog
from reconnect_desktop.views.kit.dates import full_day_words
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.log.log_words import row_facts


class Stopped(UserError):
    """The user does not want it any more."""


class ForgetDialog(QDialog):
    """Use `ForgetDialog.ask`."""

    _seen = Signal(int, int)  # from the background: how many backups, and of how many

    def __init__(
        self,
        parent: QWidget | None,
        background: Background,
        journal: Journal,
        interactions: Sequence[Interaction],
    ) -> None:
        super().__init__(parent)
        self._journal, self._ids = journal, [one.id for one in interactions]
        self._stop = threading.Event()
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._show_trouble)
        self.forgotten: Forgotten | None = None
        self.form = Ui_ForgetDialog()
        self.form.setupUi(self)
        self._ask_about(interactions)
        self._seen.connect(self._show_seen)
        self.form.go_button.clicked.connect(self._forget)
        self.form.keep_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        background: Background,
        journal: Journal,
        interactions: Sequence[Interaction],
    ) -> Forgotten | None:
        """What came of it, or None where they were kept."""
        dialog = cls(parent, background, journal, interactions)
        dialog.resize(dialog.sizeHint())
        dialog.form.keep_button.setFocus()
        dialog.exec()
        forgotten = dialog.forgotten
        dialog.deleteLater()
        return forgotten

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)

    def reject(self) -> None:
        """Close it, or stop first what is under way."""
        if self._errands.under_way:
            self._stop.set()
            self.form.about.setText(self.tr("Stopping…"))
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Closed while it is at work, it stops."""
        self._stop.set()
        self._errands.leave()
        super().done(result)

    # Inside

    def _ask_about(self, interactions: Sequence[Interaction]) -> None:
        form, one = self.form, len(interactions) == 1
        form.title.setText(
            self.tr("Forget this interaction for good?")
            if one
            else tr_n(
                "Forget {count} interaction for good?",
                "Forget {count} interactions for good?",
                len(interactions),
            )
        )
        form.what.setText(f"{full_day_words(interactions[0].when.day)}, {row_facts(interactions[0])}")
        form.what.setVisible(one)
        form.about.setText(
            self.tr(
                "It is taken out of the journal, of what can be undone, and of every backup in reach, each of which is"
                " made anew without it. There is no way back.\n\n"
                "What you exported, printed or copied to other places is not touched.\n\n"
                "Deleting is gentler: for 30 days, what is deleted can be brought back."
            )
            if one
            else self.tr(
                "They are taken out of the journal, of what can be undone, and of every backup in reach, each of which is"
                " made anew without them. There is no way back.\n\n"
                "What you exported, printed or copied to other places is not touched.\n\n"
                "Deleting is gentler: for 30 days, what is deleted can be brought back."
            )
        )
        form.progress.hide()

    def _forget(self) -> None:
        form = self.form
        form.problem.say("")
        form.about.setText(self.tr("Looking through the backups. This may take a while if there are many."))
        form.progress.setMaximum(0)
        form.progress.show()
        form.go_button.hide()
        form.keep_button.setText(self.tr("&Stop"))
        self._errands.run(lambda: forgetting.forget(self._journal, self._ids, self._progress), self._take)

    def _progress(self, seen: int, of: int) -> None:
        """In the background."""
        if self._stop.is_set():
            raise Stopped
        self._seen.emit(seen, of)

    def _show_seen(self, seen: int, of: int) -> None:
        self.form.progress.setMaximum(of)
        self.form.progress.setValue(seen)

    def _take(self, forgotten: Forgotten) -> None:
        self.forgotten = forgotten
        self.accept()

    def _show_trouble(self, error: UserError) -> None:
        stopped = isinstance(error, Stopped)
        self.form.progress.hide()
        self.form.about.setText(
            self.tr("Nothing was taken out of the journal. Some backups may be without it already.")
        )
        self.form.problem.say("" if stopped else explain(error))
        self.form.keep_button.setText(self.tr("&Close"))
        self.form.keep_button.setFocus()
