"""What the tests of the storage share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _new_journals_are_copies() -> None:
    """They are not, here: each is made in full."""
