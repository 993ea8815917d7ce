"""Where one stands while a batch is rated, whatever is changed elsewhere."""

from __future__ import annotations

from dataclasses import replace

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, delete, edit, inverse
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.rating import left_unrated
from reconnect_desktop.views.today.batch import Batch
from tests.making import ago, contact

A, B, C = (contact(ago(days), id=name) for days, name in ((1, "a"), (2, "b"), (3, "c")))


def items(batch: Batch) -> list[Interaction]:
    return batch.items


def test_what_is_deleted_before_the_place_does_not_move_it() -> None:
    batch = Batch([A, B, C])
    batch.go(2)
    batch.follow(Applied((delete(A),), Action.DELETE))
    assert (items(batch), batch.current) == ([B, C], C)


def test_a_deletion_that_is_undone_is_asked_about_where_it_was() -> None:
    batch = Batch([A, B, C])
    batch.drop(B)
    batch.go(2)
    batch.follow(Applied(inverse((delete(B),)), Action.NOT_HER, undone=True))
    assert (items(batch), batch.current) == ([A, B, C], B)


def test_one_that_goes_again_and_comes_back_again_is_there() -> None:
    batch = Batch([A, B])
    batch.follow(Applied((delete(B),), Action.NOT_HER))
    batch.follow(Applied((add(B),), Action.NOT_HER, undone=True))
    batch.follow(Applied((delete(B),), Action.NOT_HER))
    assert items(batch) == [A]
    batch.follow(Applied((add(B),), Action.NOT_HER, undone=True))
    assert items(batch) == [A, B]


def test_what_never_was_in_it_stays_out() -> None:
    batch = Batch([A])
    batch.follow(Applied((add(B),), Action.IMPORT, undone=True))
    assert items(batch) == [A]


def test_a_change_elsewhere_is_taken_over_without_going_there() -> None:
    batch, rated = Batch([A, B]), replace(B, closeness=5)
    batch.follow(Applied((edit(B, rated),), Action.EDIT))
    assert (items(batch), batch.current, batch.rated) == ([A, rated], A, 1)


def test_left_and_not_left_after_all() -> None:
    batch, left = Batch([A, B]), add(left_unrated(B))
    batch.follow(Applied((left,), Action.RATE))
    assert batch.is_dealt_with(B)
    batch.follow(Applied((left.inverse(),), Action.RATE, undone=True))
    assert not batch.is_dealt_with(B)
    assert batch.current == B


def test_what_could_not_be_left_is_not() -> None:
    batch = Batch([A, B])
    batch.leave(A)
    batch.go(1)
    batch.put(A)
    assert not batch.is_dealt_with(A)
    assert batch.current == A
