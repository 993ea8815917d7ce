"""Files that are not what they should be: each is read whole, in part, or refused in words; nothing comes in half."""

from __future__ import annotations

import io
import json
import random
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from reconnect_desktop.backing_up import back_up, backups_in, compare, go_back
from reconnect_desktop.cli.start import start
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    JournalTooNew,
    UnknownFormat,
    UserError,
)
from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.thinning import to_drop
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.archives import open_history
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.exchange.reader import Choices
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import key_files, vault
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.connection import FILE_NAME, connect
from reconnect_desktop.storage.tables import TABLES
from reconnect_desktop.storage.vault import Cost, Vault, wrap
from tests.durability.campaign import report, rounds
from tests.durability.damaging import DAMAGES, PAGE
from tests.durability.fuzzing import VALUES, rounds_of, spoiler_of, spoilt, spoilt_json
from tests.exchange.readers import choices, now
from tests.exchange.samples import one_of_each, sample
from tests.fakes import ZONE, FakeClock
from tests.making import contact

MEMORY_MOST = 200 * 1024  # KiB more than before
WORK_MOST = 2 << 20  # KiB of memory, times passes: some seconds


SAMPLES = {row.name: sample(row.name) for row in formats.FORMATS}
SPOILERS = {name: spoiler_of(sound) for name, sound in SAMPLES.items()}


def answered(name: str) -> Choices:
    """What somebody would answer to what the sound file leaves open."""
    asks = formats.named(name).reader.look(io.BytesIO(SAMPLES[name]), ZONE)
    labels = [one.label for one in asks.contacts] or ["Ruth Example"]
    return replace(
        choices(next((label for label in labels if "Ruth" in label), labels[0])),
        order=next(iter(asks.orders), None),
        moods=asks.moods,
        levels={mood.word: mood.guess or 3 for mood in asks.mood_words},
        columns=asks.table.guess if asks.table else None,
        keep_texts=asks.messages,
    )


ANSWERS = {name: answered(name) for name in SAMPLES}


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY_MOST


def count_of_files() -> int:
    return rounds(100, 20_000)


# Imports


def read_to_the_end(name: str, content: bytes, said: Choices) -> str:
    """Look at it, and read it to the end or to the UserError; what was found can be stored. What came of it."""
    row = formats.named(name)
    row.reader.recognise(content)
    with suppress(UserError):
        row.reader.look(io.BytesIO(content), ZONE)
    drafts = 0
    try:
        for item in row.reader.read(io.BytesIO(content), said):
            if isinstance(item, Draft):
                check_record(item.record)
                drafts += 1
    except UserError:
        return "refused"
    return "read" if drafts else "read, with nothing in it"


def check_record(record: Record) -> None:
    plain = to_plain(record)
    assert from_plain(plain) == record
    json.dumps(plain, ensure_ascii=False).encode()
    if isinstance(record, Interaction):
        check_not_in_future(record.when, now())
        assert record.when.utc.year < 2027


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sound_file_is_read(name: str) -> None:
    """Or else the files below are not what they are to be."""
    assert read_to_the_end(name, SAMPLES[name], ANSWERS[name]) == "read"


