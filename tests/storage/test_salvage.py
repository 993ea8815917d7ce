"""A page that is lost takes its own rows with it, and no others."""

from __future__ import annotations

import errno
import json
import random
from dataclasses import replace
from io import FileIO
from pathlib import Path

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import from_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import pages
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.salvage import Salvaged, salvage
from tests.durability.campaign import rounds
from tests.fakes import FakeClock
from tests.making import ago, contact, mood, topic
from tests.storage.test_check import STORED

PAGE = 4096
KEY = bytes(range(32))
LONG = "She sang, and I listened. " * 400  # 10 KB: on pages of its own


def filled(folder: Path, clock: FakeClock, key: bytes | None) -> tuple[Path, set[Record]]:
    """A closed journal with 800 interactions and some of the rest; its file, and all that is in it."""
    talks = [
        contact(ago(number % 500), time=f"{number % 18:02}:30", id=str(number), note=f"number {number} " * 9)
        for number in range(800)
    ]
    talks[400] = contact(ago(3), id="long", note=LONG)
    held: list[Record] = [*talks, topic("the garden"), *(mood(3, ago(day)) for day in range(30))]
    journal = Journal.open(folder, clock, key)
    journal.apply(Action.IMPORT, *(add(one) for one in held))
    journal.save_draft({"note": "half a sent"})
    journal.close()
    return folder / FILE_NAME, set(held)


@pytest.fixture(scope="module", params=[None, KEY], ids=["plain", "encrypted"])
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, set[Record], bytes | None]:
    """The bytes of such a file, what is in it, and its key."""
    file, held = filled(tmp_path_factory.mktemp("whole"), FakeClock(), request.param)
    return file.read_bytes(), held, request.param


def test_of_a_file_that_is_whole_everything_is_found(
    whole: tuple[bytes, set[Record], bytes | None], tmp_path: Path
) -> None:
    raw, held, key = whole
    (tmp_path / FILE_NAME).write_bytes(raw)
    found = salvage(tmp_path / FILE_NAME, key)
    assert len(found.records) == len(held)
    assert set(found.records) == held
    assert (found.of, found.interactions) == (800, 800)
    assert found.drafts == (("quick_add", '{"note": "half a sent"}'),)
    assert [step[2] for step in found.steps] == [Action.IMPORT]


