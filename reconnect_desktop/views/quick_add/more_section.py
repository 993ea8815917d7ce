"""The part of the form that is folded away at first: everything beyond medium, length and closeness."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.interaction import Interaction, ReachedOut
from reconnect_desktop.domain.tags import BUILT_IN, GOT_IN_THE_WAY, HELPED
from reconnect_desktop.output.sentences import reached_out_word
from reconnect_desktop.views.forms.more_section import Ui_MoreSection
from reconnect_desktop.views.kit.look import Look


class MoreSection(QWidget):
    """When, mood, reached out, tags, note, win, topics. `changed`: by the user."""

    changed = Signal()

    def __init__(self, look: Look, offered: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_MoreSection()
        self.ui.setupUi(self)
        self.ui.when.set_up(look, offered)
        self.ui.mood.set_look(look)
        self.ui.reached_out.set_words([(who, reached_out_word(who)) for who in ReachedOut], look)
        self.ui.in_the_way.set_tags(GOT_IN_THE_WAY)
        self.ui.helped.set_tags(HELPED)
        self.ui.win.lines = self.ui.topics.lines = 2
        self.ui.win.enter_leaves = True
        self._connect()

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """What to complete from: the user's own, then the built-in ones."""
        known = dict.fromkeys([*tags, *BUILT_IN])
        self.ui.tags.set_known(list(known))

    def set_her_name(self, name: str) -> None:
        """What she is called on the screens."""
        self.ui.reached_out.rename(ReachedOut.MOM, self.tr("{name} did").format(name=name))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, or may stop, in order."""
        ui, when = self.ui, self.ui.when
        rows = (*ui.mood.parts, *ui.reached_out.parts)
        return (when.now_button, when.edit, when.again_button, *rows, ui.tags, ui.note, ui.win, ui.topics)

    def hide_topics(self) -> None:
        """An interaction that is edited has no next time."""
        for widget in (self.ui.topics_label, self.ui.topics, self.ui.topics_problem):
            widget.hide()

    def reached_out(self) -> ReachedOut | None:
        """Who began it, or None."""
        value = self.ui.reached_out.chosen_value()
        return value if isinstance(value, ReachedOut) else None

    def fill(self, interaction: Interaction) -> None:
        """Show what `interaction` has."""
        self.ui.when.set_local(interaction.when.local)
        self.ui.when.forbid_just_now()
        self.ui.mood.value = interaction.mood
        self.ui.reached_out.choose(interaction.reached_out)
        self.ui.tags.set_tags(interaction.tags)
        self.ui.note.setPlainText(interaction.note)
        self.ui.win.setPlainText(interaction.win)

    def to_draft(self) -> dict[str, object]:
        """What is filled in, as typed, with the keys of `interaction_form.EMPTY`."""
        local, who = self.ui.when.local(), self.reached_out()
        return {
            "when": local.isoformat() if local else None,
            "mood": self.ui.mood.value,
            "reached_out": who.value if who else None,
            "tags": self.ui.tags.begun(),
            "note": self.ui.note.toPlainText(),
            "win": self.ui.win.toPlainText(),
            "topics": self.ui.topics.toPlainText(),
        }

    def from_draft(self, draft: Mapping[str, object]) -> None:
        """Show what `to_draft` gave, once; what cannot be understood is left empty."""
        self.ui.when.set_local(_moment(draft.get("when")))
        mood, who = draft.get("mood"), draft.get("reached_out")
        self.ui.mood.value = mood if isinstance(mood, int) and mood in self.ui.mood.choices else None
        self.ui.reached_out.choose(
            ReachedOut(who) if isinstance(who, str) and who in list(ReachedOut) else None
        )
        self.ui.tags.set_begun(_text(draft, "tags"))
        self.ui.note.setPlainText(_text(draft, "note"))
        self.ui.win.setPlainText(_text(draft, "win"))
        self.ui.topics.setPlainText(_text(draft, "topics"))

    def _connect(self) -> None:
        ui = self.ui
        for row in (ui.mood, ui.reached_out):
            row.chosen.connect(lambda _value: self.changed.emit())
        for signal in (ui.when.changed, ui.note.textChanged, ui.win.textChanged, ui.topics.textChanged):
            signal.connect(self.changed)
        ui.tags.textChanged.connect(self._mirror_tags)
        for chips in (ui.in_the_way, ui.helped):
            chips.switched.connect(lambda tag, on: ui.tags.switch(tag, on=on))

    def _mirror_tags(self) -> None:
        for chips in (self.ui.in_the_way, self.ui.helped):
            chips.mirror(self.ui.tags.tags())
        self.changed.emit()


def _text(draft: Mapping[str, object], key: str) -> str:
    value = draft.get(key)
    return value if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
