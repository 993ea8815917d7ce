"""What the main window asks of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from reconnect_desktop.domain.action import Applied
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look


class Page(Protocol):
    """A widget that shows part of the journal.

    failed: a signal with the UserError of a write that could not be done.
    A page may have page_wanted, a Signal(str, object): the key of another page, and what is to be shown
    there, which goes to that page's `turn_to`, or None.
    """

    failed: Any  # a Signal(object): PySide6's types know no protocol for it

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now; `applied` says what changed, where that is known."""


class PageKind(NamedTuple):
    """A page of the side bar: its key, the name of its icon, and what makes it when it is first shown."""

    key: str
    icon: str
    make: Callable[[Look, Background], Any]


def _today(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.today.today_page import TodayPage

    return TodayPage(look, background)


def _log(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.log.log_page import LogPage

    return LogPage(look, background)


def _trends(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.trends.trends_page import TrendsPage

    return TrendsPage(look, background)


def _review(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.review.review_page import ReviewPage

    return ReviewPage(look, background)


def _ideas(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.ideas.ideas_page import IdeasPage

    return IdeasPage(look, background)


def _letters(look: Look, background: Background) -> Any:
    from reconnect_desktop.views.letters.letters_page import LettersPage

    return LettersPage(look, background)


PAGES = (
    PageKind("today", "sun", _today),
    PageKind("log", "list", _log),
    PageKind("trends", "trending-up", _trends),
    PageKind("review", "calendar-heart", _review),
    PageKind("ideas", "lightbulb", _ideas),
    PageKind("letters", "pen-line", _letters),
)
