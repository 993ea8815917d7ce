"""Python's collector of cycles, kept from what has none; and memory that goes back to the system."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

_MANY = 1_000


@contextmanager
def kept_from_collector() -> Iterator[None]:
    """Keep what is made here out of the collector.

    Values hold no cycles, and going through those of 22,000 interactions stops every thread for 100 ms each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


def kept_if_many(count: int) -> AbstractContextManager[None]:
    """The same where so many are more than a few: each time, cycles of others are passed over as well."""
    return kept_from_collector() if count > _MANY else nullcontext()


def give_memory_back() -> None:
    """Have the C library give back what is free; where it is none of GNU's, nothing happens."""
    import ctypes

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return
    trim(0)
