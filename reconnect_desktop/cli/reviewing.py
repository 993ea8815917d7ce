"""The command that looks back: review."""

from __future__ import annotations

from reconnect_desktop.cli.review_json import plain_month, plain_year
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import printable
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.months import Month, month_of, read_month
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.output.review_discretion import discreet
from reconnect_desktop.output.review_options import Options, Paper, for_counsellor
from reconnect_desktop.output.review_words import sheet_of
from reconnect_desktop.output.sheet_text import sheet_lines


def review(task: Task) -> None:
    """Look back on a month, the last whole one if none is named, or on a year; in words, or into files."""
    words, options = task.words, _options(task)
    if words.month is not None and words.year is not None:
        raise Invalid("month", Why.REPEATED)
    if words.year is not None:
        year = task.journal.year(_year(task, words.year))
        _tell(task, year, options, plain_year(year))
        return
    month = read_month(words.month) if words.month is not None else _last_whole_month(task)
    found = task.journal.review(month)
    _tell(task, found, options, plain_month(discreet(found, options)))


def _tell(task: Task, found: MonthReview | YearReview, options: Options, plain: dict[str, object]) -> None:
    """Print it, unless files were named to write it to."""
    if task.words.pdf is not None or task.words.html is not None:
        _write(task, found, options)
        task.say("Wrote the review.", plain)
    else:
        task.say("\n".join(map(printable, sheet_lines(sheet_of(found, options)))), plain)


def _write(task: Task, found: MonthReview | YearReview, options: Options) -> None:
    """Loads matplotlib and fpdf2, beside the window where there is one."""
    from reconnect_desktop.durable import write_atomically
    from reconnect_desktop.output.review_html import html
    from reconnect_desktop.output.review_pdf import write_pdf

    words = task.words
    _check_ending("review_pdf", words.pdf, ".pdf")
    _check_ending("review_html", words.html, ".html")
    if words.pdf is not None:
        write_atomically(task.folder / words.pdf, lambda stream: write_pdf(found, options, stream.buffer))
    if words.html is not None:
        write_atomically(task.folder / words.html, lambda stream: stream.write(html(found, options)))


def _check_ending(field: str, name: str | None, ending: str) -> None:
    if name is not None and not name.lower().endswith(ending):
        raise Invalid(field, Why.UNKNOWN_WORD)


def _options(task: Task) -> Options:
    options = Options(her_name=task.journal.setting(HER_NAME), paper=Paper(task.words.paper))
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
