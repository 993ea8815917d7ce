"""Asks which earlier version of a letter one would like to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reconnect_desktop.domain.records import LetterVersion
from reconnect_desktop.output.letter_words import letter_title, opening_words
from reconnect_desktop.views.forms.letter_versions import Ui_LetterVersions
from reconnect_desktop.views.kit.dates import day_within, time_words

_SHOWN = 32  # characters of a version's first words


class LetterVersionsDialog(QDialog):
    """A list by date and first words, and the one that is looked at beside it."""

    def __init__(self, versions: Sequence[LetterVersion], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = versions
        self.form = Ui_LetterVersions()
        self.form.setupUi(self)
        for version in versions:
            kept = self.tr("Until {day}, {time}").format(
                day=day_within(version.kept.day, today), time=time_words(version.kept.local)
            )
            words = opening_words(version.text) or letter_title(version)
            self.form.versions_list.addItem(QListWidgetItem(f"{kept}\n{_cut(words)}"))
        self.form.versions_list.currentRowChanged.connect(self._show)
        self.form.versions_list.setCurrentRow(0)
        self.form.back_button.clicked.connect(self.accept)
        self.form.close_button.clicked.connect(self.reject)
        if not versions:
            self.form.hint.setText(
                self.tr(
                    "There are none yet: when you come back to the letter another time, what was there is set aside."
                )
            )
            for widget in (self.form.versions_list, self.form.preview, self.form.back_button):
                widget.hide()
            self.adjustSize()

    @classmethod
    def ask(
        cls, parent: QWidget | None, versions: Sequence[LetterVersion], today: date
    ) -> LetterVersion | None:
        """The one to go back to, or None."""
        dialog = cls(versions, today, parent)
        answer = dialog.exec()
        row = dialog.form.versions_list.currentRow()
        dialog.deleteLater()
        return versions[row] if answer == QDialog.DialogCode.Accepted and row >= 0 else None

    def _show(self, row: int) -> None:
        self.form.preview.setPlainText(_whole(self._versions[row]) if row >= 0 else "")


def _whole(version: LetterVersion) -> str:
    """All that stood in it: the letter, and under a line what was noted for it."""
    noted = [version.happened, version.felt, version.wish, version.grateful]
    parts = [version.title, version.text, "—" if any(part.strip() for part in noted) else "", *noted]
    return "\n\n".join(part for part in parts if part.strip())


def _cut(words: str) -> str:
    """No longer than the list is wide."""
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
