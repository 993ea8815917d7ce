"""What is done with a journal while faults strike, deed by deed, and what must be there after each step, by a model.

A deed takes one step or more; each step is acknowledged. Which deeds follow one another is a tale.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reconnect_desktop import backing_up, durable, encrypting, forgetting, rescuing
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import from_plain
from reconnect_desktop.domain.rescues import Choice
from reconnect_desktop.exporting import export
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION
from reconnect_desktop.unlocking import unlock
from tests.durability.campaign import ROOT
from tests.durability.plan import Held, Kept, Plan
from tests.fakes import NOW, FakeClock

JOURNAL: Final = "journal"
EXPORT: Final = "out.json"
DATABASES: Final = ROOT / "tests/databases"
FIRST, SECOND = "the first passphrase", "the second passphrase"
RECOVERY: Final = (bytes(16), bytes(range(16)))


@dataclass(frozen=True)
class World:
    """What must be on the disk.

    opens: each passphrase and recovery key that does; none for a plain journal. exported: the number of records in the
    exported file. backups: by name, what each holds. now: the clock. damaged: the journal has to be rescued first.
    """

    held: Held = field(default_factory=dict)
    draft: Kept = None
    opens: frozenset[str] = frozenset()
    exported: int | None = None
    backups: Mapping[str, Held] = field(default_factory=dict)
    now: str = NOW
    damaged: bool = False


class Actor:
    """Takes the steps, on the disk in `folder`; `worlds` has what must be there after each of them."""

    def __init__(self, folder: Path, name: str, world: World, acknowledge: Callable[[], None]) -> None:
        self.folder = folder
        self.name = name
        self.world = world
        self.worlds: list[World] = []
        self.clock = FakeClock(world.now)
        self.plan = self._plan()
        self._acknowledge = acknowledge
        self._journal: Journal | None = None

    @property
    def journal(self) -> Journal:
        """The open one."""
        if self._journal is None:
            folder, typed = self.folder / JOURNAL, min(self.world.opens, default=None)
            self._journal = Journal.open(folder, self.clock, unlock(folder, typed) if typed else None)
        return self._journal

    def close(self) -> None:
        """Close the journal; it is opened again when it is needed."""
        if self._journal:
            self._journal.close()
            self._journal = None
        self.plan = self._plan()

    def done(self, **changes: object) -> None:
        """Acknowledge that all so far is durable: what the model says, and these changes."""
        before = self.world
        names = [one.name for one in backing_up.backups_in(self.folder / JOURNAL)]
        of_itself = {
            "held": dict(self.plan.held),
            "draft": self.plan.draft,
            "now": self.clock().isoformat(),
            "backups": {name: before.backups.get(name, before.held) for name in names},
        }
        self.world = replace(before, **of_itself | changes)  # type: ignore[arg-type]
        self.worlds.append(self.world)
        self._acknowledge()

    def live(self, steps: int) -> None:
        """Take steps of the plan."""
        for _ in range(steps):
            self.plan.step(self.journal)
            self.done()

    def _plan(self) -> Plan:
        seed = f"{self.name} {len(self.world.held)} {self.world.now} {len(self.worlds)}"
        return Plan(seed, self.world.held, self.world.draft, many=20)


def open_first(actor: Actor) -> None:
    actor.done()
    open_anew(actor)


def open_anew(actor: Actor) -> None:
    _ = actor.journal
    actor.done()


def live_a_little(actor: Actor) -> None:
    actor.live(3)


def live(actor: Actor) -> None:
    actor.live(6)


def reopen(actor: Actor) -> None:
    actor.close()
    actor.live(2)


def write_out(actor: Actor) -> None:
    actor.done(exported=sum(export(actor.journal, actor.folder / EXPORT).counts.values()))


def encrypt(actor: Actor) -> None:
    encrypting.turn_on(actor.journal, FIRST, RECOVERY[0])
    actor.done(opens=frozenset({FIRST, recovery_key.write(RECOVERY[0])}))


def change_passphrase(actor: Actor) -> None:
    encrypting.change_passphrase(actor.journal, FIRST, SECOND)
    actor.done(opens=actor.world.opens - {FIRST} | {SECOND})


def change_recovery_key(actor: Actor) -> None:
    encrypting.set_recovery_key(actor.journal, RECOVERY[1])
    actor.done(opens=frozenset({SECOND, recovery_key.write(RECOVERY[1])}))


def change_data_key(actor: Actor) -> None:
    encrypting.new_data_key(actor.journal, SECOND, RECOVERY[0])
    actor.done(opens=frozenset({SECOND, recovery_key.write(RECOVERY[0])}))


def decrypt(actor: Actor) -> None:
    encrypting.turn_off(actor.journal)
    actor.done(opens=frozenset())


def back_up(actor: Actor) -> None:
    backing_up.back_up(actor.journal, Occasion.ASKED)
    actor.done()


def live_half_a_day(actor: Actor) -> None:
    actor.clock.advance(hours=12)
    actor.live(1)
    back_up(actor)


def go_back(actor: Actor) -> None:
    name = min(actor.world.backups)
    held = actor.world.backups[name]
    backing_up.go_back(actor.journal, name)
    actor.plan.become(held)
    actor.done()


def forget(actor: Actor) -> None:
    """Take two interactions out of the journal and all backups, which have other names then, in the same order."""
    ids = sorted(actor.world.held)[:2]
    forgetting.forget(actor.journal, ids)
    actor.close()
    actor.plan.held = _without(ids, actor.world.held)
    names = sorted(one.name for one in backing_up.backups_in(actor.folder / JOURNAL))
    held = [_without(ids, was) for _, was in sorted(actor.world.backups.items())]
    actor.done(backups=dict(zip(names, held, strict=True)))


def _without(ids: Sequence[str], held: Held) -> Held:
    return {key: one for key, one in held.items() if key not in ids}


def damage(actor: Actor) -> None:
    """Nothing that Reconnect does: spoil the first page, which says where everything is."""
    actor.close()
    handle = os.open(actor.folder / JOURNAL / FILE_NAME, os.O_RDWR)
    os.pwrite(handle, b"\x7f" * 8, 100)
    os.fsync(handle)
    os.close(handle)
    actor.done(damaged=True)


def rescue(actor: Actor) -> None:
    rescuing.rescue(actor.folder / JOURNAL, actor.clock, Choice.SALVAGE)
    actor.done(damaged=False)


def take_an_old_journal(actor: Actor) -> None:
    """Nothing that Reconnect does: a journal comes from an earlier one, whose version is in the tale's name."""
    version = re.findall("[0-9]+", actor.name)[0]
    stored = DATABASES / f"version-{version}"
    file = actor.folder / JOURNAL / FILE_NAME
    durable.make_folder(file.parent)
    durable.write_bytes(file, stored.with_suffix(".db").read_bytes())
    records = map(from_plain, json.loads(stored.with_suffix(".json").read_text("utf-8")))
    actor.plan.become({one.id: one for one in records if isinstance(one, Interaction)})
    actor.plan.draft = {"note": "half a sent"}
    actor.done()


