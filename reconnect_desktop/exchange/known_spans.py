"""The calls and exchanges of the journal by the spans they take, so that a little other a telling of one is known again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from reconnect_desktop.exchange.span_key import JITTER, Span, span_of

CALL = "call"


class KnownSpans:
    """source_keys: (source, key) of each interaction, also where two are the same; keys of another sort are passed over."""

    def __init__(self, source_keys: Iterable[tuple[str, str]]) -> None:
        found: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for source, key in source_keys:
            if span := span_of(key):
                found[source, span.kind].append(span)
        self._of = {of: (_Calls if of[1] == CALL else _Exchanges)(spans) for of, spans in found.items()}

    def has(self, source: str, span: Span) -> bool:
        """Whether one is there; a call that was asked for stands for none that is asked for later."""
        known = self._of.get((source, span.kind))
        return known is not None and known.take(span)


class _Exchanges:
    """Each may have been cut, or be told in parts: any that takes some of the same time is known."""

    def __init__(self, spans: list[Span]) -> None:
        spans.sort()
        self._firsts = [span.first for span in spans]
        self._lasts = list(accumulate((span.last for span in spans), max))  # of all up to this one

    def take(self, span: Span) -> bool:
        begun = bisect_right(self._firsts, span.last + JITTER)
        return begun > 0 and self._lasts[begun - 1] >= span.first - JITTER


class _Calls:
    """One of the journal is one of the file: without seconds, two of a minute look the same, and are two."""

    def __init__(self, spans: list[Span]) -> None:
        spans.sort()
        self._spans = spans
        self._taken: set[int] = set()

    def take(self, span: Span) -> bool:
        begin = bisect_left(self._spans, span._replace(first=span.first - JITTER, last=span.first - JITTER))
        near = range(begin, bisect_right(self._spans, span._replace(first=span.first + JITTER, last=1 << 60)))
        free = [place for place in near if place not in self._taken]
        if free:
            self._taken.add(min(free, key=lambda place: _apart(self._spans[place], span)))
        return bool(free)


def _apart(one: Span, other: Span) -> int:
    return abs(one.first - other.first) + abs(one.last - other.last)
