"""What is kept from the collector of cycles, and that the collector is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reconnect_desktop.collector import kept_from_collector, kept_if_many


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_made_meanwhile_is_passed_over() -> None:
    with kept_from_collector():
        assert not gc.isenabled()
        made: list[list[int]] = [[number] for number in range(100)]
    assert gc.isenabled()
    assert not {id(one) for one in made} & {id(one) for one in gc.get_objects()}


def test_an_error_leaves_the_collector_on() -> None:
    with pytest.raises(ValueError, match="so"), kept_from_collector():
        raise ValueError("so")
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with kept_from_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_few_are_not_worth_it() -> None:
    with kept_if_many(5):
        assert gc.isenabled()
    with kept_if_many(5_000):
        assert not gc.isenabled()
