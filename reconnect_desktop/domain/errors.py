"""The errors that are the world's fault; `output.errors_in_words` has the words for each."""

from __future__ import annotations

from enum import StrEnum


class UserError(Exception):
    """Something outside the program is in the way; it is told in one sentence.

    Subclasses carry numbers and fixed words only: never a note, a name or a path.
    """


class Why(StrEnum):
    """What is wrong with a value that was typed or read."""

    OUT_OF_RANGE = "out_of_range"
    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_WORD = "unknown_word"
    IN_FUTURE = "in_future"
    NOT_A_TIME = "not_a_time"
    UNKNOWN_ZONE = "unknown_zone"
    TOO_LONG = "too_long"
    UNSTORABLE = "unstorable"
    EMPTY = "empty"
    REPEATED = "repeated"
    ENDS_BEFORE_START = "ends_before_start"
    MISTYPED = "mistyped"
    DIFFERENT = "different"


class Invalid(UserError):
    """A value cannot be taken: which field, and why."""

    def __init__(self, field: str, why: Why) -> None:
        super().__init__(field, why.value)
        self.field = field
        self.why = why


class NotFound(UserError):
    """No record has this id (or more than one begins with it)."""

    def __init__(self, matches: int = 0) -> None:
        super().__init__(matches)
        self.matches = matches


class NoSuchSuggestion(UserError):
    """No row of the catalogue has this id."""


class NoOpenTry(UserError):
    """No try of this suggestion waits to be told about."""


class NoOpenPause(UserError):
    """No pause covers today, so there is none to end."""


class NothingToUndo(UserError):
    """No change is left to undo."""


class NothingToRedo(UserError):
    """No change is left to redo."""


class ChangedMeanwhile(UserError):
    """The record is no longer what the change says it was before."""


class JournalBusy(UserError):
    """Another program holds the journal."""


class NoAnswer(UserError):
    """The process that has the journal open took a command over, and went before it said what came of it."""


class Untold(UserError):
    """A command was carried out, but what it said could not be printed."""


class JournalDamaged(UserError):
    """The journal file is not what was written."""


class SearchDamaged(JournalDamaged):
    """Every entry is as it was written, but not the search's words, which can be made anew from them."""


class NotAJournal(UserError):
    """The file in the journal's place is something else."""


class JournalTooNew(UserError):
    """The journal was written by a newer Reconnect."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known


class JournalLocked(UserError):
    """The journal is encrypted and no key was given."""


class WrongPassphrase(UserError):
    """What was typed is neither the passphrase nor the recovery key of the journal."""


class MistypedKey(WrongPassphrase):
    """What was typed has the form of a recovery key, but there is a slip in it."""


class KeysDamaged(UserError):
    """The journal is encrypted, and neither copy of the file with its wrapped keys can be read."""


class AlreadyEncrypted(UserError):
    """The journal has a passphrase already."""


class NotEncrypted(UserError):
    """The journal has no passphrase."""


class JournalMissing(UserError):
    """The journal file is not in its folder, though its backups or its keys are."""


class JournalGone(UserError):
    """The file that was opened is no longer in its place: its folder was moved, deleted or replaced meanwhile."""


class NoSuchBackup(UserError):
    """No backup has this name, or it is gone."""


class BackupDamaged(UserError):
    """The backup is not what was written."""


class BackupLocked(UserError):
    """The backup is encrypted with a key that is not the journal's: its own passphrase is needed."""


class NothingReadable(UserError):
    """Nothing can be read of a damaged journal, and there is no backup."""


class DiskFull(UserError):
    """There is no room left where the journal lies."""


class ReadOnly(UserError):
    """The folder that is to be written to (the journal's, or that of an export) cannot be."""


class DiskTrouble(UserError):
    """The disk answered with an error."""


class FileUnreadable(UserError):
    """A file the user named cannot be opened or read."""


class FileUnwritable(UserError):
    """A file the user named cannot be written."""


class UnknownFormat(UserError):
    """The file is of no format that can be read in."""


class UnknownEnding(UserError):
    """No export is written in files whose name ends so."""


class Malformed(UserError):
    """The file is of a known format, but broken in a way that cannot be skipped."""

    def __init__(self, format_name: str, line: int | None = None) -> None:
        super().__init__(format_name, line)
        self.format_name = format_name
        self.line = line


class UnsafeFile(UserError):
    """The file uses a construct that is refused for safety (a DOCTYPE, a size beyond all sense)."""


class WhoIsMissing(UserError):
    """The file holds several people, or entries about many things; `contacts` is (label, how many) for each."""

    def __init__(self, contacts: tuple[tuple[str, int], ...]) -> None:
        super().__init__(len(contacts))
        self.contacts = contacts


class AnswerMissing(UserError):
    """The file leaves something open that the user has to say first."""


class DateOrderMissing(AnswerMissing):
    """Whether the day or the month stands first can't be told from the file."""


class LevelsMissing(AnswerMissing):
    """The file has words for moods without saying how good they are; `words` is how many."""

    def __init__(self, words: int) -> None:
        super().__init__(words)
        self.words = words


class ColumnsMissing(AnswerMissing):
    """A table of any kind, of which nobody said what its columns are."""


class ArchiveLocked(UserError):
    """The archive needs a password, which Reconnect doesn't ask for."""


class WhoIsUnknown(WhoIsMissing):
    """Nobody in the file has the name or number that was given."""
