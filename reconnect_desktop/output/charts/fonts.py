"""Fonts that are there, and those that have a glyph for what somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, fontManager, get_font, weight_dict

from reconnect_desktop.output.system_fonts import has, likely_first, system_fonts

ALWAYS = "DejaVu Sans"  # comes with matplotlib
_NOTHING = "\N{WHITE SQUARE}"  # for what no font has


@lru_cache(maxsize=1024)
def families_for(text: str, families: tuple[str, ...]) -> tuple[str, ...]:
    """The families to write the text in: the first that is there, then what else the text needs of those and the system's."""
    first, *others = _present(families)
    found = [first]
    for sign in dict.fromkeys(text):
        if sign > "\x7f" and not any(_has(family, sign) for family in found):
            found.extend([family for family in others if _has(family, sign)][:1] or _others(sign))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=256)
def weight_of(families: tuple[str, ...], wanted: int) -> int:
    """The weight that all of the families have: that which is wanted, or else bold for a heavy one, or else normal."""
    for weight in (wanted, 700 if wanted > 500 else 400):
        if all(_weighs(family, weight) for family in families):
            return weight
    return 400


@lru_cache(maxsize=64)
def _present(families: tuple[str, ...]) -> tuple[str, ...]:
    installed = {font.name for font in fontManager.ttflist}
    return tuple(dict.fromkeys([*(one for one in families if one in installed), ALWAYS]))


def _weighs(family: str, weight: int) -> bool:
    said = {font.weight for font in fontManager.ttflist if font.name == family}
    return weight in {weight_dict.get(one, one) if isinstance(one, str) else one for one in said}


@lru_cache(maxsize=1024)
def readable(text: str, families: tuple[str, ...]) -> str:
    """The text on one line, with a box for each letter that no font of the system has."""
    within = families_for(text, families)
    return "".join(_sign(sign, within) for sign in " ".join(text.split()))


def _sign(sign: str, families: Iterable[str]) -> str:
    if sign <= "\x7f" or any(_has(family, sign) for family in families):
        return sign if sign.isprintable() else ""
    return "" if unicodedata.category(sign) in {"Cf", "Cc", "Mn", "Cs"} else _NOTHING


@lru_cache(maxsize=4096)
def _has(family: str, sign: str) -> bool:
    path = fontManager.findfont(FontProperties(family=[family]), fallback_to_default=False)
    return get_font(path).get_char_index(ord(sign)) != 0


@lru_cache(maxsize=4096)
def _others(sign: str) -> tuple[str, ...]:
    """A family of the system that has the sign; none, where there is none among the likely ones."""
    found = next((path for path in likely_first(sign, system_fonts()) if has(path, sign)), None)
    return tuple(font.name for font in fontManager.ttflist if found and Path(font.fname) == found)[:1]
