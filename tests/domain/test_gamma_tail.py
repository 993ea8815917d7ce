from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.gamma_tail import beta_tail, waiting_tail

POSITIVE = st.floats(0.1, 500)
INSIDE = st.floats(0.001, 0.999)


@given(POSITIVE, INSIDE)
def test_with_a_first_shape_of_one_it_is_a_power(b: float, x: float) -> None:
    assert beta_tail(1, b, x) == pytest.approx((1 - x) ** b, rel=1e-9, abs=1e-15)


@given(st.integers(1, 12), st.integers(1, 30), INSIDE)
def test_with_whole_shapes_it_is_a_sum_of_binomials(a: int, b: int, x: float) -> None:
    rolls = a + b - 1
    fewer = sum(comb(rolls, hits) * x**hits * (1 - x) ** (rolls - hits) for hits in range(a))
    assert beta_tail(a, b, x) == pytest.approx(fewer, rel=1e-9, abs=1e-13)


@given(POSITIVE, POSITIVE, INSIDE)
def test_the_two_ends_make_a_whole(a: float, b: float, x: float) -> None:
    assert beta_tail(a, b, x) + beta_tail(b, a, 1 - x) == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("a", "b", "x", "tail"),
    [
        # As scipy.special.betaincc has them.
        (0.5, 3.7, 0.2, 0.213765558303),
        (2.8, 40.0, 0.1, 0.166098362943),
        (8.0, 300.0, 0.05, 0.0129410385085),
    ],
)
def test_it_is_right_where_shapes_are_no_whole_numbers(a: float, b: float, x: float, tail: float) -> None:
    assert beta_tail(a, b, x) == pytest.approx(tail, rel=1e-9)


def test_beyond_the_ends_it_is_sure() -> None:
    assert beta_tail(2, 3, 0) == 1
    assert beta_tail(2, 3, 1) == 0


def test_a_longer_wait_is_less_likely() -> None:
    waits = [waiting_tail(1.8, 60, 200, days) for days in range(1, 60)]
    assert waits == sorted(waits, reverse=True)
    assert waits[-1] > 0
