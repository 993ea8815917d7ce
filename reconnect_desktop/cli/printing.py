"""What a command answers, put out through whatever is at the other end: a terminal, a pipe, a full disk."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TextIO

DONE, WORLD, USAGE = 0, 1, 2


def put_out(out: str, err: str, code: int, *, as_json: bool) -> int:
    """Print what a command said; returns its exit code, or 1 if it was done but could not be told."""
    try:
        _put(out, sys.stdout, as_json=as_json)
    except BrokenPipeError:  # whoever reads has seen enough
        _let_go(sys.stdout)
    except OSError:
        _let_go(sys.stdout)
        if code == DONE:
            from reconnect_desktop.domain.errors import Untold
            from reconnect_desktop.output.errors_in_words import explain

            err, code = f"{err}{explain(Untold())}\n", WORLD
    with suppress(OSError):
        _put(err, sys.stderr, as_json=False)
    return code


def _put(text: str, stream: TextIO | None, *, as_json: bool) -> None:
    # Python has no stream where the caller closed it.
    if text and stream is not None:
        stream.write(_fit(text, stream.encoding or "utf-8", as_json=as_json))
        stream.flush()


def _fit(text: str, encoding: str, *, as_json: bool) -> str:
    """`text` with what the encoding lacks escaped (in JSON, where that loses nothing) or as question marks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if as_json:
            return re.sub(r"[^\x00-\x7f]", _escaped, text)
        return text.encode(encoding, "replace").decode(encoding)
    return text


def _escaped(found: re.Match[str]) -> str:
    import json

    return json.dumps(found[0])[1:-1]


def _let_go(stream: TextIO) -> None:
    """Keep Python from trying again at its end, which would be a second complaint."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
