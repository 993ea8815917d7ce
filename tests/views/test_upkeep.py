"""What is done for the journal beside everything else."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.upkeep import Upkeep, back_up_last
from tests.making import ago, contact


def test_a_save_that_took_the_last_room_is_told_once(qtbot: QtBot, journal: Journal) -> None:
    background, parent = Background(), QObject()
    upkeep = Upkeep(background, lambda: journal, parent)
    told: list[Notice] = []
    upkeep.noticed.connect(told.append)
    upkeep.note_change()
    assert told == []
    journal.used_reserve = True
    upkeep.note_change()
    upkeep.note_change()
    assert told == [Notice.DISK_NEARLY_FULL]
    background.close()


def test_at_the_end_the_search_is_compared_with_the_entries(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact(ago(3), id="a", note="the goat")))
    journal._connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    back_up_last(journal)
    assert journal.find(Filter(text="goat")) == ["a"]
