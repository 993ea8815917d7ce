"""A short reflection: what do I need, have I asked for it, was it met, and how could I say it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.catalogue import load
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import Invalid, UserError
from reconnect_desktop.domain.records import Asked, Met, Need
from reconnect_desktop.domain.safety import is_unsafe
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.suggestions import NeedWords, filled
from reconnect_desktop.journal import Journal
from reconnect_desktop.journal_reading import Draft
from reconnect_desktop.output.sentences import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.needs_dialog import Ui_NeedsDialog
from reconnect_desktop.views.ideas.drafts import Drafts
from reconnect_desktop.views.ideas.idea_words import asked_words, met_words
from reconnect_desktop.views.ideas.need_draft import NeedDraft
from reconnect_desktop.views.ideas.support_offers import SupportOffers
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.notices import Notices
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.quick_add.form_size import BAR, FRAME

_OWN = ""  # the choice that stands for a need in one's own words
_WIDTH = 52  # letters m


class Reflected(NamedTuple):
    """What came of it. need: as it was saved, if it was; idea: the id of an idea of support to be read."""

    need: Need | None
    idea: str | None


class NeedsDialog(QDialog):
    """Saves by itself, and stays open with all that was typed where that fails. Use `NeedsDialog.ask`."""

    def __init__(
        self, look: Look, background: Background, journal: Journal, parent: QWidget | None, *, quiet: bool
    ) -> None:
        super().__init__(parent)
        self._background, self._journal, self._quiet = background, journal, quiet
        self._catalogue = load()
        self._name = journal.setting(HER_NAME)
        self._before: Need | None = None
        self._saving = False
        self.saved: Need | None = None
        self.idea: str | None = None
        self.form = Ui_NeedsDialog()
        self.form.setupUi(self)
        self.support = SupportOffers(look, self)
        self.form.support_place.addWidget(self.support)
        self.drafts = Drafts(look, self)
        self.form.drafts_place.addWidget(self.drafts)
        self.notices = Notices(look, self.form.notice_place, lambda: None, self.save)
        self._fill_choices(look)
        self._draft = NeedDraft(background, journal, self._to_draft, self)
        self._connect()
        self._untouched = self._values()
        self._choose()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        look: Look,
        background: Background,
        journal: Journal,
        need: Need | None = None,
        *,
        quiet: bool,
    ) -> Reflected:
        """Let the user reflect, or change `need`. quiet: offer no words to say to her."""
        dialog = cls(look, background, journal, parent, quiet=quiet)
        if need is not None:
            dialog.fill(need)
        else:
            dialog.take_up_draft()
        dialog.resize(dialog.sizeHint())
        dialog.form.choices.setFocus()
        dialog.exec()
        dialog.deleteLater()
        return Reflected(dialog.saved, dialog.idea)

    def fill(self, need: Need) -> None:
        """Show what was written before."""
        self._before = need
        self._show(need.need, need.asked, need.met, need.words, need.note)
        self._untouched = self._values()
        self._draft.need_id = need.id
        self.take_up_draft()

    def take_up_draft(self) -> None:
        """Show what was being written when the window went, if anything was."""
        draft = self._draft.kept()
        if draft is None:
            return
        need, words, note = (str(draft.get(name) or "") for name in ("need", "words", "note"))
        asked = next((one for one in Asked if one == draft.get("asked")), None)
        met = next((one for one in Met if one == draft.get("met")), None)
        self._show(need, asked, met, words, note)
        self.notices.notice.show_text(self.tr("What you had begun is here again."))

    def save(self) -> None:
        """Keep it, or say what is missing."""
        self.form.need_problem.say("")
        try:
            change = self._change()
        except Invalid as problem:
            self._show_problem(problem)
            return
        if not self._saving:
            self._saving = True
            self.form.save_button.setEnabled(False)
            self._background.run(
                lambda: self._journal.apply(Action.NEED, change), lambda _: self._kept(change), self._not_kept
            )

    def keep_now(self) -> Exception | None:
        """Keep what is written as a draft before anything else happens; the error, if any."""
        return self._draft.keep_now()

    def is_touched(self) -> bool:
        """Whether something was typed or chosen that is not saved."""
        return self._values() != self._untouched

    def reject(self) -> None:
        """Esc, Cancel or the window manager: asks only if something would be lost."""
        from reconnect_desktop.views.kit.question import may_discard_begun

        if self._saving or (self.is_touched() and not may_discard_begun(self)):
            return
        self._draft.let_go()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from everywhere."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        most = self.screen().availableGeometry()
        width = min(self.fontMetrics().horizontalAdvance("m") * _WIDTH, most.width())
        self.form.form_column.activate()  # what was shown or hidden a moment ago counts already
        needed = self.form.form.heightForWidth(width - BAR) + self.form.bar.sizeHint().height()
        return QSize(width, min(max(needed, width), most.height() - FRAME))

    # Inside

    def _fill_choices(self, look: Look) -> None:
        form = self.form
        needs = [(need.id, filled(need.name, self._name)) for need in self._catalogue.needs]
        form.choices.set_words([*needs, (_OWN, self.tr("Something else"))], look)
        form.asked.set_words(list(asked_words().items()), look)
        form.met.set_words(list(met_words().items()), look)
        form.words.lines = form.note.lines = 3

    def _connect(self) -> None:
        form = self.form
        form.choices.chosen.connect(self._choose_need)
        form.own.textChanged.connect(self._choose)
        form.words.textChanged.connect(self._enable_copy)
        for changed in (form.choices.chosen, form.asked.chosen, form.met.chosen):
            changed.connect(self._note_change)
        for field in (form.own, form.words, form.note):
            field.textChanged.connect(self._note_change)
        form.copy_button.clicked.connect(self._copy)
        form.save_button.clicked.connect(self.save)
        form.cancel_button.clicked.connect(self.reject)
        self.drafts.taken.connect(self._start_from)
        self.support.opened.connect(self._read_support)

    def _show(self, need: str, asked: Asked | None, met: Met | None, words: str, note: str) -> None:
        form, known = self.form, self._catalogue.need(need) is not None
        form.choices.choose(need if known else _OWN if need else None)
        form.own.setText("" if known else need)
        form.asked.choose(asked)
        form.met.choose(met)
        form.words.setPlainText(words)
        form.note.setPlainText(note)
        self._choose()

    def _note_change(self) -> None:
        """While one that was saved before is only shown, nothing is to be kept."""
        if self._before is None or (self._draft.need_id and self.is_touched()):
            self._draft.note_change()

    def _to_draft(self) -> Draft:
        need, asked, met, words, note = self._values()
        return {"need": need, "asked": asked, "met": met, "words": words, "note": note}

    def _need_id(self) -> str:
        chosen = self.form.choices.chosen_value()
        return chosen if isinstance(chosen, str) and chosen != _OWN else self.form.own.text().strip()

    def _known(self) -> NeedWords | None:
        return self._catalogue.need(self._need_id())

    def _choose_need(self) -> None:
        self.form.need_problem.say("")
        self._choose()
        if self.form.choices.chosen_value() == _OWN:
            self.form.own.setFocus()

    def _choose(self) -> None:
        """Show what belongs to the need: what it means, how to say it, or where there is help."""
        form, need, known = self.form, self._need_id(), self._known()
        form.own.setVisible(form.choices.chosen_value() == _OWN)
        form.about.setText(filled(known.about, self._name) if known else "")
        form.about.setVisible(known is not None)
        unsafe = bool(need) and is_unsafe((), (need,), (), self._catalogue.unsafe, self._name)
        self.support.show_support(self._catalogue, self._name, on=unsafe)
        for part in (form.asked_heading, form.asked, form.met_heading, form.met, form.words_part):
            part.setVisible(not unsafe)
        phrases = known.phrases if known and not self._quiet and not unsafe else ()
        self.drafts.show_phrases([filled(phrase, self._name) for phrase in phrases])
        start = self.tr("In your own words, or start from one of these")
        form.words.setPlaceholderText(start if phrases else self.tr("In your own words"))
        self._enable_copy()
        self._order_tabs()

    def _order_tabs(self) -> None:
        form = self.form
        steps = [form.choices, *form.choices.parts, form.own, *self.support.offers]
        steps += [form.asked, *form.asked.parts, form.met, *form.met.parts, *self.drafts.buttons()]
        steps += [form.words, form.copy_button, form.note, form.cancel_button]
        chain(form.save_button, steps)

    def _start_from(self, phrase: str) -> None:
        """A draft takes the place of another one, but never of what was written."""
        words = self.form.words
        written = words.toPlainText().strip()
        if written and written not in self.drafts.phrases:
            phrase = f"{written}\n{phrase}"
        words.setPlainText(phrase)
        words.setFocus()
        words.moveCursor(words.textCursor().MoveOperation.End)

    def _enable_copy(self) -> None:
        self.form.copy_button.setEnabled(bool(self.form.words.toPlainText().strip()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.words.toPlainText().strip())

    def _values(self) -> tuple[object, ...]:
        form = self.form
        asked, met = form.asked.chosen_value(), form.met.chosen_value()
        return (self._need_id(), asked, met, form.words.toPlainText(), form.note.toPlainText())

    def _change(self) -> Change:
        told = self._to_draft()
        if self._before is not None:
            return edit(self._before, replace(self._before, **told))  # type: ignore[arg-type]
        return add(Need(id=self._journal.new_id(), noted=self._journal.now(), **told))  # type: ignore[arg-type]

    def _kept(self, change: Change) -> None:
        self._saving = False
        self.saved = change.after if isinstance(change.after, Need) else None
        self._draft.let_go()
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self._saving, self.idea = False, None
        self.form.save_button.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.notices.strip.show_text(explain(error), again=True)

    def _show_problem(self, problem: Invalid) -> None:
        form = self.form
        if problem.field == "need" and not self._need_id():
            form.need_problem.say(self.tr("Choose what comes closest, or say it in your own words."))
        else:
            form.need_problem.say(explain(problem))
        field = form.own if form.own.isVisible() else form.choices
        field.setFocus()
        form.area.ensureWidgetVisible(field)

    def _read_support(self, idea: str) -> None:
        """Read about help; what was written is kept first, where there is a need to keep it with."""
        self.idea = idea
        self.save()
