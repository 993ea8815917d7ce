"""What every test stands on: a still clock, an empty home, no real screen, one zone and one language."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from hypothesis import HealthCheck, settings

from tests.fakes import ZONE, FakeClock

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.storage.connection import Connection

CACHE = Path(__file__).resolve().parent.parent / ".cache"

# A slow machine is no bug, so nothing is judged by how long an example took.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=40,  # the same each time; a campaign tries others, and many
)
settings.register_profile(
    "campaign", settings.get_profile("ci"), derandomize=False, max_examples=3_000, print_blob=True
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the windows instead of painting off screen")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("campaign" if os.environ.get("RECONNECT_CAMPAIGN") else "ci")
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in [
        name for name in os.environ if name.startswith(("LC_", "LANG", "RECONNECT_", "QT_SCALE", "XDG_"))
    ]:
        if name not in ("RECONNECT_CAMPAIGN", "RECONNECT_SEED"):
            del os.environ[name]
    # Qt takes its language from LANG; the encoding is said apart, for en_GB need not be installed.
    os.environ.update(LANG="en_GB.UTF-8", LC_CTYPE="C.UTF-8", TZ=ZONE)
    time.tzset()
    # Both caches hold nothing but fonts, and take seconds to fill.
    os.environ.update(MPLCONFIGDIR=str(CACHE / "matplotlib"), XDG_CACHE_HOME=str(CACHE / "tests"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Ten thousand tests stay to the end: the collector need not go through them each time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, for now and then each waits for a disk, a process or a clock."""
    return (os.cpu_count() or 1) + 1


def pytest_sessionfinish() -> None:
    """Let go of what was copied: at its end, the offscreen platform would crash over it."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("en_GB"))
    return ["reconnect-desktop"]


@pytest.fixture(scope="session")
def unused() -> Iterator[list[Path]]:
    """Folders of which no test has made anything: the next one may have them."""
    folders: list[Path] = []
    yield folders
    for folder in folders:
        folder.rmdir()


@pytest.fixture
def borrowed(unused: list[Path]) -> Iterator[Callable[[], Path]]:
    """Lends empty folders with a short path until the end of the test."""
    lent: list[Path] = []

    def lend() -> Path:
        lent.append(unused.pop() if unused else Path(tempfile.mkdtemp(prefix="rc-")))
        return lent[-1]

    yield lend
    for folder in lent:
        if folder.is_dir() and folder.stat().st_mode & 0o777 == 0o700 and not any(folder.iterdir()):
            unused.append(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(
    request: pytest.FixtureRequest, borrowed: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An empty home, never the real one; file modes as a common machine has them."""
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path") / "home"
        folder.mkdir()
    else:
        folder = borrowed()
    monkeypatch.setenv("HOME", str(folder))
    # A socket's path has room for some hundred characters, which a test's own folder can use up.
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(borrowed()))
    before = os.umask(0o022)
    yield folder
    os.umask(before)


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test() -> Iterator[None]:
    """Those that were to be deleted wait for an event loop that no test has; the next change of look would restyle them all."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.processEvents()  # what was read for them comes first
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """One that was just made, as its own migrations make it."""
    from reconnect_desktop.storage.connection import connect
    from reconnect_desktop.storage.migrations import upgrade

    made = connect(tmp_path_factory.mktemp("empty") / "journal.db")
    upgrade(made)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _new_journals_are_copies(empty_journal: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its migrations make an empty journal in 60 ms, page for page the same each time: 1 ms is enough.

    Encrypted ones, and those of older schemas, are made in full; so are all in tests of the storage itself.
    """
    from reconnect_desktop.storage import migrations

    upgrade = migrations.upgrade

    def fill(connection: Connection) -> None:
        is_new = connection.execute("PRAGMA page_count").fetchone() == (0,)
        with suppress(sqlcipher3.Error):  # between plain and encrypted ones nothing can be copied
            if is_new:
                return empty_journal.backup(connection)
        return upgrade(connection)

    monkeypatch.setattr(migrations, "upgrade", fill)


@pytest.fixture
def clock() -> FakeClock:
    """Sunday 22 November 2026, 18:40 in Berlin, until it is advanced."""
    return FakeClock()


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """An empty journal in a folder of its own."""
    from reconnect_desktop.journal import Journal

    opened = Journal.open(tmp_path / "journal", clock)
    yield opened
    opened.close()


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases cost next to nothing to guess: what is not about that need not wait for it."""
    from reconnect_desktop.storage import vault

    monkeypatch.setattr(vault, "COST", vault.Cost(memory=32, passes=1, lanes=4))
