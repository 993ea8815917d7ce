"""What quick add reads from the journal and writes into it; runs in the background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Record, Topic
from reconnect_desktop.domain.settings import HER_NAME, Declared
from reconnect_desktop.domain.when import When

if TYPE_CHECKING:
    from reconnect_desktop.views.quick_add.interaction_form import InteractionForm

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Draft = dict[str, object]


class Door(Protocol):
    """As much of the journal as quick add needs."""

    def new_id(self) -> str: ...  # noqa: D102 - as in Journal
    def recent(self, most: int = ...) -> list[Interaction]: ...  # noqa: D102
    def all(self, record_type: type[R]) -> list[R]: ...  # noqa: D102
    def get(self, record_type: type[R], record_id: str) -> R | None: ...  # noqa: D102
    def tags(self) -> list[str]: ...  # noqa: D102
    def setting(self, declared: Declared[T]) -> T: ...  # noqa: D102
    def apply(self, action: Action, *changes: Change, draft: Draft | None = ...) -> Applied: ...  # noqa: D102
    def undo(self) -> Applied: ...  # noqa: D102
    def draft(self) -> Draft | None: ...  # noqa: D102
    def save_draft(self, draft: Draft | None) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class Offer:
    """What the form is given once the journal is open."""

    draft: Draft | None
    topics: tuple[Topic, ...]
    tags: tuple[str, ...]
    her_name: str
    medium: Medium | None


def offer_from(journal: Door) -> Offer:
    """The draft, open topics, known tags, her name and the last medium."""
    last = journal.recent(1)
    return Offer(
        draft=journal.draft(),
        topics=tuple(topic for topic in journal.all(Topic) if topic.done is None),
        tags=tuple(journal.tags()),
        her_name=journal.setting(HER_NAME),
        medium=last[0].medium if last else None,
    )


def changes_for(
    interaction: Interaction, ticked: tuple[Topic, ...], new: tuple[Topic, ...], now: When
) -> tuple[Change, ...]:
    """All that saving the form does, as one step to undo."""
    done = (edit(topic, replace(topic, done=now)) for topic in ticked)
    return (add(interaction), *done, *(add(topic) for topic in new))


def changes_from(form: InteractionForm, journal: Door | None, now: When) -> tuple[Change, ...]:
    """What saving `form` does; ids are made anew at each try, and used once. Raises Invalid."""
    new_id = journal.new_id if journal is not None else str
    interaction = form.read(new_id(), now, now.zone)
    return changes_for(interaction, form.ticked_topics(), form.new_topics(new_id, now), now)


def save(journal: Door, changes: tuple[Change, ...], draft_after: Draft | None) -> Applied:
    """Write it and let its draft go, both or neither. Raises UserErrors."""
    return journal.apply(Action.LOG, *changes, draft=draft_after)
