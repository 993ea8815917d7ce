"""The form for one interaction: what happened, how long, how close; and more, unfolded when wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.views.forms.interaction_form import Ui_InteractionForm
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.problem_label import ProblemLabel
from reconnect_desktop.views.kit.tab_order import chain, focusable_before

if TYPE_CHECKING:  # What is not seen at first is loaded when it is.
    from datetime import datetime

    from reconnect_desktop.domain.interaction import Interaction
    from reconnect_desktop.domain.records import Topic
    from reconnect_desktop.domain.when import When
    from reconnect_desktop.views.quick_add.more_section import MoreSection
    from reconnect_desktop.views.quick_add.topic_list import TopicList

# What a draft holds of the part that is folded away, and what each is while nothing was filled in.
EMPTY: dict[str, object] = {
    "when": None,
    "mood": None,
    "reached_out": None,
    "tags": "",
    "note": "",
    "win": "",
    "topics": "",
}


class InteractionForm(QWidget):
    """Fills in an `Interaction`, and topics for the next one.

    submitted: Enter was pressed anywhere but in the note or the topics. changed: by the user.
    unfolded: the rest was shown or hidden, so that a window may adapt its height.
    """

    submitted = Signal()
    changed = Signal()
    unfolded = Signal(bool)

    def __init__(self, look: Look, now: Callable[[], When], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._more: MoreSection | None = None
        self._topics: TopicList | None = None
        self._known_tags: tuple[str, ...] = ()
        self._her_name: str | None = None
        self._original: Interaction | None = None
        self.ui = Ui_InteractionForm()
        self.ui.setupUi(self)
        self.ui.medium.set_look(look)
        self.ui.closeness.set_look(look)
        self.ui.length.set_field(self.ui.minutes)
        self.ui.more_button.setIcon(look.icon("chevron-down", "accent"))
        self._connect()
        self._blank = self.to_draft()

    # --- What it offers -------------------------------------------------------

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """The open topics, at the top, to be ticked off."""
        from reconnect_desktop.views.quick_add.topic_list import TopicList

        if self._topics is not None:
            self._topics.hide()
            self._topics.deleteLater()
        self._topics = TopicList(topics, self) if topics else None
        if self._topics is not None:
            self._topics.changed.connect(self.changed)
            self.ui.topics_place.setContentsMargins(0, 0, 0, 12)
            self.ui.topics_place.addWidget(self._topics)
            self._topics.show()
            chain(focusable_before(self.ui.medium), self._topics.stops())

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """The user's tags, most used first, for completion."""
        self._known_tags = tuple(tags)
        if self._more is not None:
            self._more.set_known_tags(tags)

    def set_her_name(self, name: str) -> None:
        """What she is called on the screens."""
        self._her_name = name
        if self._more is not None:
            self._more.set_her_name(name)

    def offer_medium(self, medium: Medium) -> None:
        """Choose the medium to begin with; that alone doesn't count as something typed."""
        if not self.is_touched():
            self.ui.medium.value = medium
            self._blank = self.to_draft()

    # --- Values ----------------------------------------------------------------

    def fill(self, interaction: Interaction) -> None:
        """Show `interaction`, to be edited: `read` keeps what is not shown."""
        self.unfold_more(True)
        assert self._more is not None
        self._original = interaction
        self.ui.medium.value = interaction.medium
        self.ui.minutes.set_minutes(interaction.minutes)
        self.ui.closeness.value = interaction.closeness
        self._more.fill(interaction)
        self._more.hide_topics()
        self.ui.more_button.hide()
        self._blank = self.to_draft()

    def read(self, id: str, now: When, zone: str) -> Interaction:  # noqa: A002 - the record's word
        """What is filled in; `id`, `now` and `zone` are for a new one. Raises Invalid."""
        from reconnect_desktop.domain.interaction import Interaction, check_not_in_future

        medium = self.ui.medium.value
        if medium is None:
            raise Invalid("medium", Why.EMPTY)
        minutes = self.ui.minutes.minutes()
        when = self._when(minutes, now, zone)
        check_not_in_future(when, now)
        before = self._original or Interaction(id=id, when=when, medium=medium, logged=now)
        told = replace(before, when=when, medium=medium, minutes=minutes, closeness=self.ui.closeness.value)
        more = self._more
        if more is None:
            return told
        return replace(
            told,
            mood=more.ui.mood.value,
            reached_out=more.reached_out(),
            tags=more.ui.tags.tags(),
            note=more.ui.note.toPlainText(),
            win=more.ui.win.toPlainText(),
        )

    def ticked_topics(self) -> tuple[Topic, ...]:
        """The open topics that were ticked off, as they were."""
        return self._topics.ticked() if self._topics else ()

    def new_topics(self, new_id: Callable[[], str], now: When) -> tuple[Topic, ...]:
        """The topics for next time. Raises Invalid."""
        from reconnect_desktop.domain.records import Topic

        text = self._more.ui.topics.toPlainText() if self._more else ""
        lines = [line.strip() for line in text.splitlines()]
        return tuple(Topic(id=new_id(), text=line, added=now) for line in lines if line)

    def is_touched(self) -> bool:
        """Whether the user filled anything in."""
        return self.to_draft() != self._blank

    def clear(self) -> None:
        """Make it a fresh form, folded, with the medium that was offered."""
        self.from_draft(self._blank)
        self.unfold_more(False)

    def to_draft(self) -> dict[str, object]:
        """All that is filled in, as typed, in JSON's types."""
        medium = self.ui.medium.value
        more = self._more.to_draft() if self._more else dict(EMPTY)
        return {
            "medium": medium.value if medium else None,
            "minutes": self.ui.minutes.text(),
            "closeness": self.ui.closeness.value,
            "ticked": [topic.id for topic in self.ticked_topics()],
            **more,
        }

    def from_draft(self, draft: Mapping[str, object]) -> None:
        """Fill in what `to_draft` gave once; what cannot be understood is left empty."""
        medium, minutes, closeness = draft.get("medium"), draft.get("minutes"), draft.get("closeness")
        self.ui.medium.value = Medium(medium) if isinstance(medium, str) and medium in list(Medium) else None
        self.ui.minutes.setText(minutes if isinstance(minutes, str) else "")
        known = isinstance(closeness, int) and closeness in self.ui.closeness.choices
        self.ui.closeness.value = closeness if known and isinstance(closeness, int) else None
        ticked = draft.get("ticked")
        if self._topics is not None:
            self._topics.tick(ticked if isinstance(ticked, list) else ())
        if self._more is not None or any(draft.get(key) for key in EMPTY):
            self.unfold_more(True)
            assert self._more is not None
            self._more.from_draft(draft)

    # --- Behaviour ---------------------------------------------------------------

    def unfold_more(self, unfold: bool) -> None:
        """Show or hide the rest; it is built when it is shown first."""
        if unfold and self._more is None:
            self._more = self._build_more()
        if self._more is None or self._more.isHidden() != unfold:
            return
        self._more.setVisible(unfold)
        self.ui.more_button.setChecked(unfold)
        self.ui.more_button.setText(self.tr("L&ess") if unfold else self.tr("&More"))
        self.ui.more_button.setIcon(self._look.icon("chevron-up" if unfold else "chevron-down", "accent"))
        self.unfolded.emit(unfold)

    def start(self) -> None:
        """Put the focus where one begins: on the media."""
        self.ui.medium.setFocus()

    def show_problem(self, error: Invalid) -> None:
        """Say beside the field what is wrong with it, and go there."""
        from reconnect_desktop.output.sentences import explain

        self.clear_problems()
        if error.field in EMPTY or error.field == "topic":
            self.unfold_more(True)
        label, field = self._places().get(error.field, (self.ui.medium_problem, self.ui.medium))
        label.say(explain(error))
        field.setAccessibleDescription(explain(error))
        field.setFocus()

    def clear_problems(self) -> None:
        """All is well again, or not yet judged."""
        for label, field in self._places().values():
            if not label.isHidden():
                label.say("")
                field.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits; letters choose a medium. What text fields take for themselves never comes here."""
        from PySide6.QtCore import Qt

        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        letter = event.text().casefold()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or control):
            self.submitted.emit()
        elif plain and letter in self.ui.medium.keys:
            self.ui.medium.pick(self.ui.medium.keys[letter])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        ui = self.ui
        ui.medium.chosen.connect(lambda _value: self.changed.emit())
        ui.closeness.chosen.connect(lambda _value: self.changed.emit())
        ui.minutes.textChanged.connect(lambda _text: self.changed.emit())
        ui.more_button.toggled.connect(self.unfold_more)
        self.changed.connect(self.clear_problems)

    def _build_more(self) -> MoreSection:
        from reconnect_desktop.views.quick_add.more_section import MoreSection

        more = MoreSection(self._look, self._offered, self)
        more.hide()
        more.set_known_tags(self._known_tags)
        if self._her_name is not None:
            more.set_her_name(self._her_name)
        more.changed.connect(self.changed)
        self.ui.more_place.addWidget(more)
        chain(self.ui.more_button, more.stops())
        return more

    def _offered(self) -> datetime:
        """The time to begin with when another than "just now" is wanted."""
        return self._now().minus(self._minutes_or_none() or 0).local

    def _minutes_or_none(self) -> int | None:
        try:
            return self.ui.minutes.minutes()
        except Invalid:
            return None

    def _when(self, minutes: int | None, now: When, zone: str) -> When:
        local = self._more.ui.when.local() if self._more else None
        if local is None:
            return now.minus(minutes or 0)
        if self._original is not None and local == self._original.when.local:
            return self._original.when
        from reconnect_desktop.domain.when import in_zone

        return in_zone(local, zone, fallback_offset=now.offset)

    def _places(self) -> dict[str, tuple[ProblemLabel, QWidget]]:
        """For each field that can be wrong: where that is said, and where to go."""
        ui = self.ui
        places: dict[str, tuple[ProblemLabel, QWidget]] = {
            "medium": (ui.medium_problem, ui.medium),
            "minutes": (ui.minutes_problem, ui.minutes),
        }
        if self._more is not None:
            more = self._more.ui
            places |= {
                "when": (more.when_problem, more.when),
                "tags": (more.tags_problem, more.tags),
                "note": (more.note_problem, more.note),
                "win": (more.win_problem, more.win),
                "topic": (more.topics_problem, more.topics),
            }
        return places
