"""Bytes to text: a byte order mark decides; else it is UTF-8, and for tables Windows' cp1252 as a last resort."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from reconnect_desktop.domain.errors import Malformed

CHUNK = 1 << 20  # bytes: fast enough, and little beside the program itself
TEXT_CHUNK = 1 << 16

# UTF-32 stands first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def marked_encoding(head: bytes) -> str | None:
    """The encoding that the byte order mark at the beginning names, or None without one."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def head_text(head: bytes) -> str:
    """The beginning of a file as text good enough to recognise a format by; never fails."""
    return head.decode(marked_encoding(head) or "utf-8", errors="replace")


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of the whole stream from where it stands; it is left there.

    "cp1252" means: neither a mark nor valid UTF-8, so that single letters may have been guessed wrongly.
    """
    start = stream.tell()
    head = stream.read(4)
    stream.seek(start)
    encoding = marked_encoding(head) or ("utf-8" if _is_utf8(stream) else "cp1252")
    stream.seek(start)
    return encoding


def _is_utf8(stream: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def text_chunks(stream: BinaryIO, format_name: str, errors: str = "strict") -> Iterator[str]:
    """The stream as text, piece by piece: by its mark, else UTF-8. Raises Malformed with the line.

    errors: what becomes of bytes that are no text, as codecs name it.
    """
    chunk = stream.read(TEXT_CHUNK)
    decoder = codecs.getincrementaldecoder(marked_encoding(chunk) or "utf-8")(errors)
    line = 1
    while True:
        text = _decoded(decoder, chunk)
        if text is None:
            # Raised here and not where it is caught: the codec's error carries the file's bytes.
            raise Malformed(format_name, line)
        line += text.count("\n")
        yield text
        if not chunk:
            return
        chunk = stream.read(TEXT_CHUNK)


def utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream as UTF-8 without a mark, if a mark says that it is something else; else as it is."""
    start = stream.tell()
    encoding = marked_encoding(stream.read(4)) or "utf-8"
    stream.seek(start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0))
    chunks = iter(lambda: stream.read(CHUNK), b"")
    return chunks if encoding.startswith("utf-8") else _from(encoding, chunks)


def _from(encoding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode(errors="replace")


def text_lines(stream: BinaryIO, format_name: str, most: int) -> Iterator[str]:
    """Every line, however it ends, in bounded memory: of one longer than `most` characters the beginning.

    Bytes that are no text become U+FFFD.
    """
    ends = io.IncrementalNewlineDecoder(None, translate=True)
    rest = ""
    for chunk in text_chunks(stream, format_name, "replace"):
        *whole, rest = (rest + ends.decode(chunk, final=not chunk)).split("\n")
        yield from whole
        rest = rest[:most]
    if rest:
        yield rest


def _decoded(decoder: codecs.IncrementalDecoder, chunk: bytes) -> str | None:
    try:
        return decoder.decode(chunk, final=not chunk)
    except UnicodeError:
        return None
