"""The rows of what goes with feeling close: a heading for each kind and its groups, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconnect_desktop.domain.trends.going_with import By, GoingWithCloseness, Group
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.charts.few_words import few_word
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.group_words import group_word, kind_word

_TAG_SHOWN = 30  # characters
_FEW_SHOWN = 8  # groups that are named although they are too few
_LINE = 1.22 / 72  # inches of a line for each point of the style
_ROW = 1.35  # lines
_AROUND, _TITLES = 6.5, 5.0  # lines that the axis and what is said below take, and the titles above and below


class Row(NamedTuple):
    """A heading, where it has no group."""

    text: str
    group: Group | None


def rows_of(groups: Sequence[Group], most: int, kept: Group | None = None) -> tuple[list[Row], int]:
    """The rows, at most so many, and how many groups were left out: of the largest kinds those with the fewest ratings.

    kept: the group that is shown in any case.
    """
    shown = list(groups)
    while len(shown) > 1 and len(shown) + len({group.by for group in shown}) > most:
        shown.remove(_least([group for group in shown if group is not kept]))
    return [row for by in By for row in _of_kind(by, shown)], len(groups) - len(shown)


def height_of(value: GoingWithCloseness, style: ChartStyle) -> float:
    """Inches at which all groups have room."""
    rows, _ = rows_of(value.groups, 1_000)
    return (len(rows) * _ROW + _around(style)) * _LINE * style.points


def rows_within(height: float, style: ChartStyle) -> int:
    """How many rows have room in a chart of this height, in inches."""
    return round((height / (_LINE * style.points) - _around(style)) / _ROW - 0.01)


def _around(style: ChartStyle) -> float:
    return _AROUND + (_TITLES if style.titled else 0.0)


def below_words(value: GoingWithCloseness, left_out: int) -> str:
    """What is said under the rows of those that are not among them."""
    few = [few_word(by, key, _TAG_SHOWN) for by in By for key in value.too_few.get(by, ())]
    told = []
    if few:
        told.append(_too_few(", ".join(few[:_FEW_SHOWN]), len(few) - _FEW_SHOWN))
    if left_out:
        told.append(tr_n("The table has {count} more group.", "The table has {count} more groups.", left_out))
    return " ".join(told)


def _too_few(groups: str, more: int) -> str:
    if more <= 0:
        return tr("Too few to say: {groups}.", groups=groups)
    return tr_n(
        "Too few to say: {groups} and {count} more.",
        "Too few to say: {groups} and {count} more.",
        more,
        groups=groups,
    )


def _least(groups: Sequence[Group]) -> Group:
    """Of the kind with the most groups the one with the fewest ratings; the later kind where two have as many."""
    counts = [sum(group.by is by for group in groups) for by in By]
    most = max(zip(counts, range(len(counts)), strict=True))[1]
    return min((group for group in groups if group.by is list(By)[most]), key=lambda group: group.count)


def _of_kind(by: By, groups: Sequence[Group]) -> list[Row]:
    found = [Row(group_word(by, group.key, _TAG_SHOWN), group) for group in groups if group.by is by]
    return [Row(kind_word(by), None), *found] if found else []
