"""Exports of the shapes that signal-export and Signal itself write, with invented people."""

from __future__ import annotations

import json
from datetime import UTC, datetime

Plain = dict[str, object]

# Signal's own export tells people by numbers that mean nothing outside the file.
ME, RUTH, ANN, FAMILY = "1", "2", "3", "4"


def row(date: str, sender: str, body: str = "Hello", **more: object) -> str:
    """A line of signal-export's `data.json`; it ends texts with two blanks."""
    plain = {"date": date, "sender": sender, "body": body + "  ", "quote": "", "sticker": None, "reactions": [],
             "attachments": [], **more}  # fmt: skip
    return json.dumps(plain, ensure_ascii=False)


def lines(*rows: str) -> str:
    """The file of these rows."""
    return "".join(one + "\n" for one in rows)


def ruths_lines() -> str:
    """An exchange of three, five calls of which two were answered, a notice, an exchange of one with a photo only."""
    return lines(
        row("2026-03-01T18:00:00.123000", "Ruth"),
        row("2026-03-01T18:01:00", "Me"),
        row("2026-03-01T18:02:00.5", "Ruth", "", deleted=True),
        row("2026-03-01T19:00:00", "Me", "Outgoing voice call (accepted, 12m 3s)", call=True, missed=False),
        row("2026-03-01T20:00:00", "Ruth", "Incoming video call (accepted, 45s)", call=True, missed=False),
        row("2026-03-02T09:00:00", "Ruth", "Missed voice call", call=True, missed=True),
        row("2026-03-02T10:00:00", "Me", "Outgoing video call (unanswered)", call=True, missed=True),
        row("2026-03-02T11:00:00", "Ruth", "Incoming voice call (declined)", call=True, missed=True),
        row("2026-03-02T12:00:00", "Ruth", ""),  # as when her safety number changed
        row("2026-03-02T13:00:00", "Me", "", attachments=[{"name": "a.jpg", "path": "media/a.jpg"}]),
    )


def ruths_text() -> str:
    """`chat.md`: an exchange of two, the second of three lines and a quote; a call; a notice."""
    return (
        "[2026-03-01 18:00:05] Ruth: Hello  \n\n"
        "[2026-03-01 18:01:05] Me: \n\n> Hello\n\nHi\n[2026: a line of mine]  \n(- Ruth: ❤ -)\n\n"
        "[2026-03-01 19:00:00] Me: Outgoing voice call (accepted, 1m 40s)  \n\n"
        "[2026-03-01 20:00:00] Ruth:   \n\n"
    )


def milliseconds(at: str) -> str:
    """Of a UTC time in ISO 8601, as Signal writes it."""
    return str(int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() * 1000))


def item(at: str, author: str, chat: str = "10", **what: object) -> Plain:
    """A message of Signal's own export; what: the message, a plain text unless said."""
    way = "outgoing" if author == ME else "incoming"
    return {
        "chatItem": {
            "chatId": chat,
            "authorId": author,
            "dateSent": milliseconds(at),
            **({} if "updateMessage" in what else {way: {}}),
            **(what or {"standardMessage": {"text": {"body": "Hello"}}}),
        }
    }


def individual_call(
    at: str, direction: str, state: str, kind: str = "AUDIO_CALL", number: str = "7"
) -> Plain:
    """A call in the chat with Ruth."""
    call = {
        "callId": number,
        "type": kind,
        "direction": direction,
        "state": state,
        "startedCallTimestamp": milliseconds(at),
    }
    return item(
        at, ME if direction == "OUTGOING" else RUTH, directionless={}, updateMessage={"individualCall": call}
    )


def own_export(*items: Plain) -> str:
    """The file: Ruth, Ann, a group of both, and these items."""
    frames: list[Plain] = [
        {"version": "1", "backupTimeMs": "1780000000000", "currentAppVersion": "x"},
        {"account": {"givenName": "Sam"}},
        {"recipient": {"id": ME, "self": {}}},
        {
            "recipient": {
                "id": RUTH,
                "contact": {"e164": "15555550113", "profileGivenName": "R.", "systemGivenName": "Ruth",
                            "systemFamilyName": "Example"},
            }
        },
        {"recipient": {"id": ANN, "contact": {"nickname": {"given": "Ann"}, "profileGivenName": "Anna"}}},
        {"recipient": {"id": FAMILY, "group": {"snapshot": {"title": {"title": "Family"}}}}},
        {"recipient": {"id": "5", "releaseNotes": {}}},
        {"chat": {"id": "10", "recipientId": RUTH}},
        {"chat": {"id": "11", "recipientId": ANN}},
        {"chat": {"id": "12", "recipientId": FAMILY}},
        {"chat": {"id": "13", "recipientId": ME}},
        *items,
    ]  # fmt: skip
    return "".join(json.dumps(frame) + "\n" for frame in frames)


def family() -> str:
    """Ruth: four messages in two exchanges, three calls; Ann; a group; notes to oneself. The first item is in line 12."""
    return own_export(
        item("2026-03-01T17:00:00", RUTH),
        item("2026-03-01T17:30:00", ME, standardMessage={"attachments": [{}]}),
        item("2026-03-01T17:40:00", RUTH, stickerMessage={}),
        individual_call("2026-03-01T18:00:00", "OUTGOING", "ACCEPTED", "VIDEO_CALL"),  # 15
        individual_call("2026-03-01T19:00:00", "INCOMING", "MISSED", number="8"),
        individual_call("2026-03-01T20:00:00", "INCOMING", "ACCEPTED", number="9"),
        item("2026-03-02T10:00:00", RUTH, updateMessage={"simpleUpdate": {"type": "IDENTITY_UPDATE"}}),
        item("2026-03-03T10:00:00", ME, outgoing={"sendStatus": [{"failed": {}}]}, standardMessage={}),
        item("2026-03-03T11:00:00", ME),  # 20
        item("2026-03-03T12:00:00", ANN, "11"),
        item("2026-04-01T10:00:00", ANN, "12"),
        item("2026-04-01T10:10:00", RUTH, "12"),
        item("2026-04-01T10:20:00", ME, "12"),
        item("2026-04-02T10:20:00", ME, "12"),  # 25: she wrote nothing then
        item("2026-04-03T10:20:00", ME, "13"),
    )
