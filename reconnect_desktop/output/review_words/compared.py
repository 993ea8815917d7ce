"""The month beside the one before and the usual, as a table."""

from __future__ import annotations

from collections.abc import Callable

from reconnect_desktop.domain.review.month_review import Arrow, Compared, Measure, MonthReview
from reconnect_desktop.output.dates import MONTHS
from reconnect_desktop.output.review_words.names import month_name, span_words, times
from reconnect_desktop.output.sentences import length_words
from reconnect_desktop.output.sheet import Cell, Grid, Paragraph, Row, Section, Voice
from reconnect_desktop.output.today_words import number

_UNKNOWN = "not known"
_HEADS: dict[Measure, str] = {
    Measure.DAYS_IN_TOUCH: "Days in touch",
    Measure.MINUTES: "Time together",
    Measure.CLOSENESS: "Closeness, 1 to 7",
    Measure.LONGEST_GAP: "Longest gap",
    Measure.MOOD: "My mood, 1 to 5",
}
_MORE_AND_LESS: dict[Measure, tuple[str, str]] = {
    Measure.DAYS_IN_TOUCH: ("more now", "fewer now"),
    Measure.MINUTES: ("more now", "less now"),
    Measure.CLOSENESS: ("closer now", "less close now"),
    Measure.LONGEST_GAP: ("longer now", "shorter now"),
    Measure.MOOD: ("better now", "lower now"),
}
_NUMBERS: dict[Measure, Callable[[float], str]] = {
    Measure.DAYS_IN_TOUCH: times,
    Measure.MINUTES: lambda minutes: length_words(round(minutes)),
    Measure.CLOSENESS: number,
    Measure.LONGEST_GAP: span_words,
    Measure.MOOD: number,
}


def section(review: MonthReview) -> Section | None:
    """The table, with what its arrows mean; None where there is nothing to stand beside."""
    rows = review.compared
    has_before, has_usual = (
        any(one.before is not None for one in rows),
        any(one.usual is not None for one in rows),
    )
    if not has_before and not has_usual:
        return None
    now = MONTHS[review.month.month - 1] + (" so far" if review.so_far else "")
    before = month_name(review.month.ahead(-1), review.month)
    others = [*([before] if has_before else []), *(["the usual"] if has_usual else [])]
    heading = f"Beside {' and '.join(others)}"
    grid = Grid(
        caption=f"{now} {heading[0].lower()}{heading[1:]}",
        headings=("", now, *(one if one == before else "Usual" for one in others)),
        rows=tuple(_row(one, has_before=has_before, has_usual=has_usual) for one in rows),
    )
    return Section("compared", heading, (grid, Paragraph(_about(review), Voice.ASIDE)))


def arrow_words(measure: Measure, arrow: Arrow) -> str:
    """As in "more now"; "" for none."""
    more, less = _MORE_AND_LESS[measure]
    return {Arrow.MORE: more, Arrow.LESS: less, Arrow.NONE: ""}[arrow]


def _row(one: Compared, *, has_before: bool, has_usual: bool) -> Row:
    cells = [_cell(one, one.now, Arrow.NONE)]
    if has_before:
        cells.append(_cell(one, one.before, one.beside_before))
    if has_usual:
        cells.append(_cell(one, one.usual, one.beside_usual))
    return Row(_HEADS[one.measure], tuple(cells))


def _cell(one: Compared, value: float | None, arrow: Arrow) -> Cell:
    text = _UNKNOWN if value is None else _NUMBERS[one.measure](value)
    return Cell(text, arrow, arrow_words(one.measure, arrow))


def _about(review: MonthReview) -> str:
    arrows = {one.beside_before for one in review.compared} | {one.beside_usual for one in review.compared}
    told = []
    if review.so_far:
        told.append(f"{MONTHS[review.month.month - 1]} is not over yet.")
    if review.usual:
        told.append(f"The usual is that of the {review.usual} whole months before.")
    if arrows == {Arrow.NONE}:
        told.append("None of the differences is clearly more than chance.")
    else:
        days = " in as many days" if review.so_far else ""
        told.append(f"What is marked differs by more than chance alone would make{days}.")
    return " ".join(told)
