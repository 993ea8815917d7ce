"""One sentence for each error of the world: what is wrong, and what to do. Never a note, a name or a path."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from reconnect_desktop.domain import errors
from reconnect_desktop.domain.errors import Invalid, Malformed, NotFound, UserError
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.language import mark, number, tr, tr_n
from reconnect_desktop.output.invalid_in_words import explain_invalid

_SENTENCES: dict[type[UserError], str] = {
    errors.NoSuchSuggestion: mark(
        "No suggestion has this name; Ideas has them all, and `suggest` prints the one that fits now."
    ),
    errors.NoOpenTry: mark("No try of this suggestion is open; `try --list` shows all of them."),
    errors.NoOpenPause: mark("There is no pause today that could end; `pause --list` shows all of them."),
    errors.NothingToUndo: mark("There is nothing left to undo."),
    errors.NothingToRedo: mark("There is nothing left to redo."),
    errors.ChangedMeanwhile: mark(
        "This was changed somewhere else in the meantime; please look at it again and repeat the change."
    ),
    errors.JournalBusy: mark("Another program has this journal open; close it there, then try again."),
    errors.NoAnswer: mark(
        "Reconnect's window went before it answered; look in the log whether this was done, before you try again."
    ),
    errors.Untold: mark(
        "This was done, but what came of it could not be printed; check where the output goes."
    ),
    errors.JournalDamaged: mark(
        "The journal is damaged, so nothing is written to it; the main window, or `rescue`, shows what can be had back."
    ),
    errors.NotAJournal: mark(
        "The file in the journal's place is not a journal, so it is left untouched; move it away or choose another folder."
    ),
    errors.JournalLocked: mark("The journal is encrypted; its passphrase is needed to open it."),
    errors.WrongPassphrase: mark(
        "This doesn't open the journal; look at capital letters and the keyboard's language, or use the recovery key."
    ),
    errors.MistypedKey: mark(
        "This doesn't open the journal; if it is the recovery key, there is a slip in it: compare it with your sheet, group by group."
    ),
    errors.KeysDamaged: mark(
        "The file with the journal's keys can't be read; the main window, or `rescue`, shows what can be had back."
    ),
    errors.AlreadyEncrypted: mark(
        "The journal has a passphrase already; it can be changed, or taken away first."
    ),
    errors.NotEncrypted: mark("The journal has no passphrase; set one first."),
    errors.JournalMissing: mark(
        "The journal is not in its folder, but its backups are; put it back, or have it made anew by the main window or `rescue`."
    ),
    errors.JournalGone: mark(
        "The journal's folder was moved or deleted meanwhile; put it back, then try again."
    ),
    errors.NoSuchBackup: mark("No backup has this name; `backups` lists all of them."),
    errors.BackupDamaged: mark("This backup is damaged, so it was not used; please choose another one."),
    errors.BackupLocked: mark("This backup was made under another passphrase; please give that one."),
    errors.NothingReadable: mark(
        "Nothing can be read of the damaged journal, and there is no backup; it is kept as it is, in case someone can help."
    ),
    errors.JournalTooNew: mark(
        "This journal was written by a newer Reconnect, so it is left untouched; please update Reconnect."
    ),
    errors.DiskFull: mark("There is no room left on the disk; free some space, then try again."),
    errors.ReadOnly: mark("This folder can't be written to; check its permissions, or choose another one."),
    errors.DiskTrouble: mark("The disk reported an error; check that it is still connected, then try again."),
    errors.FileUnreadable: mark(
        "This file can't be read; check that it exists and that you are allowed to open it."
    ),
    errors.FileUnwritable: mark(
        "The file can't be written there; choose another place, or check the permissions."
    ),
    errors.UnknownFormat: mark(
        "Reconnect doesn't know this kind of file; the guide's page on bringing history in lists what it reads."
    ),
    errors.UnknownEnding: mark(
        "An export is told by its ending: .json, .csv, .md, .ics or .sqlite; please give the file one of these."
    ),
    errors.UnsafeFile: mark(
        "This file contains something that could do harm, so it was not opened; please export it afresh."
    ),
    errors.WhoIsMissing: mark(
        "This file has contacts with several people; please choose which of them she is."
    ),
    errors.AnswerMissing: mark(
        "This file leaves something open; please bring it in from the window, which asks for it."
    ),
    errors.DateOrderMissing: mark(
        "It can't be told whether the day or the month stands first in this file; please say it with --dates."
    ),
    errors.LevelsMissing: mark(
        "This file has its own words for moods; please say with --level how good each of them is."
    ),
    errors.ColumnsMissing: mark(
        "Reconnect doesn't know this table's columns; please say with --column what is in them."
    ),
    errors.ArchiveLocked: mark(
        "This archive needs a password; please unpack it first, then choose the file in it."
    ),
    errors.WhoIsUnknown: mark(
        "Nobody in this file has that name or number; please choose someone who is in it."
    ),
}


def explain(error: UserError) -> str:
    """The one sentence a person is shown for `error`."""
    if isinstance(error, Invalid):
        return explain_invalid(error)
    teller = _TELLERS.get(type(error))
    if teller is not None:
        return teller(error)
    for known in type(error).__mro__:
        if known in _SENTENCES:
            return tr(_SENTENCES[known])
    return tr("Something outside Reconnect is in the way; please try again in a moment.")


def what_is_wrong(error: UserError) -> str:
    """The first half of the sentence, without what to do: for what can't be done over, as a line of a file.

    A ";" stands between the two, in every language.
    """
    return explain(error).partition(";")[0].rstrip(".") + "."


def _explain_not_found(error: UserError) -> str:
    matches = cast("NotFound", error).matches
    if matches > 1:
        return tr_n(
            "{count} entry has an id that begins like this; write a few more of its characters.",
            "{count} entries have an id that begins like this; write a few more of its characters.",
            matches,
        )
    return tr("No entry has this id; it may have been deleted.")


def _explain_malformed(error: UserError) -> str:
    malformed = cast("Malformed", error)
    called = tr(next((row.called for row in FORMATS if row.name == malformed.format_name), mark("file")))
    if malformed.line:
        # Translators: {called} is "table", "call log", "diary" …; where "this" has a gender, it may stand in brackets.
        return tr(
            "This {called} is broken at line {line}, so nothing was brought in; please export it afresh.",
            called=called,
            line=number(malformed.line),
        )
    # Translators: {called} is "table", "call log", "diary" …; where "this" has a gender, it may stand in brackets.
    return tr("This {called} is broken, so nothing was brought in; please export it afresh.", called=called)


_TELLERS: dict[type[UserError], Callable[[UserError], str]] = {
    errors.NotFound: _explain_not_found,
    errors.Malformed: _explain_malformed,
}
