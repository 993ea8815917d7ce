"""Everything the Ideas page shows, read in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.looking_up import fitting_best, is_quiet, may_be_looked_up
from reconnect_desktop.domain.records import Need, Nudge, Setting, Try
from reconnect_desktop.domain.retired import retired_ids
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.suggestions import Catalogue, Suggestion
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import said_value

if TYPE_CHECKING:
    from reconnect_desktop.domain.tries import Followed

R = TypeVar("R", bound=Try | Need | Setting)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the page is made of. tries and needs: newest first; fitting: the ids of what fits just now.

    followed: by the id of a try, closeness before and after; nudge: what was shown unasked and not answered yet.
    """

    today: date
    catalogue: Catalogue
    tries: tuple[Try, ...] = ()
    needs: tuple[Need, ...] = ()
    settings: tuple[Setting, ...] = ()
    circumstances: frozenset[Circumstance] = frozenset()
    fitting: frozenset[str] = frozenset()
    followed: Mapping[str, Followed] = field(default_factory=dict)
    nudge: Nudge | None = None

    @cached_property
    def name(self) -> str:
        """What she is called on the screens."""
        return said_value(HER_NAME, {setting.id: setting.value for setting in self.settings})

    @cached_property
    def retired(self) -> frozenset[str]:
        """The ids of what is "not for me"."""
        return retired_ids(self.settings)

    @cached_property
    def offered(self) -> tuple[Suggestion, ...]:
        """The rows to look up, in the order of the catalogue; without the retired ones."""
        rows = self.catalogue.suggestions
        return tuple(row for row in rows if row.id not in self.retired and self.may_be_looked_up(row))

    @cached_property
    def trying(self) -> tuple[Try, ...]:
        """The tries whose outcome was not told, newest first."""
        return tuple(one for one in self.tries if one.outcome is None)

    @cached_property
    def tried(self) -> tuple[Try, ...]:
        """The tries whose outcome was told, newest first."""
        return tuple(one for one in self.tries if one.outcome is not None)

    @property
    def keepsake(self) -> bool:
        """Whether the journal is a place to look back: nothing is asked and nothing counted."""
        return Circumstance.GRIEF in self.circumstances

    @property
    def is_quiet(self) -> bool:
        """Whether what asks for contact is left out just now."""
        return is_quiet(self.circumstances)

    def may_be_looked_up(self, suggestion: Suggestion) -> bool:
        """Whether it may be offered just now."""
        return may_be_looked_up(suggestion, self.circumstances)

    def tries_of(self, suggestion_id: str) -> tuple[Try, ...]:
        """The tries of one suggestion, newest first."""
        return tuple(one for one in self.tries if one.suggestion == suggestion_id)

    def nudge_of(self, suggestion_id: str) -> Nudge | None:
        """What was shown unasked of this suggestion, if it waits for an answer."""
        nudge = self.nudge
        return nudge if nudge is not None and nudge.suggestion == suggestion_id else None

    def try_of(self, try_id: str) -> Try | None:
        """The try of this id."""
        return next((one for one in self.tries if one.id == try_id), None)

    def need_of(self, need_id: str) -> Need | None:
        """The reflection of this id."""
        return next((one for one in self.needs if one.id == need_id), None)

    def changed(self, changes: Iterable[Change]) -> Reading:
        """As it will be once these changes are saved."""
        tries, needs, settings = self.tries, self.needs, self.settings
        for change in changes:
            tries = _changed(tries, Try, change)
            needs = _changed(needs, Need, change)
            settings = _changed(settings, Setting, change)
        return replace(self, tries=tries, needs=needs, settings=settings)


def read_ideas(journal: Journal) -> Reading:
    """What there is to show now. Raises UserErrors."""
    from reconnect_desktop.catalogue import load
    from reconnect_desktop.domain.tries import history

    now = journal.now()
    catalogue = load()
    advice = journal.advice(now)
    tries = journal.all(Try)
    past = history(tries, journal.contacts() if tries else ())
    return Reading(
        today=now.day,
        catalogue=catalogue,
        tries=tuple(one for one, _ in past),
        needs=tuple(reversed(journal.all(Need))),
        settings=tuple(journal.all(Setting)),
        circumstances=advice.circumstances,
        fitting=_fitting(catalogue, advice.circumstances),
        followed={one.id: told for one, told in past},
        nudge=advice.nudge,
    )


def _fitting(catalogue: Catalogue, circumstances: frozenset[Circumstance]) -> frozenset[str]:
    """What is marked as fitting: where little is offered, nothing has to stand out."""
    return frozenset() if is_quiet(circumstances) else fitting_best(catalogue.suggestions, circumstances)


def _changed(records: tuple[R, ...], record_type: type[R], change: Change) -> tuple[R, ...]:
    if not isinstance(change.record, record_type):
        return records
    if isinstance(change.after, record_type) and change.before is None:
        return (change.after, *records)
    after = (change.after,) if isinstance(change.after, record_type) else ()
    return tuple(new for kept in records for new in (after if kept.id == change.record.id else (kept,)))
