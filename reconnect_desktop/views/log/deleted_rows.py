"""Deleted records of any kind as rows: their icons and words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Letter,
    MoodCheckIn,
    Need,
    Pause,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.language import tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.letter_words import letter_title
from reconnect_desktop.output.plan_words import kind_words
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.views.kit.dates import full_day_words, month_words, short_date_words
from reconnect_desktop.views.log.face_delegate import Face, FaceModel
from reconnect_desktop.views.log.log_matches import one_line
from reconnect_desktop.views.log.log_words import row_facts
from reconnect_desktop.views.plans.plan_texts import icon_of
from reconnect_desktop.views.quick_add.medium_buttons import ICONS


def face_of(record: Record) -> Face:
    """How a deleted record is shown."""
    if isinstance(record, Interaction):
        facts = " · ".join(part for part in (row_facts(record), one_line(record.note)) if part)
        role = f"medium_{record.medium.value}"
        return Face(ICONS[record.medium], role, full_day_words(record.when.day), facts)
    if isinstance(record, MoodCheckIn):
        facts = tr("Mood: {}").format(mood_word(record.mood))
        return Face("sun", "medium_other", full_day_words(record.when.day), facts)
    if isinstance(record, Topic):
        return Face("list", "medium_other", one_line(record.text), tr("Topic for next time"))
    if isinstance(record, Plan):
        words = one_line(record.text) or kind_words(record.kind)
        return Face(icon_of(record), "medium_other", words, short_date_words(record.day))
    if isinstance(record, Pause):
        return Face("clock", "medium_other", tr("Pause"), short_date_words(record.start))
    if isinstance(record, Letter):
        changed = tr("Letter, {}").format(short_date_words(record.changed.day))
        return Face("pen-line", "accent", letter_title(record) or tr("Letter"), changed)
    if isinstance(record, Try):
        return Face("lightbulb", "accent", tr("An idea that was tried"), short_date_words(record.begun.day))
    if isinstance(record, Need):
        return Face("heart", "accent", tr("A thought about a need"), short_date_words(record.noted.day))
    if isinstance(record, Reflection):
        words = one_line(record.text or record.intention) or tr("Looking back")
        return Face(
            "calendar-heart", "accent", words, opening(month_words(record.month.year, record.month.month))
        )
    return Face("settings", "medium_other", tr("Setting"), "")


class DeletedModel(FaceModel):
    """The records that were deleted."""

    def __init__(self, records: list[Record], parent: QObject | None = None) -> None:
        super().__init__([""] * len(records), parent)
        self.records = records

    def face_at(self, row: int) -> Face:
        """What a row shows."""
        return face_of(self.records[row])
