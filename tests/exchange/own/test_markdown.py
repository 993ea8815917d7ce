"""The Markdown export: month by month, the oldest first, and whatever was written stays text."""

from __future__ import annotations

import io
import itertools
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from reconnect_desktop.domain.interaction import Medium, ReachedOut
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Letter,
    Need,
    Pause,
    PauseReason,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.exchange.own import markdown
from reconnect_desktop.exchange.own.markdown_text import line, quote
from tests import strategies
from tests.exchange.readers import now
from tests.exchange.samples import one_of_each
from tests.making import contact, mood, when

GOLDEN = Path(__file__).parent.parent.parent / "golden" / "journal.md"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def written(records: list[Record]) -> str:
    stream = io.StringIO(newline="")
    markdown.write(records, stream, now())
    return stream.getvalue()


def headings(text: str, level: str = "h2") -> list[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    return [
        after.content
        for token, after in itertools.pairwise(tokens)
        if (token.type, token.tag) == ("heading_open", level)
    ]


def words(text: str) -> str:
    """What a reader sees of it."""
    seen = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        seen += [child.content if child.type == "text" else "\n" for child in token.children or ()]
    return "".join(seen)


def test_the_golden_export_is_written() -> None:
    assert written(one_of_each()) == GOLDEN.read_bytes().decode()


def test_months_come_in_order_and_so_do_the_days_in_them() -> None:
    text = written(
        [
            contact("2026-11-20"),
            contact("2025-12-31"),
            contact("2026-01-01"),
            mood(4, "2026-11-19"),
            Need(id="n", noted=when("2026-11-21"), need="rest"),
            Try(id="t", suggestion="tea", begun=when("2026-11-18")),
            Reflection(id="2026-10", changed=when("2026-11-02"), text="Quiet."),
        ]
    )
    assert headings(text) == ["December 2025", "January 2026", "October 2026", "November 2026"]
    assert headings(text, "h3") == [
        "31 December, 12:00 · Call",
        "1 January, 12:00 · Call",
        "Looking back",
        "18 November, 12:00 · Tried: tea",
        "19 November, 08:00 · My mood: 4 of 5",
        "20 November, 12:00 · Call",
        "21 November, 12:00 · What I need: rest",
    ]


def test_it_says_what_it_holds_and_when_it_was_written() -> None:
    text = written(
        [contact("2026-11-20"), contact("2026-11-21"), Topic(id="t", text="Tea", added=when("2026-11-20"))]
    )
    head = text.partition("## ")[0]
    assert "22 November 2026 at 18:40" in head
    assert "- Interactions: 2\n- For next time: 1\n" in head
    assert "- Nothing yet" in written([])


def test_it_counts_what_it_tells() -> None:
    """Of `one_of_each`: all but two nudges, a version of a letter, two imports and a setting."""
    stream = io.StringIO()
    assert markdown.write(one_of_each(), stream, now()) == len(one_of_each()) - 6


def test_an_interaction_is_told_in_all_its_parts() -> None:
    one = contact(
        "2026-11-20",
        medium=Medium.VISIT,
        minutes=90,
        closeness=6,
        mood=4,
        reached_out=ReachedOut.MOM,
        tags=("garden", "tea"),
        messages=1,
        win="She laughed",
        note="First line\nsecond line\n\nNew paragraph",
    )
    assert written([one]).partition("### ")[2] == (
        "20 November, 12:00 · Visit\n"
        "\n"
        "- 90 min · 1 message · closeness 6 of 7 · my mood 4 of 5 · she reached out\n"
        "- Tags: garden, tea\n"
        "- Win: She laughed\n"
        "\n"
        "> First line\\\n"
        "> second line\n"
        ">\n"
        "> New paragraph\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Heading",
        "Title\n=====",
        "Title\n-----",
        "***",
        "---",
        "1. one",
        "12) twelve",
        "- item",
        "+ item",
        "> quoted",
        "    code",
        "```\ncode\n```",
        "~~~\ncode",
        "<script>alert(1)</script>",
        "<!-- hidden",
        "![picture](https://example.org/a.png)",
        "[link](https://example.org)",
        "[a]: https://example.org",
        "<https://example.org>",
        "a | b\n--|--\nc | d",
        "&lt;b&gt; &copy;",
        "*not* _so_ **strong** `code` ~~gone~~",
        "ends with a backslash\\",
        "ends with two blanks  \nand goes on",
        "tab\there",
        "$x$",
    ],
)
def test_what_was_written_stays_text(text: str) -> None:
    shown = words("\n".join(quote(text)))
    assert [one.split() for one in shown.splitlines() if one] == [one.split() for one in text.splitlines()]
    assert {
        token.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse("\n".join(quote(text)))
    } == {*("blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close")}


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\x07b", "a\x85b".replace("\x85", "\x9b")])
def test_nothing_is_left_for_a_terminal_to_act_on(text: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" in line(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", line(text))


def test_nothing_turns_the_order_of_what_follows() -> None:
    assert line("\u202eabc\u2066") == "abc"


@given(strategies.unique(strategies.records(), most=6))
def test_no_text_breaks_the_layout(records: list[Record]) -> None:
    """One heading for each month with anything in it, one for each list, one for each entry, and no link or HTML."""
    told = [one for one in records if type(one) in markdown._TOLD]
    text = written(records)
    listed = {type(one) for one in told} & {Letter, Topic, Plan, Pause}
    monthly = [one for one in told if not isinstance(one, (Letter, Topic, Plan, Pause))]
    assert len(headings(text)) == len({markdown._place(one)[0] for one in monthly}) + len(listed)
    entries = [one for one in told if not isinstance(one, (Topic, Plan, Pause))]
    assert len(headings(text, "h3")) == len(entries)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "link_open",
        "fence",
        "code_block",
        "table_open",
        "hr",
    }
    assert not TURNING.search(text)


def test_a_pause_without_an_end_goes_on() -> None:
    pauses: list[Record] = [
        Pause(
            id="a", reason=PauseReason.TRAVEL, start=date(2026, 8, 1), end=date(2026, 8, 14), note="Norway"
        ),
        Pause(id="b", reason=PauseReason.OTHER, start=date(2026, 11, 20)),
    ]
    assert written(pauses).endswith(
        "## Pauses\n\n- 1 August 2026 to 14 August 2026 · travel · Norway\n- 20 November 2026 until now · other\n"
    )
