"""What would come of an import, told in words: how much, when, and why something is left out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import Why
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Left, Problem
from reconnect_desktop.views.importing import preview_words
from reconnect_desktop.views.importing.import_work import Previewed
from reconnect_desktop.views.importing.plans import plans_of
from reconnect_desktop.views.importing.preview_step import PreviewStep
from reconnect_desktop.views.kit.look import Look
from tests.making import contact

MARCH = Month(2026, 3)
PLANNED = (contact("2024-05-01"), contact("2026-05-01"))


@pytest.mark.parametrize(
    ("result", "headline", "media"),
    [
        (BroughtIn(), "Nothing new in this file.", ""),
        (
            BroughtIn(
                added=1,
                by_month={MARCH: Counter({Medium.VISIT: 1})},
                first=date(2026, 3, 1),
                last=date(2026, 3, 30),
            ),
            "1 time in person to bring in, 1 March 2026 – 30 March 2026",
            "",
        ),
        (
            BroughtIn(
                added=1_010,
                checked_in=7,
                by_month={MARCH: Counter({Medium.CALL: 2, Medium.MESSAGE: 1_000})},
                first=date(2026, 3, 1),
                last=date(2026, 3, 30),
            ),
            "1,010 entries to bring in, 1 March 2026 – 30 March 2026",
            "1,000 exchanges of messages, 2 calls, 7 check-ins of your own mood, 1 other entry",
        ),
        (BroughtIn(added=1), "1 other entry to bring in", ""),
        (BroughtIn(planned=PLANNED), "2 plans to look through, 1 May 2024 – 1 May 2026", ""),
    ],
    ids=["nothing", "one", "many", "no day", "plans"],
)
def test_how_much_and_when(qtbot: QtBot, result: BroughtIn, headline: str, media: str) -> None:
    assert (preview_words.headline(result), preview_words.media(result)) == (headline, media)


def test_each_reason_to_leave_something_out_has_its_sentence(qtbot: QtBot) -> None:
    left = Counter({why: 1_000 + number for number, why in enumerate(Left)})
    told = list(preview_words.details(BroughtIn(duplicates=3, left_out=left, planned=PLANNED)))
    assert told[0] == "3 already in your journal."
    assert told[-1] == "2 stood in a calendar. Next, you say which of these took place."
    assert sorted(line[:5] for line in told[1:-1]) == [f"1,00{number}" for number in range(len(Left))]


@pytest.fixture
def step(qtbot: QtBot, look: Look) -> PreviewStep:
    step = PreviewStep(look)
    qtbot.addWidget(step)
    step.show()
    return step


def show(step: PreviewStep, result: BroughtIn, *, rated: bool = False) -> None:
    step.show_preview(Previewed([], result, plans_of(result.planned), {}, rated))


def test_that_nothing_is_rated_is_said_unless_something_is(step: PreviewStep) -> None:
    some = BroughtIn(
        added=1, by_month={MARCH: Counter({Medium.CALL: 1})}, first=date(2026, 3, 1), last=date(2026, 3, 30)
    )
    show(step, some)
    assert "only you know" in step.form.closeness_label.text()
    show(step, some, rated=True)
    assert not step.form.closeness_label.isVisible()


def test_of_thousands_of_problems_the_first_are_listed_and_all_are_counted(step: PreviewStep) -> None:
    problems = tuple(Problem(number, "when", Why.NOT_A_TIME) for number in range(5_000))
    show(step, BroughtIn(problems=problems))
    assert (
        step.form.problems_label.text()
        == "&Lines that can't be read: 5,000, of which these are the first 200"
    )
    model = step.form.problems_list.model()
    assert model.rowCount() == 200
    assert model.index(0, 0).data() == "Reconnect can't read this time."  # of no line
    assert model.index(7, 0).data() == "Line 7: Reconnect can't read this time."
    show(step, BroughtIn())
    assert not step.form.problems_list.isVisible()
