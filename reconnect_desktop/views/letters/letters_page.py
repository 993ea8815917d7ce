"""Letters: the list of them, and the one that is open."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.letter_versions import is_blank
from reconnect_desktop.domain.records import Letter, Setting
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.letters_page import Ui_LettersPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.letter_actions import LetterActions
from reconnect_desktop.views.letters.letter_deeds import LetterDeeds
from reconnect_desktop.views.letters.letter_desk import LetterDesk, delete_letter
from reconnect_desktop.views.letters.letter_editor import LetterEditor
from reconnect_desktop.views.letters.letter_keeper import may_be_lost
from reconnect_desktop.views.letters.letter_list import LetterList
from reconnect_desktop.views.letters.letter_sign import LetterSign
from reconnect_desktop.views.letters.letters_reading import Read, idea_title, read_letters

T = TypeVar("T")


class LettersPage(QWidget):
    """Letters of one journal.

    failed: the error of a reading or a write; page_wanted: the idea that led to the open letter.
    """

    failed = Signal(object)
    page_wanted = Signal(str, object)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self._journal: Journal | None = None
        self._letters: dict[str, Letter] | None = None
        self._her_name = tr(HER_NAME.default)
        self._suggestion = ""  # the idea behind the open letter
        self._wanted: str | None = None  # an idea to turn to, once the letters are read
        self.form = Ui_LettersPage()
        self.form.setupUi(self)
        self.list = LetterList(look, self)
        self.list.setAccessibleName(self.tr("Letters"))
        self.form.list_place.addWidget(self.list)
        self.form.sign_place.addWidget(LetterSign(look, self))
        self.editor = LetterEditor(look, background, self)
        self.form.stack.addWidget(self.editor)
        self.acts = LetterActions(look, self)
        self.deeds = LetterDeeds(look, background, self.editor, self.acts, self)
        self._connect()
        self._fit_icons()
        self._turn(self.form.blank_page)

    # What the main window says

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self.editor.keeper.keep_now()
        self.editor.keeper.begin(None)
        self._journal, self._letters = journal, None
        self.deeds.set_journal(journal)
        self._turn(self.form.blank_page)
        self._read()

    def refresh(self, applied: Applied | None) -> None:
        """Take the changes in; without any told, read everything again."""
        if applied is None:
            self._read()
            return
        for change in applied.changes:
            if isinstance(change.record, Letter) and self._letters is not None:
                self._take(change.record.id, change.after if isinstance(change.after, Letter) else None)
            elif isinstance(setting := change.after or change.before, Setting) and setting.id == HER_NAME.id:
                self._take_name(setting.value if change.after else tr(HER_NAME.default))
        if self.form.stack.currentWidget() is not self.editor:
            self._show_list()

    def turn_to(self, suggestion_id: object) -> None:
        """Go on with the letter that was begun for this suggestion, or begin one."""
        if self._letters is None:
            self._wanted = str(suggestion_id)
            return
        begun = [one for one in self._letters.values() if one.suggestion == suggestion_id]
        if begun:
            self.open(max(begun, key=lambda one: one.changed.timestamp).id)
        else:
            self.begin(str(suggestion_id))

    def may_close(self) -> bool:
        """Whether the window may go: what was typed is kept, or is to be let go."""
        return self._kept() or may_be_lost(self.window())

    def keep_now(self) -> Exception | None:
        """Keep the letter that is open; the error, if that could not be done."""
        return self.editor.keeper.keep_now()

    @property
    def menu_actions(self) -> list[QAction]:
        """What a menu of the main window may offer while this page is shown."""
        return self.acts.of_page

    # Letters

    def begin(self, suggestion: str = "") -> None:
        """Begin a letter; it is in the journal once something stands in it."""
        if self._journal is not None and self._kept():
            self._show_letter(LetterDesk(self._journal, None, suggestion), None, suggestion)

    def open(self, letter_id: str) -> None:
        """Go on with this letter."""
        letter = (self._letters or {}).get(letter_id)
        if self._journal is not None and letter is not None and self._kept():
            self._show_letter(LetterDesk(self._journal, letter), letter, letter.suggestion)

    def back(self) -> None:
        """To the list; what was typed is kept first."""
        desk = self.editor.keeper.desk
        if desk is not None and self._kept():
            if desk.stored is not None and self._letters is not None:
                self._letters[desk.id] = desk.stored
            self.editor.keeper.begin(None)
            self._show_list(desk.id)

    def _kept(self) -> bool:
        """Keep what is open; False, with a word about it, where it can't be."""
        return self.keep_now() is None

    def _show_letter(self, desk: LetterDesk, letter: Letter | None, suggestion: str) -> None:
        self._suggestion = suggestion
        self.editor.open(desk, letter)
        self.editor.show_idea(idea_title(suggestion, self._her_name))
        self._turn(self.editor)
        self.editor.start()

    def _show_list(self, letter_id: str | None = None) -> None:
        if self._letters is None or self._journal is None:
            return
        stood = letter_id or self.list.current_id()
        self.list.rows.show_letters(self._letters.values(), self._journal.now().day)
        self.list.stand_on(stood)
        self.form.count_label.setText(tr_n("{count} letter", "{count} letters", len(self._letters)))
        self._turn(self.form.list_page if self._letters else self.form.empty_page)

    def _turn(self, shown: QWidget) -> None:
        """Show one page of the stack, and let the focus be where one would go on."""
        stack = self.form.stack
        had = self.isAncestorOf(self.window().focusWidget() or self)
        stack.setCurrentWidget(shown)
        starts = {self.form.list_page: self.list, self.form.empty_page: self.form.first_button}
        start = self.editor.form.text if shown is self.editor else starts.get(shown, stack)
        self.setFocusProxy(start)
        if had:
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _take(self, letter_id: str, after: Letter | None) -> None:
        """A letter is another one, or gone."""
        assert self._letters is not None
        if after is None:
            self._letters.pop(letter_id, None)
        else:
            self._letters[letter_id] = after
        desk = self.editor.keeper.desk
        if desk is None or desk.id != letter_id or self._journal is None:
            return
        if after is not None and (desk.is_own(after) or desk.stored == after):
            self._enable()
        elif not self._has_unkept(desk):
            if after is not None:
                self._show_letter(LetterDesk(self._journal, after), after, after.suggestion)
            else:
                self.editor.keeper.begin(None)
                self._show_list()

    def _has_unkept(self, desk: LetterDesk) -> bool:
        desk.offer(self.editor.written())
        return desk.has_unkept

    # Reading

    def _read(self) -> None:
        journal = self._journal
        if journal is not None:
            self.deeds.run(lambda: read_letters(journal), lambda read: self._show(journal, read))

    def _show(self, journal: Journal, read: Read) -> None:
        if journal is not self._journal:
            return
        self._letters = {letter.id: letter for letter in read.letters}
        self._take_name(read.her_name)
        self.editor.marks.set_phrases(read.phrases)
        self.editor.show_gentler(read.gentler)
        if self.editor.keeper.desk is None:
            self._show_list()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.turn_to(wanted)

    def _take_name(self, her_name: str) -> None:
        self._her_name = her_name
        self.editor.show_name(her_name)

    # Making

    def _connect(self) -> None:
        form, acts, editor = self.form, self.acts, self.editor
        form.begin_button.clicked.connect(self._begin)
        form.first_button.clicked.connect(self._begin)
        form.more_button.setMenu(acts.page_menu())
        form.empty_more_button.setMenu(acts.page_menu())
        self.list.opened.connect(self.open)
        self.list.delete_wanted.connect(self._delete_current)
        self.list.menu_wanted.connect(
            lambda at: self.acts.show_menu(at, self._open_current, self._delete_current)
        )
        editor.form.back_button.clicked.connect(self.back)
        editor.form.more_button.setMenu(acts.letter_menu())
        editor.failed.connect(self.failed)
        editor.idea_wanted.connect(self._go_to_idea)
        editor.keeper.state_changed.connect(self._enable)
        acts.begin.triggered.connect(self._begin)
        acts.back.triggered.connect(self.back)
        acts.gentler.triggered.connect(editor.next_phrase)
        acts.delete.triggered.connect(self._delete)
        self.deeds.failed.connect(self.failed)
        self._look.changed.connect(self._fit_icons)

    def _fit_icons(self) -> None:
        side = max(16, self.fontMetrics().height())
        more = (self.form.more_button, self.form.empty_more_button)
        for button in more:
            button.setIcon(self._look.icon("ellipsis"))
        of_letter = self.editor.form
        for button in (*more, of_letter.copy_button, of_letter.print_button, of_letter.more_button):
            button.setIconSize(QSize(side, side))

    def _enable(self) -> None:
        open_, desk = self.form.stack.currentWidget() is self.editor, self.editor.keeper.desk
        stored = desk is not None and desk.stored is not None
        self.acts.enable(open_=open_, written=open_ and not is_blank(self.editor.written()), stored=stored)

    # Deeds

    def _begin(self) -> None:
        self.begin()

    def _go_to_idea(self) -> None:
        self.page_wanted.emit("ideas", self._suggestion)

    def _open_current(self) -> None:
        if (one := self.list.current_id()) is not None:
            self.open(one)

    def _delete_current(self) -> None:
        journal, one = self._journal, self.list.current_id()
        if journal is not None and one is not None:
            self.deeds.run(lambda: delete_letter(journal, one))

    def _delete(self) -> None:
        """Delete the open letter, as it was typed: undo brings all of it back."""
        journal, desk = self._journal, self.editor.keeper.desk
        if journal is not None and desk is not None and self._kept():
            self.editor.keeper.begin(None)
            self._show_list()
            self.deeds.run(lambda: delete_letter(journal, desk.id))
