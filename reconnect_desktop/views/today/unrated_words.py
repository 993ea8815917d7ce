"""How many imported interactions have no rating, in words: of what kind they are, where all are of one."""

from __future__ import annotations

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.rating import Unrated
from reconnect_desktop.language import tr_n

_CALLS = (frozenset({Medium.CALL}), frozenset({Medium.CALL, Medium.VIDEO}))


def counted_words(unrated: Unrated) -> str:
    """As in "3 calls"."""
    count, media = unrated.count, unrated.media
    if media in _CALLS:
        return tr_n("{count} call", "{count} calls", count)
    if media == {Medium.VIDEO}:
        return tr_n("{count} video call", "{count} video calls", count)
    if media == {Medium.MESSAGE} and unrated.exchanges:
        return tr_n("{count} message exchange", "{count} message exchanges", count)
    if media == {Medium.MESSAGE}:
        return tr_n("{count} message", "{count} messages", count)
    return tr_n("{count} interaction", "{count} interactions", count)
