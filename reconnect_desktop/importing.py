"""What was brought into a journal, file by file; and taking one out again, for ever after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import Change, delete
from reconnect_desktop.domain.errors import NotFound
from reconnect_desktop.domain.imported import is_as_it_came
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import KINDS
from reconnect_desktop.domain.rating import left_id
from reconnect_desktop.domain.records import Import, Record, Setting
from reconnect_desktop.domain.settled import settled_id

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_Member = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import, and what is left of it.

    still: how many of its interactions are there; changed: how many of these were rated or changed since they came;
    others: how many of its other records are there.
    """

    record: Import
    still: int
    changed: int
    others: int = 0


def imports(journal: Journal) -> list[ImportLine]:
    """All that were not taken out or undone, newest first. With 100,000 entries it takes seconds: not for the thread that paints."""
    found = journal.all(Import)
    present = _present(journal, found)
    return [_line(record, present) for record in reversed(found)]


def take_out(journal: Journal, import_id: str, *, keep_changed: bool) -> Applied:
    """Delete what an import brought, in one step that can be undone; a backup is made before.

    It doesn't matter what else was done since: what is gone is gone, and with `keep_changed` what was rated or changed since
    stays, from now on as if it had been typed. Settings that were changed since stay in any case. What is taken out may come
    in again. Raises NotFound, ChangedMeanwhile, and what `backing_up.back_up` raises; then nothing has changed.
    """
    record = journal.get(Import, import_id)
    if record is None:
        raise NotFound
    journal.back_up(Occasion.TAKE_OUT)
    gone: dict[tuple[type[Record], str], Record] = {(Import, record.id): record}
    for one, is_changed in _members(record, _present(journal, [record])):
        if not (is_changed and (keep_changed or isinstance(one, Setting))):
            gone[type(one), one.id] = one
    for setting in _about(list(gone.values()), journal.all(Setting)):
        gone[Setting, setting.id] = setting
    changes: list[Change] = [delete(one) for one in gone.values()]
    return journal.apply(Action.TAKE_OUT, *changes)


def _present(journal: Journal, records: Iterable[Import]) -> dict[_Member, Record]:
    """What there is of the kinds that these imports brought, by kind and id."""
    kinds = {kind for record in records for kind, _ in record.members} & KINDS.keys()
    return {(kind, one.id): one for kind in kinds for one in journal.all(KINDS[kind])}


def _members(record: Import, present: dict[_Member, Record]) -> Iterator[tuple[Record, bool]]:
    """Those that are there still, and whether each was changed since it came."""
    for member, digest in zip(record.members, chain(record.digests, repeat("")), strict=False):
        one = present.get(member)
        if one is not None:
            yield one, not is_as_it_came(one, digest)


def _line(record: Import, present: dict[_Member, Record]) -> ImportLine:
    still = changed = others = 0
    for one, is_changed in _members(record, present):
        if isinstance(one, Interaction):
            still += 1
            changed += is_changed
        else:
            others += 1
    return ImportLine(record, still, changed, others)


def _about(gone: Iterable[Record], settings: Iterable[Setting]) -> Iterator[Setting]:
    """What was noted of the interactions that go: it would be in the way should they come in again."""
    noted = {setting.id: setting for setting in settings}
    for one in gone:
        if isinstance(one, Interaction):
            for setting_id in (left_id(one), settled_id(one.source, one.source_key)):
                if setting_id in noted:
                    yield noted[setting_id]
