"""What every view works with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconnect_desktop.views.background import Background


@pytest.fixture
def background() -> Iterator[Background]:
    """The thread for what takes time."""
    background = Background()
    yield background
    background.close()
