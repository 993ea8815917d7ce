"""Somebody who cannot see the screen: finds the way by names and roles alone, over AT-SPI, and prints what was read out.

Run by the system's own Python, which has pyatspi; it takes nothing of the program.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

PATIENCE = 40.0  # seconds


def within(node: Any) -> Iterator[Any]:
    """Everything in it that is shown."""
    for child in node:
        if child is None:
            continue
        yield child
        yield from within(child)


def is_shown(node: Any) -> bool:
    states = node.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE))


def until(look: Callable[[], Any], what: str) -> Any:
    """What `look` finds, as soon as it does."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            if found := look():
                return found
        except Exception:  # a thing that goes while it is looked at
            pass
        time.sleep(0.1)
    raise SystemExit(f"not found: {what}\n" + "\n".join(told()))


def told() -> list[str]:
    """Everything that could be read out, for whoever looks for the mistake."""
    return [f"  {node.getRoleName()}: {node.name!r}" for node in within(program()) if node.name]


def program() -> Any:
    """The program, among all that can be read out."""
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == "Reconnect":
            return app
    raise LookupError


def named(name: str, *roles: str) -> Any:
    """The shown thing whose name begins so, with one of these roles."""
    return until(
        lambda: next(
            (
                node
                for node in within(program())
                if node.getRoleName() in roles and node.name.startswith(name) and is_shown(node)
            ),
            None,
        ),
        f"{'/'.join(roles)} {name}",
    )


def press(name: str, *roles: str) -> None:
    """Do what a press does."""
    node = named(name, *(roles or ("push button", "button", "radio button", "toggle button", "check box")))
    actions = node.queryAction()
    names = [actions.getName(place).lower() for place in range(actions.nActions)]
    place = next(place for place, word in enumerate(names) if word in ("press", "toggle", "check"))
    actions.doAction(place)


def say(*words: object) -> None:
    print(*words, flush=True)


def log_a_call() -> None:
    """From the main window to what was saved."""
    say("window:", named("Today", "frame").name)
    press("Log an interaction")
    say("window:", named("Log an interaction", "frame").name)
    press("Call")
    field = named("Length", "text", "entry")
    field.queryEditableText().setTextContents("25")
    say("length:", field.queryText().getText(0, -1))
    press("5 of 7")
    say("closeness:", named("5 of 7", "radio button", "toggle button", "check box").getState().contains(pyatspi.STATE_CHECKED))
    press("Save")


def hear_the_trend() -> None:
    """What the charts say."""
    say("said:", named("Saved", "label", "panel", "filler", "notification", "alert").name)
    press("Trends")
    say("window:", named("Trends", "frame").name)
    for question in ("Are we growing closer",):
        chart = until(
            lambda: next(
                (node for node in within(program()) if node.getRoleName() in ("image", "chart", "canvas", "graphic") and node.name),
                None,
            ),
            question,
        )
        say("chart:", chart.getRoleName(), "|", chart.name, "|", chart.description)


if __name__ == "__main__":
    until(lambda: program() is not None, "the program")
    if sys.argv[1:] == ["dump"]:
        time.sleep(3)
        say("\n".join(told()))
    else:
        log_a_call()
        hear_the_trend()
