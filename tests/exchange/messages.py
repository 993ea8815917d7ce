"""Messages of the shape that SMS Backup & Restore writes, with invented people."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

HEAD = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
    "<!--File Created By SMS Backup & Restore v10.20.002 on 22/11/2026 18:00:00-->\n"
    '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n'
)
RECEIVED, SENT, DRAFT, OUTBOX, FAILED, QUEUED = range(1, 7)
RUTH, RUTH_AT_HOME, ANN, ME = "+15555550113", "5555550199", "5555550120", "+15555550100"


def moment(at: str | int) -> int:
    """Milliseconds since 1970 of a time in UTC."""
    return (
        at if isinstance(at, int) else int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp()) * 1000
    )


def sms(
    number: str, at: str | int, kind: int | str, body: str = "Hello", name: str | None = "(Unknown)"
) -> str:
    """One line."""
    who = "" if name is None else f" contact_name={quoteattr(name)}"
    return (
        f'  <sms protocol="0" address={quoteattr(number)} date="{moment(at)}" type="{kind}" subject="null"'
        f' body={quoteattr(body)} toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0"'
        f' date_sent="0" sub_id="1" readable_date="whatever"{who} />'
    )


def part(kind: str, text: str = "null", data: bytes = b"") -> str:
    """One part of an mms."""
    held = f' data="{base64.b64encode(data).decode()}"' if data else ""
    return f'      <part seq="0" ct="{kind}" name="null" chset="106" cid="&lt;x&gt;" text={quoteattr(text)}{held} />\n'


def mms(
    number: str | None,
    at: str | int,
    box: int,
    parts: str = part("text/plain", "Look"),
    *,
    addresses: tuple[tuple[str, int], ...] = (),
    name: str = "(Unknown)",
    more: str = 'm_type="132"',
) -> str:
    """Some lines; addresses: (number, 137 for who sent it or 151 for who got it)."""
    inner = "".join(
        f'      <addr address="{whose}" type="{kind}" charset="106" />\n' for whose, kind in addresses
    )
    who = "" if number is None else f'address="{number}" '
    return (
        f'  <mms date="{moment(at)}" msg_box="{box}" {who}{more} ct_t="application/vnd.wap.multipart.related"'
        f' readable_date="whatever" contact_name={quoteattr(name)}>\n'
        f"    <parts>\n{parts}    </parts>\n    <addrs>\n{inner}    </addrs>\n  </mms>"
    )


def backup(*messages: str, head: str = HEAD) -> str:
    """The file of these messages: three lines of head, and the first message in line 5."""
    return head + '<smses count="3" backup_set="x" backup_date="1">\n' + "\n".join(messages) + "\n</smses>\n"


def chat() -> str:
    """Ruth under two numbers, Ann, a group of both, a short code.

    Ruth's messages: 1 March 17:00 she, 17:05 I, 17:06 a picture of hers, 19:06 I (two hours later), 5 March a group to which
    I write and she answers: 4 on the first day in two exchanges, 2 on the other in one. Ann's: 1 alone, 2 in the group.
    """
    picture = part("image/jpeg", data=bytes(range(256)) * 40) + part("text/plain", "The garden")
    return backup(
        sms(RUTH, "2026-03-01T17:00:00", RECEIVED, "Hello dear", "Ruth Example"),  # 5
        sms("5555550113", "2026-03-01T17:05:00", SENT, "Hello Mom 👋", "(Unknown)"),  # 6
        mms(
            RUTH,
            "2026-03-01T17:06:00",
            RECEIVED,
            picture,
            addresses=((RUTH, 137), (ME, 151)),
            name="Ruth Example",
        ),  # 7
        sms(RUTH_AT_HOME, "2026-03-01T19:06:00", SENT, "Good night", " ruth  example "),
        sms(RUTH, "2026-03-01T19:07:00", DRAFT, "What I never", "Ruth Example"),
        sms(ANN, "2026-03-02T10:00:00", RECEIVED, "Lunch?", "Ann"),
        mms(f"{RUTH}~{ANN}", "2026-03-05T10:00:00", SENT, name="Ruth Example, Ann"),
        mms(f"{RUTH}~{ANN}", "2026-03-05T10:01:00", RECEIVED, addresses=((ANN, 137), (RUTH, 151), (ME, 151))),
        mms(f"{RUTH}~{ANN}", "2026-03-05T10:02:00", RECEIVED, addresses=((RUTH, 137), (ANN, 151), (ME, 151))),
        sms("72975", "2026-03-06T10:00:00", RECEIVED, "Your code is 123456", "(Unknown)"),
    )
