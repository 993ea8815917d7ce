"""Which font sets which character: our own, for the rest those of the system, and plain words where none can."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reconnect_desktop.output.system_fonts import has, likely_first, system_fonts
from reconnect_desktop.paths import resource

FAMILY = "Reconnect Sans"
FACES = {"": "Regular", "B": "SemiBold", "I": "Italic"}  # by fpdf's letters for a style
SUBSTITUTE = "□"
_VARIATIONS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), 0x20E3)))
_FLAG = "REGIONAL INDICATOR SYMBOL LETTER "  # two of them make a flag, as I and N that of India
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text can be set: further fonts beside our own, and what stands for characters that none of them has.

    instead: the words or the sign in place of a character; lost: whether some of those words are only a sign.
    """

    fonts: tuple[Path, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)

    @property
    def lost(self) -> bool:
        """Whether a character is not even told in words."""
        return SUBSTITUTE in self.instead.values()

    def settable(self, text: str) -> str:
        """The text in characters that can be set, line breaks as they are."""
        return tidied(text).translate({ord(one): words for one, words in self.instead.items()})


def tidied(text: str) -> str:
    """The text without what has no shape: control characters, marks of direction; every line break as a newline."""
    lines = text.replace("\r\n", "\n").translate(_BREAKS)
    return "".join(one for one in lines if one in "\n\u00ad" or one in _JOINERS or _has_shape(one))


def _has_shape(one: str) -> bool:
    return unicodedata.category(one) not in ("Cc", "Cf", "Cs") and one not in _VARIATIONS


_BREAKS = {ord(one): "\n" for one in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"} | {ord("\t"): "    "}


def lettering_for(texts: Iterable[str], broken: Collection[Path] = ()) -> Lettering:
    """What it takes to set all of these. broken: fonts of the system that are of no use."""
    wanted = {one for text in texts for one in tidied(text)} - {"\n", "\u00ad"}
    missing = {one for one in wanted if not has(own_font(""), one)}
    # Joiners make no text by themselves, and every font of a script that needs them has them.
    missing -= _JOINERS
    if not missing:
        return Lettering(instead=dict.fromkeys(_JOINERS & wanted, ""))
    fonts = tuple(_fonts_for(missing, set(system_fonts()).difference(broken)))
    joiners = {} if fonts else dict.fromkeys(_JOINERS & wanted, "")
    return Lettering(fonts, {one: _in_words(one) for one in sorted(missing)} | joiners)


def own_font(style: str) -> Path:
    """The file of one of our own faces."""
    return resource("fonts", f"{FAMILY.replace(' ', '')}-{FACES[style]}.ttf")


def _fonts_for(missing: set[str], files: Iterable[Path]) -> Iterator[Path]:
    """Fonts that have what is missing between them; what they have is taken out of `missing`."""
    for path in likely_first(missing, files):
        found = {one for one in missing if has(path, one)}
        if found:
            missing -= found
            yield path
        if not missing:
            return


def _in_words(one: str) -> str:
    """A plain letter for one that is only dressed up, the name of a picture in brackets, or the sign for what is lost."""
    plain = unicodedata.normalize("NFKC", one)
    if plain != one and all(has(own_font(""), letter) for letter in plain):
        return plain
    name = unicodedata.name(one, "picture")
    if name.startswith(_FLAG):
        return name.removeprefix(_FLAG)
    if unicodedata.category(one) == "So":
        return f"[{name.lower()}]"
    return SUBSTITUTE
