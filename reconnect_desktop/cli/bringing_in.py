"""The commands that bring history in, list what was brought in, and take it out again: import, imports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reconnect_desktop.cli.import_answers import choices_of, columns_of, happened_of, unanswered
from reconnect_desktop.cli.import_words import (
    brought_words,
    import_line,
    plain_brought,
    plain_import,
    taken_out_words,
)
from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.domain.errors import AnswerMissing, NotFound, WhoIsMissing
from reconnect_desktop.exchange.archives import Source, open_history
from reconnect_desktop.exchange.formats import named
from reconnect_desktop.file_answers import remembered
from reconnect_desktop.importing import imports, take_out

if TYPE_CHECKING:
    from reconnect_desktop.exchange.bringing_in import BroughtIn
    from reconnect_desktop.exchange.reader import Choices
    from reconnect_desktop.importing import ImportLine


def import_file(task: Task) -> None:
    """Bring in what is new in a file, or only say what that would be."""
    words, choices = task.words, choices_of(task)
    row = named(words.format) if words.format else None
    with open_history(task.folder / words.file, row) as source:
        result = _answered(task, source, _with_columns(task, source, choices))
    plain = {"format": source.format.name, **plain_brought(result)}
    task.say("\n".join(brought_words(result, dry_run=words.dry_run)), plain)


def list_imports(task: Task) -> None:
    """Print what was brought in, newest first, or take out what one import brought."""
    found = imports(task.journal)
    if task.words.take_out is not None:
        _take_out(task, _meant(found, task.words.take_out))
        return
    lines = [import_line(line) for line in found]
    text = "\n".join(lines) if lines else "Nothing was brought in yet; `import FILE` does it."
    task.say(text, [plain_import(line) for line in found])


def _answered(task: Task, source: Source, choices: Choices) -> BroughtIn:
    """What came of it. What a table's columns are need not be said twice. Raises Unanswered."""
    start = source.stream.tell()
    try:
        found = source.format.reader.read(source.stream, choices)
        return task.journal.bring_in(
            found, format=source.format.name, dry_run=task.words.dry_run, happened=happened_of(task)
        )
    except (AnswerMissing, WhoIsMissing) as error:
        source.stream.seek(start)
        asks = source.format.reader.look(source.stream, choices.zone)
        columns = remembered(task.journal, asks) if choices.columns is None else None
        question = unanswered(error, asks)
    if columns is None:
        raise question
    source.stream.seek(start)
    return _answered(task, source, replace(choices, columns=columns))


def _with_columns(task: Task, source: Source, choices: Choices) -> Choices:
    if not task.words.column:
        return choices
    start = source.stream.tell()
    head = source.format.reader.look(source.stream, choices.zone).table
    source.stream.seek(start)
    return replace(choices, columns=columns_of(task, head)) if head else choices


def _meant(found: list[ImportLine], beginning: str) -> ImportLine:
    """Raises NotFound."""
    meant = [line for line in found if beginning and line.record.id.startswith(beginning)]
    if len(meant) != 1:
        raise NotFound(len(meant))
    return meant[0]


def _take_out(task: Task, line: ImportLine) -> None:
    applied = take_out(task.journal, line.record.id, keep_changed=not task.words.all)
    text, plain = taken_out_words(line, applied)
    task.say(text, plain)


COMMANDS: dict[str, Command] = {"import": import_file, "imports": list_imports}
