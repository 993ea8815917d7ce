"""What an import remembers of each record it brought, and what was settled of one."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from reconnect_desktop.domain.imported import digest_of, import_of, is_as_it_came, member_of
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import KINDS
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.settled import settled, settled_id, source_of
from tests.exchange.samples import bare_interaction, full_interaction, one_of_each
from tests.making import contact, mood, when
from tests.strategies import interactions, records


def test_an_import_knows_its_members_and_their_days() -> None:
    brought: list[Record] = [mood(3, "2026-11-01"), contact("2026-11-05"), contact("2026-11-03")]
    found = import_of("x", when("2026-11-20"), "phone", iter(brought))
    assert found.members == tuple(("mood" if one is brought[0] else "interaction", one.id) for one in brought)
    assert (found.first, found.last) == (brought[2].when.day, brought[1].when.day)  # type: ignore[union-attr]
    assert all(map(is_as_it_came, brought, found.digests))


@given(records())
def test_members_are_named_as_in_files(record: Record) -> None:
    kind, record_id = member_of(record)
    assert KINDS[kind] is type(record)
    assert record_id == record.id


@pytest.mark.parametrize("field", [field.name for field in fields(Interaction) if field.name != "id"])
def test_a_digest_changes_with_every_field(field: str) -> None:
    full, bare = full_interaction(), bare_interaction()
    change: dict[str, Any] = {field: getattr(full, field) or 7}
    other = replace(bare, **change)
    assert digest_of(other) != digest_of(bare)


def test_the_digest_of_what_is_kept_stays_from_version_to_version() -> None:
    """What is in journals already: changing it would make everything seem changed."""
    assert digest_of(contact("2026-11-01", id="a", note="Tulips")) == "38cb359f"


def test_no_two_of_the_sample_have_the_same_digest() -> None:
    assert len({digest_of(one) for one in one_of_each()}) == len(one_of_each())


def test_without_a_digest_what_is_rated_counts_as_changed() -> None:
    assert is_as_it_came(contact("2026-11-01"), "")
    assert not is_as_it_came(contact("2026-11-01", closeness=3), "")


@given(interactions())
def test_what_was_settled_tells_where_it_came_from(interaction: Interaction) -> None:
    record = settled(interaction)
    assert record.id == settled_id(interaction.source, interaction.source_key)
    if "\n" not in interaction.source:
        assert source_of(record) == (interaction.source, interaction.source_key)


def test_other_settings_tell_nothing() -> None:
    assert source_of(Setting(id="her_name", value="phone\n7")) is None
    assert source_of(Setting(id="settled.x", value="yes")) is None
