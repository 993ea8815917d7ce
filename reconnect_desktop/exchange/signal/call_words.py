"""How `signal-export` tells of a call in words: "Outgoing voice call (accepted, 12m 3s)"."""

from __future__ import annotations

import re

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.people.chats import Call

_CALL = re.compile(r"(?P<way>Incoming|Outgoing|Missed)(?: (?P<kind>[a-z_]+))? call(?: \((?P<how>[^()]*)\))?")
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,4})h\s*)?(?:(?P<minutes>\d{1,6})m\s*)?(?:(?P<seconds>\d{1,6})s)?", re.ASCII
)
_MEDIA = {"voice": Medium.CALL, "audio": Medium.CALL, "video": Medium.VIDEO}
_OF_MANY = frozenset({"group", "adhoc", "ad_hoc"})


def read_call(body: str, *, missed: bool = False) -> Call | None:
    """The call that the whole of `body` tells of, or None. One of many people has the kind None: see `is_of_many`.

    Exports before 2026 say neither whether it was answered nor how long it was; then its length is unknown.
    """
    match = _CALL.fullmatch(body.strip())
    if match is None:
        return None
    seconds = 0 if missed or match["way"] == "Missed" else _seconds(match["how"])
    return Call(seconds, _MEDIA.get(match["kind"] or ""), incoming=match["way"] != "Outgoing")


def is_of_many(body: str) -> bool:
    """Whether it is a call of a group, of which it isn't told who took part."""
    match = _CALL.fullmatch(body.strip())
    return match is not None and match["kind"] in _OF_MANY


def _seconds(how: str | None) -> int | None:
    if how is None:
        return None
    answer, _, length = how.partition(",")
    if answer.strip() != "accepted":
        return 0
    match = _LENGTH.fullmatch(length.strip())
    if match is None or not match[0]:
        return None
    return int(match["hours"] or 0) * 3600 + int(match["minutes"] or 0) * 60 + int(match["seconds"] or 0)
