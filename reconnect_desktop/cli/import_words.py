"""What is printed of an import: what came of it, what is left of it, and what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconnect_desktop.cli.words import ID_SHOWN, count_words, interaction_line
from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import Import, Setting
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left, Problem
from reconnect_desktop.importing import ImportLine
from reconnect_desktop.output.dates import short_day
from reconnect_desktop.output.errors_in_words import explain

_SHOWN = 20

_LEFT = {
    Left.NOT_ANSWERED: "missed, or not answered",
    Left.SOMEBODY_ELSE: "with other people",
    Left.NOT_CHOSEN: "about something else",
    Left.NOTICE: "notices by the program",
    Left.NOT_SENT: "never sent",
    Left.CANCELLED: "cancelled",
    Left.TO_COME: "still to come",
    Left.PLANNED: "plans of this journal, not contacts",
}


def brought_words(result: BroughtIn, *, dry_run: bool) -> Iterator[str]:
    """What came of it, or would come of it, line by line."""
    verb = "Would bring in" if dry_run else "Brought in"
    yield f"{verb} {_counted(result)}." if result.added else "Nothing new in this file."
    if result.duplicates:
        yield f"Already there: {result.duplicates:,}."
    for why, words in _LEFT.items():
        if count := result.left_out[why]:
            yield f"Left out, {words}: {count:,}."
    yield from _planned(result)
    yield from _problems(result.problems)
    if result.import_id:
        yield f"`imports --take-out {result.import_id[:ID_SHOWN]}` takes it out again."


def plain_brought(result: BroughtIn) -> dict[str, object]:
    """The same as JSON has it, whole."""
    return {
        "added": result.added,
        "interactions": result.interactions,
        "moods": result.checked_in,
        "first": _iso(result.first),
        "last": _iso(result.last),
        "duplicates": result.duplicates,
        "skipped": result.left_out.total(),
        "left_out": {why.value: count for why, count in result.left_out.items()},
        "planned": [to_plain(interaction) for interaction in result.planned],
        "problems": [{"line": problem.line, "why": _why(problem)} for problem in result.problems],
        "import": result.import_id or None,
    }


def import_line(line: ImportLine) -> str:
    """As in "2026-11-22 18:40  WhatsApp  298 of 312 interactions, 3 Jan 2020 – 4 May 2026, 12 rated or changed since  [9f03c2aa]"."""
    record = line.record
    moment = record.when.local.isoformat(" ", "minutes")
    return f"{moment}  {_title(record)}  {', '.join(_left_of(line))}  [{record.id[:ID_SHOWN]}]"


def plain_import(line: ImportLine) -> dict[str, object]:
    """The same as JSON has it."""
    record = line.record
    return {
        "id": record.id,
        "at": record.when.isoformat(),
        "zone": record.when.zone,
        "format": record.format,
        "brought": len(record.members),
        "first": _iso(record.first),
        "last": _iso(record.last),
        "interactions": line.still,
        "changed": line.changed,
        "others": line.others,
    }


def taken_out_words(line: ImportLine, applied: Applied) -> tuple[str, dict[str, object]]:
    """What was taken out and what was kept, as text and as JSON has it."""
    gone = [one.record for one in applied.changes if not isinstance(one.record, (Import, Setting))]
    interactions = sum(isinstance(record, Interaction) for record in gone)
    kept = line.still - interactions
    some = _sum(interactions, len(gone) - interactions, line)
    lines = [f"Took out {some}; `undo` takes this back."]
    if kept:
        lines.append(f"Kept, as you rated or changed them since: {kept:,}.")
    return "\n".join(lines), {"taken_out": len(gone), "interactions": interactions, "kept": kept}


def _counted(result: BroughtIn) -> str:
    """As in "312 interactions, 3 Jan 2020 – 4 May 2026, and 40 moods"."""
    parts = []
    if result.interactions:
        parts.append(count_words(result.interactions, "interaction") + _span(result.first, result.last))
    if result.checked_in:
        parts.append(count_words(result.checked_in, "mood"))
    if others := result.added - result.interactions - result.checked_in:
        parts.append(count_words(others, "other entry"))
    return ", and ".join(parts)


def _sum(interactions: int, others: int, line: ImportLine) -> str:
    parts = [count_words(interactions, "interaction")] if interactions or not others else []
    return " and ".join([*parts, _others(others, line)] if others else parts)


def _others(count: int, line: ImportLine) -> str:
    kinds = {kind for kind, _ in line.record.members if kind != "interaction"}
    return count_words(count, "mood" if kinds == {"mood"} else "other entry")


def _planned(result: BroughtIn) -> Iterator[str]:
    planned = result.planned
    if not planned:
        return
    yield (
        f"In the calendar, so it can't be told whether they took place: {len(planned):,}. "
        "Say --happened if they did, or --not-on DAY for each day on which they did not."
    )
    yield from (f"  {interaction_line(one)}" for one in planned[:_SHOWN])
    if len(planned) > _SHOWN:
        yield f"  and {len(planned) - _SHOWN:,} more"


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems[:_SHOWN]:
        yield f"Line {problem.line}: {_why(problem)}" if problem.line else _why(problem)
    if len(problems) > _SHOWN:
        yield f"And {count_words(len(problems) - _SHOWN, 'more line')} like these."


def _why(problem: Problem) -> str:
    return explain(Invalid(problem.field, problem.why))


def _title(record: Import) -> str:
    return next((row.title for row in formats.FORMATS if row.name == record.format), record.format)


def _left_of(line: ImportLine) -> Iterator[str]:
    came = sum(kind == "interaction" for kind, _ in line.record.members)
    some = "" if line.still == came else f"{line.still:,} of "
    if came or not line.others:
        yield f"{some}{count_words(came, 'interaction')}{_span(line.record.first, line.record.last)}"
    if line.others:
        yield _others(line.others, line)
    if line.changed:
        yield f"{line.changed:,} rated or changed since"


def _span(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return f", {short_day(first)}" + (f" – {short_day(last)}" if last != first else "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
