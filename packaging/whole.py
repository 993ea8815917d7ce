"""Files that are there whole or not at all, however their making ends."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A path of the same name to write to; what lies there at the end takes the place of `target`.

    Until then, and if it is broken off, whatever was at `target` is as it was. Even one that was killed leaves no more
    than a folder beside it, which the next one empties.
    """
    folder = target.with_name(f"{target.name}.unfinished")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder / target.name
        (folder / target.name).replace(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
