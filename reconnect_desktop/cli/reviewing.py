"""The command that looks back: review."""

from __future__ import annotations

from reconnect_desktop.cli.review_json import plain_month, plain_year
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import printable
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.months import Month, month_of, read_month
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.output.review_discretion import discreet
from reconnect_desktop.output.review_options import Options, for_counsellor
from reconnect_desktop.output.review_words import month_sheet, year_sheet
from reconnect_desktop.output.sheet import Sheet
from reconnect_desktop.output.sheet_text import sheet_lines


def review(task: Task) -> None:
    """Look back on a month, the last whole one if none is named, or on a year."""
    words, options = task.words, _options(task)
    if words.month is not None and words.year is not None:
        raise Invalid("month", Why.REPEATED)
    if words.year is not None:
        year = task.journal.year(_year(task, words.year))
        _tell(task, year_sheet(year, options), plain_year(year))
        return
    month = read_month(words.month) if words.month is not None else _last_whole_month(task)
    found = task.journal.review(month)
    _tell(task, month_sheet(found, options), plain_month(discreet(found, options)))


def _tell(task: Task, sheet: Sheet, plain: dict[str, object]) -> None:
    """Print it."""
    task.say("\n".join(map(printable, sheet_lines(sheet))), plain)


def _options(task: Task) -> Options:
    options = Options(her_name=task.journal.setting(HER_NAME))
    if not task.words.counsellor:
        return options
    return for_counsellor(options, names=task.words.names, notes=task.words.notes)


def _last_whole_month(task: Task) -> Month:
    return month_of(task.journal.now().day).ahead(-1)


def _year(task: Task, typed: str) -> int:
    """The year typed. Raises Invalid."""
    try:
        year = read_month(f"{typed}-01").year
    except Invalid as error:
        raise Invalid("year", error.why) from None
    if year > task.journal.now().day.year:
        raise Invalid("year", Why.IN_FUTURE)
    return year


COMMANDS: dict[str, Command] = {"review": review}
