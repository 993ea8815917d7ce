"""Opens interactions in the form, and keeps what was written there until it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.journal_reading import Draft
from reconnect_desktop.views.kit.look import Look

EDITED = "edited"  # the draft of what was changed when the window was locked


class Editor:
    """For the pages that list or draw interactions."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look, self._page = look, page
        self._unsaved: dict[str, Interaction] = {}

    def forget(self) -> None:
        """Another journal is open."""
        self._unsaved.clear()

    def ask(
        self, journal: Journal, before: Interaction, tags: Sequence[str], her_name: str
    ) -> Interaction | None:
        """The interaction as changed by the user, or None. What could not be saved the last time is offered again."""
        from reconnect_desktop.views.quick_add.edit_dialog import EditDialog

        offered, draft = self._unsaved.get(before.id, before), _EditDraft(journal, before.id)
        after = EditDialog.ask(
            self._page,
            self._look,
            offered,
            tags,
            journal.now,
            her_name=her_name,
            begun=draft.begun,
            keep=draft.keep,
        )
        draft.settle()
        if after is None or after == before:
            return None
        self._unsaved[before.id] = after
        return after

    def saved(self, interaction: Interaction) -> None:
        """It is kept."""
        self._unsaved.pop(interaction.id, None)


class _EditDraft:
    """Changes to an interaction that were neither saved nor thrown away, because the window was locked."""

    def __init__(self, journal: Journal, interaction_id: str) -> None:
        self._journal, self._id = journal, interaction_id
        kept = journal.draft(EDITED)
        self.begun = kept if kept is not None and kept.get("id") == interaction_id else None
        self._is_over = self.begun is not None

    def keep(self, form: Draft) -> None:
        """Keep them. Raises UserErrors."""
        self._journal.save_draft({**form, "id": self._id}, EDITED)
        self._is_over = False

    def settle(self) -> None:
        """What was kept the last time is saved now, or thrown away."""
        if self._is_over:
            with suppress(UserError):  # it is offered once more then
                self._journal.save_draft(None, EDITED)


def save_edit(journal: Journal, before: Interaction, after: Interaction) -> Applied:
    """Keep the change; a step to undo."""
    return journal.apply(Action.EDIT, edit(before, after))
