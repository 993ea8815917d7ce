"""The good moments of all years, to look back on."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.interaction import Interaction

_CLOSE = 5  # from which closeness on a note is taken for one of a good moment


def moments(interactions: Iterable[Interaction]) -> list[Interaction]:
    """Those with a win, or with a note of a time that felt close; oldest first."""
    kept = (one for one in interactions if moment_words(one))
    return sorted(kept, key=lambda one: one.day_key)


def moment_words(interaction: Interaction) -> str:
    """What was written down of a good moment: the win, or else the note; "" where there is none."""
    win, note = interaction.win.strip(), interaction.note.strip()
    if win or not note:
        return win
    return note if (interaction.closeness or 0) >= _CLOSE else ""
