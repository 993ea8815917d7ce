"""Suggestions that are "not for me": each is remembered by a setting record of its own, `retired.<its id>`."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.records import Setting

RETIRED = "retired."


def retired(suggestion_id: str) -> Setting:
    """The record that says: don't offer this one again. Adding it retires, deleting it brings back."""
    return Setting(id=RETIRED + suggestion_id, value="yes")


def retired_ids(settings: Iterable[Setting]) -> frozenset[str]:
    """The ids of the suggestions that are retired."""
    return frozenset(kept.id.removeprefix(RETIRED) for kept in settings if kept.id.startswith(RETIRED))
