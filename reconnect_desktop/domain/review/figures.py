"""A month in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from statistics import fmean

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.domain.review.month_review import Figures
from reconnect_desktop.domain.review.tally import Tally


def figures(tally: Tally, interactions: Iterable[Interaction]) -> Figures:
    """Of the month of `tally`; of the interactions, in any order, those of that month are looked at."""
    month = tally.month
    known = [one for one in interactions if month.first <= one.when.day <= month.last]
    contacts = Counter(one.medium for one in known)
    minutes: Counter[Medium] = Counter()
    for one in known:
        minutes[one.medium] += one.minutes or 0
    who = Counter(one.reached_out for one in known)
    return Figures(
        days=tally.days,
        in_touch=tally.in_touch,
        contacts={medium: contacts[medium] for medium in Medium if contacts[medium]},
        minutes={medium: minutes[medium] for medium in Medium if minutes[medium]},
        lengths=sum(one.minutes is not None for one in known),
        closeness=mean(tally.closeness),
        rated=len(tally.closeness),
        mood=mean(tally.moods),
        moods=len(tally.moods),
        longest_gap=tally.longest_gap,
        gap_paused=tally.gap_paused,
        reached_out={one: who[one] for one in ReachedOut if who[one]},
    )


def mean(values: Iterable[int]) -> float | None:
    """Their mean, None without any."""
    found = list(values)
    return fmean(found) if found else None
