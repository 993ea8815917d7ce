"""Call logs of the shape that SMS Backup & Restore writes, with invented people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

HEAD = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
    "<!--File Created By Call Logs Backup & Restore v10.0 on 22/11/2026 18:00:00-->\n"
    '<?xml-stylesheet type="text/xsl" href="calls.xsl"?>\n'
)

IN, OUT, MISSED, VOICEMAIL, REJECTED, BLOCKED, ELSEWHERE = range(1, 8)


def call(
    number: str, at: str | int, duration: int | str, kind: int | str, name: str | None = "(Unknown)"
) -> str:
    """One line. at: UTC in ISO 8601, or milliseconds since 1970."""
    moment = (
        at if isinstance(at, int) else int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp()) * 1000
    )
    who = "" if name is None else f" contact_name={quoteattr(name)}"
    attributes = (
        f'number={quoteattr(number)} duration="{duration}" date="{moment}" type="{kind}" presentation="1"'
    )
    return f'  <call {attributes} readable_date="whatever"{who} />'


def log(*calls: str, count: int = 3, head: str = HEAD) -> str:
    """The file of these calls: three lines of head, and the first call in line 5."""
    return (
        head + f'<calls count="{count}" backup_set="x" backup_date="1">\n' + "\n".join(calls) + "\n</calls>\n"
    )


def family() -> str:
    """Ruth under two numbers (one also without a name, in national notation), Ann, a stranger, a hidden number.

    Answered: Ruth 5 (lines 5, 6, 9, 10, 15), Ann 2 (lines 11, 12), the stranger 1 (line 13).
    """
    return log(
        call("+15555550113", "2026-03-01T17:00:00", 600, OUT, "Ruth Example"),  # 5
        call("5555550199", "2026-03-02T17:00:00", 89, IN, " ruth  example "),  # 6
        call("+15555550113", "2026-03-03T17:00:00", 0, OUT, "Ruth Example"),  # 7
        call("+15555550113", "2026-03-04T17:00:00", 0, MISSED, "Ruth Example"),  # 8
        call("5555550113", "2026-03-05T17:00:00", 30, IN, "(Unknown)"),  # 9
        call("5555550113", "2026-07-05T22:30:00", 29, IN, "null"),  # 10
        call("5555550120", "2026-03-06T17:00:00", 61, IN, "Ann"),  # 11
        call("5555550120", "2026-03-07T17:00:00", 61, OUT, "Ann"),  # 12
        call("5555550130", "2026-03-08T17:00:00", 20, OUT, None),  # 13
        call("-1", "2026-03-09T17:00:00", 20, IN, ""),  # 14
        call("+15555550113", "2026-03-10T17:00:00", 0, ELSEWHERE, "Ruth Example"),  # 15
        call("+15555550113", "2026-03-11T17:00:00", 12, VOICEMAIL, "Ruth Example"),  # 16
    )


def many(count: int) -> Iterator[bytes]:
    """A long log in pieces: every tenth call is Ruth's, the others come from 200 numbers."""
    yield (HEAD + '<calls count="1">\n').encode()
    for place in range(count):
        name = "Ruth" if place % 10 == 0 else "(Unknown)"
        number = "+15555550113" if place % 10 == 0 else f"55555{place % 200:05d}"
        yield (call(number, 1_500_000_000_000 + place * 1000, 60 + place % 7, IN, name) + "\n").encode()
    yield b"</calls>"
