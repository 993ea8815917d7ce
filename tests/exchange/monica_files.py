"""Exports of the shape that Monica 4 writes, with invented people."""

from __future__ import annotations

import json

Plain = dict[str, object]

WRITTEN = "2026-01-01T10:00:00.000000Z"  # when something was put into Monica: never read


def day(written: str) -> str:
    """A day as Monica writes it."""
    return f"{written}T00:00:00.000000Z"


def group(kind: str, *values: object) -> Plain:
    """Things of one type."""
    return {"count": len(values), "type": kind, "values": list(values)}


def thing(uuid: str, **properties: object) -> Plain:
    """One of them."""
    plain: Plain = {"uuid": uuid, "created_at": WRITTEN, "updated_at": WRITTEN, "properties": properties}
    return plain if uuid else {name: value for name, value in plain.items() if name != "uuid"}


def call(uuid: str, at: str, *, hers: bool = False, content: str | None = None) -> Plain:
    """A call; what is empty isn't written."""
    more = {} if content is None else {"content": content}
    return thing(uuid, called_at=at, contact_called=hers, **more)


def conversation(uuid: str, at: str, *messages: tuple[str, bool, str]) -> Plain:
    """Messages, each (when, whether mine, its text)."""
    listed = [
        thing(f"{uuid}-{number}", content=content, written_at=when, written_by_me=mine)
        for number, (when, mine, content) in enumerate(messages)
    ]
    return thing(uuid, happened_at=at, contact_field_type="f1", messages=listed)


def contact(uuid: str, *groups: Plain, **names: str) -> Plain:
    """A contact with what belongs to it."""
    return {
        **thing(uuid, **names, is_dead=False, avatar={"has_avatar": False}, tags=["a"]),
        "data": list(groups),
    }


def rated(uuid: str, rate: object, year: int, month: int, number: int) -> Plain:
    """A day of the journal with a face."""
    return thing(uuid, type="day", rate=rate, comment="Long.", day=number, month=month, year=year)


def export(*groups: Plain, journal: tuple[Plain, ...] = (), **more: object) -> Plain:
    """The whole file."""
    return {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "export_date": WRITTEN,
        "url": "https://example.org",
        "exported_by": "sam@example.org",
        "account": {
            "uuid": "00",
            "created_at": WRITTEN,
            "data": list(groups),
            "properties": {"journal_entries": list(journal), "modules": [{"key": "pets"}], "audit_logs": []},
            "instance": {"genders": [thing("g1", name="Woman")]},
            **more,
        },
    }


def family() -> Plain:
    """Ruth (3 calls, 2 things done together of which one is there twice, 2 conversations over 3 days), Ann, the user."""
    return export(
        group("user", thing("u1", me_contact="c3", timezone="UTC")),
        group(
            "contact",
            contact(
                "c1",
                group(
                    "call",
                    call("k1", day("2026-03-01"), hers=True, content="The garden."),
                    call("k2", "2026-03-02T17:30:00.000000Z"),
                    call("k3", "2026-03-03"),
                ),
                group("note", thing("n1", body="Likes tea")),
                group(
                    "conversation",
                    conversation(
                        "v1",
                        day("2026-03-04"),
                        (day("2026-03-04"), False, "Hello"),
                        (day("2026-03-04"), True, "Hi"),
                        (day("2026-03-05"), True, "Well?"),
                    ),
                    conversation("v2", day("2026-03-06"), (day("2026-03-06"), False, "Yes")),
                ),
                group("activity", "a1", "a1", "a2"),
                first_name="Ruth",
                middle_name="M.",
                last_name="Example",
                nickname="Mom",
            ),
            contact(
                "c2",
                group("call", call("k4", day("2026-03-01"))),
                group("activity", "a2", "a3"),
                first_name="Ann",
            ),
            contact("c3", first_name="Sam", last_name="Example"),
        ),
        group("relationship", thing("r1", type="parent", contact_is="c1", of_contact="c3")),
        group("photo", thing("p1", dataUrl="data:image/png;base64," + "A" * 100_000)),
        group(
            "activity",
            thing("a1", summary="A walk", description="By the river.", happened_at=day("2026-03-07")),
            thing("a2", summary="Dinner", happened_at=day("2026-03-08")),
            thing("a3", summary="Cinema", happened_at=day("2026-03-09")),
        ),
        journal=(
            thing("j1", type="entry", title="A day", post="…", date=day("2026-03-10")),
            rated("j2", 1, 2026, 3, 11),
            rated("j3", 3, 2026, 3, 12),
        ),
    )


def written(plain: Plain) -> str:
    """The file, laid out to be read."""
    return json.dumps(plain, indent=2)
