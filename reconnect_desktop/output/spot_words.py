"""What a chart says of the interaction that is pointed at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.language import tr
from reconnect_desktop.output.dates import long_day
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.output.sentences import length_words, medium_word

_NOTE_SHOWN = 80


def spot_lines(interaction: Interaction, day_words: Callable[[date], str] = long_day) -> tuple[str, ...]:
    """The day as a heading, medium and length, closeness, the first words of the note or the win.

    day_words: how the day is told; the views have the locale's way.
    """
    facts = [medium_word(interaction.medium)]
    if interaction.minutes is not None:
        facts.append(length_words(interaction.minutes))
    close = (
        tr("Felt {closeness} of 7", closeness=interaction.closeness)
        if interaction.closeness
        else tr("Not rated")
    )
    note = shortened(interaction.note or interaction.win, _NOTE_SHOWN)
    return tuple(filter(None, (day_words(interaction.when.day), ", ".join(facts), close, note)))
