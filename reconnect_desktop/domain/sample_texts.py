"""The words of the sample journal, as `resources/sample/*.toml` has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from reconnect_desktop.domain.sample_steps import StepTexts

Table = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class SampleTexts:
    """Lines by what they are for.

    notes: by kind of contact and how close it felt ("talk_close"); chapters: by part of the ten years, told in
    order; tags, topics, moods: by kind; wins: one list; pause: the note of the pause; steps: tries, a letter, needs, reflections, plans.
    """

    notes: Table
    chapters: Table
    tags: Table
    topics: Table
    moods: Table
    wins: Sequence[str]
    pause: str
    steps: StepTexts


def sample_texts(data: Mapping[str, object], name: str) -> SampleTexts:
    """The texts in a parsed TOML file, with her name put in. Raises KeyError where a table is missing."""

    def named(line: str) -> str:
        return line.replace("{name}", name)

    def table(key: str) -> Table:
        return {word: [named(line) for line in lines] for word, lines in cast("Table", data[key]).items()}

    def row(values: Mapping[str, str | float]) -> dict[str, str | float]:
        return {key: named(value) if isinstance(value, str) else value for key, value in values.items()}

    steps = cast("Mapping[str, Any]", data["steps"])
    return SampleTexts(
        notes=table("notes"),
        chapters=table("chapters"),
        tags=table("tags"),
        topics=table("topics"),
        moods=table("moods"),
        wins=table("wins")["lines"],
        pause=named(cast("Mapping[str, str]", data["pauses"])["travel"]),
        steps=StepTexts(
            tries=[row(one) for one in steps["tries"]],
            letter=row(steps["letter"]),
            needs=[row(one) for one in steps["needs"]],
            reflections=[row(one) for one in steps["reflections"]],
            plans=row(steps["plans"]),
        ),
    )
