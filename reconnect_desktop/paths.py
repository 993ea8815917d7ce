"""Where things lie: the journal, the preferences, and what ships with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_NAME = "reconnect-desktop"


def resource(*parts: str) -> Path:
    """A file of `resources/`: right in a checkout, an editable install, a wheel and a bundle."""
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if root.is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError("resources")


def guide(name: str) -> Path:
    """A page or a picture of the user's guide, which may not be there."""
    shipped = _PACKAGE / "resources" / "guide"
    return (shipped if shipped.is_dir() else _PACKAGE.parent / "docs" / "guide") / name


def journal_folder(chosen: str | None = None) -> Path:
    """The journal's folder: the one chosen, else $RECONNECT_JOURNAL, else the user's data folder."""
    named = chosen or os.environ.get("RECONNECT_JOURNAL")
    return Path(named).expanduser().absolute() if named else usual_journal_folder()


def usual_journal_folder() -> Path:
    """The user's data folder, where a journal lies when none is chosen."""
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """Where the preferences that say nothing personal are kept (window size, look)."""
    import platformdirs

    return platformdirs.user_config_path(_NAME, appauthor=False)


def log_folder() -> Path:
    """Where the log of event codes is kept."""
    import platformdirs

    return platformdirs.user_log_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """Where others' files are kept that would else lie about in the user's home: nothing of the journal."""
    import platformdirs

    return platformdirs.user_cache_path(_NAME, appauthor=False)


def keep_matplotlib_here() -> None:
    """Have matplotlib keep its list of fonts in our cache, and take no style from the user's other work; before it is loaded."""
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))


def runtime_folder() -> Path:
    """Where the running program can be reached by a second start; whoever uses it makes sure it is private."""
    if sys.platform == "linux":
        # As platformdirs has it, without its warning where there is no session (under cron, in a container).
        session = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
        if os.access(session, os.W_OK):
            return session / _NAME
        import tempfile

        return Path(tempfile.gettempdir()) / f"{_NAME}-{os.getuid()}"
    import platformdirs

    return platformdirs.user_runtime_path(_NAME, appauthor=False)
