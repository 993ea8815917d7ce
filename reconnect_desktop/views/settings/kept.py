"""The settings of the journal as the sections read and change them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import Declared
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain

T = TypeVar("T")
Say = Callable[[str], None]


class Kept:
    """Each choice is one step to undo; what could not be kept is said, and the field goes back."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def value(self, declared: Declared[T]) -> T:
        """What was chosen, or the default."""
        return self.journal.setting(declared)

    def choose(self, declared: Declared[T], value: T, say: Say) -> bool:
        """Keep this value and say nothing, or say what is in the way; whether it is kept."""
        return self.take_text(declared, declared.write(value), say)

    def take_text(self, declared: Declared[T], text: str, say: Say) -> bool:
        """The same for a value as it was typed."""
        try:
            self._keep(declared.id, declared.write(declared.read(text)))
        except UserError as error:
            say(explain(error))
            return False
        say("")
        return True

    def _keep(self, setting_id: str, text: str) -> None:
        before, after = self.journal.get(Setting, setting_id), Setting(id=setting_id, value=text)
        if before != after:
            self.journal.apply(Action.SETTING, edit(before, after) if before else add(after))
