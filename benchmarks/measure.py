"""Runs cases in turn, so that whatever else the machine does falls on all of them alike, and prints ratios."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Case = Callable[[], float]
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what, the ratio (or number) seen, and what it is to reach at most."""

    what: str
    seen: float
    reach: float
    detail: str = ""

    def line(self) -> str:
        """As printed."""
        verdict = "reached" if self.seen <= self.reach else "MISSED"
        return f"{self.what:<62} {self.seen:8.2f}  <= {self.reach:<6g} {verdict}  {self.detail}"


def side_by_side(cases: Mapping[str, Case], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """What each case tells, `rounds` times, one after the other in turn; the first round only warms up."""
    told: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            value = case()
            if number:
                told[name].append(value)
    return told


def ratio(told: Mapping[str, list[float]], name: str, base: str) -> float:
    """The median over the rounds of one case over another, each pair taken side by side."""
    return statistics.median(ours / bare for ours, bare in zip(told[name], told[base], strict=True))


def middle(told: Mapping[str, list[float]], name: str) -> str:
    """The median with the range, in the unit the case tells."""
    values = told[name]
    return f"{statistics.median(values):.1f} ({min(values):.1f}…{max(values):.1f})"
