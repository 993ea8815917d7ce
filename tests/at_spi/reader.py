"""Somebody who cannot see the screen: finds the way by names and roles alone, over AT-SPI, and says what was read out.

Run by the system's own Python, which has pyatspi; it takes nothing of the program. What it was told
goes as JSON to the file it is given.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyatspi

PATIENCE = 20.0  # seconds
BUTTONS = ("push button", "button", "radio button", "toggle button", "check box")
PRESSES = ("press", "toggle", "check")


def within(node: Any) -> Iterator[Any]:
    """All that is in it and shown."""
    for child in node:
        if child is not None and is_shown(child):
            yield child
            yield from within(child)


def is_shown(node: Any) -> bool:
    """Whether it can be seen, at least after scrolling."""
    states = node.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE))


def windows() -> list[Any]:
    """The program's, as they are now."""
    found = []
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == "Reconnect":
            app.clear_cache()
            found += [window for window in app if window is not None and is_shown(window)]
    return found


def everything() -> Iterator[Any]:
    """What could be read out at the moment."""
    for window in windows():
        yield window
        yield from within(window)


def named(name: str, *roles: str) -> Any:
    """The shown thing whose name begins so, with one of these roles, as soon as there is one."""
    return until(
        lambda: next(
            node for node in everything() if node.getRoleName() in roles and node.name.startswith(name)
        ),
        f"{'/'.join(roles)} {name}",
    )


def until(look: Callable[[], Any], what: str) -> Any:
    """What `look` finds, as soon as it does."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            return look()
        except Exception:  # noqa: BLE001 - nothing yet; or a thing that went while it was looked at
            time.sleep(0.1)
    told = [f"  {node.getRoleName()}: {node.name!r}" for node in everything() if node.name]
    raise SystemExit("\n".join([f"not found: {what}", *told]))


def press(name: str) -> None:
    """What a press does."""
    actions = named(name, *BUTTONS).queryAction()
    names = [actions.getName(place).lower() for place in range(actions.nActions)]
    actions.doAction(next(names.index(one) for one in PRESSES if one in names))


def log_a_call() -> dict[str, Any]:
    """From the main window to what was saved."""
    told = {"first": named("Today", "frame").name}
    press("Log an interaction")
    told["quick add"] = named("Log an interaction", "frame").name
    press("Call")
    field = named("Length in minutes", "text", "entry")
    field.queryEditableText().setTextContents("25")
    told["minutes"] = field.queryText().getText(0, -1)
    press("5 of 7")
    closeness = named("5 of 7", *BUTTONS)
    told["closeness"] = closeness.name
    until(lambda: closeness.getState().contains(pyatspi.STATE_CHECKED) or 1 / 0, "5 of 7, chosen")
    press("Save")
    told["saved"] = named("Saved", "status bar").name
    return told


def hear_the_trends() -> dict[str, Any]:
    """What the first chart says."""
    press("Trends")
    told = {"trends": named("Trends", "frame").name}
    chart = named("Are we growing closer, or drifting apart? ", "chart")
    return told | {"role": chart.getRoleName(), "chart": chart.name, "more": chart.description}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(log_a_call() | hear_the_trends()), encoding="utf-8")
