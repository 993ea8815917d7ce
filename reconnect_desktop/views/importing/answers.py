"""What the user said about the file that is brought in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reader import SILENCE, Choices
from reconnect_desktop.exchange.tables.columns import Columns


@dataclass(frozen=True, slots=True)
class Answers:
    """As `Choices` has them; two that are equal read a file in the same way."""

    zone: str
    who: tuple[str, ...] = ()
    order: DateOrder | None = None
    silence: int = SILENCE
    keep_texts: bool = False
    medium: Medium | None = None
    moods: bool = False
    levels: Mapping[str, int] = field(default_factory=dict)
    columns: Columns | None = None

    def choices(self, now: When, new_id: Callable[[], str]) -> Choices:
        """What a reader is given."""
        return Choices(
            now=now,
            zone=self.zone,
            who=self.who,
            new_id=new_id,
            order=self.order,
            silence=self.silence,
            keep_texts=self.keep_texts,
            medium=self.medium,
            moods=self.moods,
            levels=self.levels,
            columns=self.columns,
        )