Deed = Callable[[Actor], None]
BY_OTHERS: Final = frozenset({damage, take_an_old_journal})
TO_REPEAT: Final = frozenset(  # of one step: what could not be done is done once the disk is mended
    {
        open_anew,
        write_out,
        encrypt,
        change_passphrase,
        change_recovery_key,
        change_data_key,
        decrypt,
        back_up,
        go_back,
        rescue,
    }
)
SOME_DAYS: Final = (live_half_a_day,) * 11  # until the first backups are thinned
TALES: Final[Mapping[str, Sequence[Deed]]] = {
    "life": (open_first, live, reopen, live, live),
    "exports": (open_first, live_a_little, write_out, live_a_little, write_out),
    "encryption": (
        open_first,
        live_a_little,
        encrypt,
        live_a_little,
        change_passphrase,
        change_recovery_key,
        reopen,
        change_data_key,
        live_a_little,
        decrypt,
        live_a_little,
    ),
    "passphrase": (open_first, live_a_little, encrypt, change_passphrase),
    "forgetting": (open_first, live_a_little, *[live_half_a_day] * 3, forget, live_a_little),
    "rescue": (open_first, live, back_up, live_a_little, damage, rescue, live_a_little),
    **{
        f"migration-{version}": (take_an_old_journal, open_anew, live_a_little)
        for version in range(1, SCHEMA_VERSION)
    },
    "backups": (open_first, live, back_up, *SOME_DAYS, go_back, live_a_little),
}
