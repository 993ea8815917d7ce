"""The right-hand leaf of the Ideas page: the cover, a chapter, an idea with its tries, or a reflection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reconnect_desktop.domain.suggestions import Part
from reconnect_desktop.views.ideas.idea_rows import Key, Kind
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.kit.look import Look

if TYPE_CHECKING:  # Each leaf is loaded when it is first turned to.
    from reconnect_desktop.views.ideas.chapter_page import ChapterPage
    from reconnect_desktop.views.ideas.cover import Cover
    from reconnect_desktop.views.ideas.idea_page import IdeaPage
    from reconnect_desktop.views.ideas.need_page import NeedPage


class Detail(QObject):
    """Each leaf is made when it is first wanted, and put into `place`.

    made: the kind of a leaf that was made (None: the cover), and the leaf; its signals can be connected now.
    """

    made = Signal(object, object)

    def __init__(self, look: Look, place: QVBoxLayout, scroll: QScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._place, self._scroll = look, place, scroll
        self._leaves: dict[Kind | None, QWidget] = {}
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

    def leaf(self, kind: Kind | None) -> QWidget | None:
        """The leaf of this kind, if it was made."""
        return self._leaves.get(kind)

    def keep_note(self) -> None:
        """Tell the note on a try if it was changed."""
        leaf = self.leaf(Kind.IDEA)
        if leaf is not None:
            cast("IdeaPage", leaf).keep_note()

    def _fill(self, key: Key | None, reading: Reading) -> QWidget | None:
        if key is None:
            return None
        if key.kind is Kind.CHAPTER:
            return self._chapter(Part(key.id), reading)
        if key.kind is Kind.NEED:
            return self._need(key.id, reading)
        return self._idea(key, reading)

    def _cover(self, reading: Reading) -> Cover:
        from reconnect_desktop.views.ideas.cover import Cover

        cover = cast("Cover", self._made(None, Cover))
        cover.show_words(reading)
        return cover

    def _chapter(self, part: Part, reading: Reading) -> ChapterPage:
        from reconnect_desktop.views.ideas.chapter_page import ChapterPage

        leaf = cast("ChapterPage", self._made(Kind.CHAPTER, ChapterPage))
        leaf.show_part(part, reading)
        return leaf

    def _need(self, need_id: str, reading: Reading) -> NeedPage | None:
        from reconnect_desktop.views.ideas.need_page import NeedPage

        need = reading.need_of(need_id)
        if need is None:
            return None
        leaf = cast("NeedPage", self._made(Kind.NEED, NeedPage))
        leaf.show_need(need, reading)
        return leaf

    def _idea(self, key: Key, reading: Reading) -> IdeaPage | None:
        from reconnect_desktop.views.ideas.idea_page import IdeaPage

        one = reading.try_of(key.id) if key.kind is Kind.TRY else None
        idea = reading.catalogue.suggestion(one.suggestion if one else key.id)
        if one is None and idea is None:
            return None
        leaf = cast("IdeaPage", self._made(Kind.IDEA, IdeaPage))
        leaf.show_idea(idea, one, reading)
        return leaf

    def _made(self, kind: Kind | None, make: Callable[[Look, QWidget | None], QWidget]) -> QWidget:
        leaf = self._leaves.get(kind)
        if leaf is None:
            leaf = self._leaves[kind] = make(self._look, self._place.parentWidget())
            leaf.hide()
            self._place.addWidget(leaf)
            self.made.emit(kind, leaf)
        return leaf
