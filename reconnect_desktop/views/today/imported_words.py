"""What is said of an interaction that came from a file."""

from __future__ import annotations

from reconnect_desktop.domain.errors import UnknownFormat
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.exchange.formats import named
from reconnect_desktop.views.log.log_words import row_facts


def source_words(source: str) -> str:
    """The title of the format that it came from; what another version called it, where this one has no such format."""
    try:
        return named(source).title
    except UnknownFormat:
        return source


def imported_facts(interaction: Interaction) -> str:
    """As in the Log, and from where: "18:40 · 23 messages · WhatsApp"."""
    facts = [row_facts(interaction)]
    if interaction.source:
        facts.append(source_words(interaction.source))
    return " · ".join(facts)
