"""The right-hand leaf of the Ideas page: the cover, a chapter, an idea with its tries, or a reflection."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reconnect_desktop.domain.suggestions import Part
from reconnect_desktop.views.ideas.chapter_page import ChapterPage
from reconnect_desktop.views.ideas.cover import Cover
from reconnect_desktop.views.ideas.idea_page import IdeaPage
from reconnect_desktop.views.ideas.idea_rows import Key, Kind
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.ideas.need_page import NeedPage
from reconnect_desktop.views.kit.look import Look

W = TypeVar("W", bound=QWidget)


class Detail(QObject):
    """Each leaf is made when it is first wanted, and put into `place`.

    made: a leaf was; its signals can be connected now. opened: the Key of what is to be shown instead.
    """

    made = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, place: QVBoxLayout, scroll: QScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._place, self._scroll = look, place, scroll
        self._leaves: dict[type[QWidget], QWidget] = {}
        self.shown: Key | None = None

    def show_key(self, key: Key | None, reading: Reading) -> None:
        """Show what the key means, as it is now; the cover where it is gone."""
        before, self.shown = self.shown, key
        leaf = self._fill(key, reading)
        if leaf is None:
            self.shown = None
            leaf = self._cover(reading)
        for other in self._leaves.values():
            if other is not leaf:
                other.hide()
        leaf.show()
        if before != self.shown:
            self._scroll.verticalScrollBar().setValue(0)

    def leaf(self, kind: type[W]) -> W | None:
        """The leaf of this class, if it was made."""
        found = self._leaves.get(kind)
        return found if isinstance(found, kind) else None

    def _fill(self, key: Key | None, reading: Reading) -> QWidget | None:
        if key is None:
            return None
        if key.kind is Kind.CHAPTER:
            return self._chapter(Part(key.id), reading)
        if key.kind is Kind.NEED:
            return self._need(key.id, reading)
        return self._idea(key, reading)

    def _cover(self, reading: Reading) -> Cover:
        cover = self._made(Cover)
        cover.show_words(reading)
        return cover

    def _chapter(self, part: Part, reading: Reading) -> ChapterPage:
        leaf = self._made(ChapterPage)
        leaf.show_part(part, reading)
        return leaf

    def _need(self, need_id: str, reading: Reading) -> NeedPage | None:
        need = reading.need_of(need_id)
        if need is None:
            return None
        leaf = self._made(NeedPage)
        leaf.show_need(need, reading)
        return leaf

    def _idea(self, key: Key, reading: Reading) -> IdeaPage | None:
        one = reading.try_of(key.id) if key.kind is Kind.TRY else None
        idea = reading.catalogue.suggestion(one.suggestion if one else key.id)
        if one is None and idea is None:
            return None
        leaf = self._made(IdeaPage)
        leaf.show_idea(idea, one, reading)
        return leaf

    def _made(self, kind: type[W]) -> W:
        leaf = self.leaf(kind)
        if leaf is None:
            leaf = kind(self._look)  # type: ignore[arg-type]  # each leaf takes a look
            leaf.hide()
            self._leaves[kind] = leaf
            self._place.addWidget(leaf)
            self.made.emit(leaf)
        return leaf
