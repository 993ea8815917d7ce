"""What is told of a backup in the file beside it: a few hundred bytes of JSON, without a word of the user's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Backup, Occasion, Place

_FORMAT, _VERSION = "reconnect-backup", 1
_SIZE_MOST = 1 << 16  # bytes; ours have less than two thousand
_MOMENT_MOST = 253_370_764_800  # the year 9999 begins, UTC: later moments are on no calendar in some zone


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup. made, occasion, schema, interactions, size, verified, damaged, encrypted and digest as in `Backup`.

    journal: an id that all backups of one journal share. sha256: of the whole file, in hexadecimal digits.
    slots: the wrapped keys of an encrypted one, as `storage.vault` writes them.
    """

    journal: str
    made: int
    occasion: Occasion
    schema: int
    interactions: int
    digest: str
    sha256: str
    size: int
    encrypted: bool
    verified: int | None = None
    damaged: bool = False
    slots: dict[str, object] | None = None

    def backup(self, name: str, place: Place) -> Backup:
        """The same without what concerns the file alone."""
        return Backup(
            name=name,
            made=self.made,
            occasion=self.occasion,
            place=place,
            interactions=self.interactions,
            size=self.size,
            schema=self.schema,
            encrypted=self.encrypted,
            verified=self.verified,
            digest=self.digest,
            damaged=self.damaged,
        )


def write(path: Path, manifest: Manifest) -> None:
    """Write it durably. Raises OSError; then what was at `path` is as it was."""
    plain = {"format": _FORMAT, "version": _VERSION, **asdict(manifest)}
    durable.write_bytes(path, json.dumps(plain, indent=1).encode())


def read(path: Path) -> Manifest | None:
    """What is told there; None where nothing is, or nothing that can be made sense of. Raises no OSError."""
    try:
        if not path.is_file() or path.stat().st_size > _SIZE_MOST:
            return None
        plain = json.loads(path.read_bytes())
        if not isinstance(plain, dict) or plain.get("format") != _FORMAT or plain.get("version") != _VERSION:
            return None
        return _from_plain(plain)
    except (OSError, ValueError, RecursionError):
        return None


def _from_plain(plain: dict[str, object]) -> Manifest:
    """Raises ValueError."""
    return Manifest(
        journal=_text(plain, "journal"),
        made=_moment(plain, "made"),
        occasion=Occasion(_text(plain, "occasion")),
        schema=_number(plain, "schema"),
        interactions=_number(plain, "interactions"),
        digest=_text(plain, "digest"),
        sha256=_text(plain, "sha256"),
        size=_number(plain, "size"),
        encrypted=plain.get("encrypted") is True,
        verified=_moment(plain, "verified") if plain.get("verified") is not None else None,
        damaged=plain.get("damaged") is True,
        slots=_slots(plain.get("slots")),
    )


def _text(plain: dict[str, object], name: str) -> str:
    value = plain.get(name)
    if not isinstance(value, str) or len(value) > 100 or not (value.isascii() and value.isalnum()):
        raise ValueError(name)
    return value


def _number(plain: dict[str, object], name: str) -> int:
    value = plain.get(name)
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise ValueError(name)
    return value


def _moment(plain: dict[str, object], name: str) -> int:
    value = _number(plain, name)
    if value > _MOMENT_MOST:
        raise ValueError(name)
    return value


def _slots(value: object) -> dict[str, object] | None:
    return value if isinstance(value, dict) else None
