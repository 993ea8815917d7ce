"""Tables of other programs, and of people, about invented contacts."""

from __future__ import annotations

CALLS = (
    "Ruth Example;outgoing;2026-11-20 18:30;1500;We laughed",
    "Ann;incoming;2026-11-19 09:00;61;",
    "Ruth Example;missed;2026-11-18 09:00;0;",
    "Ruth Example;incoming;2026-11-17 21:05;30;",
)


def any_table() -> str:
    """A list of calls with several people."""
    return "\r\n".join(("Contact name;Call type;Date and time;Duration (s);Notes", *CALLS)) + "\r\n"
