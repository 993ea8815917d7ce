"""The data key comes out for its passphrase and its recovery key, and for nothing else; hostile files are refused."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.errors import JournalTooNew, KeysDamaged, MistypedKey, WrongPassphrase
from reconnect_desktop.storage import vault as vaults
from reconnect_desktop.storage.vault import FORMAT, Cost, Vault, key_id, new_key, unwrap, wrap

QUICK = Cost(8, 1, 1)
KEY, SECRET = bytes(range(32)), bytes(range(16))
WORDS = "under the old walnut tree"
texts = st.text(st.characters(), min_size=1, max_size=40)  # lone surrogates, too


def make(passphrase: str = WORDS, secret: bytes | None = SECRET, key: bytes = KEY) -> Vault:
    slots = (wrap("passphrase", passphrase, key, QUICK),)
    return Vault(slots if secret is None else (*slots, wrap("recovery", secret, key, QUICK)))


VAULT = make()


@given(texts)
@settings(max_examples=50)
def test_a_passphrase_opens_however_it_is_composed(passphrase: str) -> None:
    vault = make(passphrase, None)
    assert unwrap(vault, passphrase) == (KEY,)
    assert unwrap(vault, unicodedata.normalize("NFD", passphrase)) == (KEY,)


@given(texts, texts)
@settings(max_examples=50)
def test_another_passphrase_does_not_open(passphrase: str, other: str) -> None:
    assume(unicodedata.normalize("NFKC", passphrase) != unicodedata.normalize("NFKC", other))
    with pytest.raises(WrongPassphrase):
        unwrap(make(passphrase), other)


def test_the_recovery_key_opens_as_it_is_written_and_as_people_type_it() -> None:
    shown = recovery_key.write(SECRET)
    assert unwrap(VAULT, shown) == (KEY,)
    assert unwrap(VAULT, shown.lower().replace("-", " ").replace("0", "o")) == (KEY,)
    for other in (recovery_key.write(bytes(16)), shown[:-1] + ("0" if shown[-1] != "0" else "1")):
        with pytest.raises(WrongPassphrase):
            unwrap(VAULT, other)


def test_a_slip_in_the_recovery_key_is_told_as_one_where_there_is_such_a_key() -> None:
    shown = recovery_key.write(SECRET)
    slip = shown[:-1] + ("0" if shown[-1] != "0" else "1")
    with pytest.raises(MistypedKey):
        unwrap(VAULT, slip)
    for vault, typed in (
        (make(secret=None), slip),
        (VAULT, recovery_key.write(bytes(16))),
        (VAULT, slip[:-1]),
    ):
        with pytest.raises(WrongPassphrase) as caught:
            unwrap(vault, typed)
        assert caught.type is WrongPassphrase


def test_a_passphrase_may_be_what_is_the_recovery_key_of_another() -> None:
    shown = recovery_key.write(bytes(16))
    assert unwrap(make(passphrase=shown), shown) == (KEY,)


def test_what_opens_takes_one_derivation_whichever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[Cost] = []
    derive = vaults._derive

    def count(secret: str | bytes, salt: bytes, cost: Cost) -> bytes:
        done.append(cost)
        return derive(secret, salt, cost)

    monkeypatch.setattr(vaults, "_derive", count)
    for typed in (WORDS, recovery_key.write(SECRET)):
        done.clear()
        unwrap(VAULT, typed)
        assert done == [QUICK]


def test_both_keys_come_out_while_a_new_one_is_being_made() -> None:
    new = new_key()
    both = Vault(VAULT.slots + make(key=new).slots)
    assert unwrap(both, WORDS) == (KEY, new)
    assert both.of_key(key_id(new)).slots == both.slots[2:]
    assert unwrap(both.of_key(key_id(KEY)), WORDS) == (KEY,)


def test_a_guess_costs_what_is_written_in_the_documents() -> None:
    slot = wrap("passphrase", WORDS, KEY)
    assert (slot.memory, slot.passes, slot.lanes) == (65_536, 3, 4)


def test_each_wrapping_has_a_salt_of_its_own_and_is_bound_to_its_kind() -> None:
    first, second = make().slots, make().slots
    assert not {slot.salt for slot in first} & {slot.salt for slot in second}
    assert not {slot.wrapped for slot in first} & {slot.wrapped for slot in second}
    plain = VAULT.to_plain()["slots"]
    assert isinstance(plain, list)
    changed = _vault_of([{**plain[0], "key_id": key_id(new_key())}])
    with pytest.raises(WrongPassphrase):
        unwrap(changed, WORDS)


def test_nothing_secret_is_in_what_is_kept_or_shown() -> None:
    for text in (repr(VAULT), json.dumps(VAULT.to_plain())):
        for secret in (KEY.hex(), SECRET.hex(), WORDS, recovery_key.write(SECRET), repr(KEY), "AAECAwQF"):
            assert secret not in text
    assert key_id(KEY) != key_id(new_key())


def test_a_vault_comes_back_from_json() -> None:
    assert Vault.from_plain(json.loads(json.dumps(VAULT.to_plain()))) == VAULT


@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_of_the_file_is_found(bit: int) -> None:
    text = json.dumps(VAULT.to_plain()).encode()
    for place in range(len(text)):
        changed = text[:place] + bytes([text[place] ^ 1 << bit]) + text[place + 1 :]
        try:
            plain = json.loads(changed)
        except ValueError:
            continue
        with pytest.raises((KeysDamaged, JournalTooNew)):
            Vault.from_plain(plain)


def _vault_of(slots: list[Any]) -> Vault:
    """As a file would give it whose check somebody has made to fit."""
    return Vault.from_plain(
        {"format": "reconnect-keys", "version": 1, "slots": slots, "check": vaults._check_of(slots)}
    )


HOSTILE: dict[str, list[object]] = {
    "kind": ["", "passphrase ", None, 1, ["passphrase"]],
    "key_id": ["", "a" * 15, "a" * 10_000, None, 7],
    "salt": ["", "A" * 24, "AAAA", "!" * 24, "é" * 24, None, 5, [], "A" * 1_000_000],
    "nonce": ["", "AAAA", None],
    "wrapped": ["", "A" * 100, None, {}],
    "memory": [0, 7, -1, 2**40, 512 * 1024 + 1, 1.5e3, True, None, "65536", 10**400],
    "passes": [0, -3, 21, 10**9, True, None, 2.0],
    "lanes": [0, 17, 10**9, True, None],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field in HOSTILE for value in HOSTILE[field]]
)
def test_a_hostile_value_is_refused_though_the_check_fits(field: str, value: object) -> None:
    slots = deepcopy(VAULT.to_plain()["slots"])
    assert isinstance(slots, list)
    slots[0][field] = value
    with pytest.raises(KeysDamaged):
        _vault_of(slots)


def test_nobody_can_make_us_take_all_memory_or_all_day() -> None:
    slots = deepcopy(VAULT.to_plain()["slots"])
    assert isinstance(slots, list)
    slots[0].update(memory=512 * 1024, passes=20)
    with pytest.raises(KeysDamaged):
        _vault_of(slots)
    with pytest.raises(KeysDamaged):
        _vault_of(slots[1:] * 9)


MISSHAPEN: list[Callable[[dict[str, Any]], object]] = [
    lambda plain: None,
    lambda plain: [],
    lambda plain: "keys",
    lambda plain: {},
    lambda plain: {**plain, "format": "reconnect-journal"},
    lambda plain: {**plain, "version": 0},
    lambda plain: {**plain, "version": "1"},
    lambda plain: {**plain, "version": True},
    lambda plain: {**plain, "slots": None},
    lambda plain: {**plain, "slots": []},
    lambda plain: {**plain, "slots": {}},
    lambda plain: {**plain, "slots": [None]},
    lambda plain: {**plain, "check": ""},
    lambda plain: {**plain, "more": 1},
    lambda plain: {name: value for name, value in plain.items() if name != "check"},
]


@pytest.mark.parametrize("shape", MISSHAPEN)
def test_what_has_another_shape_is_refused(shape: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(KeysDamaged):
        Vault.from_plain(shape(VAULT.to_plain()))


def test_a_slot_with_more_or_less_in_it_is_refused() -> None:
    slots = VAULT.to_plain()["slots"]
    assert isinstance(slots, list)
    for changed in ({**slots[0], "more": 1}, {name: slots[0][name] for name in slots[0] if name != "salt"}):
        with pytest.raises(KeysDamaged):
            _vault_of([changed])


def test_keys_of_a_newer_program_are_told_as_such() -> None:
    with pytest.raises(JournalTooNew):
        Vault.from_plain({**VAULT.to_plain(), "version": 2})


def test_the_documented_file_opens_as_it_is_documented() -> None:
    """By hand, as another program would do it."""
    text = (Path(__file__).parents[2] / "docs/formats.md").read_text(encoding="utf-8")
    example = json.loads(
        next(one for one in re.findall(r"```text\n(.+?)```", text, re.DOTALL) if FORMAT in one)
    )
    slot = example["slots"][0]
    salt, nonce, wrapped = (base64.b64decode(slot[name]) for name in ("salt", "nonce", "wrapped"))
    derivation = Argon2id(
        salt=salt, length=32, iterations=slot["passes"], lanes=slot["lanes"], memory_cost=slot["memory"]
    )
    bound = f"reconnect-keys 1 {slot['kind']} {slot['key_id']}".encode()
    key = AESGCM(derivation.derive(WORDS.encode())).decrypt(nonce, wrapped, bound)
    assert blake2b(key, digest_size=8, person=b"reconnect key").hexdigest() == slot["key_id"]
    assert (
        blake2b(json.dumps(example["slots"], sort_keys=True).encode(), digest_size=8).hexdigest()
        == example["check"]
    )
    assert unwrap(Vault.from_plain(example), WORDS) == (key,)
