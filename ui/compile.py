"""Build hook: compile the Designer forms in this folder to `reconnect_desktop/views/forms/`, and the translations.

Run by the build backend for wheels and editable installs, and by `make` (python ui/compile.py)
whenever a form is newer than its module, or a language than its compiled one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FORMS = HERE.parent / "reconnect_desktop" / "views" / "forms"
GUIDE = HERE.parent / "docs" / "guide"
TRANSLATIONS = HERE.parent / "resources" / "translations"


def compile_forms() -> None:
    """Write one module for each form that is newer than its module, and drop modules without a form."""
    FORMS.mkdir(parents=True, exist_ok=True)
    (FORMS / "__init__.py").write_text('"""Generated from ui/*.ui; edit those."""\n', encoding="utf-8")
    forms = {form.stem: form for form in HERE.glob("*.ui")}
    compiler = _compiler()
    for module in FORMS.glob("*.py"):
        if module.stem not in forms and module.stem != "__init__":
            module.unlink()
    for name, form in sorted(forms.items()):
        module = FORMS / f"{name}.py"
        if not module.exists() or module.stat().st_mtime < form.stat().st_mtime:
            subprocess.run([*compiler, str(form), "-o", str(module)], check=True)
            written = module.read_text(encoding="utf-8")
            module.write_text(without_unused_imports(written), encoding="utf-8")


def compile_translations() -> None:
    """Write beside each language's texts the same in the form that the program loads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for texts in sorted(TRANSLATIONS.glob("*.po")):
        compiled = texts.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < texts.stat().st_mtime:
            with texts.open("rb") as source, compiled.open("wb") as target:
                catalogue = read_po(source, locale=texts.stem)
                # Without dates of their own they would get today's, and no build would be like another.
                catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
                write_mo(target, catalogue)


def guide_pages() -> list[Path]:
    """What the guide is read from: its pages and pictures, of every language."""
    return sorted(page for page in GUIDE.rglob("*") if page.suffix in {".md", ".png"})


def _compiler() -> list[str]:
    """PySide6's form compiler. Its script, for a PySide6 of another layout, takes a quarter of a second for each form."""
    package = find_spec("PySide6")
    for folder in (package and package.submodule_search_locations) or ():
        for name in ("Qt/libexec/uic", "uic.exe"):
            if Path(folder, name).exists():
                return [str(Path(folder, name)), "-g", "python"]
    beside = Path(sys.executable).parent
    found = shutil.which("pyside6-uic", path=os.pathsep.join([os.environ.get("PATH", ""), str(beside)]))
    if found is None:
        raise SystemExit("pyside6-uic is missing: install PySide6-Essentials beside this Python.")
    return [found]


def without_unused_imports(module: str) -> str:
    """What pyside6-uic wrote, less the Qt names that it imports in every form and uses in few.

    PySide6 makes a class when it is first imported: the unused ones would cost 15 to 30 ms at each start.
    """
    imports = re.compile(r"^from (PySide6\.\w+) import \(([^)]*)\)\n", re.MULTILINE)
    body = re.sub(r"^#.*", "", imports.sub("", module), flags=re.MULTILINE)

    def keep_used(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if re.search(rf"\b{name}\b", body)]
        return f"from {found[1]} import {', '.join(names)}\n" if names else ""

    return imports.sub(keep_used, module)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by make, where only the program's own dependencies are installed
    pass
else:

    class CompileForms(BuildHookInterface[Any]):
        """The hook that pyproject.toml names."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile forms and translations; a wheel also gets the resources and the guide inside the package."""
            compile_forms()
            compile_translations()
            if version != "editable":
                build_data["force_include"]["resources"] = "reconnect_desktop/resources"
                for page in guide_pages():
                    place = page.relative_to(GUIDE).as_posix()
                    build_data["force_include"][str(page)] = f"reconnect_desktop/resources/guide/{place}"


if __name__ == "__main__":
    compile_forms()
    compile_translations()
