"""What can be in the way outside the program has its sentence each, and loses nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from tests.durability.campaign import ROOT
from tests.durability.plan import open_journal
from tests.fakes import FakeClock
from tests.making import ago, contact

OPENS = """
import sys
from pathlib import Path
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain
from tests.durability.plan import open_journal
try:
    open_journal(Path(sys.argv[1]))
except UserError as error:
    print(explain(error))
"""


def test_a_folder_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_journal(folder)
    journal.apply(Action.LOG, add(contact(ago(3))))
    journal.close()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    lock_up = f"mount --bind {folder} {folder} && mount -o remount,bind,ro {folder}"
    if (
        not shutil.which("unshare")
        or subprocess.run(
            ["unshare", "-Urm", "sh", "-c", lock_up], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("this system lets nobody mount a folder of their own")
    command = ["unshare", "-Urm", "sh", "-c", f'{lock_up} && exec "$@"', "sh", sys.executable, "-c", OPENS]
    done = subprocess.run([*command, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("This folder can't be written to;")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_clock_that_was_set_back_is_no_reason_not_to_save(journal: Journal, clock: FakeClock) -> None:
    before = contact(ago(0), time="18:00", id="before")
    journal.apply(Action.LOG, add(before))
    clock.advance(days=-900)
    now = clock()
    journal.apply(Action.LOG, add(replace(before, id="now", when=now, logged=now)))
    journal.apply(Action.EDIT, edit(before, replace(before, closeness=6)))
    journal.save_draft({"note": "half a sent"})
    journal.undo()
    assert [one.id for one in journal.interactions()] == ["before", "now"]
    clock.advance(days=1_000)
    journal.apply(Action.LOG, add(contact(ago(1), id="later")))
    assert len(journal.interactions()) == 3


def test_what_was_damaged_while_it_was_open_is_found_when_it_is_read(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact(ago(3), id="a")))
    journal._connection.execute("UPDATE interactions SET medium = 'owl'")
    with pytest.raises(JournalDamaged) as caught:
        journal.interactions()
    assert explain(caught.value).startswith("The journal is damaged")
