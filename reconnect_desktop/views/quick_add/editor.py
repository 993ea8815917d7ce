"""Opens interactions in the form, and keeps what was written there until it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import edit
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look


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

        offered = self._unsaved.get(before.id, before)
        after = EditDialog.ask(self._page, self._look, offered, tags, journal.now, her_name=her_name)
        if after is None or after == before:
            return None
        self._unsaved[before.id] = after
        return after

    def saved(self, interaction: Interaction) -> None:
        """It is kept."""
        self._unsaved.pop(interaction.id, None)


def save_edit(journal: Journal, before: Interaction, after: Interaction) -> Applied:
    """Keep the change; a step to undo."""
    return journal.apply(Action.EDIT, edit(before, after))
