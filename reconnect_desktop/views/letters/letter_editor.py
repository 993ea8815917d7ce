"""One letter: its title, its outline, the text with what has a gentler way, and how it is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reconnect_desktop.domain.letter_versions import Written, written
from reconnect_desktop.domain.letters import fitted
from reconnect_desktop.domain.records import Letter, LetterVersion
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.letter_editor import Ui_LetterEditor
from reconnect_desktop.views.kit.icons import back, roomy
from reconnect_desktop.views.kit.keeper import State
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.letters.gentler_panel import GentlerPanel
from reconnect_desktop.views.letters.letter_desk import LetterDesk
from reconnect_desktop.views.letters.letter_keeper import LetterKeeper
from reconnect_desktop.views.letters.phrase_marks import Mark, PhraseMarks

WIDE = 110  # characters: with fewer in a line, the outline stands above the letter
_BLANK = "…"  # in a draft: for the writer to fill in
_COUNTED = 150  # milliseconds after which the number of phrases is told
_SAID = 4_000  # milliseconds that a short word such as "Copied" stays


class LetterEditor(QWidget):
    """Shows what a desk has, and keeps what is typed.

    failed: a UserError of a write; idea_wanted: back to the idea that led here; gentler_chosen: the switch.
    """

    failed = Signal(object)
    idea_wanted = Signal()
    gentler_chosen = Signal(bool)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.form = Ui_LetterEditor()
        self.form.setupUi(self)
        self.keeper = LetterKeeper(background, self.written, self)
        self.marks = PhraseMarks(self.form.text.document(), look, self)
        self.panel = GentlerPanel(self)
        self.panel.hide()
        self.form.panel_place.addWidget(self.panel)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.timeout.connect(self._show_state)
        self._counting = QTimer(self)  # walks all lines: not at each key
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNTED)
        self._counting.timeout.connect(self._show_count)
        self._wide: bool | None = None
        self._dress()
        self._connect()
        look.changed.connect(self._arrange)
        self._show_state()

    # What the page says

    def open(self, desk: LetterDesk, letter: Letter | None) -> None:
        """Show this letter, or an empty one."""
        self.keeper.begin(None)
        self.marks.forget()
        self.show_parts(written(letter) if letter is not None else ("",) * 6)
        self.keeper.begin(desk)
        self.form.area.verticalScrollBar().setValue(0)

    def show_parts(self, parts: Written) -> None:
        """Show these, as they are in the journal."""
        title, *outline, text = parts
        blocked = self.form.title.blockSignals(True)
        self.form.title.setText(title)
        self.form.title.setCursorPosition(0)
        self.form.title.blockSignals(blocked)
        self.form.outline.load(outline)
        self.form.text.load(text)
        self.marks.mark_all()
        self._show_place()

    def show_idea(self, title: str) -> None:
        """The idea that led here, or "" for none."""
        button = self.form.idea_button
        button.setVisible(bool(title))
        whole = self.tr("From the idea: {title}").format(title=title)
        button.setText(whole.replace("&", "&&"))
        button.setAccessibleName(whole)

    def show_name(self, her_name: str) -> None:
        """What she is called."""
        self.form.text.setPlaceholderText(self.tr("Dear {name},").format(name=her_name))

    def show_gentler(self, on: bool) -> None:
        """Whether phrases are underlined."""
        self.form.gentler_box.setChecked(on)
        self.marks.set_on(on)
        self._show_place()

    def start(self) -> None:
        """Put the focus where one writes."""
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> Written:
        """What stands in it."""
        form = self.form
        return (form.title.text(), *form.outline.written(), form.text.written())

    def go_back_to(self, version: LetterVersion) -> None:
        """Put this in the place of all that is there; the text as one step to undo."""
        parts = written(version)
        self.form.title.setText(parts[0])
        self.form.outline.load(parts[1:5])
        self.form.text.put(parts[5])
        self._note_change()
        self.keeper.keep()
        self.start()

    def say(self, text: str) -> None:
        """A short word, for a moment, in the place of "Saved"."""
        self.form.state_label.setText(text)
        self._said.start(_SAID)

    def next_phrase(self) -> None:
        """Go to the next underlined phrase, and show what could be said."""
        text = self.form.text
        mark = self.marks.after(text.textCursor().position())
        if mark is not None:
            text.choose(mark.start, mark.end)
            text.ensureCursorVisible()
            text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_place()
            QTimer.singleShot(0, self, self._show_panel)  # once it has its place

    def _show_panel(self) -> None:
        self.form.area.ensureWidgetVisible(self.panel)

    # Making

    def _dress(self) -> None:
        form, look = self.form, self._look
        form.title.setObjectName("letter_title")  # as the style sheet calls them
        form.text.setObjectName("letter_text")
        form.outline.set_look(look)
        form.back_button.setIcon(look.icon(back(), "accent"))
        form.copy_button.setIcon(look.icon("copy", "muted"))
        form.print_button.setIcon(look.icon("printer", "muted"))
        form.more_button.setIcon(look.icon("ellipsis", "muted"))
        form.idea_button.setIcon(look.icon("lightbulb", "accent"))
        form.idea_button.setIconSize(roomy(18))
        form.idea_button.hide()
        form.next_button.hide()
        form.gentler_box.setChecked(True)
        form.text.hint_for = self._hint
        form.text.marking = lambda: self.marks.busy
        self.setTabOrder(form.text, self.panel.form.leave_button)

    def _connect(self) -> None:
        form = self.form
        form.title.textChanged.connect(self._note_change)
        form.title.returnPressed.connect(self.start)
        form.outline.changed.connect(self._note_change)
        form.outline.taken.connect(self._take_outline)
        form.outline.folded.connect(lambda _open: self._arrange())
        form.text.edited.connect(self._note_change)
        form.text.cursorPositionChanged.connect(self._show_place)
        form.text.selectionChanged.connect(self._show_place)
        form.idea_button.clicked.connect(self.idea_wanted)
        form.again_button.clicked.connect(self.keeper.try_again)
        form.gentler_box.clicked.connect(self._choose_gentler)
        form.next_button.clicked.connect(self.next_phrase)
        self.marks.changed.connect(self._show_place)
        self.marks.changed.connect(self._counting.start)
        self.panel.used.connect(self._use)
        self.panel.left.connect(self._leave)
        self.keeper.state_changed.connect(self._show_state)
        self.keeper.failed.connect(self.failed)

    # What is typed

    def _note_change(self) -> None:
        self.keeper.note_change()

    def _take_outline(self, paragraphs: str) -> None:
        """An empty letter begins with them; else they come last, and Ctrl+Z takes them away again."""
        self.form.text.add_paragraphs(paragraphs)
        self.start()

    def _show_state(self) -> None:
        if self._said.isActive() and self.keeper.state in (State.FRESH, State.SAVED):
            return
        words = {State.SAVED: self.tr("Saved"), State.UNSAVED: "", State.FAILED: self.tr("Not saved yet")}
        self.form.state_label.setText(words.get(self.keeper.state, ""))
        self.form.again_button.setVisible(self.keeper.state is State.FAILED)

    # Gentler ways

    def _choose_gentler(self, on: bool) -> None:
        self.show_gentler(on)
        self.gentler_chosen.emit(on)

    def _here(self) -> Mark | None:
        """The phrase that is chosen, or within which the cursor is; at its edges one is still typing."""
        cursor = self.form.text.textCursor()
        mark = self.marks.at(cursor.position())
        if mark is None:
            return None
        if cursor.hasSelection():
            return mark if (cursor.selectionStart(), cursor.selectionEnd()) == mark[:2] else None
        return mark if mark.start < cursor.position() < mark.end else None

    def _show_place(self) -> None:
        """The panel for the phrase at the cursor."""
        mark = self._here()
        if mark is not None:
            self.panel.show_phrase(mark.phrase)
        else:
            self.panel.hide()
        self.form.text.setAccessibleDescription(mark.phrase.hint if mark else "")

    def _show_count(self) -> None:
        count = self.marks.count()
        self.form.next_button.setVisible(count > 0)
        self.form.next_button.setText(tr_n("{count} to look at", "{count} to look at", count))

    def _hint(self, position: int) -> str:
        mark = self.marks.at(position)
        return mark.phrase.hint if mark is not None else ""

    def _use(self, draft: str) -> None:
        mark, text = self._here(), self.form.text
        if mark is None:
            return
        there = text.toPlainText()[mark.start : mark.end]
        put = fitted(draft, there)
        text.put(put, mark.start, mark.end)
        if _BLANK in put:
            at = mark.start + put.index(_BLANK)
            text.choose(at, at + len(_BLANK))
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self.panel.phrase is not None:
            self.marks.ignore(self.panel.phrase)
        self.start()

    # Where things are

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the letter there may be no room for the outline."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere leaves it kept."""
        super().hideEvent(event)
        self.keeper.keep()

    def _arrange(self) -> None:
        form = self.form
        letter = self.fontMetrics().averageCharWidth()
        wide = self.width() >= WIDE * letter
        if self._wide is not wide:
            self._wide = wide
            down = QBoxLayout.Direction.TopToBottom
            form.sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else down)
            form.sides.setSpacing(24 if wide else 8)
            form.outline.set_open(open_=wide)
        beside = wide and form.outline.form.fold_button.isChecked()
        form.outline.setFixedWidth(min(36 * letter, self.width() * 2 // 5)) if beside else _unfix(
            form.outline
        )
        form.paper.setMaximumWidth(form.text.widest())


def _unfix(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16_777_215)
