"""Exports of the shapes that Telegram Desktop writes, with invented people."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

RUTH, ANN, ME = 111, 222, 999
NAMES = {RUTH: "Ruth Example", ANN: "Ann", ME: "Sam Example"}

Plain = dict[str, object]


def stamp(at: str) -> int:
    """Seconds since 1970 of a UTC time in ISO 8601."""
    return int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp())


def dated(at: str) -> Plain:
    """Both dates that newer exports have; `date` is that of a computer in UTC+2, which isn't to be read."""
    return {
        "date": datetime.fromtimestamp(stamp(at) + 7200, UTC).isoformat()[:19],
        "date_unixtime": str(stamp(at)),
    }


def message(number: int, at: str, sender: int, text: object = "Hello", **more: object) -> Plain:
    """One message. at: UTC."""
    return {
        "id": number,
        "type": "message",
        **dated(at),
        "from": NAMES.get(sender),
        "from_id": f"user{sender}",
        "text": text,
        "text_entities": [],
        **more,
    }


def call(number: int, at: str, actor: int, seconds: int = 0, reason: str = "hangup", **more: object) -> Plain:
    """One call. at: UTC; 0 seconds aren't written."""
    return {
        "id": number,
        "type": "service",
        **dated(at),
        "actor": NAMES.get(actor),
        "actor_id": f"user{actor}",
        "action": "phone_call",
        **({"duration_seconds": seconds} if seconds else {}),
        **({"discard_reason": reason} if reason else {}),
        "text": "",
        "text_entities": [],
        **more,
    }


def chat(
    *messages: Plain, kind: str = "personal_chat", number: int = RUTH, name: str | None = "Ruth Example"
) -> Plain:
    """One chat."""
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def account(*chats: Plain, left: tuple[Plain, ...] = ()) -> Plain:
    """The data of a whole account."""
    return {
        "about": "Here is the data you requested. Remember: …",
        "personal_information": {
            "user_id": ME,
            "first_name": "Sam",
            "last_name": "Example",
            "phone_number": "+1",
        },
        "profile_pictures": [{"date": "2020-01-01T00:00:00", "photo": "a.jpg"}],
        "contacts": {
            "about": "…",
            "list": [{"user_id": RUTH, "first_name": "Ruth", "date": "2020-01-01T00:00:00"}],
        },
        "sessions": {"about": "…", "list": [{"last_ip": "127.0.0.1"}]},
        "chats": {"about": "…", "list": list(chats)},
        "left_chats": {"about": "…", "list": list(left)},
    }


def written(plain: Plain) -> str:
    """The file, as Telegram lays it out: a space for each level, each member on a line of its own."""
    return json.dumps(plain, indent=1, ensure_ascii=False)


def mangled(text: str) -> bytes:
    """The file as Telegram really writes it: control characters and line separators are no valid JSON there."""
    data = re.sub(rb"\\(?:u00([01][0-9a-f])|([bf])|.)", _mangled_escape, text.encode())
    return data.replace("\u2028".encode(), b"\\u2028\x80\xa8").replace("\u2029".encode(), b"\\u2029\x80\xa9")


def _mangled_escape(match: re.Match[bytes]) -> bytes:
    if match[2]:
        return rb"\x08" if match[2] == b"b" else rb"\x0C"
    return rb"\x" + match[1].upper() if match[1] else match[0]


def ruths_chat() -> Plain:
    """Two exchanges (10 minutes apart, then four hours), two calls, one that was missed, and a pinned message."""
    return chat(
        message(1, "2026-03-01T17:00:00", RUTH),
        message(2, "2026-03-01T17:10:00", ME, ["See ", {"type": "link", "text": "https://example.org"}, "!"]),
        {
            **dated("2026-03-01T17:11:00"),
            "id": 3,
            "type": "service",
            "actor": "Sam Example",
            "action": "pin_message",
        },
        call(4, "2026-03-01T18:00:00", RUTH, 600),
        message(5, "2026-03-01T21:10:00", ME, "", media_type="voice_message", duration_seconds=12),
        call(6, "2026-03-02T08:00:00", ME, 0, "missed"),
        call(7, "2026-03-02T09:00:00", ME, 29, "disconnect"),
    )


def family() -> str:
    """Ruth, Ann with three messages, a group in which both write, a robot, a channel, notes, and a group that was left."""
    robot = message(1, "2026-03-01T17:00:00", 555, **{"from": "Robot"})
    group = chat(
        message(1, "2026-04-01T10:00:00", ME),  # with hers in the same exchange
        message(2, "2026-04-01T10:30:00", ANN),
        message(3, "2026-04-01T11:00:00", RUTH),
        message(4, "2026-04-02T10:00:00", ME),  # an exchange in which she didn't write
        message(5, "2026-04-02T10:01:00", ANN),
        {**dated("2026-04-03T10:00:00"), "id": 6, "type": "service", "action": "group_call", "duration": 60},
        kind="private_group",
        number=77,
        name="Family",
    )
    return written(
        account(
            ruths_chat(),
            chat(*(message(n, f"2026-03-03T0{n}:00:00", ANN) for n in (1, 2, 3)), number=ANN, name="Ann"),
            group,
            chat(robot, kind="bot_chat", number=555, name="Robot"),
            {"type": "saved_messages", "id": ME, "messages": [message(1, "2026-03-01T17:00:00", ME)]},
            left=(
                chat(
                    message(1, "2026-05-01T10:00:00", RUTH),
                    kind="public_supergroup",
                    number=88,
                    name="Garden",
                ),
                chat(
                    message(1, "2026-05-02T10:00:00", RUTH, from_id="channel99"),
                    kind="public_channel",
                    number=99,
                    name="News",
                ),
            ),
        )
    )
