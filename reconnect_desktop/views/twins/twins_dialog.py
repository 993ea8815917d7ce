"""Two interactions side by side, pair after pair: one contact, or two? Nothing is merged unless it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.merging import together
from reconnect_desktop.domain.twins import Twin
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.twins_dialog import Ui_TwinsDialog
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.icons import back, onward
from reconnect_desktop.views.kit.letter_keys import KEEP_BOTH, MERGE, letter_for, shown_letter
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.twins import twin_deeds
from reconnect_desktop.views.twins.finding import find
from reconnect_desktop.views.twins.pair_words import spoken_words, whole_words
from reconnect_desktop.views.twins.pairs import Pairs, Said

_LETTERS = 64  # letters m of the width it opens with


class TwinsDialog(QDialog):
    """Use `TwinsDialog.show_for`. What is said is shown at once, and written in the background."""

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        pairs: Sequence[Twin] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._journal = look, journal
        self._errands, self._gone = Errands(background, self), False
        self._errands.failed.connect(self._tell)
        self.pairs = Pairs(pairs or ())
        self.form = Ui_TwinsDialog()
        self.form.setupUi(self)
        self._make_parts()
        if pairs is None:
            self._look_for_them()
        else:
            self._begin(pairs)

    @classmethod
    def show_for(
        cls,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        pairs: Sequence[Twin] | None = None,
    ) -> None:
        """Show these pairs, or those that there are, until it is closed."""
        dialog = cls(parent, look, background, journal, pairs)
        dialog.resize(dialog.sizeHint())
        dialog.exec()
        dialog.deleteLater()

    # What is said

    def say(self, *, merging: bool) -> None:
        """The two that are shown are one contact, or two."""
        if (twin := self.pairs.current) is None or not self.form.pair_page.isVisible():
            return
        said = self.pairs.say(merged=merging)
        self._errands.run(
            partial(twin_deeds.attempt, self._journal, twin, merging=merging), partial(self._written, said)
        )
        self._show(self.tr("Merged.") if merging else self.tr("Both kept."))

    def undo(self) -> None:
        """Take back what was said last."""
        if self.pairs.said:
            self._errands.run(partial(twin_deeds.take_back, self._journal), self._taken_back)

    def leave(self) -> None:
        """The rest may stay as it is, and is not asked about again."""
        if self.pairs.left:
            rest = list(self.pairs.left)
            self._errands.run(partial(twin_deeds.leave, self._journal, rest), lambda _: self.accept())

    # Inside

    def _make_parts(self) -> None:
        form = self.form
        form.sign_place.addWidget(Sign(self._look, self))
        self.keep_button = self._deed(self.tr(KEEP_BOTH), lambda: self.say(merging=False))
        self.merge_button = self._deed(self.tr(MERGE), lambda: self.say(merging=True))
        self.merge_button.setProperty("kind", "primary")
        self.back_button = self._deed("", lambda: self._go(-1), self.tr("The one before"), back())
        self.next_button = self._deed("", lambda: self._go(1), self.tr("The next one"), onward())
        self.leave_button = self._deed(self.tr("&Leave the rest as it is"), self.leave)
        self.leave_button.setProperty("kind", "text")
        flow = FlowLayout(form.deeds)
        self._deeds = (
            *(self.merge_button, self.keep_button),
            *(self.back_button, self.next_button, self.leave_button),
        )
        for button in self._deeds:
            flow.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.installEventFilter(self)
        form.undo_button.setToolTip(
            QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        )
        form.undo_button.clicked.connect(self.undo)
        form.close_button.clicked.connect(self.reject)

    def _deed(self, words: str, act: Callable[[], None], name: str = "", icon: str = "") -> QPushButton:
        button = QPushButton(words, self.form.deeds)
        button.setAutoDefault(False)
        if icon:
            button.setIcon(self._look.icon(icon, "accent"))
            button.setAccessibleName(name)
            button.setToolTip(name)
        button.clicked.connect(act)
        return button

    def _look_for_them(self) -> None:
        form = self.form
        form.title.setText(self.tr("Looking for contacts that stand in your journal twice…"))
        for part in (form.progress, form.undo_button, form.told):
            part.hide()
        form.stack.setCurrentWidget(form.looking_page)
        self._errands.run(partial(find, self._journal, lambda: not self._gone), self._begin, aside=True)

    def _begin(self, pairs: Sequence[Twin]) -> None:
        self.pairs = Pairs(pairs)
        self._show()
        (self.keep_button if pairs else self.form.close_button).setFocus()

    def _go(self, places: int) -> None:
        self.pairs.go(places)
        self._show()

    def _written(self, said: Said, trouble: tuple[UserError, Twin | None] | None) -> None:
        if trouble is not None:
            error, twin = trouble
            self.pairs.put_back(said, twin)
            self._show()
            self._tell(error)

    def _taken_back(self, _nothing: None) -> None:
        self.pairs.take_back()
        self._show(self.tr("Taken back."))
        self.keep_button.setFocus()

    def _tell(self, error: UserError) -> None:
        if not self.pairs.count:
            self.form.title.setText("")
            self.form.stack.setCurrentWidget(self.form.end_page)
        self.form.told.hide()
        self.form.problem.say(explain(error))

    def _show(self, told: str = "") -> None:
        form, twin = self.form, self.pairs.current
        form.problem.say("")
        form.undo_button.setVisible(bool(self.pairs.said))
        form.progress.setVisible(twin is not None)
        form.told.setVisible(True)
        form.told.setText(told or (self._keys_words() if twin is not None else ""))
        if twin is None:
            self._show_end()
        else:
            self._show_twin(twin)

    def _show_twin(self, twin: Twin) -> None:
        form, pairs = self.form, self.pairs
        form.title.setText(self.tr("Is this one contact?"))
        words = self.tr("{place} of {many}")
        form.progress.setText(words.format(place=number_words(pairs.number), many=number_words(pairs.count)))
        form.pair.show_twin(twin)
        form.whole.setText(self._whole_words(twin))
        self.back_button.setEnabled(pairs.place > 0)
        self.next_button.setEnabled(pairs.place < len(pairs.left) - 1)
        self.leave_button.setVisible(len(pairs.left) > 1)
        spoken = spoken_words(twin)
        for button in (self.keep_button, self.merge_button):
            button.setAccessibleDescription(spoken)
        form.scroll.verticalScrollBar().setValue(0)
        form.stack.setCurrentWidget(form.pair_page)

    def _show_end(self) -> None:
        form, said = self.form, self.pairs.said
        merged = sum(one.merged for one in said)
        form.title.setText(
            self.tr("That was the last one") if said else self.tr("Nothing stands there twice")
        )
        told = [tr_n("{count} merged", "{count} merged", merged)] if merged else []
        if kept := len(said) - merged:
            told.append(tr_n("{count} kept as they were", "{count} kept as they were", kept))
        form.end_label.setText(" · ".join(told))
        form.stack.setCurrentWidget(form.end_page)
        form.close_button.setFocus()

    def _whole_words(self, twin: Twin) -> str:
        try:
            return self.tr("As one: {contact}").format(contact=whole_words(together(twin.one, twin.other)))
        except UserError:
            return ""

    def _keys_words(self) -> str:
        return self.tr(
            "Keys: {merge} merges, {keep} keeps both, ← and → look at the others. ≠ marks what differs."
        ).format(merge=shown_letter(MERGE), keep=shown_letter(KEEP_BOTH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows look at the others instead of moving among the buttons."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from anywhere else."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return True
        forwards = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        acts: dict[int | str, Callable[[], None]] = {
            letter_for(MERGE): lambda: self.say(merging=True),
            letter_for(KEEP_BOTH): lambda: self.say(merging=False),
            Qt.Key.Key_Left: lambda: self._go(-forwards),
            Qt.Key.Key_Right: lambda: self._go(forwards),
        }
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            acts |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), focused.click)
        act = acts.get(event.text().casefold()) or acts.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if act is None or not plain:
            return False
        act()
        return True

    def sizeHint(self) -> QSize:
        """Room for a pair with notes, at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, round(width * 0.75)).boundedTo(self.screen().availableSize() * 0.9)

    def done(self, result: int) -> None:
        """What was said is written all the same; what is still looked for is not."""
        self._gone = True
        self._errands.leave()
        super().done(result)
