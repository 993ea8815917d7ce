"""A JSON text read value by value, so that only one value lies in memory at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reconnect_desktop.domain.errors import Malformed

VALUE_MOST = (
    16_000_000  # characters; what an import of 100,000 entries is remembered by needs about 5 million
)
DEPTH_MOST = 32
_WHITE = " \t\n\r"
_IN_A_STRING = re.compile(r'(?:[^"\\]++|\\.)*+', re.DOTALL)


class RepeatedKeys(dict[str, object]):
    """An object in which a key stands twice, so that one of the two values is lost."""


class JsonText:
    """Walks over a JSON text of any layout; every method raises Malformed with the line."""

    def __init__(self, chunks: Iterator[str], format_name: str) -> None:
        self._chunks = chunks
        self._format_name = format_name
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_int=_number, parse_constant=_refuse_constant
        )

    @property
    def line(self) -> int:
        """The line of the next value (call `peek` first)."""
        return self._line

    def peek(self) -> str:
        """The next character that is no white space, or "" at the end."""
        while True:
            while self._at < len(self._buffer):
                char = self._buffer[self._at]
                if char not in _WHITE:
                    return char
                self._line += char == "\n"
                self._at += 1
            if not self._refill():
                return ""

    def take(self, char: str) -> None:
        """Step over `char`, which must be the next one."""
        if self.peek() != char:
            raise self.broken()
        self._at += 1

    def value(self) -> object:
        """The next value, whole. Integers of more than 18 digits come as floats."""
        self.peek()
        while True:
            value, end, problem_at = self._decoded()
            # A number that ends with the buffer may go on behind it.
            if problem_at is None and (not self._may_go_on(end) or not self._refill()):
                self._line += self._buffer.count("\n", self._at, end)
                self._at = end
                return value
            if problem_at is not None and (self._is_too_long() or not self._refill()):
                self._line += self._buffer.count("\n", self._at, problem_at)
                raise self.broken()

    def skip(self, depth: int = 0) -> None:
        """Step over the next value, however long it is, without keeping it."""
        if depth > DEPTH_MOST:
            raise self.broken()
        char = self.peek()
        if char == "{":
            for _ in self.members():
                self.skip(depth + 1)
        elif char == "[":
            for _ in self.elements():
                self.skip(depth + 1)
        elif char == '"':
            self._skip_string()
        else:
            self.value()

    def _skip_string(self) -> None:
        self._at += 1
        while True:
            rest = _IN_A_STRING.match(self._buffer, self._at)
            self._at = rest.end() if rest else self._at
            if self._buffer[self._at : self._at + 1] == '"':
                self._at += 1
                return
            if not self._refill():
                raise self.broken()

    def members(self) -> Iterator[str]:
        """The keys of an object; the caller takes each one's value before asking for the next key."""
        self.take("{")
        if self.peek() == "}":
            self.take("}")
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise self.broken()
            self.take(":")
            yield key
            if self.peek() != ",":
                self.take("}")
                return
            self.take(",")

    def elements(self) -> Iterator[None]:
        """One step for each element of an array; the caller takes its value before the next step."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            self.peek()
            yield
            if self.peek() != ",":
                self.take("]")
                return
            self.take(",")

    def broken(self) -> Malformed:
        """The error that says that the text is broken in this line."""
        return Malformed(self._format_name, self._line)

    def _decoded(self) -> tuple[object, int, int | None]:
        """The value, where it ends, and None; or where it stops making sense. No text gets out by an error."""
        try:
            value, end = self._decoder.raw_decode(self._buffer, self._at)
        except json.JSONDecodeError as error:
            return None, 0, error.pos
        except (ValueError, RecursionError):
            return None, 0, self._at
        return value, end, None

    def _may_go_on(self, end: int) -> bool:
        """Whether nothing is left behind `end` but what a number is continued by: "1", "1." and "1e-" may be cut."""
        rest = self._buffer[end : end + 3]
        return end + len(rest) == len(self._buffer) and not rest.strip(".eE+-")

    def _is_too_long(self) -> bool:
        return len(self._buffer) - self._at > VALUE_MOST

    def _refill(self) -> bool:
        """Drop what was read and at least double what was not; False, and nothing moved, at the end of the text."""
        pieces: list[str] = []
        wanted = len(self._buffer) - self._at
        for chunk in self._chunks:
            pieces.append(chunk)
            wanted -= len(chunk)
            if wanted < 0:
                break
        more = "".join(pieces)
        if more:
            self._buffer, self._at = self._buffer[self._at :] + more, 0
        return bool(more)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else RepeatedKeys(plain)


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= 18 else float(digits)


def _refuse_constant(name: str) -> object:
    """NaN and the infinities are Python's, not JSON's."""
    raise ValueError(name)
