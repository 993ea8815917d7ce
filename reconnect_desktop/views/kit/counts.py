"""How often something is there, in words."""

from __future__ import annotations

from reconnect_desktop.language import tr_n


def times_words(count: int) -> str:
    """As in "1 time", "1,204 times"."""
    return tr_n("{count} time", "{count} times", count)
