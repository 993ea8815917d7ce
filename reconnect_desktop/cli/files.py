"""The command that writes files: export."""

from __future__ import annotations

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.exchange.export import export
from reconnect_desktop.output.sentences import count_words


def export_file(task: Task) -> None:
    """Write everything to a .json file, or the interactions to a .csv file."""
    count = export(task.journal.records(), task.folder / task.words.file, task.journal.now())
    task.say(f"Wrote {count_words(count, 'record')}.", {"records": count})


COMMANDS: dict[str, Command] = {"export": export_file}
