"""Everything out: by the ending, whole or not at all, and never over the journal's own files."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import FileUnwritable, UnknownEnding
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.exporting import export, ways
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.export_words import exported_words
from tests.exchange.samples import one_of_each
from tests.making import contact

ENDINGS = [way.ending for way in ways()]


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.apply(Action.GO_BACK, *map(add, one_of_each()))
    return journal


def test_every_way_is_there_once_and_says_what_it_holds() -> None:
    assert {".json", ".csv", ".md", ".sqlite"} <= set(ENDINGS)
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert ENDINGS[0] == ".json"
    assert all(way.title and way.writes for way in ways())
    assert all(ending in explain(UnknownEnding()) for ending in ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_for_its_owner_only_and_nothing_is_left_beside_it(
    filled: Journal, tmp_path: Path, ending: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = export(filled, folder / f"all{ending.upper()}")
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert done.way.ending == ending
    assert done.counts[Interaction] == 2


def test_what_is_counted_is_what_is_in_it(filled: Journal, tmp_path: Path) -> None:
    everything = {
        type(one): sum(type(one) is type(other) for other in one_of_each()) for one in one_of_each()
    }
    counts = {ending: export(filled, tmp_path / f"all{ending}").counts for ending in ENDINGS}
    assert counts[".json"] == counts[".sqlite"] == everything
    assert counts[".csv"] == {Interaction: 2}
    assert Setting not in counts[".md"]


@pytest.mark.parametrize("ending", [".json", ".sqlite"])
def test_a_failure_leaves_what_was_there(
    filled: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / f"all{ending}"
    file.write_bytes(b"before")

    def broken(_: Journal, kind: type[Record]) -> list[Record]:
        raise RuntimeError(kind.__name__)

    monkeypatch.setattr(Journal, "all", broken)
    with pytest.raises(RuntimeError):
        export(filled, file)
    assert [(one, one.read_bytes()) for one in folder.iterdir()] == [(file, b"before")]


@pytest.mark.parametrize("name", ["all", "all.docx", "all.db", ".json"])
def test_other_endings_are_refused(journal: Journal, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownEnding):
        export(journal, tmp_path / name)


@pytest.mark.parametrize("ending", [".json", ".sqlite"])
def test_nowhere_is_refused(journal: Journal, tmp_path: Path, ending: str) -> None:
    with pytest.raises(FileUnwritable):
        export(journal, tmp_path / "nowhere" / f"all{ending}")
    folder = tmp_path / f"folder{ending}"
    folder.mkdir()
    with pytest.raises(FileUnwritable):
        export(journal, folder)


def test_the_journals_own_files_are_never_written_over(filled: Journal, tmp_path: Path) -> None:
    made = back_up(filled, Occasion.ASKED)
    manifest = filled.folder / "backups" / f"{made.name}.json"
    before = manifest.read_bytes()
    links = []
    for number, target in enumerate((filled.folder / "journal.db", manifest)):
        links.append(tmp_path / f"link-{number}.sqlite")
        links[-1].symlink_to(target)
    aside = filled.folder / "damaged-2026" / "all.json"
    for path in (*links, manifest, filled.folder / "keys.json", aside, filled.folder / "KEYS.json"):
        with pytest.raises(FileUnwritable):
            export(filled, path)
    assert manifest.read_bytes() == before
    filled.check()
    assert filled.count() == 2
    assert export(filled, filled.folder / "my journal.json").counts[Interaction] == 2


def test_what_was_written_is_said(filled: Journal, tmp_path: Path) -> None:
    table = exported_words(export(filled, tmp_path / "all.csv"))
    assert table == "Exported 2 interactions. Whoever has the file can read it."
    words = exported_words(export(filled, tmp_path / "all.json"))
    rest = len(one_of_each()) - 2 - 1 - 2
    assert words == (
        f"Exported 2 interactions, 1 mood, 2 topics and {rest} other entries. Whoever has the file can read it."
    )


def test_of_an_empty_journal_that_is_said(journal: Journal, tmp_path: Path) -> None:
    assert exported_words(export(journal, tmp_path / "all.json")).startswith("The file is there")
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    assert exported_words(export(journal, tmp_path / "all.md")).startswith("Exported 1 interaction.")
