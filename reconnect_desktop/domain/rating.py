"""Which imported interactions are still to be rated, and how "leave unrated" is remembered.

One that is left is remembered by a setting record of its own, `left_unrated.<its id>`; leaving all the rest is
one setting, the moment up to which nothing that was logged is asked for. Both are undone like any other change.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Setting

LEFT = "left_unrated."


def left_id(interaction: Interaction) -> str:
    """The id of the record below."""
    return LEFT + interaction.id


def left_unrated(interaction: Interaction) -> Setting:
    """The record that says: don't ask for this one again."""
    return Setting(id=left_id(interaction), value="yes")


@dataclass(frozen=True, slots=True)
class Unrated:
    """The imported interactions without a closeness that may be asked for.

    count, media, exchanges: of all of them, how many, of which media, and whether any of them counts its messages;
    logged: when the last one came, in seconds since 1970 UTC; newest: some of them, newest first.
    """

    count: int = 0
    media: frozenset[Medium] = frozenset()
    exchanges: bool = False
    logged: int = 0
    newest: tuple[Interaction, ...] = ()
