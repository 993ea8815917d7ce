"""The command that draws: chart."""

from __future__ import annotations

from datetime import date
from typing import Any

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.cli.words import printable
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.pauses import pause_on
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, one_year, own, three_months
from reconnect_desktop.output.charts.kinds import BY_KEY, KINDS, ChartKind, ChartOptions
from reconnect_desktop.output.pause_words import pause_sentence
from reconnect_desktop.output.trend_tables import Table

_NO_TABLE = Table((), ())
_WIDTH = 9.4  # inches
_WIDEST_KEY = max(len(kind.key) for kind in KINDS)


def chart(task: Task) -> None:
    """Draw a chart into a file, and say in a sentence what it shows; without a name, list all charts."""
    words = task.words
    if words.name is None:
        _list(task)
        return
    kind, sources = _kind(words.name), task.journal.trend_sources()
    span = _span(words.range, sources)
    value = kind.compute(sources, span, ChartOptions(without_drained=words.without_drained))
    if words.out is not None:
        _write(task, kind, value)
    grief = _grief_sentence(sources)
    message, table = (grief, _NO_TABLE) if grief else (kind.message(value), kind.table(value))
    lines = [message] if grief or words.out is not None else [kind.question, message]
    task.say("\n".join(map(printable, lines)), _plain(kind, span, message, table))


def _kind(name: str) -> ChartKind[Any]:
    """The chart of this name. Raises Invalid."""
    if name not in BY_KEY:
        raise Invalid("chart", Why.UNKNOWN_WORD)
    return BY_KEY[name]


def _grief_sentence(sources: Sources) -> str:
    """What is said in grief, in place of all that counts; "" else."""
    pause = pause_on(sources.today, sources.pauses)
    if pause is None or pause.reason is not PauseReason.GRIEF:
        return ""
    return pause_sentence(pause, sources.today)


def _list(task: Task) -> None:
    lines = [f"{kind.key.ljust(_WIDEST_KEY)}  {kind.question}" for kind in KINDS]
    task.say(
        "\n".join(lines),
        [{"name": kind.key, "title": kind.title, "question": kind.question} for kind in KINDS],
    )


def _span(typed: str, sources: Sources) -> Span:
    """The range typed. Raises Invalid."""
    if typed == "3m":
        return three_months(sources.today)
    if typed == "1y":
        return one_year(sources.today)
    if typed == "all":
        return everything(sources)
    first, _, last = typed.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise Invalid("range", Why.NOT_A_TIME) from None
    return own(*days)


def _write(task: Task, kind: ChartKind[Any], value: Any) -> None:
    """Loads matplotlib, beside the window where there is one."""
    from reconnect_desktop.output.charts.files import format_of, write_chart
    from reconnect_desktop.output.charts.style import ChartStyle
    from reconnect_desktop.output.pictures import FAMILY, load_letters
    from reconnect_desktop.output.theme import load_theme

    path = task.folder / task.words.out
    format_of(path)
    load_letters()
    theme = load_theme("dark" if task.words.dark else "light")
    style = ChartStyle(theme.colours, fonts=(FAMILY, "DejaVu Sans"), titled=True)
    drawn = kind.draw(value, style, (_WIDTH, kind.height(value, style)))
    write_chart(drawn, path, title=kind.question, message=kind.message(value))


def _plain(kind: ChartKind[Any], span: Span, message: str, table: Table) -> dict[str, object]:
    return {
        "name": kind.key,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "question": kind.question,
        "message": message,
        "headings": list(table.headings),
        "rows": [list(row) for row in table.rows],
    }


COMMANDS: dict[str, Command] = {"chart": chart}
