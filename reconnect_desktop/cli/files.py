"""The commands that read and write files: import, export."""

from __future__ import annotations

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.exchange.archives import open_history
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.export import export
from reconnect_desktop.exchange.formats import named
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.sentences import count_words

_PROBLEMS_SHOWN = 20


def export_file(task: Task) -> None:
    """Write everything to a .json file, or the interactions to a .csv file."""
    count = export(task.journal.records(), task.folder / task.words.file, task.journal.now())
    task.say(f"Wrote {count_words(count, 'record')}.", {"records": count})


def import_file(task: Task) -> None:
    """Bring in what is new in a file, or only say what that would be."""
    words, now = task.words, task.journal.now()
    if words.zone and not zone_info(words.zone):
        raise Invalid("zone", Why.UNKNOWN_ZONE)
    choices = Choices(now, words.zone or now.zone, tuple(words.who), task.journal.new_id)
    row = named(words.format) if words.format else None
    with open_history(task.folder / words.file, row) as source:
        found = source.format.reader.read(source.stream, choices)
        result = task.journal.bring_in(found, format=source.format.name, dry_run=words.dry_run)
    task.say(_text(result, dry_run=words.dry_run), _plain(result))


def _plain(result: BroughtIn) -> dict[str, object]:
    return {
        "added": result.added,
        "duplicates": result.duplicates,
        "skipped": result.left_out.total(),
        "problems": [
            {"line": problem.line, "why": explain(Invalid(problem.field, problem.why))}
            for problem in result.problems
        ],
    }


def _text(result: BroughtIn, *, dry_run: bool) -> str:
    verb = "Would bring in" if dry_run else "Brought in"
    lines = [f"{verb} {count_words(result.added, 'record')}."]
    if result.duplicates:
        lines.append(f"Already there: {result.duplicates:,}.")
    if result.left_out:
        lines.append(f"Left out (other people, or not answered): {result.left_out.total():,}.")
    lines += [
        f"Line {problem.line}: {explain(Invalid(problem.field, problem.why))}"
        for problem in result.problems[:_PROBLEMS_SHOWN]
    ]
    if len(result.problems) > _PROBLEMS_SHOWN:
        lines.append(f"And {count_words(len(result.problems) - _PROBLEMS_SHOWN, 'more line')} like these.")
    return "\n".join(lines)


COMMANDS: dict[str, Command] = {"import": import_file, "export": export_file}
