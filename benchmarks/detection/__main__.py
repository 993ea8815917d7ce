"""`make bench-detection`: how well dips and gaps are noticed, beside rules of typical apps, references and oracles.

Levels that can be tuned are tuned on other people than the table is about.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.detection import oracles, ours, rivals
from benchmarks.detection.people import Person
from benchmarks.detection.scoring import Score, hysteresis, level_for, score
from benchmarks.detection.simulator import population

TUNED_ON = 101  # a seed of its own: never one that figures are shown for
ALARMS = 0.5  # a year, for what is tuned


@dataclass(frozen=True, slots=True)
class Rival:
    """A detector with a level: fixed where apps fix it, else tuned; off below `ratio` of it."""

    name: str
    trace: Callable[[Person], Any]
    level: float | None = None
    ratio: float = 1.0


RIVALS = {
    "dip": (
        Rival("last 3 below the middle of the scale", rivals.of_ratings(rivals.last_three), 2.0),
        Rival("last 3 below a tuned level", rivals.of_ratings(rivals.last_three)),
        Rival("last 4 against own mean", rivals.of_ratings(rivals.last_four_against_mean), None, 0.5),
        Rival("best reference: window of 3 to 6", rivals.of_ratings(rivals.window), None, 0.5),
        Rival("oracle: exact filter", oracles.dips, None, 0.75),
    ),
    "gap": (
        Rival("no contact in 14 days", rivals.of_silences(rivals.fixed_days, declared=False), 14.0),
        Rival("no contact in 30 days", rivals.of_silences(rivals.fixed_days, declared=False), 30.0),
        Rival("fixed days, tuned", rivals.of_silences(rivals.fixed_days, declared=False)),
        Rival("times own mean gap", rivals.of_silences(rivals.times_mean)),
        Rival("best reference: gamma gaps", rivals.of_silences(rivals.gamma_return_period)),
        Rival("oracle: true law of gaps", oracles.silences),
    ),
}
HEAD = f"{'':42}{'false/yr':>9}{'found':>7}{'J':>7}{'delay':>7}{'clear':>7}{'on %':>6}"


def main() -> None:
    """Print the table, and whether anything looked ahead."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.detection")
    parser.add_argument("--people", type=int, default=400, help="in the population shown (default 400)")
    parser.add_argument("--seed", type=int, default=202, help="of the population shown (default 202)")
    parser.add_argument("--hard", action="store_true", help="people of a rougher world")
    words = parser.parse_args()
    if words.seed == TUNED_ON:
        parser.error(f"levels are tuned on the people of seed {TUNED_ON}; take another")
    shown = population(words.people, words.seed, stable=0.5, hard=words.hard)
    trained = population(words.people, TUNED_ON, stable=0.5)
    told = [ours.active(person) for person in shown]
    for signal, rows in RIVALS.items():
        print(
            f"\n{signal}: {words.people} people of seed {words.seed}{', hard' if words.hard else ''}\n{HEAD}"
        )
        _print("Reconnect", score([one[signal] for one in told], shown, signal))
        for rival in rows:
            _print(rival.name, _scored(rival, signal, trained, shown))
    print(
        "\nJ: delay as a share of the cap, 1 where missed; delay: ratings or usual gaps; clear: ratings or days"
    )
    ahead = sum(
        ours.looks_ahead(person, person.days * 2 // 3) for person in shown[:: max(1, len(shown) // 40)]
    )
    print(f"looks ahead: {'no' if not ahead else f'YES, for {ahead} people'}")


def _scored(rival: Rival, signal: str, trained: Sequence[Person], shown: Sequence[Person]) -> Score:
    level = rival.level
    if level is None:
        level = level_for([rival.trace(one) for one in trained], trained, signal, rival.ratio, ALARMS)
    active = [hysteresis(rival.trace(one), level, rival.ratio) for one in shown]
    return score(active, shown, signal)


def _print(name: str, seen: Score) -> None:
    delay, clear = seen.middle(lambda one: one.delay), seen.middle(lambda one: one.clear)
    clear = float(np.round(clear, 1))
    print(
        f"{name:42}{seen.false_alarms:9.2f}{seen.found:7.2f}{seen.loss:7.3f}{delay:7.1f}{clear:7.1f}"
        f"{seen.on_share * 100:6.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
