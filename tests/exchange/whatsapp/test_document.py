"""What docs/formats.md shows of WhatsApp is true."""

from __future__ import annotations

import re
from pathlib import Path

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange.draft import Left
from tests.exchange.readers import left_out, problems
from tests.exchange.whatsapp.asking import read, told

DOCUMENT = Path(__file__).parent.parent.parent.parent / "docs" / "formats.md"


def examples() -> list[str]:
    section = DOCUMENT.read_text(encoding="utf-8").partition("\n## WhatsApp\n")[2].partition("\n## ")[0]
    return re.findall(r"```text\n(.*?)```", section, re.DOTALL)


def test_the_examples_are_read() -> None:
    iphone, android = examples()
    assert all(formats.recognise(one.encode()).name == "whatsapp" for one in (iphone, android))
    assert [(medium, messages, minutes) for _, medium, messages, minutes, _ in told(read(iphone))] == [
        (Medium.VIDEO, None, 12),
        (Medium.MESSAGE, 2, None),
    ]
    items = read(android)
    assert [messages for _, _, messages, _, _ in told(items)] == [1]
    assert left_out(items) == [(1, Left.NOTICE), (3, Left.NOT_ANSWERED)]
    assert problems(items) == []
