"""Underlines the phrases that have a gentler way, calmly, in what was changed only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from reconnect_desktop.domain.letters import Finder, Phrase, Phrases
from reconnect_desktop.views.kit.look import Look

AT_ONCE = 4_000  # characters: a paragraph so long is looked through while typing
SLICE = 8_000  # characters that are looked through in one go, when there is more
PAUSE = 200  # milliseconds without a change until a longer one is


class Mark(NamedTuple):
    """A phrase from position start to end of the document."""

    start: int
    end: int
    phrase: Phrase


class PhraseMarks(QObject):
    """Follows a document.

    changed: something else is underlined. Each block's user state is the number of marks that begin in it.
    """

    changed = Signal()

    def __init__(self, document: QTextDocument, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._look = document, look
        self._finder = Finder(())
        self._ignored: set[str] = set()
        self._on = True
        self.busy = False
        self._wavy = QTextCharFormat()
        self._from, self._until = -1, -1  # what is still to be looked through
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._take_colour()
        document.contentsChange.connect(self._follow)
        look.changed.connect(self.mark_all)

    def set_phrases(self, phrases: Phrases) -> None:
        """What is looked for."""
        self._finder = Finder(phrases)
        self.mark_all()

    def set_on(self, on: bool) -> None:
        """Whether anything is underlined at all."""
        if on != self._on:
            self._on = on
            self.mark_all()

    def ignore(self, phrase: Phrase) -> None:
        """Leave this one until `forget`."""
        self._ignored.add(phrase.id)
        self.mark_all()

    def forget(self) -> None:
        """Another letter: what was left in the last one is looked for again."""
        self._ignored.clear()

    def count(self) -> int:
        """How many there are."""
        return sum(max(0, block.userState()) for block in _blocks(self._document.begin()))

    def at(self, position: int) -> Mark | None:
        """The mark in or beside which this position is."""
        block = self._document.findBlock(position)
        here = position - block.position()
        if not block.isValid() or not any(
            one.start <= here <= one.start + one.length for one in block.layout().formats()
        ):
            return None  # as nearly always: nothing need be looked through
        marks = self._marks(*self._paragraph(block, block))
        return next((mark for mark in marks if mark.start <= position <= mark.end), None)

    def after(self, position: int) -> Mark | None:
        """The first mark that begins at or behind this position, or else the first of all."""
        here = self._document.findBlock(position)
        for block in chain(_blocks(here), _blocks(self._document.begin())):
            if block.userState() > 0:
                marks = self._marks(*self._paragraph(block, block))
                inside = [one for one in marks if block.contains(one.start)]
                found = [one for one in inside if block != here or one.start >= position] or (
                    inside if block != here else []
                )
                if found:
                    return found[0]
        first = self._document.begin()
        return next(iter(self._marks(*self._paragraph(first, here))), None)

    def mark_all(self) -> None:
        """Look through everything again, a slice at a time."""
        self._take_colour()
        self._from, self._until = 0, self._document.characterCount()
        self._go_on()

    # Inside

    def _follow(self, position: int, removed: int, added: int) -> None:
        if self.busy or not (removed or added):
            return
        last = self._document.characterCount() - 1
        ends = self._document.findBlock(min(position + added, last))
        first, end = self._paragraph(self._document.findBlock(position), ends)
        start, until = first.position(), end.position() + end.length()
        if self._from < 0 and until - start <= AT_ONCE:
            self._mark(first, end)
            self.changed.emit()
            return
        if self._from >= 0:
            start = min(start, self._from)
            until = max(until, self._until + added - removed)
        self._from, self._until = start, until
        self._timer.start(PAUSE)

    def _go_on(self) -> None:
        """Mark the next slice of what is still to be looked through."""
        first = self._document.findBlock(max(0, min(self._from, self._document.characterCount() - 1)))
        if not first.isValid():
            first = self._document.begin()
        end = first
        while end.position() + end.length() < self._from + SLICE and end.next().isValid():
            end = end.next()
        _, end = self._paragraph(end, end)
        self._mark(first, end)
        self._from = end.position() + end.length()
        if self._from >= self._until or not end.next().isValid():
            self._from = self._until = -1
        else:
            self._timer.start(0)
        self.changed.emit()

    def _paragraph(self, first: QTextBlock, last: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
        """From the beginning of the paragraph of `first` to the end of that of `last`; no longer than a slice."""
        room = SLICE
        while room > 0 and first.previous().isValid() and first.previous().text().strip():
            first = first.previous()
            room -= first.length()
        room = SLICE
        while room > 0 and last.next().isValid() and last.next().text().strip():
            last = last.next()
            room -= last.length()
        return first, last

    def _marks(self, first: QTextBlock, last: QTextBlock) -> list[Mark]:
        if not self._on:
            return []
        end = last.position()
        lines = [block.text() for block in _blocks(first) if block.position() <= end]
        text = "\n".join(lines).replace("\u2028", "\n")
        marks, at, place = [], 0, first.position()  # Qt counts characters beyond U+FFFF twice
        for found in self._finder.findings(text):
            place += _width(text[at : found.start])
            at = found.end
            start, place = place, place + _width(text[found.start : at])
            if found.phrase.id not in self._ignored:
                marks.append(Mark(start, place, found.phrase))
        return marks

    def _mark(self, first: QTextBlock, last: QTextBlock) -> None:
        marks, end = self._marks(first, last), last.position()
        place = 0
        other: list[QTextBlock] = []
        for block in _blocks(first):
            if block.position() > end:
                break
            while place < len(marks) and marks[place].end <= block.position():
                place += 1
            inside = list(_up_to(marks, place, block))
            block.setUserState(sum(block.contains(mark.start) for mark in inside))
            if self._underline(block, inside):
                other.append(block)
        if other:  # told at once: the lines are set anew only one time
            self.busy = True
            start = other[0].position()
            self._document.markContentsDirty(start, other[-1].position() + other[-1].length() - start)
            self.busy = False

    def _underline(self, block: QTextBlock, marks: list[Mark]) -> bool:
        """Whether the block looks different now."""
        layout, length = block.layout(), block.length()
        formats = []
        for mark in marks:
            one = QTextLayout.FormatRange()
            one.start = max(0, mark.start - block.position())
            one.length = min(length, mark.end - block.position()) - one.start
            one.format = self._wavy
            formats.append(one)
        if not formats and not layout.formats():
            return False
        layout.setFormats(formats)
        return True

    def _take_colour(self) -> None:
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(self._look.colour("amber"))
        self._wavy = wavy


def _up_to(marks: list[Mark], place: int, block: QTextBlock) -> Iterator[Mark]:
    """From `place` on, those that reach into the block."""
    end = block.position() + block.length()
    while place < len(marks) and marks[place].start < end:
        yield marks[place]
        place += 1


def _blocks(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(letter > "\uffff" for letter in text)
