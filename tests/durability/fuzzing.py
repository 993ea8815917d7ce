"""Files as malice, other programs and bad luck make them: a sound one with some of it replaced, or no sound one at all."""

from __future__ import annotations

import json
import random
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from functools import partial
from typing import Any, Final

from tests.durability.campaign import fresh_seed

TOKENS: Final = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x80",
        b"\n",
        b"\r",
        b'"',
        b'""',
        b"'",
        b",",
        b";",
        b"\t",
        b"\\",
    ),
    *(b"{", b"}", b"[", b"]", b":", b"null", b"NaN", b"-Infinity", b"1e999", b"-0", b"9" * 30, b"9" * 5000),
    *(b"\\ud800", b"true", b"[" * 2000, b'{"a":' * 2000, b"0", b"-1", b"9007199254740991", b"253402300800"),
    *(
        b"<",
        b">",
        b"/>",
        b"<!DOCTYPE x>",
        b"<![CDATA[",
        b"]]>",
        b"&#55357;",
        b"&#0;",
        b"&x;",
        b"&",
        b"<!--",
        b"<?x",
    ),
    *(b"2026-02-30", b"9999-12-31T23:59:59-23:59", b"0001-01-01", b"24:00", b"+99:99", b"=1", b"\xf0\x9f"),
)
VALUES: Final[Sequence[object]] = (
    *(
        None,
        "",
        "x",
        "'; --",
        "=1+1",
        "\ud7ff" * 300,
        "9" * 400,
        "2026-02-30 12:00",
        "0001-01-01 00:00",
        "Mars/Olympus",
    ),
    *(
        0,
        -1,
        1,
        1 << 62,
        -(1 << 63),
        253402300800,
        1e308,
        0.5,
        b"",
        b"\xff\xfe",
        b"x" * 9,
        "a\nb",
        "\n",
        "\u202e",
    ),
)


PLAIN: Final[Sequence[object]] = (
    *(
        None,
        True,
        "",
        "x",
        "0" * 101,
        "\u202e",
        "2026-02-30",
        "2030-01-01T10:00:00+01:00",
        "call",
        "her_name",
        [],
        {},
        [[]],
    ),
    *(0, 1, -1, 0.5, 1e300, 1 << 31, 1 << 53, (1 << 53) - 1, 253_402_300_800, 10**400),
)


def rounds_of(name: str, count: int) -> tuple[int, Iterator[random.Random]]:
    """The seed of this run, and so many chances, each of which can be had again by its number alone."""
    seed = fresh_seed()
    return seed, (random.Random(f"{name} {seed} {number}") for number in range(count))


def spoilt(sound: bytes, chance: random.Random) -> bytes:
    """Some places of it replaced; one in ten times it is nothing but tokens, or noise."""
    way = chance.random()
    if way < 0.05:
        return chance.randbytes(chance.randrange(200))
    if way < 0.1:
        return b"".join(chance.choices(TOKENS, k=chance.randrange(30)))
    data = sound
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        at, gone = chance.randrange(len(data) + 1), chance.choice((0, 0, 1, 1, 2, 10, 200, len(data)))
        data = (
            data[:at]
            + chance.choice((chance.choice(TOKENS), chance.randbytes(chance.randrange(5))))
            + data[at + gone :]
        )
    return data


def spoilt_json(sound: bytes, chance: random.Random) -> bytes:
    """JSON as it was, but for some values, which are others, twice there, or gone; now and then it is `spoilt`."""
    if chance.random() < 0.3:
        return spoilt(sound, chance)
    plain = json.loads(sound)
    for _ in range(chance.choice((1, 1, 2, 3))):
        holder, key = chance.choice(list(_places(plain)))
        way = chance.random()
        if way < 0.15:
            del holder[key]
        elif way < 0.3 and isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        else:
            values = deepcopy(chance.choice(PLAIN)), chance.randrange(1 << chance.randrange(1, 70))
            holder[key] = chance.choice(values)
        if not plain:
            break
    return json.dumps(plain).encode()


def spoiler_of(sound: bytes) -> Callable[[random.Random], bytes]:
    """What spoils such a file where it hurts: below the base64, in a line of JSON, in a value, or anywhere."""
    lines = sound.splitlines(keepends=True)
    if _is_json(sound):
        return partial(spoilt_json, sound)
    if _is_json(below := _below_base64(sound)):
        return lambda chance: b64encode(spoilt_json(below, chance))
    if all(map(_is_json, lines)):
        return lambda chance: _with_a_spoilt_line(lines, chance)
    return partial(spoilt, sound)


def _with_a_spoilt_line(lines: Sequence[bytes], chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return spoilt(b"".join(lines), chance)
    told = list(lines)
    place = chance.randrange(len(told))
    told[place] = spoilt_json(told[place], chance) + b"\n"
    return b"".join(told)


def _below_base64(data: bytes) -> bytes:
    try:
        return b64decode(b"".join(data.split()), validate=True)
    except ValueError:
        return b""


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except ValueError:
        return False


def _places(plain: Any) -> Iterator[tuple[Any, Any]]:
    for key in plain if isinstance(plain, dict) else range(len(plain)):
        yield plain, key
        if isinstance(plain[key], dict | list):
            yield from _places(plain[key])
