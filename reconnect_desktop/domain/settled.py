"""What the user settled about an imported interaction (not hers, or the same as another), so that it never comes in again.

Each is remembered by a setting record of its own, `settled.<digest>`, whose value is where the interaction came from and
its key there: a key may be that of a span, which the next export of the same chat tells a little differently.
"""

from __future__ import annotations

from hashlib import blake2b

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting

SETTLED = "settled."
_BETWEEN = "\n"


def settled_id(source: str, source_key: str) -> str:
    """The id of the record below."""
    said = f"{source}{_BETWEEN}{source_key}"
    return SETTLED + blake2b(said.encode(), digest_size=16).hexdigest()


def settled(interaction: Interaction) -> Setting:
    """The record that says: this one is not to come in again."""
    source, key = interaction.source, interaction.source_key
    return Setting(id=settled_id(source, key), value=f"{source}{_BETWEEN}{key}")


def source_of(setting: Setting) -> tuple[str, str] | None:
    """(source, source key) of such a record; None for any other setting."""
    if not setting.id.startswith(SETTLED):
        return None
    source, between, key = setting.value.partition(_BETWEEN)
    return (source, key) if between else None
