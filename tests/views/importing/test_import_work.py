"""Reading in the background: how far it has come, what is remembered for the next time, and that cancelling writes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

import pytest

from reconnect_desktop.domain.records import Import, Setting
from reconnect_desktop.domain.settings import SILENCE
from reconnect_desktop.exchange.reader import Asks
from reconnect_desktop.exchange.sms import messages as sms_messages
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.import_work import Cancelled, ImportWork
from tests.exchange.samples import sample
from tests.fakes import ZONE
from tests.views.importing.importing_rig import CALLS


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    file = tmp_path / "calls.xml"
    file.write_text(CALLS, encoding="utf-8")
    return file


def test_how_far_it_has_come_is_told(journal: Journal, calls: Path) -> None:
    calls.write_text(CALLS.replace("\n", " " * 60_000 + "\n"), encoding="utf-8")  # some half a megabyte
    shares: list[float | None] = []

    class Watched(ImportWork):
        def __setattr__(self, name: str, value: Any) -> None:
            super().__setattr__(name, value)
            if name == "share":
                shares.append(value)

    Watched(journal, calls).look(ZONE)
    assert shares[0] is None
    assert shares[-1] is None
    rising = sorted({share for share in shares if share is not None})
    assert rising[0] == 0
    assert rising[-1] == 1
    assert len(rising) > 5


def test_cancelling_writes_nothing(journal: Journal, calls: Path) -> None:
    work = ImportWork(journal, calls)
    answers = Answers(zone=ZONE, who=("Amma",))
    looked, previewed = work.look(ZONE), work.preview(answers)
    work.cancel()
    with pytest.raises(Cancelled):
        work.look(ZONE)
    with pytest.raises(Cancelled):
        work.preview(answers)
    many = previewed.found * 300  # it looks every few hundred entries whether it is still wanted
    with pytest.raises(Cancelled):
        work.bring_in(looked, answers, many, lambda _: True)
    assert journal.count() == 0
    assert journal.undo_action() is None


def test_readers_get_a_stream_like_any_other(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def look(stream: BinaryIO, _zone: str) -> Asks:
        seen.extend((stream.readline(), stream.tell(), stream.seek(2), next(stream), stream.read(3)))
        seen.append(Path(stream.name).name)
        return Asks()

    monkeypatch.setattr(sms_messages, "look", look)
    file = tmp_path / "sms.xml"
    file.write_bytes(b"<smses>\n<sms/>\n</smses>\n")
    ImportWork(journal, file).look(ZONE)
    assert seen == [b"<smses>\n", 8, 2, b"mses>\n", b"<sm", "sms.xml"]


def brought_in(journal: Journal, file: Path, answers: Answers) -> None:
    work = ImportWork(journal, file)
    work.bring_in(work.look(ZONE), answers, work.preview(answers).found, lambda _: True)


def test_the_silence_is_remembered_once_it_was_used(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "sms.xml"
    file.write_bytes(sample("sms"))
    work = ImportWork(journal, file)
    looked = work.look(ZONE)
    assert looked.silence == 120
    who = tuple(contact.label for contact in looked.asks.contacts)
    answers = Answers(zone=ZONE, who=who, silence=45, keep_texts=True)
    work.preview(answers)
    assert journal.get(Setting, SILENCE.id) is None
    brought_in(journal, file, answers)
    assert work.look(ZONE).silence == 45
    assert journal.undo_action() is not None
    journal.undo()
    assert journal.all(Import) == []
    assert work.look(ZONE).silence == 45


def test_what_has_no_messages_leaves_the_silence_alone(journal: Journal, calls: Path) -> None:
    brought_in(journal, calls, Answers(zone=ZONE, who=("Amma",), silence=45))
    assert journal.count() == 1
    assert journal.setting(SILENCE) == 120


def test_what_is_rated_already_is_not_said_to_come_in_unrated(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(sample("json"))
    assert ImportWork(journal, file).preview(Answers(zone=ZONE)).rated
