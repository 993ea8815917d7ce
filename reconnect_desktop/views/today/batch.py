"""What is rated in one go: where one stands in it, what was left, and what was undone."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.rating import left_id


class Batch:
    """Interactions, newest first, and a place among them; beyond the last when all are dealt with."""

    def __init__(self, items: Iterable[Interaction] = ()) -> None:
        self.items = list(items)
        self.place = 0
        self._left: set[str] = set()
        self._gone: set[str] = set()

    @property
    def current(self) -> Interaction | None:
        """The one that is asked about."""
        return self.items[self.place] if self.place < len(self.items) else None

    @property
    def rated(self) -> int:
        """How many of them have a closeness by now."""
        return sum(item.closeness is not None for item in self.items)

    def is_dealt_with(self, item: Interaction) -> bool:
        """Whether it is rated, or was left unrated."""
        return item.closeness is not None or item.id in self._left

    def go(self, place: int) -> None:
        """Stand there, or at the nearest end."""
        self.place = min(max(place, 0), len(self.items))

    def leave(self, item: Interaction) -> None:
        """This one stays unrated."""
        self._left.add(item.id)

    def drop(self, item: Interaction) -> None:
        """This one goes, but may come back."""
        self._remove(item.id)

    def put(self, item: Interaction) -> None:
        """It is as given again, and asked about."""
        self._left.discard(item.id)
        self._place(item)

    def follow(self, applied: Applied) -> None:
        """Take over what was changed elsewhere; what is undone is asked about again."""
        by_left_id = {left_id(item): item for item in self.items}
        for change in applied.changes:
            if (item := by_left_id.get(change.record.id)) is not None:
                (self._left.add if change.after else self._left.discard)(item.id)
                if applied.undone:
                    self._place(item)
            elif isinstance(change.record, Interaction):
                self._take(change, undone=applied.undone)

    def _take(self, change: Change, *, undone: bool) -> None:
        item, place = change.after, self._place_of(change.record.id)
        if not isinstance(item, Interaction):
            self._remove(change.record.id)
        elif undone and (place is not None or item.id in self._gone):
            self._place(item)
        elif place is not None:
            self.items[place] = item

    def _place(self, item: Interaction) -> None:
        place = self._place_of(item.id)
        if place is None:
            self._gone.discard(item.id)
            place = sum(one.day_key > item.day_key for one in self.items)
            self.items.insert(place, item)
        self.items[place] = item
        self.place = place

    def _place_of(self, item_id: str) -> int | None:
        return next((place for place, item in enumerate(self.items) if item.id == item_id), None)

    def _remove(self, item_id: str) -> None:
        place = self._place_of(item_id)
        if place is not None:
            del self.items[place]
            self.place -= place < self.place
            self._gone.add(item_id)
