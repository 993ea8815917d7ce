"""The language of the screens: which there are, and how a text of the program is said in the one that is spoken.

Texts are written in English where they are used. Their translations lie in `resources/translations/<code>.po`, and are
compiled when the program is built (`ui/compile.py`). English needs none, and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from reconnect_desktop.paths import resource

if TYPE_CHECKING:
    import gettext

    from reconnect_desktop.domain.settings import Declared

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """One that the screens can speak. name: its own; decimal, group: the marks in its numbers."""

    code: str
    name: str
    decimal: str
    group: str


ENGLISH = Language("en", "English", ".", ",")
LANGUAGES = (ENGLISH, Language("de", "Deutsch", ",", "."), Language("es", "Español", ",", "."))


class Translations(Protocol):
    """As much of `gettext.NullTranslations` as is asked."""

    def gettext(self, message: str, /) -> str: ...  # noqa: D102 - as in gettext
    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...  # noqa: D102
    def pgettext(self, context: str, message: str, /) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class _Spoken:
    language: Language
    translations: Translations | None


_in_english = _Spoken(ENGLISH, None)
_everywhere = _in_english  # chosen once, at the start
_from_right = False
_ISOLATE, _ISOLATE_END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_here: ContextVar[_Spoken | None] = ContextVar("spoken", default=None)  # while somebody else is spoken to


def speak(code: str, translations: Translations | None = None) -> None:
    """Speak this language from now on, wherever no other is spoken at the moment. KeyError for one there is not.

    translations: others than the ones that ship with the program.
    """
    global _everywhere  # noqa: PLW0603 - a process speaks one language, as it has one locale
    _everywhere = _spoken(code, translations)


@contextmanager
def speaking(code: str, translations: Translations | None = None) -> Iterator[None]:
    """Speak this language in this thread for a while."""
    before = _here.set(_spoken(code, translations))
    try:
        yield
    finally:
        _here.reset(before)


def spoken() -> Language:
    """The language that is spoken."""
    return _now().language


def closest(wanted: Sequence[str]) -> str:
    """The first of these locales ("de_AT", "pt-BR") whose language is spoken here, as a code; English where none is."""
    codes = {language.code for language in LANGUAGES}
    spoken_ones = (name.replace("-", "_").partition("_")[0].lower() for name in wanted)
    return next((code for code in spoken_ones if code in codes), ENGLISH.code)


def tr(text: str, **values: object) -> str:
    """The text as it is said, with its {values} filled in."""
    translations = _now().translations
    said = translations.gettext(text) if translations and text else text
    return _filled(said, values)


def tr_n(one: str, many: str, count: int, **values: object) -> str:
    """The text for this count, with {count} and the other {values} filled in."""
    translations = _now().translations
    said = translations.ngettext(one, many, count) if translations else one if count == 1 else many
    return _filled(said, {"count": number(count), **values})


def tr_in(context: str, text: str, **values: object) -> str:
    """The same for a text that means something else elsewhere; the context tells translators where this is."""
    translations = _now().translations
    return _filled(translations.pgettext(context, text) if translations else text, values)


def read_from_right(reads: bool) -> None:
    """Say whether one reads from the right on the screens: then what is filled in is kept apart from what is around it."""
    global _from_right  # noqa: PLW0603 - as the language
    _from_right = reads


def apart(filled_in: object) -> str:
    """A name, a number or a time that keeps its own order, and its place, in a sentence written from right to left."""
    return f"{_ISOLATE}{filled_in}{_ISOLATE_END}" if _from_right else str(filled_in)


def mark(text: str) -> str:
    """The text as it is, to be said by `tr` later; so that it is found among those to be translated."""
    return text


def number(value: float, decimals: int = 0) -> str:
    """A number as the language writes it: "1,204", "4.8"; rounded to so many decimals."""
    language = spoken()
    english = f"{value:,.{decimals}f}"
    return english.translate({ord(","): language.group, ord("."): language.decimal})


HER_NAME = mark("Mom")  # the one default of a setting that is said: see `domain/settings.py`


def said_value(declared: Declared[T], kept: Mapping[str, str]) -> T:
    """What was chosen for the setting; where nothing was, its default, as one says it in the language that is spoken.

    kept: the settings of the journal by their ids.
    """
    from reconnect_desktop.domain.settings import value_of

    value: Any = value_of(declared, kept)
    said: Any = tr(value) if value == HER_NAME and declared.id not in kept else value
    return cast("T", said)


def _filled(said: str, values: Mapping[str, object]) -> str:
    return said.format(**{place: apart(value) for place, value in values.items()}) if values else said


def _now() -> _Spoken:
    return _here.get() or _everywhere


def _spoken(code: str, translations: Translations | None) -> _Spoken:
    language = next((language for language in LANGUAGES if language.code == code), None)
    if language is None:
        raise KeyError(code)
    return _Spoken(language, translations or (_shipped(code) if language is not ENGLISH else None))


def _shipped(code: str) -> gettext.NullTranslations | None:
    """The compiled translations; None where they were not built."""
    import gettext

    try:
        with resource("translations", f"{code}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError:
        return None
