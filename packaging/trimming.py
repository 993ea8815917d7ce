"""What of all that PyInstaller finds goes into the bundle: measured, each cut, in docs/packaging.md."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath

Entry = tuple[str, str, str]  # where it goes in the bundle, where it comes from, its kind

# Modules that nothing of the program's asks for when it runs, though something names them.
EXCLUDED = [
    *("IPython", "PIL.ImageQt", "PIL.ImageTk", "PIL._avif", "PIL._imagingtk", "PIL._webp", "charset_normalizer"),
    *("curses", "doctest", "fontTools.pens.freetypePen", "hypothesis", "idlelib", "lib2to3", "lxml", "mypy"),
    *("matplotlib.testing", "numpy.distutils", "numpy.f2py", "numpy.tests"),
    *("pip", "pkg_resources", "pydoc_data", "pygments", "pytest", "requests", "rich", "scipy", "setuptools"),
    *("setuptools_scm", "sphinx", "tkinter", "tomlkit", "turtledemo", "urllib3", "wheel", "xmlrpc"),
    # There is one SQLite in the process, and it isn't Python's own (docs/decisions/0002).
    *("sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.ext.asyncio"),
    *("MySQLdb", "_sqlite3", "certifi", "psycopg2", "pysqlite2", "readline", "sqlite3"),
    *("PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest"),
]  # fmt: skip

_UNUSED = re.compile(
    r"""
    # Qt: screens without a desktop, what is only for the web or for embedded devices, pictures that we have none of.
    .*/Qt/?plugins/(egldeviceintegrations|generic|networkinformation|tls|qmltooling|sqldrivers|position|multimedia)/.*
    | .*/plugins/platforms/\w*q(eglfs|linuxfb|minimal|minimalegl|vnc|vkkhrdisplay|direct2d)\b.*
    | .*/plugins/imageformats/\w*q(gif|icns|jpeg|pdf|tga|tiff|wbmp|webp|macheif|macjp2)\b.*
    | .*/plugins/platforminputcontexts/\w*qtvirtualkeyboard.*
    | .*/plugins/wayland-graphics-integration-client/lib(dmabuf|drm-egl|shm-emulation|vulkan)-server.*
    | .*/plugins/wayland-shell-integration/lib(fullscreen-shell-v1|ivi-shell|qt-shell|wl-shell-plugin).*
    | .*Qt6?(Network|Qml|Quick|Pdf|VirtualKeyboard|EglFS|EglFs|WlShell|Sql|Test)\w*(\.|\b).*
    | (.*/)?opengl32sw\.dll | (.*/)?d3dcompiler_47\.dll
    | reconnect_desktop/resources/translations/.*\.po
    | .*/Qt/?translations/(?!qtbase_(de|es)\.qm$).*
    # Charts are drawn by Agg, SVG and PDF, in fonts of the system or DejaVu Sans (docs/decisions/0011).
    | .*mpl-data/(images|sample_data|stylelib|plot_directive|kpsewhich\.lua|fonts/afm|fonts/pdfcorefonts)(/.*)?
    | .*mpl-data/fonts/ttf/(?!DejaVuSans(-Bold)?\.ttf$|LastResort).*\.ttf
    # Pictures that are written are PNG: what reads the others is not loaded.
    | (.*/)?PIL/_(avif|webp|imagingtk|imagingcms|imagingmath|imagingmorph)\b.*
    | (.*/)?lib(avif|webp\w*|sharpyuv|lcms2)-[0-9a-f]{8}\..*
    | (.*/)?icalendar/(fuzzing|tests)/.* | (.*/)?zxcvbn/data/.*
    | (.*/)?lib-dynload/_(asyncio|codecs_\w+|crypt|curses\w*|dbm|gdbm|lsprof|sqlite3|tkinter|test\w*|xxsub\w*|xxtest\w*|uuid)\..*
    | (.*/)?lib-dynload/(audioop|nis|ossaudiodev|readline|spwd|xxlimited\w*)\..*
    | .*/(tests?|testing)/.*\.(py|npz|dat|txt|csv)
    | (.*/)?__pycache__/.*
    | (?!keyring-)[^/]+\.dist-info/.*
    """,
    re.VERBOSE,
)

# Of the system's own libraries those that Python is made with, and those that not every desktop has; the others belong to the system, whose drivers,
# themes and fonts are made for them.
_BROUGHT = re.compile(
    r"libpython3.*|libxcb-(cursor|icccm|image|keysyms|render-util|util)\.so.*|libxkbcommon(-x11)?\.so.*"
    r"|lib(bz2|crypto|ffi|lzma|mpdec|ssl)\.so.*"
)
_OF_THE_SYSTEM = re.compile(r"/(usr/)?lib(64|32|exec)?/.*")


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Those entries of the bundle that are needed, each once."""
    return [entry for entry in entries if not _is_unused(entry) and not _is_of_the_system(entry)]


def _is_unused(entry: Entry) -> bool:
    return bool(_UNUSED.fullmatch(_posix(entry[0])))


def _is_of_the_system(entry: Entry) -> bool:
    place, source, _ = entry
    name = PurePosixPath(_posix(place)).name
    found = _OF_THE_SYSTEM.fullmatch(source) and ".so" in name
    return bool(found) and "python3" not in source and not _BROUGHT.fullmatch(name)


def _posix(place: str) -> str:
    return PureWindowsPath(place).as_posix()
