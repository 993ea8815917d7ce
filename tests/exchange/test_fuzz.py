"""Damaged files of every format: they are refused in words or read in part, and nothing that comes of it is invalid."""

from __future__ import annotations

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.draft import Draft
from tests.exchange.calls import family
from tests.exchange.reading import choices, now
from tests.exchange.samples import one_of_each

TOKENS = (
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
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"null",
        b"NaN",
        b"1e999",
        b"-0",
        b"9" * 30,
        b"9" * 5000,
        b"\\ud800",
        b"true",
    ),
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
    *(
        b"2026-02-30",
        b"9999-12-31T23:59:59-23:59",
        b"0001-01-01",
        b"-1",
        b"24:00",
        b"+99:99",
        b"=1",
        b"\xf0\x9f",
    ),
)


def sample(name: str) -> bytes:
    row = formats.named(name)
    if row.write is None:
        return family().encode()
    stream = io.StringIO(newline="")
    row.write(one_of_each(), stream, now())
    return stream.getvalue().encode()


SAMPLES = {row.name: sample(row.name) for row in formats.FORMATS}

# A change: how far into the file (per mille), how many bytes go, what comes instead.
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1000),
        st.sampled_from([0, 0, 1, 2, 10, 200]),
        st.one_of(st.sampled_from(TOKENS), st.binary(max_size=4), st.just(b"")),
    ),
    min_size=1,
    max_size=5,
)


def changed(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, gone, new in changes:
        at = place * len(content) // 1000
        content = content[:at] + new + content[at + gone :]
    return content


def check(name: str, content: bytes, who: str) -> None:
    """Read it to the end or to the UserError; whatever was found is valid and can be stored."""
    row = formats.named(name)
    row.recognise(content)
    with suppress(UserError):
        for item in row.read(io.BytesIO(content), choices(who)):
            if isinstance(item, Draft):
                check_record(item.record)


def check_record(record: Record) -> None:
    plain = to_plain(record)
    assert from_plain(plain) == record
    json.dumps(plain, ensure_ascii=False).encode()
    if isinstance(record, Interaction):
        check_not_in_future(record.when, now())
        assert record.when.utc.year < 2027


@pytest.mark.parametrize("name", SAMPLES)
@given(CHANGES, st.sampled_from(["Ruth Example", "5555550113", ""]))
def test_damaged_files(name: str, changes: list[tuple[int, int, bytes]], who: str) -> None:
    check(name, changed(SAMPLES[name], changes), who)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("other", SAMPLES)
def test_files_of_another_format(name: str, other: str) -> None:
    check(name, SAMPLES[other], "")


def any_bytes() -> SearchStrategy[bytes]:
    return st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(TOKENS), max_size=30).map(b"".join))


@pytest.mark.parametrize("name", SAMPLES)
@given(any_bytes())
def test_any_bytes(name: str, content: bytes) -> None:
    check(name, content, "")
