"""The data key under lock: wrapped once for the passphrase and once for the recovery key, as plain values."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Final, Literal

from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.errors import Invalid, JournalTooNew, KeysDamaged, MistypedKey, WrongPassphrase
from reconnect_desktop.storage.connection import KEY_BYTES

Kind = Literal["passphrase", "recovery"]

FORMAT: Final = "reconnect-keys"
VERSION: Final = 1
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_SLOTS_MOST: Final = 8
# Beyond these nobody would go who means well: at the most some seconds and half a GiB for each slot.
_MEMORY_MOST: Final = 512 * 1024  # KiB
_PASSES_MOST: Final = 20
_LANES_MOST: Final = 16
_WORK_MOST: Final = 2 * 1024 * 1024  # KiB, memory × passes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs by Argon2id: memory (KiB), passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int


COST: Final = Cost(64 * 1024, 3, 4)  # about 0.2 s


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key: what it takes beside the passphrase (or recovery key) to unwrap it.

    key_id: which data key is inside. memory: KiB. Nothing in it is secret.
    """

    kind: Kind
    key_id: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    memory: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Vault:
    """All slots of a journal, or of a backup."""

    slots: tuple[Slot, ...]

    def to_plain(self) -> dict[str, object]:
        """As values that JSON has, with a check by which a changed byte is found."""
        slots = [_slot_to_plain(slot) for slot in self.slots]
        return {"format": FORMAT, "version": VERSION, "slots": slots, "check": _check_of(slots)}

    @classmethod
    def from_plain(cls, plain: object) -> Vault:
        """Read back, as from a file that anyone may have written. Raises KeysDamaged, or JournalTooNew for a newer version."""
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise KeysDamaged
        version, slots = plain.get("version"), plain.get("slots")
        if type(version) is not int:
            raise KeysDamaged
        if version > VERSION:
            raise JournalTooNew(version, VERSION)
        if version != VERSION or not isinstance(slots, list) or not 1 <= len(slots) <= _SLOTS_MOST:
            raise KeysDamaged
        vault = cls(tuple(_slot_from_plain(slot) for slot in slots))
        if vault.to_plain() != plain:  # the check, and nothing more than there should be
            raise KeysDamaged
        return vault

    def of_key(self, wanted: str) -> Vault:
        """The slots with this data key inside (an id)."""
        return Vault(tuple(slot for slot in self.slots if slot.key_id == wanted))

    def without(self, kind: Kind) -> Vault:
        """All slots but those of this kind."""
        return Vault(tuple(slot for slot in self.slots if slot.kind != kind))

    def has(self, kind: Kind) -> bool:
        """Whether there is a slot of this kind."""
        return any(slot.kind == kind for slot in self.slots)


def new_key() -> bytes:
    """A data key: 32 bytes by chance."""
    return os.urandom(KEY_BYTES)


def key_id(key: bytes) -> str:
    """What a data key is known by; it tells nothing about the key."""
    return hashlib.blake2b(key, digest_size=8, person=b"reconnect key").hexdigest()


def wrap(kind: Kind, secret: str | bytes, key: bytes, cost: Cost | None = None) -> Slot:
    """A new slot for the data key. secret: the passphrase as typed, or the 16 bytes of the recovery key. cost: else COST."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = cost or COST
    salt, nonce, name = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES), key_id(key)
    derived = _derive(secret, salt, cost)
    wrapped = AESGCM(derived).encrypt(nonce, key, _bound_to(kind, name))
    return Slot(kind, name, salt, nonce, wrapped, cost.memory, cost.passes, cost.lanes)


def unwrap(vault: Vault, typed: str) -> tuple[bytes, ...]:
    """The data keys that a passphrase, or a recovery key, unwraps: more than one only while a new one is being made.

    It takes one derivation for each slot of the kind that was typed. Raises WrongPassphrase, MistypedKey.
    """
    for kind, secret in _secrets(typed):
        opened = (_open(slot, secret) for slot in vault.slots if slot.kind == kind)
        if keys := tuple(key for key in opened if key is not None):
            return keys
    has_key = any(slot.kind == "recovery" for slot in vault.slots)
    raise MistypedKey if has_key and _is_mistyped(typed) else WrongPassphrase


def _is_mistyped(typed: str) -> bool:
    """Whether it may well be a recovery key with a slip in it."""
    try:
        recovery_key.read(typed)
    except Invalid:
        return recovery_key.looks_like(typed)
    return False


def _secrets(typed: str) -> Iterator[tuple[Kind, str | bytes]]:
    with suppress(Invalid):
        yield "recovery", recovery_key.read(typed)
    yield "passphrase", typed


def _open(slot: Slot, secret: str | bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    derived = _derive(secret, slot.salt, Cost(slot.memory, slot.passes, slot.lanes))
    try:
        return AESGCM(derived).decrypt(slot.nonce, slot.wrapped, _bound_to(slot.kind, slot.key_id))
    except InvalidTag:
        return None


def _derive(secret: str | bytes, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if isinstance(secret, str):
        # The same letters may come composed or not, by keyboard and system; half a character must not be an error of ours.
        secret = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    derivation = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return derivation.derive(secret)


def _bound_to(kind: Kind, name: str) -> bytes:
    """What the wrapping vouches for beside the key itself."""
    return f"{FORMAT} {VERSION} {kind} {name}".encode()


def _slot_to_plain(slot: Slot) -> dict[str, object]:
    values = ((field.name, getattr(slot, field.name)) for field in fields(slot))
    return {
        name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
        for name, value in values
    }


def _slot_from_plain(plain: object) -> Slot:
    if not isinstance(plain, dict) or set(plain) != {field.name for field in fields(Slot)}:
        raise KeysDamaged
    kind, name = plain["kind"], plain["key_id"]
    memory, passes, lanes = (plain[it] for it in ("memory", "passes", "lanes"))
    if kind not in ("passphrase", "recovery") or not isinstance(name, str) or len(name) != 16:
        raise KeysDamaged
    if any(type(it) is not int for it in (memory, passes, lanes)) or not _bearable(memory, passes, lanes):
        raise KeysDamaged
    return Slot(
        kind,
        name,
        _bytes(plain["salt"], _SALT_BYTES),
        _bytes(plain["nonce"], _NONCE_BYTES),
        _bytes(plain["wrapped"], KEY_BYTES + _TAG_BYTES),
        memory,
        passes,
        lanes,
    )


def _bearable(memory: int, passes: int, lanes: int) -> bool:
    return (
        1 <= passes <= _PASSES_MOST
        and 1 <= lanes <= _LANES_MOST
        and 8 * lanes <= memory <= _MEMORY_MOST
        and memory * passes <= _WORK_MOST
    )


def _bytes(plain: object, length: int) -> bytes:
    if not isinstance(plain, str) or len(plain) > 100:
        raise KeysDamaged
    try:
        found = base64.b64decode(plain, validate=True)
    except (binascii.Error, ValueError):
        raise KeysDamaged from None
    if len(found) != length:
        raise KeysDamaged
    return found


def _check_of(slots: list[dict[str, object]]) -> str:
    return hashlib.blake2b(json.dumps(slots, sort_keys=True).encode(), digest_size=8).hexdigest()
