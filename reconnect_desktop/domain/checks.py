"""What text, numbers and tags must be like to be kept; each check raises `Invalid`."""

from __future__ import annotations

from reconnect_desktop.domain.errors import Invalid, Why

TEXT_MOST = 100_000  # characters
TAG_MOST = 60
TAGS_MOST = 50


def check_number(field: str, value: int | None, allowed: range) -> None:
    """`value` is None or lies in `allowed`."""
    if value is not None and (type(value) is not int or value not in allowed):
        raise Invalid(field, Why.OUT_OF_RANGE)


def check_text(field: str, text: str, most: int = TEXT_MOST) -> None:
    """`text` has no NUL and no lone surrogate, and at most `most` characters."""
    if not text:
        return
    if len(text) > most:
        raise Invalid(field, Why.TOO_LONG)
    if "\0" in text:
        raise Invalid(field, Why.UNSTORABLE)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            # Not `from error`: that one would carry the text along.
            raise Invalid(field, Why.UNSTORABLE) from None


def check_tags(tags: tuple[str, ...]) -> None:
    """Each tag is one line, trimmed and not empty; there are at most 50, none twice."""
    if not tags:
        return
    if len(tags) > TAGS_MOST:
        raise Invalid("tags", Why.TOO_LONG)
    for tag in tags:
        check_text("tags", tag, most=TAG_MOST)
        if not tag or tag != tag.strip() or len(tag.splitlines()) != 1:
            raise Invalid("tags", Why.EMPTY)
    if len({tag.casefold() for tag in tags}) != len(tags):
        raise Invalid("tags", Why.REPEATED)


def check_members(members: tuple[tuple[str, str], ...], digests: tuple[str, ...]) -> None:
    """Each member is a word and an id; there is a digest for each of them, or for none."""
    if not all(_is_word(kind) and one and one.isprintable() for kind, one in members):
        raise Invalid("members", Why.UNKNOWN_WORD)
    if digests and len(digests) != len(members):
        raise Invalid("digests", Why.EMPTY)
    if not all(map(_is_word, digests)):
        raise Invalid("digests", Why.UNKNOWN_WORD)


def _is_word(text: str) -> bool:
    return text.isascii() and text.replace("_", "a").isalnum()


def tidy_tags(words: list[str]) -> tuple[str, ...]:
    """Tags as typed made fit: white space folded, empty ones and repetitions dropped, order kept."""
    tidy: dict[str, str] = {}
    for word in words:
        tag = " ".join(word.split())
        if tag:
            tidy.setdefault(tag.casefold(), tag)
    return tuple(tidy.values())
