"""Going back to a backup: what it would change is shown first; it is done in the background, and can be undone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop import backing_up
from reconnect_desktop.domain.errors import BackupLocked, MistypedKey, UserError, WrongPassphrase
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.backup_words import difference_words
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.changed_rows import ChangedModel
from reconnect_desktop.views.forms.go_back_dialog import Ui_GoBackDialog
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.face_delegate import FaceDelegate

if TYPE_CHECKING:
    from reconnect_desktop.domain.restoring import Comparison

_LETTERS = 44  # letters m of its width


class GoBackDialog(QDialog):
    """Use `GoBackDialog.go_back`. Four steps in one window: at work, its passphrase, preview, and what is in the way."""

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        source: str | Path,
    ) -> None:
        super().__init__(parent)
        self._look, self._journal, self._source = look, journal, source
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._show_trouble)
        self._typed: str | None = None  # the passphrase of the backup, where it has one of its own
        self.form = Ui_GoBackDialog()
        self.form.setupUi(self)
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.next_button.clicked.connect(self._go_on)
        self._compare()

    @classmethod
    def go_back(
        cls,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        source: str | Path,
        *,
        title: str,
    ) -> bool:
        """See it through, under this title; whether the journal is now as it was in the backup `source`."""
        dialog = cls(parent, look, background, journal, source)
        dialog.form.title.setText(title)
        dialog.resize(dialog.sizeHint())
        answer = dialog.exec()
        dialog.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def sizeHint(self) -> QSize:
        """Room for some rows, at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, round(width * 0.86)).boundedTo(self.screen().availableSize() * 0.9)

    # Steps

    def _compare(self) -> None:
        self.form.working_label.setText(self.tr("Comparing it with the journal…"))
        self._show(self.form.working_step)
        work = partial(backing_up.compare, self._journal, self._source, self._typed)
        self._errands.run(work, self._preview, aside=True)

    def _preview(self, comparison: Comparison) -> None:
        form = self.form
        form.count_label.setText(self._count_words(comparison))
        differences = "\n".join(difference_words(comparison))
        form.difference_label.setText(differences or self.tr("Nothing would change."))
        model = ChangedModel(comparison.changes, self)
        form.changes_list.setModel(model)
        form.changes_list.setItemDelegate(
            FaceDelegate(self._look, model.face_at, form.changes_list, marks_chosen=False)
        )
        form.changes_list.setVisible(bool(model.changes))
        form.more_label.setText(tr_n("and {count} more", "and {count} more", model.more))
        form.more_label.setVisible(bool(model.more))
        form.safe_label.setVisible(bool(comparison.changes))
        self._show(form.preview_step)
        form.next_button.setVisible(bool(comparison.changes))

    def _go_back(self) -> None:
        self.form.working_label.setText(self.tr("Backing up the journal as it is, then going back…"))
        self._show(self.form.working_step)
        self.form.cancel_button.setText(self.tr("&Close"))  # it can be undone then, but not be stopped
        work = partial(backing_up.go_back, self._journal, self._source, self._typed)
        self._errands.run(work, lambda _applied: self.accept())

    def _go_on(self) -> None:
        if self.form.steps.currentWidget() is self.form.preview_step:
            self._go_back()
        elif self.form.passphrase_edit.text():
            self._typed = self.form.passphrase_edit.text()
            self._compare()

    def _show_trouble(self, error: UserError) -> None:
        if isinstance(error, (BackupLocked, WrongPassphrase)):
            self._ask_passphrase(error)
            return
        self.form.problem_label.setText(explain(error))
        self._show(self.form.problem_step)

    def _ask_passphrase(self, error: UserError) -> None:
        form = self.form
        wrong = (
            self.tr(
                "If this is the recovery key, there is a slip in it. Compare it with your sheet, group by group."
            )
            if isinstance(error, MistypedKey)
            else self.tr("This doesn't open the backup. Look at capital letters and the keyboard's language.")
        )
        form.passphrase_problem.say(wrong if self._typed else "")
        self._show(form.passphrase_step)
        form.passphrase_edit.setFocus()
        form.passphrase_edit.selectAll()

    def _show(self, step: QWidget) -> None:
        form = self.form
        form.steps.setCurrentWidget(step)
        words = {form.passphrase_step: self.tr("C&ontinue"), form.preview_step: self.tr("&Go back")}
        form.next_button.setVisible(step in words)
        form.next_button.setText(words.get(step, ""))
        form.cancel_button.setText(self.tr("&Close") if step is form.problem_step else self.tr("&Cancel"))
        if step is form.preview_step:
            form.next_button.setFocus()

    def _count_words(self, comparison: Comparison) -> str:
        then, now = comparison.interactions_then, comparison.interactions_now
        return tr_n(
            "It holds {count} interaction; the journal has {now} now.",
            "It holds {count} interactions; the journal has {now} now.",
            then,
            now=number_words(now),
        )

    def done(self, result: int) -> None:
        """What was begun is done all the same; the main window says so."""
        self._errands.leave()
        self.form.passphrase_edit.wipe()
        self._typed = None
        super().done(result)
