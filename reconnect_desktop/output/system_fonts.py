"""The fonts of this computer: which there are, which are likely to have a character, and whether they do."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path

_MOST_OPENED = 60  # fonts that are looked into for what is missing
# Words in the file names of fonts that have many characters; after those that name the script.
_BROAD = ("dejavusans", "noto", "droid", "free", "unicode", "unifont", "segoe", "symbol", "nirmala")
_CHINESE = (
    "cjk",
    "hei",
    "ming",
    "song",
    "gothic",
    "mincho",
    "yahei",
    "pingfang",
    "hiragino",
    "malgun",
    "wqy",
)
_SCRIPT_WORDS = {
    "cjk": _CHINESE,
    "hiragana": ("cjk", "jp", "gothic", "mincho", "hiragino"),
    "katakana": ("cjk", "jp", "gothic", "mincho", "hiragino"),
    "hangul": ("cjk", "kr", "malgun", "nanum", "gothic"),
    "arabic": ("arab", "naskh", "kufi", "dejavusans"),
}


def system_fonts() -> list[Path]:
    """The plain upright fonts there are, those that come with matplotlib among them."""
    from matplotlib.font_manager import fontManager

    plain = {"normal", "regular", "book", "400", 400}
    fonts = [one for one in fontManager.ttflist if one.style == "normal" and one.weight in plain]
    # That one has a box for every character there is.
    return [Path(one.fname) for one in fonts if "LastResort" not in one.fname]


def likely_first(missing: Collection[str], files: Iterable[Path]) -> list[Path]:
    """First those named after a script that is missing, then those known to have much; as many as are worth a look."""
    scripts = {unicodedata.name(one, "").partition(" ")[0].lower() for one in missing} - {""}
    words = {word for script in scripts for word in _SCRIPT_WORDS.get(script, (script,))}

    def rank(path: Path) -> tuple[bool, bool, str, Path]:
        name = path.stem.lower().replace(" ", "").replace("-", "")
        named = any(word in name for word in words)
        return not named, not any(word in name for word in _BROAD), name, path

    return sorted(files, key=rank)[:_MOST_OPENED]


def has(path: Path, character: str) -> bool:
    """Whether the font can set it with outlines; False as well where it cannot be read, or holds pictures."""
    known = _code_points(path)
    place = bisect_left(known, ord(character))
    return place < len(known) and known[place] == ord(character)


@lru_cache(maxsize=512)
def _code_points(path: Path) -> array[int]:
    """All it has, in order. To open a font takes a millisecond or two, so that each is opened once."""
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(str(path))
        return array("L", sorted(font.get_charmap()) if font.scalable else ())
    except (OSError, RuntimeError, ValueError):
        return array("L")
