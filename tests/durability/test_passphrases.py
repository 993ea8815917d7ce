"""A wrong passphrase, damaged keys and a damaged file are told apart; each backup opens with the recovery key of its time."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from reconnect_desktop import encrypting
from reconnect_desktop.backing_up import back_up, compare
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import Invalid, JournalDamaged, KeysDamaged, WrongPassphrase
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES
from reconnect_desktop.storage.vault import Cost
from reconnect_desktop.unlocking import unlock
from tests.durability.campaign import fresh_seed, report, rounds
from tests.durability.damaging import DAMAGES, PAGE
from tests.exchange.samples import one_of_each
from tests.fakes import FakeClock
from tests.making import contact

QUICK = Cost(8, 1, 1)
PASSPHRASE = "Ein Apfel am Tag, say the goats"
SECRET = bytes(range(16))


@pytest.fixture
def encrypted(disk: Path) -> Journal:
    journal = Journal.open(disk / "journal", FakeClock())
    journal.apply(Action.IMPORT, *map(add, one_of_each()))
    encrypting.turn_on(journal, PASSPHRASE, SECRET, QUICK)
    return journal


def mistyped(chance: random.Random) -> str:
    """What is nearly the passphrase, or the recovery key."""
    right = chance.choice((PASSPHRASE, recovery_key.write(SECRET)))
    at = chance.randrange(len(right))
    ways = (
        f"{right[:at]}{right[at + 1 :]}",
        f"{right[:at]}{chance.choice('qxz#')}{right[at:]}",
        f"{right[:at]}{chance.choice('qxz#')}{right[at + 1 :]}",
        *("", " ", PASSPHRASE.lower(), PASSPHRASE + " ", "x" * 2_000, recovery_key.write(bytes(16))),
    )
    return next(typed for typed in chance.sample(ways, len(ways)) if not is_right(typed))


def is_right(typed: str) -> bool:
    try:
        return typed == PASSPHRASE or recovery_key.read(typed) == SECRET
    except Invalid:
        return False


def opened(folder: Path, typed: str) -> list[Interaction]:
    journal = Journal.open(folder, FakeClock(), unlock(folder, typed))
    try:
        journal.check()
        return journal.interactions()
    finally:
        journal.close()


def test_each_is_told_as_what_it_is(encrypted: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    held, folder, seed = encrypted.interactions(), encrypted.folder, fresh_seed()
    encrypted.close()
    sound = {name: (folder / name).read_bytes() for name in (FILE_NAME, *KEY_FILES)}
    chance = random.Random(f"told {seed}")
    ends: Counter[str] = Counter()
    for _ in range(rounds(250, 5_000)):
        data, is_wrong, lost = (
            bytearray(sound[FILE_NAME]),
            chance.random() < 0.5,
            chance.choice((0, 0, 0, 1, 2)),
        )
        if chance.random() < 0.6:
            chance.choice(DAMAGES)(data, chance.randrange(len(data) // PAGE) * PAGE, sound[FILE_NAME], chance)
        (folder / FILE_NAME).write_bytes(data)
        for name in KEY_FILES:
            (folder / name).write_bytes(sound[name])
        for name in chance.sample(KEY_FILES, lost):
            (folder / name).write_bytes(sound[name][: chance.randrange(400)])
        typed = mistyped(chance) if is_wrong else chance.choice((PASSPHRASE, recovery_key.write(SECRET)))
        try:
            assert opened(folder, typed) == held
            assert not is_wrong
            assert lost < 2
            ends["open"] += 1
        except WrongPassphrase:
            assert is_wrong
            ends["wrong passphrase"] += 1
        except KeysDamaged:
            assert lost == 2
            ends["damaged keys"] += 1
        except JournalDamaged:
            assert not is_wrong
            assert data != sound[FILE_NAME]
            ends["damaged file"] += 1
    assert len(ends) == 4
    counts = ", ".join(f"{count:,} {end}" for end, count in sorted(ends.items()))
    report(capsys, f"passphrases: {ends.total():,} attempts, {counts}, 0 told as another; seed {seed}")


def test_the_recovery_key_of_its_time_opens_each_backup_on_any_computer(
    encrypted: Journal, disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And in all those changes of the passphrase, not a byte of the journal is written."""
    seed, passphrase, secret, changes = fresh_seed(), PASSPHRASE, SECRET, 0
    chance = random.Random(f"keys {seed}")
    kept: dict[str, tuple[bytes, int]] = {}
    assert isinstance(encrypted.now, FakeClock)
    for number in range(rounds(12, 200)):
        encrypted.now.advance(seconds=1)
        before = (encrypted.folder / FILE_NAME).stat()
        way = chance.random()
        if way < 0.5:
            passphrase, former = f"goat {number}", passphrase
            encrypting.change_passphrase(encrypted, former, passphrase, QUICK)
            after = (encrypted.folder / FILE_NAME).stat()
            assert (after.st_ino, after.st_size, after.st_mtime_ns) == (
                before.st_ino,
                before.st_size,
                before.st_mtime_ns,
            )
            changes += 1
        elif way < 0.75:
            secret = chance.randbytes(16)
            encrypting.set_recovery_key(encrypted, secret, QUICK)
        else:
            secret = chance.randbytes(16)
            encrypting.new_data_key(encrypted, passphrase, secret, QUICK)
        encrypted.apply(Action.LOG, add(contact("2026-11-01", id=f"{number}")))
        name = back_up(encrypted, Occasion.ASKED).name
        (disk / "stick").mkdir(exist_ok=True)
        for path in (encrypted.folder / "backups").glob(f"{name}.*"):
            (disk / "stick" / path.name).write_bytes(path.read_bytes())
        kept[name] = (secret, number + 1)
    encrypted.close()
    elsewhere = Journal.open(disk / "elsewhere", FakeClock())
    for name, (secret, logged) in kept.items():
        found = compare(elsewhere, disk / "stick" / f"{name}.db", recovery_key.write(secret))
        assert found.interactions_then == logged + 2
        with pytest.raises(WrongPassphrase):
            compare(elsewhere, disk / "stick" / f"{name}.db", "another")
    elsewhere.close()
    report(
        capsys,
        f"keys: {len(kept)} backups opened by their recovery keys, {changes} changes of passphrase "
        f"wrote 0 bytes of the journal; seed {seed}",
    )
