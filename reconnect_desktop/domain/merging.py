"""Two interactions that are one contact, made into one: what the person wrote stays, and the time that is known best."""

from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.domain.tellings import is_plan, precision


def merged(one: Interaction, other: Interaction) -> tuple[Change, ...]:
    """The changes that make one of the two, and see to it that what goes is not brought in again.

    What was typed by hand stays itself, or else what was rated, or else `one`; the other one goes. Where only one of them
    is from a file, what stays is known as that from now on. Raises Invalid where both notes together, or all the tags,
    are more than can be kept.
    """
    stays, goes = (one, other) if _closeness_to_hand(one) >= _closeness_to_hand(other) else (other, one)
    changes = (edit(stays, _together(stays, goes)), delete(goes))
    return (*changes, add(settled(goes))) if stays.source and goes.source_key else changes


def together(one: Interaction, other: Interaction) -> Interaction:
    """What the two are as one. Raises Invalid as `merged` does."""
    whole = merged(one, other)[0].after
    assert isinstance(whole, Interaction)
    return whole


def _closeness_to_hand(one: Interaction) -> tuple[bool, bool, bool]:
    return not one.source, one.closeness is not None, bool(one.note or one.win or one.tags)


def _together(stays: Interaction, goes: Interaction) -> Interaction:
    timed = min((stays, goes), key=_vagueness)
    untimed = goes if timed is stays else stays
    known = stays if stays.source else goes
    return replace(
        stays,
        when=timed.when,
        minutes=timed.minutes if timed.minutes is not None else untimed.minutes,
        medium=goes.medium if stays.medium is Medium.OTHER else stays.medium,
        closeness=_first(stays.closeness, goes.closeness),
        mood=_first(stays.mood, goes.mood),
        reached_out=stays.reached_out or goes.reached_out,
        messages=_first(timed.messages, untimed.messages),
        tags=_tags(stays, goes),
        note=_texts(stays.note, goes.note),
        win=_texts(stays.win, goes.win),
        source=known.source,
        source_key=known.source_key,
    )


def _vagueness(one: Interaction) -> tuple[int, bool, bool]:
    return precision(one.source), is_plan(one.source), one.minutes is None


def _first(value: int | None, other: int | None) -> int | None:
    return value if value is not None else other


def _tags(stays: Interaction, goes: Interaction) -> tuple[str, ...]:
    there = {tag.casefold() for tag in stays.tags}
    return (*stays.tags, *(tag for tag in goes.tags if tag.casefold() not in there))


def _texts(one: str, other: str) -> str:
    """Both, each once."""
    if not other.strip() or other.strip() in one:
        return one
    return f"{one}\n\n{other}" if one.strip() and one.strip() not in other else other
