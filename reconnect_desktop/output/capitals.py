"""The capital with which a sentence begins."""

from __future__ import annotations


def opening(sentence: str) -> str:
    """The whole sentence with a capital: what is filled in at its head may be written without, as months are in Spanish."""
    return sentence[:1].upper() + sentence[1:]
