"""With a passphrase, not a word of what a user confides, nor of what opens it, can be read in any file: not in the journal either."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reconnect_desktop import clock, encrypting
from reconnect_desktop.backing_up import back_up
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.unlocking import unlock as data_key
from tests.stories.conftest import User
from tests.stories.guarded import locked, start_unlocked, unlock
from tests.stories.test_canary import (
    NOTE,
    assert_private,
    confide,
    log_a_crash,
    shown_titles,
    sings,
    written_outside,
)

PASSPHRASE, SECRET = "xanadu and the walnut tree", b"sixteen secrets!"


def test_an_encrypted_session_leaves_no_word_and_no_key_anywhere(
    user: User, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_keys: None
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir(mode=0o700)
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", None)
    os.umask(0o077)  # as __main__ does first of all
    journal = Journal.open(user.folder, clock.now)
    encrypting.turn_on(journal, PASSPHRASE, SECRET)
    key = journal.key
    journal.close()
    assert key is not None

    # A day with it: everything is written, backed up, locked, opened again, and crashes.
    window = start_unlocked(user, PASSPHRASE)
    confide(user)
    titles = shown_titles()
    for page in ("today", "log", "letters", "review"):
        window.show_page(page)
        QApplication.processEvents()
        titles |= shown_titles()
    back_up(user.journal, Occasion.ASKED)
    user.program.show_quick_add()  # type: ignore[union-attr]
    user.until(lambda: type(QApplication.activeWindow()).__name__ == "QuickAdd")
    user.type("c", Qt.Key.Key_Tab, "2", "5")
    window.form.lock_action.trigger()
    titles |= shown_titles()
    locked(user)
    log_a_crash()
    titles |= shown_titles()
    unlock(user, window, PASSPHRASE)
    user.until(lambda: user.program is not None and user.program.journal is not None)
    user.leave()

    # Looked for everywhere: the journal, its backups and keys, preferences, log, temporary files, the runtime folder.
    outside = written_outside(user.folder, tmp_path)
    every = [path for top in (user.folder, *outside) for path in (top, *top.rglob("*")) if path.is_file()]
    assert len([path for path in every if path.suffix == ".db"]) >= 3
    written = recovery_key.write(SECRET)
    told = (PASSPHRASE, written, written.replace("-", ""), key.hex(), base64.b64encode(key).decode())
    secrets = [
        SECRET,
        key,
        *(secret.encode() for secret in told),
        *(secret.encode("utf-16-le") for secret in told),
    ]
    heard = {
        path.name
        for path in every
        for data in [path.read_bytes()]
        if sings(data) or any(it in data for it in secrets)
    }
    assert not heard
    assert not [path for path in every if sings(path.name)]
    assert not [title for title in titles if sings(title)]
    assert_private([user.folder, *outside])
    strange = [path for path in home.rglob("*") if path.is_file() and "reconnect-desktop" not in path.parts]
    assert not strange

    # And it is there, for who has the passphrase.
    assert data_key(user.folder, PASSPHRASE) == key
    journal = Journal.open(user.folder, clock.now, key)
    assert NOTE in {one.note for one in journal.all(Interaction)}
    journal.close()
