"""Takes the symbols for debuggers out of shared libraries: half of what some weigh.

A library whose place in memory was changed after it was linked, as `auditwheel` does it for wheels, can't be loaded any
more once `strip` has moved its parts. Those are recognised, and stay as they are.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

_LOADED = 1  # PT_LOAD
_ELF_64_LITTLE = b"\x7fELF\x02\x01"


def stripped(library: Path, into: Path) -> Path:
    """A stripped copy in the folder `into`, or the library itself where that can't be, or brings nothing."""
    if library.read_bytes()[:6] != _ELF_64_LITTLE:
        return library
    into.mkdir(parents=True, exist_ok=True)
    # Libraries of several packages have the same name.
    made = into / f"{hashlib.blake2b(str(library).encode(), digest_size=6).hexdigest()}-{library.name}"
    shutil.copyfile(library, made)
    made.chmod(0o755)
    done = subprocess.run(["strip", "--strip-unneeded", str(made)], capture_output=True, check=False)
    lighter = made.stat().st_size < library.stat().st_size
    return made if done.returncode == 0 and lighter and loadable(made.read_bytes()) else library


def loadable(library: bytes) -> bool:
    """Whether every part that is loaded lies in the file as it will in memory, to the page, and by itself."""
    parts = sorted(_parts(library))
    apart = all(one[0] + one[2] <= other[0] for one, other in pairwise(parts))
    return apart and all((offset - address) % page == 0 for offset, address, _, page in parts)


def _parts(library: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Offset, address, size and alignment of each part that is loaded."""
    (table,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    for place in range(table, table + size * count, size):
        kind, _, offset, address, _, length, _, page = struct.unpack_from("<IIQQQQQQ", library, place)
        if kind == _LOADED:
            yield offset, address, length, max(1, page)
