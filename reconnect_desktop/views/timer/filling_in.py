"""Puts what was timed into the quick-add form, and never over what somebody wrote there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconnect_desktop.domain.call_timer import LONG
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.language import tr
from reconnect_desktop.output.sentences import length_words

if TYPE_CHECKING:
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd


def fill_in(window: QuickAdd, medium: Medium, minutes: int | None) -> None:
    """Fill in medium and length; where something is written already, only a length that is missing, or offer it.

    minutes: None where it was too short to have a length.
    """
    window.begin_another()
    form = window.form

    def fill_length() -> None:
        form.ui.minutes.set_minutes(minutes)

    if not form.is_touched():
        form.ui.medium.value = medium
        fill_length()
        form.changed.emit()
        form.ui.closeness.setFocus()
    elif minutes is None or not form.ui.minutes.text().strip():
        if minutes is not None:
            fill_length()
    else:
        window.notices.notice.show_text(
            tr("The timer says {length}.", length=length_words(minutes)), tr("Fill in"), fill_length
        )
        window.fit()
        return
    if minutes is not None and minutes >= LONG:
        window.notices.notice.show_text(
            tr("The timer ran for {length}. If it was shorter, just change it.", length=length_words(minutes))
        )
        window.fit()
