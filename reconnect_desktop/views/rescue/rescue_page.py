"""What a window shows when the journal can't be read: what can be had, with counts, and having it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget

from reconnect_desktop import rescuing
from reconnect_desktop.domain.errors import (
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    KeysDamaged,
    UserError,
    WrongPassphrase,
)
from reconnect_desktop.domain.rescues import Choice, Findings, Rescued
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.forms.rescue_page import Ui_RescuePage
from reconnect_desktop.views.kit.below_choice import put_below
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.rescue.rescue_words import (
    about_words,
    choice_words,
    detail_words,
    done_words,
    keys_words,
    lost_words,
    title_words,
)

if TYPE_CHECKING:
    from reconnect_desktop.views.opening import ClosedJournal

_WIDEST = 52  # letters m


class RescuePage(QWidget):
    """Counts in the background what there is; nothing is written before one is chosen.

    closed: the journal. trouble: why it can't be read. key: its data key, where that is known.
    rescued: the key that opens the journal now in its place, or None for a plain one; `told` says what was done.
    retried: the user would like it to be opened as it is. left: all shall stay as it is, and the program close.
    """

    rescued = Signal(object)
    retried = Signal()
    left = Signal()

    def __init__(
        self,
        look: Look,
        background: Background,
        closed: ClosedJournal,
        *,
        trouble: UserError,
        key: bytes | None = None,
    ) -> None:
        super().__init__()
        self._closed, self._trouble, self._key = closed, trouble, key
        self._findings: Findings | None = None
        self.told = ""
        self.choices: dict[Choice, QRadioButton] = {}
        self._details: list[QLabel] = []  # below them
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._show_trouble)
        self.form = Ui_RescuePage()
        self.form.setupUi(self)
        self.form.aside_label.setVisible(not isinstance(trouble, JournalMissing))
        self.form.title.setText(title_words(trouble))
        self.form.about.setText(about_words(trouble))
        self._make_buttons()
        look.changed.connect(self._fit)
        self._fit()
        self.look_inside()

    def look_inside(self, typed: str | None = None) -> None:
        """Count what can be had; typed: the passphrase or the recovery key."""
        self._wait(self.tr("Looking what can be read, and at the backups…"))
        closed = self._closed
        work = partial(rescuing.look, closed.folder, closed.clock, self._key, typed, held=closed.lock)
        if typed is not None and isinstance(self._trouble, KeysDamaged):
            self._errands.run(lambda: _restored_keys(closed, typed) or work(), self._take)
        else:
            self._errands.run(work, self._offer)

    # Inside

    def _make_buttons(self) -> None:
        flow = FlowLayout(self.form.buttons)
        self.go_button = QPushButton(self.form.buttons)
        self.go_button.setProperty("kind", "primary")
        self.again_button = QPushButton(self.tr("&Try again"), self.form.buttons)
        self.leave_button = QPushButton(self.tr("&Leave all as it is, and close"), self.form.buttons)
        for button in (self.go_button, self.again_button, self.leave_button):
            flow.addWidget(button)
        self.go_button.clicked.connect(self._go_on)
        self.again_button.clicked.connect(self.retried)
        self.leave_button.clicked.connect(self.left)
        self.form.field.returnPressed.connect(self._go_on)

    def _wait(self, words: str) -> None:
        self.form.working_label.setText(words)
        self._show(self.form.working_part)

    def _take(self, found: bytes | Findings) -> None:
        if isinstance(found, Findings):
            self._offer(found)
        else:
            self.form.field.wipe()
            self.told = keys_words()
            self.rescued.emit(found)

    def _offer(self, findings: Findings) -> None:
        self._findings, self._key = findings, findings.key
        form = self.form
        form.field.wipe()
        some = findings.choices != (Choice.AFRESH,)
        form.choices_label.setText(
            self.tr("This can be had:")
            if some
            else self.tr("Nothing can be read of it, and there is no backup.")
        )
        for choice in findings.choices:
            best = choice is findings.choices[0] and len(findings.choices) > 2
            self._add_choice(choice, detail_words(choice, findings, self._closed.clock()), best=best)
        self._fit()
        first = self.choices[findings.choices[0]]
        first.setChecked(some)
        self._show(form.choices_part)
        first.setFocus()

    def _add_choice(self, choice: Choice, detail: str, *, best: bool) -> None:
        words = choice_words(choice)
        if best:
            words = self.tr("{choice} (recommended)").format(choice=words)
        button = QRadioButton(words, self.form.choices_part)
        button.setAccessibleDescription(detail)
        button.toggled.connect(self._follow)
        label = QLabel(detail, self.form.choices_part)
        make_plain(label)
        label.setWordWrap(True)
        label.setProperty("kind", "muted")
        self.form.choices.addWidget(button)
        self.form.choices.addWidget(label)
        self.choices[choice] = button
        self._details.append(label)

    def _chosen(self) -> Choice | None:
        return next((choice for choice, button in self.choices.items() if button.isChecked()), None)

    def _go_on(self) -> None:
        if not self.form.passphrase_part.isHidden():
            if self.form.field.text():
                self.look_inside(self.form.field.text())
        elif (choice := self._chosen()) is not None:
            self._wait(self.tr("Making the journal anew, and reading it again…"))
            closed = self._closed
            work = partial(rescuing.rescue, closed.folder, closed.clock, choice, self._key, held=closed.lock)
            self.leave_button.setEnabled(False)
            self._errands.run(work, self._done)

    def _done(self, rescued: Rescued) -> None:
        self.told = done_words(rescued, self._closed.folder)
        self.rescued.emit(self._key)

    def _show_trouble(self, error: UserError) -> None:
        form = self.form
        if isinstance(error, (JournalLocked, WrongPassphrase)):
            self._show(form.passphrase_part)
            form.field_problem.say(explain(error) if isinstance(error, WrongPassphrase) else "")
            form.field.setFocus()
            form.field.selectAll()
            return
        if isinstance(error, KeysDamaged) and self._findings is None:
            self._offer(Findings(None, None, 0))
            form.choices_label.setText(lost_words())
            return
        self._show(form.choices_part if self._findings else None)
        form.problem.say(explain(error))

    def _show(self, part: QWidget | None) -> None:
        """Show this part of the page alone, and what can be done there."""
        form = self.form
        for one in (form.passphrase_part, form.working_part, form.choices_part):
            one.setVisible(one is part)
        form.problem.say("")
        self.again_button.setVisible(part is not form.working_part)
        self.leave_button.setEnabled(True)
        self.go_button.setVisible(part in (form.passphrase_part, form.choices_part))
        self.go_button.setText(
            self.tr("L&ook inside") if part is form.passphrase_part else self.tr("&Go on with this")
        )
        self._follow()

    def _follow(self) -> None:
        self.go_button.setEnabled(not self.form.passphrase_part.isHidden() or self._chosen() is not None)

    def _fit(self) -> None:
        """Words below a choice begin where its own do."""
        self.form.content.setMaximumWidth(self.fontMetrics().horizontalAdvance("m") * _WIDEST)
        for button, label in zip(self.choices.values(), self._details, strict=True):
            put_below(button, label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; keys that nothing here takes go no further: what is behind the page is not theirs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.go_button.isHidden():
            focus = self.focusWidget()
            (focus if isinstance(focus, QPushButton) else self.go_button).click()
        event.accept()


def _restored_keys(closed: ClosedJournal, typed: str) -> bytes | None:
    """The data key, where the journal is whole but for its keys, and these are brought back; else None."""
    try:
        return rescuing.restore_keys(closed.folder, typed, held=closed.lock)
    except JournalDamaged:
        return None
