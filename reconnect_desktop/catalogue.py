"""The catalogue of suggestions, and the phrases of letters, as they ship with the program, in the language spoken."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from reconnect_desktop.domain.catalogue_parsing import parse_catalogue, parse_unsafe
from reconnect_desktop.domain.letters import Phrases, parse_phrases
from reconnect_desktop.domain.suggestions import Catalogue, UnsafeWords
from reconnect_desktop.language import ENGLISH, spoken
from reconnect_desktop.paths import resource


def load(language: str | None = None) -> Catalogue:
    """The catalogue in this language, else in the one that is spoken, read once; in English where it is in no other."""
    return _catalogue(_written("suggestions", language))


def load_phrases(language: str | None = None) -> Phrases:
    """What has a gentler way to be put, in this language, else in the one that is spoken, as with `load`."""
    return _phrases(_written("letters", language))


def load_sample(language: str | None = None) -> dict[str, Any]:
    """The words of the sample journal, in this language, else in the one that is spoken, as with `load`; read each time."""
    return _read("sample", _written("sample", language))


@cache
def _catalogue(language: str) -> Catalogue:
    return parse_catalogue(_read("suggestions", language), _unsafe())


@cache
def _unsafe() -> tuple[UnsafeWords, ...]:
    """The words of fear and harm in every language."""
    languages = sorted(file.stem for file in resource("safety").glob("*.toml"))
    return tuple(parse_unsafe(_read("safety", language), language) for language in languages)


@cache
def _phrases(language: str) -> Phrases:
    return parse_phrases(_read("letters", language))


def _written(folder: str, language: str | None) -> str:
    """The code of the language in which the folder has a file."""
    wanted = language or spoken().code
    return wanted if resource(folder, f"{wanted}.toml").is_file() else ENGLISH.code


def _read(folder: str, language: str) -> dict[str, Any]:
    return tomllib.loads(resource(folder, f"{language}.toml").read_text(encoding="utf-8"))
