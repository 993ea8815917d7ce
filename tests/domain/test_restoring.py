"""What going back would change, and that it leads there."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record, Setting, Topic
from reconnect_desktop.domain.restoring import compare
from reconnect_desktop.domain.settings import BACKUP_FOLDER, HER_NAME
from tests.making import contact, topic
from tests.strategies import records, texts, unique, whens, words

Journal = dict[tuple[type[Record], str], Record]


def journals() -> st.SearchStrategy[list[Record]]:
    """Records, of which some share type and id with those of another draw."""
    topics = st.builds(Topic, id=st.sampled_from("abc"), text=words(), added=whens())
    choices = st.builds(Setting, id=st.sampled_from([BACKUP_FOLDER.id, HER_NAME.id]), value=texts())
    return unique(st.one_of(records(), topics, choices))


def carried_out(changes: tuple[Change, ...], journal: list[Record]) -> set[Record]:
    held: Journal = {(type(record), record.id): record for record in journal}
    for change in changes:
        key = (type(change.record), change.record.id)
        assert held.pop(key, None) == change.before
        if change.after is not None:
            held[key] = change.after
    return set(held.values())


@settings(max_examples=40)
@given(journals(), journals())
def test_the_changes_lead_back(present: list[Record], then: list[Record]) -> None:
    found = compare(present, then)
    here = {one for one in present if one.id == BACKUP_FOLDER.id and isinstance(one, Setting)}
    of_then = {one for one in then if not (one.id == BACKUP_FOLDER.id and isinstance(one, Setting))}
    assert carried_out(found.changes, present) == of_then | here
    counted = sum(sum(counts.values()) for counts in (found.added, found.changed, found.gone))
    assert counted == len(found.changes)


@settings(max_examples=20)
@given(journals())
def test_nothing_changes_where_nothing_differs(present: list[Record]) -> None:
    assert compare(present, present[::-1]).changes == ()


def test_it_is_counted_by_type() -> None:
    one, other = contact("2026-11-20"), contact("2026-11-21")
    now: list[Record] = [one, topic("tulips"), Setting(id=HER_NAME.id, value="Mum")]
    then: list[Record] = [replace(one, closeness=2), other, Setting(id=HER_NAME.id, value="Amma")]
    found = compare(now, then)
    assert (found.interactions_now, found.interactions_then) == (1, 2)
    assert dict(found.added) == {Interaction: 1}
    assert dict(found.changed) == {Interaction: 1, Setting: 1}
    assert dict(found.gone) == {Topic: 1}


def test_the_same_id_of_two_types_is_two_records() -> None:
    one, other = contact("2026-11-20", id="x"), replace(topic("x"), text="tulips")
    assert compare([one], [other]).changes == (Change(one, None), Change(None, other))


def test_where_backups_go_is_no_part_of_it() -> None:
    chosen = Setting(id=BACKUP_FOLDER.id, value="/media/stick")
    assert compare([chosen], [replace(chosen, value="/srv/shared")]).changes == ()
    assert compare([chosen], []).changes == compare([], [chosen]).changes == ()
