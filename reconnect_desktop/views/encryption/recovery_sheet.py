"""A recovery key on paper: the key, what it is for, and room to note when. Nothing on it tells whose journal it opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reconnect_desktop.durable import write_atomically
from reconnect_desktop.language import tr
from reconnect_desktop.views.letters.letter_paper import RESOLUTION, pdf_of

_TITLE, _BODY, _KEY = 20.0, 11.5, 20.0  # points
_LINE = 135.0  # per cent
_GROUPS = 4  # of the key in its first line
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_BLANK = "_" * 28  # to write on


def set_sheet(key: str) -> QTextDocument:
    """The sheet, set. key: as it is written, in groups joined by "-"."""
    document = QTextDocument()
    body = QFont()
    body.setPointSizeF(_BODY)
    document.setDefaultFont(body)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block(after=10))
    cursor.insertText(tr("Recovery key"), _heading())
    _add(cursor, tr("It opens a journal in Reconnect when the passphrase is forgotten."), after=16)
    first, second = key_lines(key)
    _add(cursor, first, _key_letters(), after=2)
    _add(cursor, second, _key_letters(), after=18)
    _add(
        cursor,
        tr("Type it where Reconnect asks for the passphrase. Dashes and capitals don't matter."),
        after=8,
    )
    _add(
        cursor,
        tr(
            "Keep this sheet where you keep papers that matter, away from the computer: whoever has both can read"
            " the journal."
        ),
        after=20,
    )
    _add(cursor, tr("Made on {line}").format(line=_BLANK), after=0)
    return document


def key_lines(key: str) -> tuple[str, str]:
    """The key in two lines, as on the sheet."""
    groups = key.split("-")
    return "-".join(groups[:_GROUPS]), "-".join(groups[_GROUPS:])


def save_sheet(key: str, path: Path) -> None:
    """Write the sheet as PDF, whole or not at all, for its owner only. Raises UserErrors."""
    data = pdf_of(set_sheet(key))
    write_atomically(path, lambda stream: stream.buffer.write(data))


def _add(cursor: QTextCursor, text: str, letters: QTextCharFormat | None = None, *, after: float) -> None:
    cursor.insertBlock(_block(after=after))
    cursor.insertText(text, letters or QTextCharFormat())


def _block(*, after: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LINE, _PROPORTIONAL)
    block.setBottomMargin(after * RESOLUTION / 72)
    return block


def _heading() -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(_TITLE)
    letters.setFontWeight(QFont.Weight.DemiBold)
    return letters


def _key_letters() -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    letters.setFontPointSize(_KEY)
    return letters
