"""What lies beside a backup: written whole, and read as from anyone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.storage.backups.manifest import Manifest, read, write

ONE = Manifest(
    journal="0123456789abcdef",
    made=1_795_000_000,
    occasion=Occasion.DAY,
    schema=4,
    interactions=22_000,
    digest="ab" * 16,
    sha256="cd" * 32,
    size=13_000_000,
    encrypted=True,
    verified=1_795_000_001,
    slots={"format": "reconnect-keys", "slots": [{"kind": "passphrase"}]},
)


@pytest.mark.parametrize("one", [ONE, replace(ONE, verified=None, damaged=True, encrypted=False, slots=None)])
def test_what_is_written_is_read(tmp_path: Path, one: Manifest) -> None:
    write(tmp_path / "one.json", one)
    assert read(tmp_path / "one.json") == one
    assert not list(tmp_path.glob("*.part"))


WRONG = [
    *[("made", value) for value in (-1, 1.5, "1", True, None, 1 << 60, 253_402_300_800)],
    *[("digest", value) for value in (7, "x" * 101, "a/b", "ü", None)],
    *[("occasion", value) for value in ("never", None)],
    *[("version", value) for value in (2, "1")],
    ("format", "other"),
    ("verified", "now"),
    ("verified", (1 << 53) - 1),
    ("journal", "../../x"),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_one_with_a_value_of_another_kind_counts_for_nothing(
    tmp_path: Path, field: str, value: object
) -> None:
    write(tmp_path / "one.json", ONE)
    plain = {**json.loads((tmp_path / "one.json").read_text()), field: value}
    (tmp_path / "one.json").write_text(json.dumps(plain))
    assert read(tmp_path / "one.json") is None


@settings(max_examples=100)
@given(data=st.one_of(st.binary(max_size=200), st.integers(1, 3_000).map(lambda depth: b"[" * depth)))
def test_any_bytes_are_read_as_a_manifest_or_none(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(data)
    assert read(path) is None


def test_what_is_too_large_or_no_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "large.json").write_text(" " * 100_000)
    (tmp_path / "folder.json").mkdir()
    for name in ("large.json", "folder.json", "nothing.json"):
        assert read(tmp_path / name) is None
