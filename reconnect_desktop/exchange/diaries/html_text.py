"""The little HTML that diaries write into their notes, as plain text."""

from __future__ import annotations

import html
import re

# Only what an editor for notes makes is a tag: what the person wrote between angle brackets stays.
_BLOCKS = r"p|div|ul|ol|li|h[1-6]|blockquote"
_INLINE = r"b|i|u|s|a|em|del|ins|sub|sup|big|span|font|small|strike|strong"
_BREAK = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_ITEM = re.compile(r"\s*<li(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_BORDER = re.compile(rf"\s*</?(?:{_BLOCKS})(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_BORDERS = re.compile(r"\x01+")
_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?>", re.IGNORECASE)


def to_text(note: str) -> str:
    """The text of `note` with its line breaks and its list's items, as they were seen."""
    note = note.replace("\0", "").replace("\x01", "")
    if "<" in note:
        note = _BORDER.sub("\x01", _ITEM.sub("\x01• ", _BREAK.sub("\n", note)))
        note = _TAG.sub("", _BORDERS.sub("\n", note))
    return html.unescape(note).replace("\xa0", " ").strip()
