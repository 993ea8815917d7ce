"""Changes one interaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.when import When
from reconnect_desktop.views.forms.edit_dialog import Ui_EditDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.quick_add.form_size import height_for, width_for
from reconnect_desktop.views.quick_add.interaction_form import InteractionForm


class EditDialog(QDialog):
    """The form with everything unfolded. Use `EditDialog.ask`."""

    def __init__(self, look: Look, now: Callable[[], When], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._now = now
        self.result_interaction: Interaction | None = None
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
    ) -> Interaction | None:
        """Let the user change `interaction`; the changed one, or None if nothing is to be changed.

        tags: those in use, most used first; now: what a time must not lie after.
        """
        dialog = cls(look, now, parent)
        dialog.form.set_known_tags(tags)
        if her_name is not None:
            dialog.form.set_her_name(her_name)
        dialog.form.fill(interaction)
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

    def reject(self) -> None:
        """Esc, Cancel or the window manager: asks only if something was changed."""
        if self.form.is_touched() and not self._may_discard():
            return
        super().reject()

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        width = width_for(self)
        return QSize(width, height_for(self, self.form, self.ui.bar.sizeHint().height(), width))

    def _may_discard(self) -> bool:
        from reconnect_desktop.views.kit.question import ask

        answers = (self.tr("Go on &writing"), self.tr("&Discard changes"))
        text = self.tr("You have changed something. Shall it be left as it was?")
        return ask(self, text, answers, escape=0) == 1