@pytest.mark.parametrize("name", SAMPLES)
def test_files_to_import(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    seed, chances = rounds_of(name, count_of_files())
    said = (*3 * (ANSWERS[name],), choices("5555550113"), choices())
    ends = Counter(read_to_the_end(name, SPOILERS[name](chance), chance.choice(said)) for chance in chances)
    assert ends["refused"]
    assert ends["read"]
    tell(capsys, f"files of {name}", ends, seed)


@pytest.mark.parametrize("name", SAMPLES)
def test_files_of_another_format(name: str) -> None:
    for other in SAMPLES.values():
        read_to_the_end(name, other, ANSWERS[name])
        read_to_the_end(name, other, choices())


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_imported_comes_in_whole_or_not_at_all(
    name: str, journal: Journal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And with it the record that says so; none where nothing came in."""
    monkeypatch.setattr("reconnect_desktop.backing_up.back_up_before", lambda *_: None)
    seed, chances = rounds_of(f"{name} whole", rounds(6, 500))
    ends: Counter[str] = Counter()
    for chance in chances:
        found = formats.named(name).reader.read(io.BytesIO(SPOILERS[name](chance)), ANSWERS[name])
        try:
            added = journal.bring_in(found, format=name, happened=lambda _: True).added
            ends["brought in" if added else "nothing new"] += 1
        except UserError:
            added = 0
            ends["refused"] += 1
        assert len(list(journal.records())) == added + bool(added)
        if added:
            journal.undo()
    tell(capsys, f"imports of {name}", ends, seed)


@pytest.mark.parametrize("name", SAMPLES)
def test_zips_to_import(name: str, disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a sound file, or of one that is not; and the zip itself is not as it should be."""
    seed, chances = rounds_of(f"{name} zipped", rounds(20, 20_000))
    ends: Counter[str] = Counter()
    for chance in chances:
        packed = io.BytesIO()
        with ZipFile(packed, "w", chance.choice((ZIP_STORED, ZIP_DEFLATED))) as archive:
            archive.writestr("photo.jpg", b"\xff\xd8\xff")
            archive.writestr("a/history", chance.choice((SAMPLES[name], SPOILERS[name](chance))))
        whole = packed.getvalue()
        (disk / "a.zip").write_bytes(spoilt(whole, chance) if chance.random() < 0.7 else whole)
        try:
            with open_history(disk / "a.zip") as source:
                list(source.format.reader.read(source.stream, ANSWERS[source.format.name]))
            ends["read"] += 1
        except UserError:
            ends["refused"] += 1
    assert ends["read"]
    tell(capsys, f"zips of {name}", ends, seed)


# A database, gone back to


@pytest.fixture
def kept(disk: Path) -> Path:
    """A journal's file, as somebody may hand it over as a backup."""
    journal = Journal.open(disk / "theirs", FakeClock())
    journal.apply(Action.IMPORT, *map(add, one_of_each()))
    journal.close()
    return disk / "theirs" / FILE_NAME


def hit(sound: bytes, path: Path, chance: random.Random) -> None:
    """Write the file with some damage to its pages, or with whole pages and values that were never written."""
    data = bytearray(sound)
    if chance.random() < 0.4:
        chance.choice(DAMAGES)(data, chance.randrange(len(data) // PAGE) * PAGE, sound, chance)
    path.write_bytes(data)
    if data == sound:
        connection = connect(path)
        connection.execute("PRAGMA synchronous=OFF")
        for _ in range(chance.choice((1, 1, 2, 5))):
            table = chance.choice(list(TABLES.values()))
            column, value = chance.choice(table.columns), chance.choice(VALUES)
            try:
                connection.execute(f'UPDATE OR IGNORE {table.name} SET "{column}" = ?', (value,))
            except Exception:  # noqa: BLE001 - not every value can be put everywhere
                continue
        connection.close()


def test_databases_to_go_back_to(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound, path = kept.read_bytes(), kept.with_name("given.db")
    seed, chances = rounds_of("database", count_of_files())
    ends: Counter[str] = Counter()
    for chance in chances:
        hit(sound, path, chance)
        try:
            for record in records_of(path, None):
                assert from_plain(to_plain(record)) == record
            ends["read"] += 1
        except BackupDamaged:
            ends["refused"] += 1
        except (BackupLocked, JournalTooNew, UnknownFormat):  # as its first bytes tell
            assert path.read_bytes()[:100] != sound[:100]
            ends["refused"] += 1
    assert ends["read"]
    assert ends["refused"]
    tell(capsys, "databases", ends, seed)


def test_a_journal_goes_back_whole_or_not_at_all(
    kept: Path, journal: Journal, capsys: pytest.CaptureFixture[str]
) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-01")))
    before, sound, path = list(journal.records()), kept.read_bytes(), kept.with_name("given.db")
    seed, chances = rounds_of("going back", rounds(8, 500))
    ends: Counter[str] = Counter()
    for chance in chances:
        if chance.random() < 0.2:
            path.write_bytes(sound)
        else:
            hit(sound, path, chance)
        try:
            compare(journal, path)
            go_back(journal, path)
        except UserError:
            ends["refused"] += 1
            assert list(journal.records()) == before
            continue
        ends["gone back to"] += 1
        assert set(journal.records()) == set(records_of(path, None))
        journal.undo()
        assert set(journal.records()) == set(before)
    assert ends["gone back to"]
    tell(capsys, "databases as backups", ends, seed)


# The small files beside the journal


def test_files_of_keys(disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, cost = bytes(32), Cost(memory=32, passes=1, lanes=4)
    whole = Vault((wrap("passphrase", "a goat", key, cost), wrap("recovery", bytes(16), key, cost)))
    key_files.write(disk, whole)
    sound = (disk / "keys.json").read_bytes()
    (disk / "keys.json.bak").unlink()
    seed, chances = rounds_of("keys", count_of_files())
    ends: Counter[str] = Counter()
    for chance in chances:
        data = spoilt_json(sound, chance)
        (disk / "keys.json").write_bytes(data if chance.random() < 0.3 else signed(data))
        try:
            found = key_files.read(disk)
            assert found is not None
            assert all(8 <= slot.memory * slot.passes <= WORK_MOST for slot in found.slots)
            ends["as it was" if found == whole else "otherwise"] += 1
        except UserError:
            ends["refused"] += 1
    assert ends["refused"]
    tell(capsys, "files of keys", ends, seed)


def signed(data: bytes) -> bytes:
    """With the check that fits to what is in it, as somebody may write it who means harm."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        plain = json.loads(data)
        plain["check"] = vault._check_of(plain["slots"])
        return json.dumps(plain).encode()
    return data


def test_manifests_of_backups(disk: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> None:
    """They are listed, sorted and judged by age, whatever they say."""
    folder = disk / "journal"
    journal = Journal.open(folder, clock)
    journal.apply(Action.IMPORT, *map(add, one_of_each()))
    name = back_up(journal, Occasion.ASKED).name
    journal.close()
    manifest = folder / "backups" / f"{name}.json"
    sound = manifest.read_bytes()
    whole = backups_in(folder)[0]
    seed, chances = rounds_of("manifest", count_of_files())
    ends: Counter[str] = Counter()
    for chance in chances:
        manifest.write_bytes(spoilt_json(sound, chance))
        (listed,) = backups_in(folder)
        to_drop([listed], clock().timestamp)
        ends["as it was" if listed == whole else "otherwise"] += 1
        if abs(listed.made - whole.made) > 86_400:
            assert start(["--journal", str(folder), "backups"]) == 0
            assert "Traceback" not in capsys.readouterr().out
    tell(capsys, "manifests", ends, seed)


def tell(capsys: pytest.CaptureFixture[str], what: str, ends: Counter[str], seed: int) -> None:
    counts = ", ".join(f"{count:,} {end}" for end, count in sorted(ends.items()))
    report(capsys, f"fuzzed {what}: {counts}; 0 crashes, 0 in part; seed {seed}")
