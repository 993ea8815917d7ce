"""Setting a passphrase and a recovery key on the open journal, changing them, and taking them away.

What changes the journal's file (`turn_on`, `turn_off`, `new_data_key`) makes a backup first, builds the new file beside it and finds
it equal; until it takes the old one's place, whatever goes wrong leaves all as it was. Backups that were made before stay
as they are: plain, or encrypted with the former key.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.checks import check_text
from reconnect_desktop.domain.errors import (
    AlreadyEncrypted,
    Invalid,
    KeysDamaged,
    NotEncrypted,
    UserError,
    Why,
    WrongPassphrase,
)
from reconnect_desktop.storage import key_files, remembered
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.reencrypting import put_durably, written_anew
from reconnect_desktop.storage.vault import Cost, Slot, Vault, key_id, new_key, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reconnect_desktop.journal import Journal

PASSPHRASE_MOST: Final = 1_000  # characters


def check_passphrase(text: str) -> None:
    """Whether it can be a passphrase; any words may be one. Raises Invalid("passphrase", EMPTY, TOO_LONG or UNSTORABLE)."""
    if not text.strip():
        raise Invalid("passphrase", Why.EMPTY)
    check_text("passphrase", text, PASSPHRASE_MOST)


def turn_on(journal: Journal, passphrase: str, recovery: bytes | None, cost: Cost | None = None) -> None:
    """Encrypt the journal. recovery: the 16 bytes of its recovery key, or None for none. cost: of a guess; else the usual one.

    A few seconds; others wait meanwhile. Raises AlreadyEncrypted, Invalid, what `backing_up.back_up` raises, and UserErrors of the
    disk; then the journal is open, and plain, as before.
    """
    if journal.key is not None:
        raise AlreadyEncrypted
    check_passphrase(passphrase)
    key = new_key()
    vault = Vault(_slots(passphrase, recovery, key, cost))
    journal.back_up(Occasion.ENCRYPTION)
    _change_key(
        journal,
        key,
        keep=lambda: key_files.write(journal.folder, vault),
        take_back=lambda: _remove_keys(journal.folder),
    )


def turn_off(journal: Journal) -> None:
    """Write the journal as a plain file, and let go of its keys. Raises NotEncrypted, and what `turn_on` raises."""
    _key_of(journal)
    journal.back_up(Occasion.ENCRYPTION)
    if _change_key(journal, None):
        _remove_keys(journal.folder)
    remembered.forget(journal.folder)


def new_data_key(journal: Journal, passphrase: str, recovery: bytes | None, cost: Cost | None = None) -> None:
    """Encrypt the journal anew, so that what a former passphrase may unwrap no longer opens it.

    passphrase: the one in force, which stays; the recovery key is not taken. recovery: of a new recovery key; the former one opens nothing any more.
    Raises NotEncrypted, WrongPassphrase, KeysDamaged, and what `turn_on` raises.
    """
    present, former, key = _key_of(journal), _vault(journal), new_key()
    _verify(former.without("recovery"), passphrase, present)
    both = Vault(former.slots + _slots(passphrase, recovery, key, cost))
    journal.back_up(Occasion.ENCRYPTION)

    def take_back() -> None:
        with suppress(UserError):
            key_files.write(journal.folder, former)

    if _change_key(journal, key, keep=lambda: key_files.write(journal.folder, both), take_back=take_back):
        key_files.settle(journal.folder, key)
    if remembered.is_remembered(journal.folder):
        remembered.remember(journal.folder, key)


def change_passphrase(journal: Journal, old: str, new: str, cost: Cost | None = None) -> None:
    """Let another passphrase unwrap the same data key; the journal's file is not touched. old: the recovery key is taken, too.

    Where the keys are damaged, there is nothing to hold `old` against: the open journal is proof enough.
    Raises NotEncrypted, WrongPassphrase, Invalid, and UserErrors of the disk; then the old one holds.
    """
    key = _key_of(journal)
    check_passphrase(new)
    vault = _vault_if_readable(journal)
    if vault.slots:
        _verify(vault, old, key)
    slots = (wrap("passphrase", new, key, cost), *vault.without("passphrase").slots)
    _keep(journal, Vault(slots))


def set_recovery_key(journal: Journal, secret: bytes, cost: Cost | None = None) -> None:
    """Let this recovery key (16 bytes) open the journal, and no former one. Raises NotEncrypted, KeysDamaged, and UserErrors of the disk."""
    key = _key_of(journal)
    slots = (*_vault(journal).without("recovery").slots, wrap("recovery", secret, key, cost))
    _keep(journal, Vault(slots))


def has_recovery_key(journal: Journal) -> bool:
    """Whether a recovery key was set; never of a plain journal. Raises no KeysDamaged: then there is none to count on."""
    return journal.key is not None and _vault_if_readable(journal).has("recovery")


def verify(journal: Journal, typed: str) -> None:
    """Make sure that this is the journal's passphrase, or its recovery key. Raises WrongPassphrase, NotEncrypted, KeysDamaged."""
    key = _key_of(journal)
    _verify(_vault(journal), typed, key)


def _verify(vault: Vault, typed: str, key: bytes) -> None:
    if key not in unwrap(vault, typed):
        raise WrongPassphrase


def _key_of(journal: Journal) -> bytes:
    if journal.key is None:
        raise NotEncrypted
    return journal.key


def _vault(journal: Journal) -> Vault:
    """The slots of the journal's data key."""
    vault = key_files.read(journal.folder)
    own = vault.of_key(key_id(_key_of(journal))) if vault else Vault(())
    if not own.slots:
        raise KeysDamaged
    return own


def _vault_if_readable(journal: Journal) -> Vault:
    try:
        return _vault(journal)
    except KeysDamaged:
        return Vault(())


def _keep(journal: Journal, vault: Vault) -> None:
    """Not beside another journal, which would lose its own."""
    journal.make_sure_of_place()
    key_files.write(journal.folder, vault)


def _slots(passphrase: str, recovery: bytes | None, key: bytes, cost: Cost | None) -> tuple[Slot, ...]:
    slots = (wrap("passphrase", passphrase, key, cost),)
    return slots if recovery is None else (*slots, wrap("recovery", recovery, key, cost))


def _change_key(
    journal: Journal,
    key: bytes | None,
    keep: Callable[[], None] = lambda: None,
    take_back: Callable[[], None] = lambda: None,
) -> bool:
    """Put the journal, encrypted with this key or plain, in its own place; whether that is certain to outlast a power cut.

    keep: writes down what unwraps the key, before the file needs it. take_back: undoes that, where the file stays as it was.
    """
    journal.check()
    file = journal.folder / FILE_NAME
    durable: bool | None = None  # not in its place yet
    with (
        journal.held() as connection,
        _opened_anew_where_it_fails(journal),
        written_anew(connection, file, key) as part,
    ):

        def swap() -> bytes | None:
            nonlocal durable
            durable = put_durably(part, file)
            return key

        journal.make_sure_of_place()
        try:
            keep()
            journal.replace_file(swap)
        finally:
            if durable is None:
                take_back()
    return bool(durable)


@contextmanager
def _opened_anew_where_it_fails(journal: Journal) -> Iterator[None]:
    """The connection that the new file was written through may hold on to what there is of it."""
    try:
        yield
    except UserError:
        with suppress(UserError):  # the first one is told; `replace_file` tries again before the next write
            journal.replace_file(lambda: journal.key)
        raise


def _remove_keys(folder: Path) -> None:
    """They do no harm where they can't be removed: the file is plain, and says so."""
    with suppress(UserError):
        key_files.remove(folder)
