"""Many changes at once: the search follows, and the file is as after as many single ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from tests.fakes import FakeClock
from tests.making import ago, contact

MANY = 1_200


def all_of_them(word: str) -> list[Interaction]:
    return [contact(ago(number), note=f"{word} {number}") for number in range(MANY)]


def test_the_search_follows_each_way(journal: Journal, clock: FakeClock) -> None:
    tulips = all_of_them("tulips")
    journal.apply(Action.IMPORT, *map(add, tulips))
    assert len(journal.find(Filter(text="tulips"))) == MANY
    roses = [replace(one, note=one.note.replace("tulips", "roses")) for one in tulips]
    journal.apply(Action.EDIT, *map(edit, tulips, roses))
    assert (len(journal.find(Filter(text="roses"))), journal.find(Filter(text="tulips"))) == (MANY, [])
    journal.apply(Action.DELETE, *map(delete, roses))
    assert journal.find(Filter(text="roses")) == []
    journal.undo()
    journal.undo()
    assert len(journal.find(Filter(text="tulips"))) == MANY
    journal.apply(Action.EDIT, edit(tulips[0], replace(tulips[0], note="one lily")))
    assert journal.find(Filter(text="lily")) == [tulips[0].id]
    journal.close()
    again = Journal.open(journal.folder, clock)
    again.check()
    assert not again.mend_search()
    again.close()


def test_one_that_cannot_be_made_leaves_all_as_it_was(journal: Journal) -> None:
    tulips = all_of_them("tulips")
    journal.apply(Action.IMPORT, *map(add, tulips))
    changes = [edit(one, replace(one, note="rose")) for one in tulips]
    stale = edit(replace(tulips[-1], note="never so"), tulips[-1])
    with pytest.raises(ChangedMeanwhile):
        journal.apply(Action.EDIT, *changes[:-1], stale)
    assert len(journal.find(Filter(text="tulips"))) == MANY
    journal.apply(Action.EDIT, changes[0])
    assert journal.find(Filter(text="rose")) == [tulips[0].id]
    assert not journal.mend_search()