def test_any_one_page_that_is_lost_takes_few_entries_with_it(
    whole: tuple[bytes, set[Record], bytes | None], tmp_path: Path
) -> None:
    """Also the first one, and those that everything else hangs on: all but 2 in 100 are found, each as it was."""
    raw, held, key = whole
    chance = random.Random(7)
    pages = range(len(raw) // PAGE)
    for number in pages if rounds(0, 1) else sorted({0, 1, 2, *chance.sample(pages, 9)}):
        broken = bytearray(raw)
        broken[number * PAGE : (number + 1) * PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
        found = read_again(tmp_path, broken, key)
        assert set(found.records) <= held
        assert found.interactions >= 784, number


def test_whatever_happens_to_a_file_nothing_is_found_that_was_not_written(
    whole: tuple[bytes, set[Record], bytes | None], tmp_path: Path
) -> None:
    raw, held, key = whole
    chance = random.Random(8)
    for number in range(rounds(8, 500)):
        broken = bytearray(raw[: chance.choice((len(raw), chance.randrange(len(raw))))])
        for _ in range(3 * number):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        found = read_again(tmp_path, broken, key)
        assert set(found.records) <= held
        assert set(found.drafts) <= {("quick_add", '{"note": "half a sent"}')}


def read_again(folder: Path, raw: bytes | bytearray, key: bytes | None) -> Salvaged:
    """What is found in a file with these bytes, which is the same afterwards."""
    (folder / FILE_NAME).write_bytes(raw)
    found = salvage(folder / FILE_NAME, key)
    assert (folder / FILE_NAME).read_bytes() == raw
    assert [path.name for path in folder.iterdir() if path.is_file()] == [FILE_NAME]
    return found


def test_a_page_that_the_disk_cannot_read_is_one_lost_page(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, held = filled(tmp_path, clock, None)

    class Failing(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() == 9 * PAGE:
                raise OSError(errno.EIO, "")
            return super().read(size)

    monkeypatch.setattr(Path, "open", lambda path, mode, **_: Failing(path, mode))
    found = salvage(file, None)
    assert set(found.records) <= held
    assert found.interactions >= 784


def test_an_entry_whose_own_row_is_lost_is_found_in_the_history(tmp_path: Path, clock: FakeClock) -> None:
    first, second, third = (contact(ago(3), id=name, note=f"first {name}") for name in "abc")
    edited = replace(second, note="corrected", closeness=6)
    journal = Journal.open(tmp_path, clock)
    journal.apply(Action.LOG, add(first), add(second), add(third))
    journal.apply(Action.EDIT, edit(second, edited))
    journal.apply(Action.EDIT, edit(edited, replace(edited, note="not this")))
    journal.undo()
    journal.apply(Action.DELETE, delete(third))
    journal._connection.execute("UPDATE interactions SET win = 'never said'")
    journal.close()
    assert set(salvage(tmp_path / FILE_NAME, None).records) == {first, edited}


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_entries_of_every_version_and_kind_are_found(stored: Path, tmp_path: Path) -> None:
    expected = {from_plain(plain) for plain in json.loads(stored.with_suffix(".json").read_text("utf-8"))}
    assert set(read_again(tmp_path, stored.read_bytes(), None).records) == expected


def test_another_key_finds_nothing(tmp_path: Path, clock: FakeClock) -> None:
    file, _ = filled(tmp_path, clock, KEY)
    assert salvage(file, bytes(32)).records == ()
    assert salvage(file, None).records == ()


def test_a_write_that_broke_off_is_taken_back_in_a_copy(tmp_path: Path, clock: FakeClock) -> None:
    """What is half written was never acknowledged, and what it half wrote over was."""
    file, held = filled(tmp_path / "journal", clock, None)
    journal = Journal.open(file.parent, clock)
    connection = journal._connection
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM interactions WHERE seq < 700")
    connection.execute(
        "INSERT INTO topics (id, text, added_utc, added_local, added_offset, added_zone, checksum) VALUES ('x', 'x', 1, '', 0, '', '')"
    )
    copied = tmp_path / "copied"
    copied.mkdir()
    for path in (file, file.with_name(f"{FILE_NAME}-journal")):
        (copied / path.name).write_bytes(path.read_bytes())
    connection.execute("ROLLBACK")
    journal.close()
    before = {path.name: path.read_bytes() for path in copied.iterdir()}
    assert b"number 42" not in before[FILE_NAME].replace(before[f"{FILE_NAME}-journal"], b"")
    found = salvage(copied / FILE_NAME, None)
    assert {path.name: path.read_bytes() for path in copied.iterdir()} == before
    assert set(found.records) == held
    assert sum(isinstance(one, Interaction) for one in found.records) == 800


def test_a_row_cannot_claim_more_than_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else one damaged byte would keep somebody waiting, who follows pages in a circle."""
    row = bytes(
        [0xFF, 0xFF, 0xFF, 0x7F, 1, 4, 0, 0, 0]
    )  # 268,435,455 bytes, three cells of which are nothing
    leaf = bytearray(PAGE)
    leaf[100:110] = bytes([0x0D, 0, 0, 0, 1, 0, 0, 0, 1, 0])  # one row, at byte 256
    leaf[256 : 256 + len(row)] = row
    here = pages._here((1 << 28) - 1, PAGE)
    leaf[261 + here : 265 + here] = (2).to_bytes(4)
    circle = (2).to_bytes(4) + bytes(PAGE - 4)
    (tmp_path / FILE_NAME).write_bytes(bytes(leaf) + circle)
    looked_at: list[int] = []
    page = pages.Pages.page

    def counted(self: pages.Pages, number: int) -> bytes:
        looked_at.append(number)
        return page(self, number)

    monkeypatch.setattr(pages.Pages, "page", counted)
    assert salvage(tmp_path / FILE_NAME, None).records == ()
    assert len(looked_at) < 10
