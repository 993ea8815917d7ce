"""The built-in tags in the language that is spoken: a journal keeps them in English, people read and write them in their own."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.tags import BUILT_IN
from reconnect_desktop.language import tr


def shown_tag(tag: str) -> str:
    """A tag of a journal as it is said; those that are not built in stay as they were typed."""
    kept = tag.casefold()
    if kept not in BUILT_IN:
        return tag
    name = _names()[kept]
    return tag if name == kept else name


def shown_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The same of several."""
    return tuple(shown_tag(tag) for tag in tags)


def kept_tag(typed: str) -> str:
    """A tag as it was typed, as a journal keeps it: what says a built-in one is that one."""
    wanted = typed.casefold()
    found = (kept for kept, name in _names().items() if name != kept and name.casefold() == wanted)
    return next(found, typed)


def _names() -> dict[str, str]:
    return {
        "life changes": tr("life changes"),
        "different styles": tr("different styles"),
        "old hurt": tr("old hurt"),
        "outside stress": tr("outside stress"),
        "laughed together": tr("laughed together"),
        "did something together": tr("did something together"),
        "really listened": tr("really listened"),
    }
