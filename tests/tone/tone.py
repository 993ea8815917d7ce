"""How the catalogue speaks in one language: what it does not say, and how its texts are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Tone:
    """refused: expressions by what is wrong with them; allowed: what is refused and stands all the same, each with its reason.

    about_contact: what in fear, behind a boundary and in grief is not spoken of; asked: how the question after a try
    begins; typed_otherwise: marks that the language sets differently.
    """

    refused: Mapping[str, str]
    allowed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    about_contact: str
    asked: str
    typed_otherwise: str
