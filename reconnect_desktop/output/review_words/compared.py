"""The month beside the one before and the usual, as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconnect_desktop.domain.review.month_review import Arrow, Compared, Measure, MonthReview
from reconnect_desktop.language import mark, number, tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.review_words.names import month_alone, month_name, span_words, times
from reconnect_desktop.output.sentences import length_words
from reconnect_desktop.output.sheet import Cell, Grid, Paragraph, Row, Section, Voice

_HEADS: dict[Measure, str] = {
    Measure.DAYS_IN_TOUCH: mark("Days in touch"),
    Measure.MINUTES: mark("Time together"),
    Measure.CLOSENESS: mark("Closeness, 1 to 7"),
    Measure.LONGEST_GAP: mark("Longest gap"),
    Measure.MOOD: mark("My mood, 1 to 5"),
}
_MORE_AND_LESS: dict[Measure, tuple[str, str]] = {
    Measure.DAYS_IN_TOUCH: (mark("more now"), mark("fewer now")),
    Measure.MINUTES: (mark("more now"), mark("less now")),
    Measure.CLOSENESS: (mark("closer now"), mark("less close now")),
    Measure.LONGEST_GAP: (mark("longer now"), mark("shorter now")),
    Measure.MOOD: (mark("better now"), mark("lower now")),
}
_NUMBERS: dict[Measure, Callable[[float], str]] = {
    Measure.DAYS_IN_TOUCH: times,
    Measure.MINUTES: lambda minutes: length_words(round(minutes)),
    Measure.CLOSENESS: times,
    Measure.LONGEST_GAP: span_words,
    Measure.MOOD: times,
}


class _Beside(NamedTuple):
    """The month before by its name, or "" where nothing is known of it; whether a usual is known."""

    before: str
    usual: bool

    @property
    def heading(self) -> str:
        """As in "Beside September and the usual"."""
        if not self.before:
            return tr("Beside the usual")
        told = tr("Beside {before} and the usual") if self.usual else tr("Beside {before}")
        return told.format(before=self.before)

    def caption(self, now: str) -> str:
        """As in "October beside September and the usual"."""
        if not self.before:
            return tr("{now} beside the usual", now=now)
        told = tr("{now} beside {before} and the usual") if self.usual else tr("{now} beside {before}")
        return told.format(now=now, before=self.before)


def section(review: MonthReview) -> Section | None:
    """The table, with what its arrows mean; None where there is nothing to stand beside."""
    rows = review.compared
    has_before = any(one.before is not None for one in rows)
    beside = _Beside(
        month_name(review.month.ahead(-1), review.month) if has_before else "",
        usual=any(one.usual is not None for one in rows),
    )
    if not beside.before and not beside.usual:
        return None
    now = month_alone(review.month)
    if review.so_far:
        now = tr("{month} so far", month=now)
    columns = [now, *([beside.before] if beside.before else []), *([tr("Usual")] if beside.usual else [])]
    grid = Grid(
        caption=opening(beside.caption(now)),
        headings=("", *map(opening, columns)),
        rows=tuple(_row(one, beside) for one in rows),
    )
    return Section("compared", beside.heading, (grid, Paragraph(_about(review), Voice.ASIDE)))


def arrow_words(measure: Measure, arrow: Arrow) -> str:
    """As in "more now"; "" for none."""
    more, less = _MORE_AND_LESS[measure]
    return tr({Arrow.MORE: more, Arrow.LESS: less, Arrow.NONE: ""}[arrow])


def _row(one: Compared, beside: _Beside) -> Row:
    cells = [_cell(one, one.now, Arrow.NONE)]
    if beside.before:
        cells.append(_cell(one, one.before, one.beside_before))
    if beside.usual:
        cells.append(_cell(one, one.usual, one.beside_usual))
    return Row(tr(_HEADS[one.measure]), tuple(cells))


def _cell(one: Compared, value: float | None, arrow: Arrow) -> Cell:
    text = tr("not known") if value is None else _NUMBERS[one.measure](value)
    return Cell(text, arrow, arrow_words(one.measure, arrow))


def _about(review: MonthReview) -> str:
    arrows = {one.beside_before for one in review.compared} | {one.beside_usual for one in review.compared}
    told = []
    if review.so_far:
        told.append(opening(tr("{month} is not over yet.", month=month_alone(review.month))))
    if review.usual:
        told.append(tr("The usual is that of the {months} whole months before.", months=number(review.usual)))
    if arrows == {Arrow.NONE}:
        told.append(tr("None of the differences is clearly more than chance."))
    elif review.so_far:
        told.append(tr("What is marked differs by more than chance alone would make in as many days."))
    else:
        told.append(tr("What is marked differs by more than chance alone would make."))
    return " ".join(told)
