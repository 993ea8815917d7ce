"""A step's changes are packed and unpacked without loss, and what is no such thing is refused."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.change import Change, add, delete
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.plain import to_plain
from reconnect_desktop.domain.records import Import, Record
from reconnect_desktop.storage import packing
from reconnect_desktop.storage.packing import pack, pack_pairs, pairs, unpack
from tests import strategies
from tests.exchange.samples import one_of_each
from tests.making import TODAY, ago, contact, when


@given(strategies.unique(strategies.records()), st.sampled_from([1, 2, 7, 1 << 14]))
def test_changes_come_back_equal(records: list[Record], bytes_at_once: int) -> None:
    changes = tuple(way(record) for record in records for way in (add, delete, lambda one: Change(one, one)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_BYTES", bytes_at_once)
        assert unpack(pack(changes)) == changes


def test_it_is_json_as_it_always_was() -> None:
    """What an older Reconnect packed in one piece is read, and what this one packs, an older one reads."""
    changes = tuple(map(add, one_of_each()))
    plain = [[None, to_plain(change.record)] for change in changes]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    assert zlib.decompress(pack(changes)).decode() == text
    assert unpack(zlib.compress(text.encode())) == changes
    assert list(pairs(pack_pairs(plain))) == plain


def test_what_a_large_import_is_remembered_by_comes_back() -> None:
    many = tuple(("interaction", f"{number:016x}") for number in range(100_000))
    one = Import(id="i", when=when(TODAY), format="whatsapp", members=many, digests=("9f3c1d7e",) * 100_000)
    calls = [add(contact(ago(number), id=str(number))) for number in range(150)]
    assert unpack(pack([*calls, add(one)])) == (*calls, add(one))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda sound: sound[:-1],
        lambda sound: sound[: len(sound) // 2],
        lambda sound: sound + b"x",
        lambda sound: bytes(len(sound)),
        lambda sound: zlib.compress(zlib.decompress(sound)[:-1]),
        lambda sound: zlib.compress(zlib.decompress(sound)[1:]),
        lambda sound: zlib.compress(zlib.decompress(sound) + b"]"),
        lambda sound: zlib.compress(zlib.decompress(sound).replace(b"call", b"\xff")),
        lambda sound: zlib.compress(zlib.decompress(sound).replace(b"],[", b"][")),
        lambda _: zlib.compress(b"[[null,null]]"),
        lambda _: zlib.compress(b"[[null]]"),
        lambda _: zlib.compress(b"[7]"),
        lambda _: zlib.compress(b'[[7,{"kind":"mood"}]]'),
        lambda _: zlib.compress(b"{}"),
        lambda _: zlib.compress(b"[" * 100_000),
    ],
)
def test_what_is_no_such_thing_is_damage(spoil: Callable[[bytes], bytes]) -> None:
    sound = pack([add(contact(ago(number))) for number in range(3)])
    with pytest.raises(JournalDamaged):
        unpack(spoil(sound))
