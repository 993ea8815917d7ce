"""What would come of it: how much of what, over which months, what is left out, and what can't be read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.months import Month
from reconnect_desktop.exchange.draft import Problem
from reconnect_desktop.output.errors_in_words import what_is_wrong
from reconnect_desktop.views.forms.preview_step import Ui_PreviewStep
from reconnect_desktop.views.importing import preview_words
from reconnect_desktop.views.importing.import_work import Previewed
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.look import Look

_PROBLEMS_SHOWN = 200


class PreviewStep(QWidget):
    """Nothing of it is in the journal yet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PreviewStep()
        self.form.setupUi(self)
        self.form.timeline.set_look(look)
        self._problems = QStringListModel(self)
        self.form.problems_list.setModel(self._problems)
        self.form.problems_list.setWordWrap(True)

    def show_preview(self, previewed: Previewed) -> None:
        """Tell all of it."""
        form, result = self.form, previewed.result
        unrated = "" if previewed.rated else preview_words.closeness(result)
        for label, words in (
            (form.count_label, preview_words.headline(result)),
            (form.media_label, preview_words.media(result)),
            (form.detail_label, "\n".join(preview_words.details(result))),
            (form.closeness_label, unrated),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._show_months(previewed.by_month)
        self._show_problems(result.problems)

    def _show_months(self, by_month: Mapping[Month, int]) -> None:
        """One month is told by the first line."""
        words = preview_words.timeline(by_month)
        self.form.timeline.show_months(by_month, words)
        self.form.timeline_label.setText(words)
        self.form.timeline.setVisible(bool(words))
        self.form.timeline_label.setVisible(bool(words))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._problems.setStringList([self._told(problem) for problem in problems[:_PROBLEMS_SHOWN]])
        words = self.tr("&Lines that can't be read: {count}")
        if len(problems) > _PROBLEMS_SHOWN:
            words = self.tr("&Lines that can't be read: {count}, of which these are the first {shown}")
        self.form.problems_label.setText(
            words.format(count=number_words(len(problems)), shown=_PROBLEMS_SHOWN)
        )
        self.form.problems_label.setVisible(bool(problems))
        self.form.problems_list.setVisible(bool(problems))

    def _told(self, problem: Problem) -> str:
        sentence = what_is_wrong(Invalid(problem.field, problem.why))
        if not problem.line:
            return sentence
        return self.tr("Line {line}: {why}").format(line=problem.line, why=sentence)
