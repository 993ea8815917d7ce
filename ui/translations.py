"""Collects every text of the screens into `resources/translations/*.po`: python ui/translations.py (make translations).

Texts are found in the forms, and in the Python that says them: `tr`, `tr_n`, `tr_in` and `mark` of `language`, Qt's
`self.tr` and `translate`. What was translated stays; what is no longer said goes.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree as ET

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
_KEYWORDS = {
    "tr": None,
    "tr_n": (1, 2),
    "tr_in": ((1, "c"), 2),
    "mark": None,
    "translate": (2,),
}


def collected() -> Catalog:
    """Every text, without translations, in the order of the files they stand in."""
    texts = Catalog(project="Reconnect", version="", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        ROOT / "reconnect_desktop",
        method_map=[("views/forms/**", "ignore"), ("**.py", _of_python)],  # type: ignore[list-item]
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, _line, text, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        place = Path("reconnect_desktop", file).as_posix()
        texts.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    for form in sorted((ROOT / "ui").glob("*.ui")):
        for said, disambiguation in _of_form(form):
            texts.add(said, locations=[(f"ui/{form.name}", 0)], context=disambiguation)
    return texts


def _of_python(
    file: IO[bytes], keywords: Mapping[str, Any], comments: Collection[str], options: Any
) -> Iterator[tuple[Any, ...]]:
    """What Babel finds, without the words that only stand inside of what is said, as "path" in `tr(QUESTIONS["path"])`."""
    source = file.read()
    literal = set(_literals(source, keywords))
    for found in extract_python(io.BytesIO(source), keywords, comments, options):
        first: Any = found[2][0] if isinstance(found[2], tuple) else found[2]
        if first in literal:
            yield found


def _literals(source: bytes, keywords: Collection[str]) -> Iterator[str]:
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and _name(call.func) in keywords:
            for argument in call.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def _name(called: ast.expr) -> str:
    """Of a function or a method: the last of its names."""
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _of_form(form: Path) -> Iterator[tuple[str, str | None]]:
    for element in ET.parse(form).iter("string"):  # noqa: S314 - the forms are ours
        if element.text and element.get("notr") != "true":
            yield element.text, element.get("comment")


def brought_up_to_date(file: Path) -> Catalog:
    """The translations in `file`, with every text that is said today, and no other."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.stem)
    catalogue.update(collected(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """As it stands in the file: without lines and dates, which would change when nothing else does."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, include_lineno=False, omit_header=False, ignore_obsolete=True)
    lines = stream.getvalue().splitlines(keepends=True)
    changing = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Report-Msgid',
        b'"Last-Translator',
    )
    return b"".join(line for line in lines if not line.startswith(changing))


def main() -> None:
    """Bring every language up to date."""
    for file in sorted(TRANSLATIONS.glob("*.po")):
        catalogue = brought_up_to_date(file)
        file.write_bytes(written(catalogue))
        missing = sum(1 for message in catalogue if message.id and not _is_said(message.string))
        print(f"{file.name}: {len(catalogue)} texts, {missing} not yet translated")  # noqa: T201 - it tells whoever ran it


def _is_said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(map(bool, string)) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    main()
