"""One record of each kind, in all its fields and in as few as may be."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import (
    Answer,
    Asked,
    Import,
    Letter,
    LetterVersion,
    Met,
    MoodCheckIn,
    Need,
    Nudge,
    Outcome,
    Pause,
    PauseReason,
    Record,
    Reflection,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import formats
from tests.exchange import calendars, call_histories, monica_files, signal_files, telegram_files
from tests.exchange.calls import family
from tests.exchange.diary_files import daylio_backup, daylio_table, pixy_export
from tests.exchange.messages import chat
from tests.exchange.readers import now
from tests.exchange.table_files import any_table
from tests.exchange.whatsapp import chats as whatsapp_chats

BERLIN = "Europe/Berlin"


def full_interaction() -> Interaction:
    """One with every field filled in, and with text that spreadsheets trip over."""
    return Interaction(
        id="0f3c9d1e7a6b4c52",
        when=When(datetime(2026, 11, 14, 18, 5), 3600, BERLIN),
        medium=Medium.CALL,
        minutes=25,
        closeness=5,
        mood=4,
        reached_out=ReachedOut.ME,
        tags=("listened", "work; stress"),
        note='=She said "come over",\nand laughed.',
        win="Told her about the job 🎉",
        messages=2,
        source="sms-calls",
        source_key="15555550101:1794762300000:1500:2",
        logged=When(datetime(2026, 11, 14, 18, 40), 3600, BERLIN),
    )


def bare_interaction() -> Interaction:
    """One with nothing but what it must have, at an offset without a zone."""
    moment = When(datetime(2026, 11, 15, 9, 0), -18_000)
    return Interaction(id="1a", when=moment, medium=Medium.MESSAGE, logged=moment)


def one_of_each() -> list[Record]:
    """Two interactions and all other kinds."""
    morning = When(datetime(2026, 11, 16, 8, 0), 3600, BERLIN)
    evening = When(datetime(2026, 11, 16, 20, 30), 3600, BERLIN)
    return [
        full_interaction(),
        bare_interaction(),
        MoodCheckIn(id="2b", when=morning, logged=evening, mood=3, note="Slept badly"),
        Topic(id="3c", text="Ask about the garden", added=morning),
        Topic(id="4d", text="The trip in May", added=morning, done=evening),
        Plan(
            id="4e",
            kind=PlanKind.CONTACT,
            text="Sunday call",
            day=date(2026, 11, 22),
            time=time(18, 30),
            medium=Medium.CALL,
            again=Again.WEEKLY,
            remind=True,
            settled=date(2026, 11, 15),
            added=morning,
        ),
        Plan(id="4f", kind=PlanKind.BIRTHDAY, day=date(1952, 2, 29), again=Again.YEARLY, added=evening),
        Pause(
            id="5e", reason=PauseReason.TRAVEL, start=date(2026, 8, 1), end=date(2026, 8, 14), note="Norway"
        ),
        Pause(id="6f", reason=PauseReason.OTHER, start=date(2026, 11, 20)),
        Nudge(id="7a", suggestion="tea", signal="gap", shown=morning, answer=Answer.TRY, answered=evening),
        Nudge(id="7b", suggestion="tea", shown=evening),
        Try(id="8c", suggestion="tea", signal="gap", begun=morning),
        Try(id="8d", suggestion="tea", begun=morning, outcome=Outcome.SO_SO, answered=evening, note="Short."),
        Letter(id="9e", begun=morning, changed=evening, title="May", text="Dear Mum,\n", suggestion="tea"),
        LetterVersion(
            id="9f", letter="9e", kept=evening, happened="We argued.", felt="Small.", wish="A walk"
        ),
        Need(id="a1", noted=morning, need="rest", asked=Asked.YES, met=Met.PARTLY, words="Could we pause?"),
        Need(id="a2", noted=evening, need="Ruhe & Zeit"),
        Reflection(id="2026-10", changed=evening, text="A quiet month.\nStill.", intention="One walk"),
        Import(
            id="b1",
            when=evening,
            format="sms-calls",
            members=(("interaction", "0f3c9d1e7a6b4c52"), ("mood", "2b")),
            digests=("9f3c1d7e", "00aa11bb"),
            first=date(2026, 11, 14),
            last=date(2026, 11, 14),
        ),
        Import(id="b2", when=morning, format="json", members=()),
        Setting(id="her_name", value="Mum"),
    ]


# Of what we only read, a sound file for each, in the shape that its program writes. Those about several people have Ruth Example.
READ_ONLY: dict[str, Callable[[], bytes]] = {
    "sms-calls": lambda: family().encode(),
    "sms": lambda: chat().encode(),
    "call-history": call_histories.family,
    "ics": lambda: calendars.family().encode(),
    "monica": lambda: monica_files.written(monica_files.family()).encode(),
    "signal": lambda: signal_files.family().encode(),
    "telegram": lambda: telegram_files.family().encode(),
    "whatsapp": lambda: whatsapp_chats.family().encode(),
    "daylio": daylio_backup,
    "daylio-csv": lambda: daylio_table().encode(),
    "pixy": lambda: pixy_export().encode(),
    "table": lambda: any_table().encode(),
}


def sample(name: str) -> bytes:
    """A sound file of this format."""
    if name in READ_ONLY:
        return READ_ONLY[name]()
    stream = io.StringIO(newline="")
    formats.named(name).writer.write(one_of_each(), stream, now())
    return stream.getvalue().encode()
