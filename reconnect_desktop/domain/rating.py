"""Which imported interactions are still to be rated, and how "leave unrated" is remembered.

One that is left is remembered by a setting record of its own, `left_unrated.<its id>`; leaving all the rest is
one setting, the moment up to which nothing that was logged is asked for. Both are undone like any other change.
"""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import RATING_LEFT_UNTIL, value_of

LEFT = "left_unrated."


def left_id(interaction: Interaction) -> str:
    """The id of the record below."""
    return LEFT + interaction.id


def left_unrated(interaction: Interaction) -> Setting:
    """The record that says: don't ask for this one again."""
    return Setting(id=left_id(interaction), value="yes")


def to_ask(unrated: Iterable[Interaction], settings: Iterable[Setting]) -> list[Interaction]:
    """Those of the imported, unrated interactions that may still be asked for, in their order."""
    kept = {setting.id: setting.value for setting in settings}
    until = value_of(RATING_LEFT_UNTIL, kept)
    return [one for one in unrated if one.logged.timestamp > until and left_id(one) not in kept]
