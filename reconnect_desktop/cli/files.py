"""The command that writes files: export."""

from __future__ import annotations

from reconnect_desktop.cli.run import Command, Task
from reconnect_desktop.domain.plain import KINDS
from reconnect_desktop.exporting import export
from reconnect_desktop.output.export_words import exported_words


def export_file(task: Task) -> None:
    """Write a file as what the ending of its name says: see `exporting.ways`."""
    done = export(task.journal, task.folder / task.words.file)
    counts = {kind: done.counts[of] for kind, of in KINDS.items() if of in done.counts}
    plain = {"records": sum(counts.values()), "format": done.way.title, "counts": counts}
    task.say(exported_words(done), plain)


COMMANDS: dict[str, Command] = {"export": export_file}
