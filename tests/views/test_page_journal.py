"""What a page reads and writes, with the background's work done when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull, Invalid, Why
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.page_journal import PageJournal
from tests.making import TODAY, contact

Job = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]


class SlowBackground:
    """Does the work in the order in which it came, a piece at a time, when told to."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def run(self, *job: Any) -> None:
        self.jobs.append(job)

    def work(self) -> Callable[[], None]:
        """Do the next piece; what comes of it arrives when the returned function is called."""
        work, then, otherwise = self.jobs.pop(0)
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed on whole, as by Background
            caught = error
            return lambda: otherwise(caught)
        return lambda: then(result)


class Page:
    """A page that shows how many interactions there are."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        self.background = SlowBackground()
        self.journal = PageJournal(self.background, lambda one: len(one.recent()), parent)  # type: ignore[arg-type]
        self.shown: list[int] = []
        self.failures: list[object] = []
        self.journal.read.connect(self.shown.append)
        self.journal.failed.connect(self.failures.append)
        self.journal.set_journal(journal)

    def all_arrives(self) -> None:
        while self.background.jobs:
            self.background.work()()


@pytest.fixture
def page(journal: Journal, qapp: QApplication) -> Page:
    return Page(journal, qapp)


def log(journal: Journal) -> Any:
    return journal.apply(Action.LOG, add(contact(TODAY)))


def test_what_was_read_before_the_last_refresh_is_not_shown(page: Page, journal: Journal) -> None:
    page.journal.refresh()
    arrives = page.background.work()
    log(journal)
    page.journal.refresh()
    arrives()
    assert page.shown == []
    page.all_arrives()
    assert page.shown == [1]


def test_what_was_read_before_a_write_is_not_shown_over_it(page: Page) -> None:
    page.journal.refresh()
    arrives = page.background.work()
    page.journal.write(log)
    page.journal.show(1)
    arrives()
    assert page.shown == [1]
    page.all_arrives()
    assert page.shown == [1, 1]


def test_what_could_not_be_written_is_told_and_taken_back(page: Page) -> None:
    told: list[str] = []

    def fails(_journal: Journal) -> Any:
        raise DiskFull

    page.journal.write(fails, lambda: told.append("written"), lambda: told.append("not written"))
    page.journal.show(1)
    page.all_arrives()
    assert [type(one) for one in page.failures] == [DiskFull]
    assert told == ["not written"]
    assert page.shown == [1, 0]


def test_of_a_journal_that_is_not_shown_any_more_nothing_is_told(page: Page, journal: Journal) -> None:
    def fails(_journal: Journal) -> Any:
        raise DiskFull

    page.journal.refresh()
    page.journal.write(fails)
    page.journal.set_journal(None)
    page.all_arrives()
    assert (page.shown, page.failures) == ([], [])
    page.journal.write(log)
    assert page.background.jobs == []
    page.journal.set_journal(journal)
    page.journal.refresh()
    page.all_arrives()
    assert page.shown == [0]


def test_what_is_not_valid_is_told_and_what_there_is_shown_again(page: Page) -> None:
    def is_too_long() -> None:
        raise Invalid("note", Why.TOO_LONG)

    page.journal.show(3)
    page.journal.try_to(is_too_long)
    assert [type(one) for one in page.failures] == [Invalid]
    assert page.shown == [3, 3]
