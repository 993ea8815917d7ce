"""Changes one interaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid, UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.when import When
from reconnect_desktop.views.forms.edit_dialog import Ui_EditDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.form_size import height_for, width_for
from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

Draft = dict[str, object]
Keep = Callable[[Draft], None]


class EditDialog(QDialog):
    """The form with everything unfolded. Use `EditDialog.ask`."""

    def __init__(self, look: Look, now: Callable[[], When], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._now = now
        self.result_interaction: Interaction | None = None
        self._keep: Keep | None = None
        self.ui = Ui_EditDialog()
        self.ui.setupUi(self)
        self.form = InteractionForm(look, now)
        self.form.setProperty("kind", "page")
        self.ui.area.setWidget(self.form)
        self.ui.save_button.clicked.connect(self.submit)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.form.submitted.connect(self.submit)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        look: Look,
        interaction: Interaction,
        tags: Sequence[str],
        now: Callable[[], When],
        *,
        her_name: str | None = None,
        begun: Draft | None = None,
        keep: Keep | None = None,
    ) -> Interaction | None:
        """Let the user change `interaction`; the changed one, or None if nothing is to be changed.

        tags: those in use, most used first; now: what a time must not lie after. keep: is given what was changed and not
        saved, if the dialog has to go; begun: what it was given the last time.
        """
        dialog = cls(look, now, parent)
        dialog.form.set_known_tags(tags)
        if her_name is not None:
            dialog.form.set_her_name(her_name)
        dialog.form.fill(interaction)
        if begun is not None:
            dialog.form.from_draft(begun)
        dialog._keep = keep
        dialog.resize(dialog.sizeHint())
        dialog.form.start()
        dialog.exec()
        changed = dialog.result_interaction
        dialog.deleteLater()
        return changed if changed != interaction else None

    def submit(self) -> None:
        """Take it, or say what is wrong."""
        now = self._now()
        try:
            self.result_interaction = self.form.read("", now, now.zone)
        except Invalid as problem:
            self.form.show_problem(problem)
            field = self.form.focusWidget()
            if field is not None:
                self.ui.area.ensureWidgetVisible(field)
            return
        self.accept()

    def keep_now(self) -> Exception | None:
        """Keep what was changed before anything else happens; the error, if that could not be done."""
        if self._keep is not None and self.form.is_touched():
            try:
                self._keep(self.form.to_draft())
            except UserError as error:
                return error
        return None

    def reject(self) -> None:
        """Esc, Cancel or the window manager: asks only if something was changed."""
        from reconnect_desktop.views.kit.question import may_discard_changes

        if self.form.is_touched() and not may_discard_changes(self):
            return
        super().reject()

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        width = width_for(self)
        return QSize(width, height_for(self, self.form, self.ui.bar.sizeHint().height(), width))
