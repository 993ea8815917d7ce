"""Exports in the shapes that WhatsApp writes, with invented people."""

from __future__ import annotations

from collections.abc import Iterable

LRM, RLM, NNBSP = "\u200e", "\u200f", "\u202f"

ENCRYPTED = "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them."


def chat(*lines: str, end: str = "\n") -> str:
    """The file of these lines."""
    return "".join(line + end for line in lines)


def iphone(stamps: Iterable[str], lines: Iterable[str]) -> str:
    """Stamps and what follows them, as an iPhone puts them together: one of its own lines, with "^", has a mark before it too."""
    pairs = zip(stamps, lines, strict=True)
    return chat(
        *(f"{LRM * ('^' in line)}[{stamp}] {line.replace('^', '')}" for stamp, line in pairs), end="\r\n"
    )


def family() -> str:
    """With Ruth Example: an exchange of three, a video call of 12 minutes and one that was missed, then one of two messages."""
    return chat(
        f"01/03/2026, 17:59 - {ENCRYPTED} Tap to learn more.",
        "01/03/2026, 18:00 - Ruth Example: Hello",
        "01/03/2026, 18:01 - Sam: Hello!",
        "How are you?",
        "01/03/2026, 18:05 - Ruth Example: <Media omitted>",
        "02/03/2026, 09:00 - Sam: Video call, 12 min",
        "02/03/2026, 20:00 - Ruth Example: Missed voice call",
        "14/03/2026, 08:00 - Sam: Good morning",
        "14/03/2026, 08:30 - Ruth Example: Morning ☀",
    )
