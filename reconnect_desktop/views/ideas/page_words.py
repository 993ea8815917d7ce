"""The sentences the Ideas page says where there is nothing, or less than usual, to show."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.language import tr
from reconnect_desktop.views.ideas.idea_rows import Section


def empty_words(section: Section) -> str:
    """What a section says while nothing is in it."""
    return {
        Section.ALL: tr("There is nothing to show just now."),
        Section.TRYING: tr("Nothing on the go. “I'll try this” keeps an idea here."),
        Section.TRIED: tr("Nothing tried yet, and that is fine. What you try will be remembered here."),
        Section.RETIRED: tr(
            "Nothing set aside. What is not for you waits here, should you change your mind."
        ),
        Section.NEEDS: tr("Nothing written down yet. Finding a word for what you miss can be a first step."),
    }[section]


def nothing_found(text: str) -> str:
    """What is said where a search found nothing."""
    return tr("Nothing found for “{text}”.").format(text=text)


def safety_words(circumstances: AbstractSet[Circumstance]) -> str:
    """Why there are fewer ideas than usual, kindly; empty where all are there."""
    if Circumstance.UNSAFE in circumstances:
        return tr("What you wrote sounds hard. For now, only what may help you is shown here.")
    if Circumstance.GRIEF in circumstances:
        return tr("For now, only what is for you, and who can be with you, is shown here.")
    if Circumstance.BOUNDARY in circumstances:
        return tr("While you keep some distance, ideas for getting in touch rest.")
    return ""
