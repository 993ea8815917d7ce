"""A recovery key is read back from paper, however it was copied, and no slip goes unnoticed."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.recovery_key import looks_like, read, write

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRETS = [
    bytes(16),
    b"\xff" * 16,
    bytes(range(16)),
    *(random.Random(seed).randbytes(16) for seed in range(5)),
]
secrets = st.binary(min_size=16, max_size=16)


def is_mistyped(typed: str) -> bool:
    with pytest.raises(Invalid) as caught:
        read(typed)
    return (caught.value.field, caught.value.why) == ("recovery_key", Why.MISTYPED)


def accepted(typed: str) -> bool:
    try:
        read(typed)
    except Invalid:
        return False
    return True


@given(secrets)
def test_a_key_comes_back_as_it_was_written(secret: bytes) -> None:
    shown = write(secret)
    assert read(shown) == secret
    assert [len(group) for group in shown.split("-")] == [4] * 7
    assert set(shown) <= {*ALPHABET, "-"}
    assert looks_like(shown)


def test_keys_on_paper_stay_readable_for_ever() -> None:
    assert write(bytes(16)) == "0000-0000-0000-0000-0000-0000-016D"
    assert read("000G-40R4-0M30-E209-185G-R38E-1X6W") == bytes(range(16))


@given(secrets, st.randoms(use_true_random=False))
def test_case_separators_and_letters_that_look_alike_are_forgiven(
    secret: bytes, chance: random.Random
) -> None:
    looks = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        chance.choice(looks.get(character, character + character.lower()))
        + chance.choice(["", "", " ", "-", " – ", "\n", "\u00a0", "."])
        for character in write(secret).replace("-", "")
    )
    assert looks_like(typed)
    assert read(f"  {typed}\n") == secret


@pytest.mark.parametrize("secret", SECRETS)
def test_every_slip_of_one_character_is_noticed(secret: bytes) -> None:
    shown = write(secret).replace("-", "")
    slips = [
        shown[:place] + other + shown[place + 1 :]
        for place in range(len(shown))
        for other in ALPHABET
        if other != shown[place]
    ]
    assert len(slips) == 28 * 31
    assert not [slip for slip in slips if accepted(slip)]
    assert all(looks_like(slip) for slip in slips)


@pytest.mark.parametrize("secret", SECRETS)
def test_every_swap_of_neighbours_is_noticed(secret: bytes) -> None:
    shown = write(secret).replace("-", "")
    swaps = [
        shown[:place] + right + left + shown[place + 2 :]
        for place, (left, right) in enumerate(pairwise(shown))
        if left != right
    ]
    assert not [swap for swap in swaps if accepted(swap)]


def test_other_slips_go_unnoticed_once_in_thousands() -> None:
    chance = random.Random(7)
    typed = ["".join(chance.choices(ALPHABET, k=28)) for _ in range(8_000)]
    assert sum(map(accepted, typed)) < 12


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "----",
        "correct horse battery staple",
        "0000-0000-0000-0000-0000-0000-016",
        "0000-0000-0000-0000-0000-0000-016D0",
        "U000-0000-0000-0000-0000-0000-016D",
        "Ä000-0000-0000-0000-0000-0000-016D",
        "\u0660000-0000-0000-0000-0000-0000-016D",
        "0" * 28,
        "0" * 100_000,
        "\0\ud800",
    ],
)
def test_what_is_no_key_is_told(typed: str) -> None:
    assert is_mistyped(typed)


def test_a_passphrase_does_not_look_like_a_key() -> None:
    assert not looks_like("I call her on Sundays")
    assert not looks_like("0000-0000-0000-0000-0000-0000-01")


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_a_secret_of_another_length_is_a_mistake_of_ours(length: int) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        write(bytes(length))
