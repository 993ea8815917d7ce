"""What the process that is recorded does with a journal, and what must be there after each step, by a model of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reconnect_desktop.exchange.export import export
from reconnect_desktop.journal import Journal
from tests.durability.plan import Held, Kept, Plan
from tests.fakes import FakeClock

JOURNAL: Final = "journal"
EXPORT: Final = "out.json"


@dataclass(frozen=True)
class World:
    """What must be on the disk: what the journal holds, what opens it, and how many records are in the exported file."""

    held: Held = field(default_factory=dict)
    draft: Kept = None
    typed: str = ""
    exported: int | None = None


class Actor:
    """Does the steps of a tale on the disk in `below`; after each one, `worlds` has what must be durable."""

    def __init__(self, below: Path) -> None:
        self.folder = below / "disk"
        self._acknowledged = below / "acknowledged"
        self.worlds: list[World] = []
        self.world = World()
        self.clock = FakeClock()
        self._journal: Journal | None = None
        self.plan = Plan(below.name, {}, None, many=20)

    @property
    def journal(self) -> Journal:
        """The open one."""
        if self._journal is None:
            self._journal = Journal.open(self.folder / JOURNAL, self.clock)
        return self._journal

    def close(self) -> None:
        """Close the journal; it is opened again when it is needed."""
        if self._journal:
            self._journal.close()
            self._journal = None

    def done(self, **changes: object) -> None:
        """Acknowledge that all so far is durable: what the model says, and these changes."""
        self.world = replace(self.world, held=dict(self.plan.held), draft=self.plan.draft, **changes)  # type: ignore[arg-type]
        self.worlds.append(self.world)
        (self._acknowledged / str(len(self.worlds))).mkdir()

    def live(self, steps: int) -> None:
        """Take steps of the plan."""
        for _ in range(steps):
            self.plan.step(self.journal)
            self.done()


def life(actor: Actor) -> None:
    """A new journal; save, edit, delete, undo, redo, import, drafts; closed and opened again in the midst."""
    actor.done()
    actor.live(15)
    actor.close()
    actor.done()
    actor.live(10)
    actor.close()


def exporting(actor: Actor) -> None:
    """Exports, one over the other."""
    for _ in range(3):
        actor.live(3)
        exported = export(actor.journal.records(), actor.folder / EXPORT, actor.clock())
        actor.done(exported=exported)
    actor.close()


TALES: Final[Mapping[str, Callable[[Actor], None]]] = {tale.__name__: tale for tale in (life, exporting)}
