"""Asks, after an interaction that felt far away, what got in the way: below quick add's "Saved." and on Today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.got_in_the_way import LOOKED_AT, causes_of, to_ask_about, with_cause
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Pause, PauseReason, Record, Setting
from reconnect_desktop.domain.settings import CAUSES_ASKED, CAUSES_LEFT, Declared
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.today_words import contact_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.causes_panel import Ui_CausesPanel
from reconnect_desktop.views.kit.look import Look

T = TypeVar("T")
R = TypeVar("R", bound=Record)
_NOT_ASKED_IN = (PauseReason.BOUNDARY, PauseReason.GRIEF)
_RECENT = 2 * LOOKED_AT  # unrated ones lie between


class Door(Protocol):
    """As much of the journal as asking needs."""

    def recent(self, most: int = ...) -> list[Interaction]: ...  # noqa: D102 - as in Journal
    def all(self, record_type: type[R]) -> list[R]: ...  # noqa: D102
    def get(self, record_type: type[R], record_id: str) -> R | None: ...  # noqa: D102
    def setting(self, declared: Declared[T]) -> T: ...  # noqa: D102
    def apply(self, action: Action, *changes: Change) -> Applied: ...  # noqa: D102


@dataclass(frozen=True)
class Question:
    """The interaction that is asked about, and the line of understanding of each cause."""

    about: Interaction
    lines: dict[str, str]


def question_from(journal: Door, today: date) -> Question | None:
    """What there is to ask about; None where nothing is, or it is not wanted, or would not be kind. For the background."""
    if not journal.setting(CAUSES_ASKED):
        return None
    if any(pause.covers(today) and pause.reason in _NOT_ASKED_IN for pause in journal.all(Pause)):
        return None
    about = to_ask_about(journal.recent(_RECENT), today, journal.setting(CAUSES_LEFT))
    if about is None:
        return None
    from reconnect_desktop import catalogue

    return Question(about, dict(catalogue.load().causes))


class CausesPanel(QFrame):
    """Four causes to choose from, each with a line of understanding; nothing has to be chosen.

    noted: the Applied that noted a cause or took it off. left: it is not asked any more, this time or at all.
    """

    noted = Signal(object)
    left = Signal()

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._journal: Door | None = None
        self._about: Interaction | None = None
        self.form = Ui_CausesPanel()
        self.form.setupUi(self)
        self.form.leave_button.setIcon(look.icon("x", "muted"))
        self.form.causes.toggled.connect(self._toggle)
        self.form.leave_button.clicked.connect(self._leave)
        self.form.off_button.clicked.connect(self._turn_off)
        self.hide()

    @property
    def asks_about(self) -> Interaction | None:
        """The interaction it asks about, as it is now; None while it is hidden."""
        return self._about

    def ask(self, question: Question | None, journal: Door) -> None:
        """Ask about this one, or go."""
        self._journal, self._about = journal, question.about if question else None
        self.form.problem.say("")
        if question is not None:
            words = contact_words(question.about)
            self.form.about.setText(
                self.tr("About {contact}. Only if you like; it helps to find what fits.").format(
                    contact=words
                )
            )
            self.form.causes.show_causes(causes_of(question.about), question.lines)
        self.setVisible(question is not None)

    def follow(self, applied: Applied) -> None:
        """Keep to the interaction as it is now, wherever it was changed; go if it is gone."""
        for change in applied.changes:
            if self._about is None or change.record.id != self._about.id:
                continue
            if isinstance(change.after, Interaction):
                self._about = change.after
                self.form.causes.choose(causes_of(change.after))
            elif isinstance(change.before, Interaction):
                self._go()

    def _toggle(self, cause: str, noted: bool) -> None:
        about = self._about
        if about is not None:
            after = with_cause(about, cause, noted=noted)
            self._about = after
            self._write(
                lambda journal: journal.apply(Action.EDIT, edit(about, after)),
                self.noted.emit,
                lambda: self._take_back(about, cause),
            )

    def _take_back(self, about: Interaction, cause: str) -> None:
        self._about = about
        self.form.causes.take_back(cause)

    def _leave(self) -> None:
        if self._about is not None:
            self._choose(CAUSES_LEFT, self._about.id)

    def _turn_off(self) -> None:
        self._choose(CAUSES_ASKED, False)

    def _choose(self, declared: Declared[T], value: T) -> None:
        chosen = Setting(id=declared.id, value=declared.write(value))

        def keep(journal: Door) -> Applied:
            kept = journal.get(Setting, declared.id)
            return journal.apply(Action.SETTING, edit(kept, chosen) if kept else add(chosen))

        self._write(keep, lambda _applied: self._go(), lambda: None)

    def _write(
        self, work: Callable[[Door], Applied], then: Callable[[Applied], None], otherwise: Callable[[], None]
    ) -> None:
        journal = self._journal
        if journal is None:
            return
        self.form.problem.say("")

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            otherwise()
            self.form.problem.say(explain(error))

        self._background.run(lambda: work(journal), then, failed)

    def _go(self) -> None:
        self._about = None
        self.hide()
        self.left.emit()
