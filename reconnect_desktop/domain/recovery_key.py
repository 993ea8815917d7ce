"""The recovery key as people write it down: 128 bits in letters and digits that are not mistaken for each other."""

from __future__ import annotations

from typing import Final

from reconnect_desktop.domain.errors import Invalid, Why

SECRET_BYTES: Final = 16
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: without I, L, O and U
_VALUES: Final = {character: value for value, character in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_CHARACTERS: Final = 28  # of 5 bits: the secret's 128, and 12 that tell a slip
_GROUP: Final = 4
_LONGEST: Final = 200  # of what was typed, separators and all; beyond it is something else
_CRC_BITS: Final = 12
_CRC_POLYNOMIAL: Final = (
    0x180F  # CRC-12; it finds every run of up to 12 bits: one character, or two neighbours
)
_CRC_START: Final = 0xFFF  # not 0, by which a row of zeros would be a key


def write(secret: bytes) -> str:
    """The key as it is shown: 16 bytes as seven groups of four characters, joined by "-"."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("the secret of a recovery key has 16 bytes")
    whole = int.from_bytes(secret) << _CRC_BITS | _crc(secret)
    characters = "".join(_ALPHABET[whole >> 5 * place & 31] for place in reversed(range(_CHARACTERS)))
    return "-".join(characters[start : start + _GROUP] for start in range(0, _CHARACTERS, _GROUP))


def read(typed: str) -> bytes:
    """The 16 bytes of a key as typed, whatever its case, spaces and dashes; O is read as 0, I and L as 1.

    Raises Invalid("recovery_key", MISTYPED) where it is no key, and for every slip of one character and every swap of neighbours.
    """
    characters = _tidy(typed)
    if not _has_form(characters):
        raise Invalid("recovery_key", Why.MISTYPED)
    whole = 0
    for character in characters:
        whole = whole << 5 | _VALUES[character]
    secret = (whole >> _CRC_BITS).to_bytes(SECRET_BYTES)
    if whole & (1 << _CRC_BITS) - 1 != _crc(secret):
        raise Invalid("recovery_key", Why.MISTYPED)
    return secret


def looks_like(typed: str) -> bool:
    """Whether it has the form of a recovery key, be it with a slip in it or not."""
    return _has_form(_tidy(typed))


def _tidy(typed: str) -> str:
    """Its letters and digits, in capitals; separators of whatever kind are dropped."""
    return "".join(it for it in typed[: _LONGEST + 1].upper() if it.isalnum())


def _has_form(characters: str) -> bool:
    return len(characters) == _CHARACTERS and all(it in _VALUES for it in characters)


def _crc(secret: bytes) -> int:
    remainder = _CRC_START << 8 * SECRET_BYTES ^ int.from_bytes(secret) << _CRC_BITS
    for place in reversed(range(8 * SECRET_BYTES)):
        if remainder >> place + _CRC_BITS & 1:
            remainder ^= _CRC_POLYNOMIAL << place
    return remainder
