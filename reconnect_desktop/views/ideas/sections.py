"""What the list of the Ideas page can show, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping

from reconnect_desktop.views.ideas.idea_rows import Section
from reconnect_desktop.views.ideas.one_of import OneOf
from reconnect_desktop.views.kit.dates import number_words
from reconnect_desktop.views.kit.look import Look


class Sections(OneOf):
    """All ideas, those I'm trying, those I tried, those that are not for me, and what I need."""

    def set_look(self, look: Look) -> None:
        """Make the choices; called once."""
        if not self.choices:
            self.set_words(list(self._words().items()), look)
            self.choose(Section.ALL)
        else:
            super().set_look(look)

    @property
    def section(self) -> Section:
        """The chosen one."""
        value = self.chosen_value()
        return value if isinstance(value, Section) else Section.ALL

    def show_counts(self, counts: Mapping[Section, int]) -> None:
        """Say how many there are beside each but the first, where there are any."""
        for section, word in self._words().items():
            count = counts[section] if section is not Section.ALL else 0
            self.rename(section, f"{word} · {number_words(count)}" if count else word)

    def _words(self) -> dict[Section, str]:
        return {
            Section.ALL: self.tr("All ideas"),
            Section.TRYING: self.tr("Trying now"),
            Section.TRIED: self.tr("Tried"),
            Section.RETIRED: self.tr("Not for me"),
            Section.NEEDS: self.tr("My needs"),
        }
