"""An interaction in words: for the row, for screen readers, for the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.language import apart, tr, tr_n
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.sentences import (
    closeness_word,
    contact_words,
    length_words,
    medium_word,
)
from reconnect_desktop.output.tag_names import shown_tags
from reconnect_desktop.views.kit.dates import day_words, full_day_words, month_words, time_words
from reconnect_desktop.views.log.log_rows import Heading, Row

_TIP_MOST = 1_000  # characters of a note in its tool tip


def count_of(heading: Heading) -> str:
    """What stands beside the month: "7 contacts"."""
    return tr_n("{count} contact", "{count} contacts", heading.count)


def row_title(interaction: Interaction, today: date) -> str:
    """The day; the year is told by the month above."""
    return opening(day_words(interaction.when.day, today, year=False))


def row_facts(interaction: Interaction) -> str:
    """Time, medium and length: "18:40 · Call · 31 min", "18:40 · 23 messages"."""
    facts = [apart(time_words(interaction.when.local)), contact_words(interaction)]
    if interaction.minutes is not None:
        facts.append(apart(length_words(interaction.minutes)))
    return " · ".join(facts)


def spoken(row: Row) -> str:
    """The row as one text for who hears it."""
    if isinstance(row, Heading):
        return f"{opening(month_words(row.year, row.month))}, {count_of(row)}"
    contact = contact_words(row)
    if row.minutes is not None:
        contact = f"{contact}, {_spoken_length(row.minutes)}"
    parts = [f"{full_day_words(row.when.day)}, {time_words(row.when.local)}", contact, _spoken_closeness(row)]
    if row.tags:
        parts.append(tr("Tags: {}").format(", ".join(shown_tags(row.tags))))
    if row.win:
        parts.append(tr("Win: {}").format(row.win.strip().rstrip(".")))
    if row.note:
        parts.append(tr("Note: {}").format(row.note.strip().rstrip(".")))
    return ". ".join(parts) + "."


def copied_text(interactions: Iterable[Interaction]) -> str:
    """One readable line for each, newest first as on the screen."""
    return "\n".join(_copied_line(interaction) for interaction in interactions)


def copied_table(interactions: Iterable[Interaction]) -> str:
    """A heading line and one line for each, fields apart by tabs: what spreadsheets take."""
    head = [
        tr("Day"),
        tr("Time"),
        tr("Medium"),
        tr("Minutes"),
        tr("Closeness"),
        tr("Tags"),
        tr("Win"),
        tr("Note"),
    ]
    lines = [head, *(_cells(interaction) for interaction in interactions)]
    return "\n".join("\t".join(line) for line in lines)


def tool_tip(interaction: Interaction) -> str:
    """The note and the win in full, made safe: a tool tip would take markup for markup."""
    texts = [text for text in (interaction.win, interaction.note) if text.strip()]
    return "".join(f"<p style='white-space: pre-wrap'>{escape(text[:_TIP_MOST])}</p>" for text in texts)


def _spoken_length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [tr_n("{count} hour", "{count} hours", hours)] if hours else []
    if rest or not hours:
        parts.append(tr_n("{count} minute", "{count} minutes", rest))
    return " ".join(parts)


def _spoken_closeness(interaction: Interaction) -> str:
    if interaction.closeness is None:
        return tr("Not rated")
    return tr("Closeness {}").format(closeness_word(interaction.closeness))


def _copied_line(interaction: Interaction) -> str:
    parts = [f"{full_day_words(interaction.when.day)}, {time_words(interaction.when.local)}"]
    parts.append(contact_words(interaction))
    if interaction.minutes is not None:
        parts.append(length_words(interaction.minutes))
    if interaction.closeness is not None:
        parts.append(tr("closeness {}").format(closeness_word(interaction.closeness)))
    line = " · ".join(parts)
    if interaction.tags:
        line = f"{line} · {', '.join(shown_tags(interaction.tags))}"
    said = " ".join(f"{interaction.win} {interaction.note}".split())
    return f"{line}: {said}" if said else line


def _cells(interaction: Interaction) -> list[str]:
    local = interaction.when.local
    cells = [
        local.date().isoformat(),
        local.time().isoformat("minutes"),
        medium_word(interaction.medium),
        "" if interaction.minutes is None else str(interaction.minutes),
        "" if interaction.closeness is None else str(interaction.closeness),
        ", ".join(shown_tags(interaction.tags)),
        interaction.win,
        interaction.note,
    ]
    return [" ".join(cell.split()) for cell in cells]
