"""The outline beside a letter: four gentle questions, for sorting one's thoughts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.letter_outline import Ui_LetterOutline
from reconnect_desktop.views.kit.icons import onward
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.text_area import TextArea


class LetterOutline(QWidget):
    """What happened, how it felt, what I'd wish for, what I'm grateful for.

    changed: by the user. taken: its paragraphs are to begin the letter. folded: it was folded or unfolded.
    """

    changed = Signal()
    taken = Signal(str)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_LetterOutline()
        self.form.setupUi(self)
        self._look: Look | None = None
        self._loading = False
        for field in self.fields:
            field.lines = 3
            field.textChanged.connect(self._tell)
        self.form.fold_button.toggled.connect(self._fold)
        self.form.take_button.clicked.connect(lambda: self.taken.emit(self.paragraphs()))

    @property
    def fields(self) -> tuple[TextArea, TextArea, TextArea, TextArea]:
        """In their order."""
        form = self.form
        return form.happened, form.felt, form.wish, form.grateful

    def set_look(self, look: Look) -> None:
        """What its icon is painted with."""
        self._look = look
        self.set_open(open_=True)

    def set_open(self, *, open_: bool) -> None:
        """Fold or unfold it."""
        self.form.fold_button.setChecked(open_)
        self._fold(open_)

    def load(self, parts: Sequence[str]) -> None:
        """Show these, silently."""
        self._loading = True
        for field, part in zip(self.fields, parts, strict=True):
            if field.toPlainText() != part:
                field.setPlainText(part)
        self._loading = False
        self._update()

    def written(self) -> tuple[str, ...]:
        """What stands in the four fields."""
        return tuple(
            field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n").replace("\0", "")
            for field in self.fields
        )

    def paragraphs(self) -> str:
        """What was noted, as paragraphs of a letter."""
        return "\n\n".join(part.strip() for part in self.written() if part.strip())

    def _tell(self) -> None:
        self._update()
        if not self._loading:
            self.changed.emit()

    def _update(self) -> None:
        self.form.take_button.setEnabled(any(not field.document().isEmpty() for field in self.fields))

    def _fold(self, open_: bool) -> None:
        self.form.inside.setVisible(open_)
        if self._look is not None:
            self.form.fold_button.setIcon(self._look.icon("chevron-down" if open_ else onward(), "accent"))
        self.folded.emit(open_)
