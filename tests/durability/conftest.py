"""What the tests of durability share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.campaign import folder_in_memory
from tests.durability.warm import Warm


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """A process that forks those that act."""
    process = Warm()
    yield process
    process.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one."""
    with folder_in_memory(tmp_path) as folder:
        yield folder
