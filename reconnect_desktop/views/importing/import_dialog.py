"""Bringing history in: reads a file, asks what it leaves open, shows what would come of it, and does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import AnswerMissing, UserError, WhoIsMissing
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.twins import Twin
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.import_dialog import Ui_ImportDialog
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.choosing_file import ask_for_file
from reconnect_desktop.views.importing.happened_step import HappenedStep
from reconnect_desktop.views.importing.import_work import Cancelled, ImportWork, Looked, Previewed
from reconnect_desktop.views.importing.preview_step import PreviewStep
from reconnect_desktop.views.importing.questions_step import QuestionsStep
from reconnect_desktop.views.importing.reading_step import ReadingStep
from reconnect_desktop.views.importing.trouble_step import TroubleStep
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.problem_label import ProblemLabel

_ANOTHER = 2  # what the dialog ends with when another file is wanted
_LOOK = 100  # milliseconds between two looks at how far it has come
_WIDE, _HIGH = 50, 42  # letters m, lines

T = TypeVar("T")


class ImportDialog(QDialog):
    """Each step is a widget of its own; this shows one after the other. Until the last, nothing is written."""

    def __init__(
        self, parent: QWidget | None, look: Look, background: Background, journal: Journal, path: Path
    ) -> None:
        super().__init__(parent)
        self._look, self._journal = look, journal
        self._looked: Looked | None = None
        self._answers = Answers(zone=journal.now().zone)  # with which it was read the last time
        self._previewed: Previewed | None = None
        self._was_asked = self._is_written = False
        self.questions: QuestionsStep | None = None
        self.happened: HappenedStep | None = None
        self.trouble: TroubleStep | None = None
        self.shown: QWidget | None = None
        self.pairs: list[Twin] = []
        self.form = Ui_ImportDialog()
        self.form.setupUi(self)
        self.reading, self.preview = ReadingStep(self), PreviewStep(look, self)
        self.preview.hide()  # until its turn: it would lie in the corner, and take the focus
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._fail)
        self._errands.changed.connect(self._notice)
        self.work = ImportWork(journal, path)
        self._progress = QTimer(self, interval=_LOOK)
        self._progress.timeout.connect(lambda: self.reading.show_progress(self.work.share))
        self._progress.start()
        self.form.back_button.clicked.connect(self._go_back)
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.next_button.clicked.connect(self._go_on)
        self.resize(self.sizeHint())
        self._begin_reading(partial(self.work.look, self._answers.zone), self._show_looked)

    @classmethod
    def bring_in(
        cls,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        path: Path | None = None,
    ) -> list[Twin]:
        """Ask for a file unless one is given, and see it through; where it can't be read, another one can be chosen.

        Returns the pairs of what came in and what was there that may be one contact.
        """
        pairs: list[Twin] = []
        chosen = path or ask_for_file(parent)
        while chosen is not None:
            dialog = cls(parent, look, background, journal, chosen)
            code, pairs = dialog.exec(), dialog.pairs
            dialog.deleteLater()
            chosen = ask_for_file(parent, chosen) if code == _ANOTHER else None
        return pairs

    def sizeHint(self) -> QSize:
        """As large as most files need, as far as the screen goes."""
        most, metrics = self.screen().availableGeometry().size(), self.fontMetrics()
        size = QSize(metrics.horizontalAdvance("m") * _WIDE, metrics.height() * _HIGH)
        return size.boundedTo(most - QSize(40, 60))

    def done(self, code: int) -> None:
        """However it ends: what is still being read is read no more, and nothing of it is written."""
        self._errands.leave()
        self.work.cancel()
        self._progress.stop()
        super().done(code)

    # From step to step

    def _show_looked(self, looked: Looked) -> None:
        self._looked = looked
        self.form.title_label.setText(looked.format.title)
        self._answers = Answers(zone=self._answers.zone, silence=looked.silence)
        today = self._journal.now().day
        self.questions = QuestionsStep(looked, self._answers, today, self)
        if looked.asks.needs_an_answer:
            self._ask()
        else:
            self._preview(self.questions.answers() or self._answers)

    def _ask(self) -> None:
        assert self.questions is not None
        self._was_asked = True
        self._show(self.questions, self.tr("&Next"))
        self.questions.begin()

    def _preview(self, answers: Answers) -> None:
        """What was read with the same answers need not be read again."""
        if self._previewed is not None and answers == self._answers:
            self._show_preview(self._previewed)
            return
        self._answers, self._previewed, self.happened = answers, None, None
        self._begin_reading(partial(self.work.preview, answers), self._show_preview)

    def _show_preview(self, previewed: Previewed) -> None:
        self._previewed, result = previewed, previewed.result
        self.preview.show_preview(previewed)
        self._show(self.preview, self.tr("&Next") if result.planned else self.tr("Bring &in"))
        form = self.form
        form.back_button.setVisible(self.questions is not None and bool(self.questions.questions))
        form.back_button.setText(self.tr("&Back") if self._was_asked else self.tr("&Options…"))
        form.next_button.setEnabled(bool(result.added or result.planned))
        (form.next_button if form.next_button.isEnabled() else form.cancel_button).setFocus()

    def _ask_what_happened(self, previewed: Previewed) -> None:
        if self.happened is None:
            self.happened = HappenedStep(previewed.plans, self)
            self.happened.model.ticked.connect(self._update_happened)
        self._show(self.happened, self.tr("Bring &in"))
        self.form.back_button.setVisible(True)
        self.form.back_button.setText(self.tr("&Back"))
        self._update_happened()
        self.happened.begin()

    def _update_happened(self) -> None:
        """With nothing ticked, there may be nothing to bring in."""
        assert self._previewed is not None
        assert self.happened is not None
        any_of_it = self._previewed.result.added > 0 or self.happened.model.count > 0
        self.form.next_button.setEnabled(any_of_it)

    def _write(self, previewed: Previewed) -> None:
        assert self._looked is not None
        took_place = self.happened.chosen() if self.happened is not None else frozenset()

        def happened(one: Interaction) -> bool:
            return one.id in took_place

        work = partial(self.work.bring_in, self._looked, self._answers, previewed.found, happened)
        self._show(self.reading)
        self.reading.begin(self.tr("Bringing it in…"))
        self._run(work, self._look_for_pairs, aside=False)

    def _look_for_pairs(self, result: BroughtIn) -> None:
        """It is in the journal; what is found out now can as well be found out later."""
        self.reading.begin(self.tr("It is in your journal. Looking for what may be there twice…"))
        self.form.cancel_button.setText(self.tr("Close"))
        self._is_written = True
        self._run(partial(self.work.pairs, result), self._finish, aside=True)

    def _finish(self, pairs: list[Twin]) -> None:
        self.pairs = pairs
        self.accept()

    def _go_on(self) -> None:
        previewed = self._previewed
        if self.shown is self.trouble:
            self.done(_ANOTHER)
        elif self.shown is self.questions and self.questions is not None:
            if answers := self.questions.answers():
                self._preview(answers)
            else:
                QTimer.singleShot(0, self, self._show_what_is_open)  # once there is room for it
        elif previewed is None:
            return
        elif self.shown is self.preview and previewed.result.planned:
            self._ask_what_happened(previewed)
        else:
            self._write(previewed)

    def _go_back(self) -> None:
        if self.shown is self.preview:
            self._ask()
        elif self._previewed is not None:
            self._show_preview(self._previewed)

    # In the background

    def _begin_reading(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        self._show(self.reading)
        self.reading.begin(self.tr("Reading the file…"))
        self._run(work, then, aside=True)

    def _run(self, work: Callable[[], T], then: Callable[[T], object], *, aside: bool) -> None:
        def unless_cancelled() -> T | None:
            try:
                return work()
            except Cancelled:
                return None  # nobody waits for it

        def go_on(result: T | None) -> None:
            if result is not None:
                then(result)

        self._errands.run(unless_cancelled, go_on, aside=aside)

    def _fail(self, error: UserError) -> None:
        """What other answers may help against is asked again; from what could not be written, one can go back."""
        if self._is_written:
            self.accept()  # what else is in the way is told when it is met again
            return
        if isinstance(error, AnswerMissing | WhoIsMissing) and self.questions is not None:
            self._ask()
            self.questions.show_trouble(error)
            return
        self.trouble = TroubleStep(error, self)
        is_read = self._previewed is not None
        self._show(self.trouble, "" if is_read else self.tr("Choose another &file…"))
        self.form.back_button.setVisible(is_read)
        self.form.back_button.setText(self.tr("&Back"))
        self.form.cancel_button.setText(self.tr("Close"))

    def _notice(self) -> None:
        """What ended in an error of ours is told elsewhere."""
        if self.shown is self.reading and not self._errands.under_way:
            self.reject()

    # Inside

    def _show_what_is_open(self) -> None:
        """Where the form is longer than the window."""
        area = self.form.area
        said = [label for label in area.findChildren(ProblemLabel) if label.isVisible()]
        for seen in (*said[:1], self.focusWidget()):
            if seen is not None and area.isAncestorOf(seen):
                area.ensureWidgetVisible(seen)

    def _show(self, step: QWidget, onwards: str = "") -> None:
        """Show this one, and a button with these words, if there are any."""
        if self.shown is not None:
            self.shown.hide()
        self.shown = step
        form = self.form
        form.place.addWidget(step)
        form.back_button.hide()
        form.next_button.setVisible(bool(onwards))
        form.next_button.setText(onwards)
        form.next_button.setEnabled(True)
        form.cancel_button.setText(self.tr("Cancel"))
        step.show()
        form.area.verticalScrollBar().setValue(0)
        if not onwards:
            form.cancel_button.setFocus()
