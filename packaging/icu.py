"""Makes the data of ICU small: Qt links 31 MB of it, and asks it for collation, letter case and calendars alone.

ICU's data is one archive ("CmnD"): a table of contents, sorted by name, and the items. Items that are left out are
for ICU as those of a language it does not know: it falls back to the root. What Qt takes from ICU can be read off its
library: nm -D --undefined-only libQt6Core.so.6 | grep ucol
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

# Names of currencies, languages, regions, time zones and units, ends of words and lines, transliteration, spelled-out
# numbers, converters from old encodings (Qt takes only UTF-8 for the system's), look-alikes and names of characters.
_LEFT_OUT = re.compile(
    r"(curr|lang|region|unit|brkitr|translit|rbnf)/.*|zone/(?!root|pool|res_index|tzdbNames).*"
    r"|.*\.(cnv|spp|cfu)|unames\.icu|uts46\.nrm|nfkc.*\.nrm|langInfo\.res|[a-z]{2,3}(_\w+)?\.res"
)
_KEPT = re.compile(r"pool\.res|res_index\.res|root\.res")
_ALIGNED = 16


def shrink(library: Path, into: Path) -> Path:
    """A library of the same name in the folder `into`, with what Qt asks for."""
    into.mkdir(parents=True, exist_ok=True)
    data, source, made = into / "icu.dat", into / "icu.s", into / library.name
    data.write_bytes(without(_LEFT_OUT, library.read_bytes()))
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    source.write_text(
        f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, %object\n{symbol}:\n.incbin "{data}"\n'
        f".size {symbol}, .-{symbol}\n"
        '.section .note.GNU-stack,"",%progbits\n',
        encoding="ascii",
    )
    subprocess.run(["as", str(source), "-o", str(into / "icu.o")], check=True)
    subprocess.run(
        ["ld", "-s", "-shared", "-soname", library.name, str(into / "icu.o"), "-o", str(made)], check=True
    )
    return made


def items(archive: bytes) -> tuple[int, dict[str, bytes]]:
    """Where the archive begins in these bytes, and its items by their whole names, in order."""
    start = archive.index(b"CmnD") - 12
    contents = start + struct.unpack_from("<H", archive, start)[0]
    (count,) = struct.unpack_from("<I", archive, contents)
    entries = [struct.unpack_from("<II", archive, contents + 4 + 8 * place) for place in range(count)]
    ends = [place for _, place in entries[1:]] + [len(archive) - contents]
    found = {}
    for (name, place), end in zip(entries, ends, strict=True):
        text = archive[contents + name : archive.index(b"\0", contents + name)].decode("ascii")
        found[text] = archive[contents + place : contents + end]
    return start, found


def without(pattern: re.Pattern[str], library: bytes) -> bytes:
    """The archive that is in the library, less the items whose names (after the archive's own) match."""
    start, found = items(library)
    (head,) = struct.unpack_from("<H", library, start)
    kept = {name: item for name, item in found.items() if _is_kept(name.partition("/")[2], pattern)}
    names = b"".join(name.encode("ascii") + b"\0" for name in kept)
    begin = _rounded_up(4 + 8 * len(kept) + len(names))
    table, place, name_at = [struct.pack("<I", len(kept))], begin, 4 + 8 * len(kept)
    for name, item in kept.items():
        table.append(struct.pack("<II", name_at, place))
        name_at += len(name) + 1
        place += _rounded_up(len(item))
    packed = b"".join(item.ljust(_rounded_up(len(item)), b"\0") for item in kept.values())
    return library[start : start + head] + (b"".join(table) + names).ljust(begin, b"\0") + packed


def _is_kept(name: str, left_out: re.Pattern[str]) -> bool:
    return bool(_KEPT.fullmatch(name)) or not left_out.fullmatch(name)


def _rounded_up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
