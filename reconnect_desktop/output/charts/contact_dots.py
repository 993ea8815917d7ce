"""The dots of rated interactions: when, of which medium, how close."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.closeness import Dot
from reconnect_desktop.output.charts.marks import Numbers
from reconnect_desktop.output.charts.scales import EPOCH
from reconnect_desktop.output.charts.style import MARKERS
from reconnect_desktop.output.charts.swarm import Kinds, Swarm
from reconnect_desktop.output.dates import long_day
from reconnect_desktop.output.sentences import closeness_word, medium_word

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_HOURS_SEEN = 1200  # days, in which an hour is a twentieth of a pixel


def contact_swarm(panel: Panel, shown: Sequence[Dot]) -> tuple[Swarm, Sequence[Medium]]:
    """Dots told apart by medium, in a panel whose height counts closeness; and the media there are."""

    def words(place: int) -> tuple[str, ...]:
        dot = shown[place]
        return long_day(dot.local.date()), f"{medium_word(dot.medium)}, {closeness_word(dot.closeness)}"

    first, last = panel.across.limits
    kinds = _kinds([dot.medium for dot in shown])
    swarm = Swarm(
        panel,
        moments([dot.local for dot in shown], noon=last - first > _HOURS_SEEN),
        np.frombuffer(bytes([dot.closeness for dot in shown]), np.uint8).astype(np.float64),
        kinds,
        looks=[(panel.frame.style.medium(medium), MARKERS[medium]) for medium in Medium],
        ids=[dot.id for dot in shown],
        words=words,
    )
    there = set(np.unique(kinds).tolist())
    return swarm, [medium for rank, medium in enumerate(Medium) if rank in there]


def moments(times: Sequence[datetime], *, noon: bool) -> Numbers:
    """Naive wall times as matplotlib counts, days since 1970; the noon of their days where hours are too small to be seen."""
    if noon:
        return np.array(array("d", [at.toordinal() for at in times])) + (0.5 - EPOCH)
    minutes = array("d", [at.toordinal() * 1440 + at.hour * 60 + at.minute for at in times])
    return np.array(minutes) / 1440 - EPOCH


def _kinds(media: Sequence[Medium]) -> Kinds:
    """The place of each in the order of Medium; told apart by identity, for to hash an enum takes long."""
    which = np.fromiter(map(id, media), np.int64, len(media))
    return np.select([which == id(medium) for medium in Medium], list(range(len(Medium))))
