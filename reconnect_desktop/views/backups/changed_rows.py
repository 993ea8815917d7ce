"""The interactions that going back to a backup would change, as rows like those of the Log."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.language import tr
from reconnect_desktop.output.sentences import closeness_word
from reconnect_desktop.views.kit.dates import full_day_words
from reconnect_desktop.views.log.face_delegate import Face, FaceModel
from reconnect_desktop.views.log.log_words import row_facts
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

MOST = 200  # rows


class ChangedModel(FaceModel):
    """The newest `MOST` of them. more: how many there are beyond."""

    def __init__(self, changes: Iterable[Change], parent: QObject | None = None) -> None:
        listed = [(_moment(change), change) for change in changes if isinstance(change.record, Interaction)]
        listed.sort(key=lambda row: row[0], reverse=True)
        self.changes = [change for _, change in listed[:MOST]]
        self.more = len(listed) - len(self.changes)
        super().__init__([""] * len(self.changes), parent)

    def face_at(self, row: int) -> Face:
        """The day; what becomes of it, how close it felt, and what it was."""
        change = self.changes[row]
        shown = change.record
        assert isinstance(shown, Interaction)
        rating = tr("Not rated") if shown.closeness is None else closeness_word(shown.closeness)
        facts = " · ".join((_fate(change), rating, row_facts(shown)))
        return Face(
            ICONS[shown.medium], f"medium_{shown.medium.value}", full_day_words(shown.when.day), facts
        )


def _moment(change: Change) -> int:
    record = change.record
    assert isinstance(record, Interaction)
    return record.when.timestamp


def _fate(change: Change) -> str:
    if change.before is None:
        return tr("Comes back")
    return tr("Taken out") if change.after is None else tr("As it was then")
