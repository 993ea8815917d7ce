"""One sentence for each error of the world: what is wrong, and what to do. Never a note, a name or a path."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from reconnect_desktop.domain import errors
from reconnect_desktop.domain.errors import Invalid, Malformed, NotFound, UserError, Why

_SENTENCES: dict[type[UserError], str] = {
    errors.NoSuchSuggestion: "No suggestion has this name; Ideas has them all, and `suggest` prints the one that fits now.",
    errors.NoOpenTry: "No try of this suggestion is open; `try --list` shows all of them.",
    errors.NoOpenPause: "There is no pause today that could end; `pause --list` shows all of them.",
    errors.NothingToUndo: "There is nothing left to undo.",
    errors.NothingToRedo: "There is nothing left to redo.",
    errors.ChangedMeanwhile: "This was changed somewhere else in the meantime; please look at it again and repeat the change.",
    errors.JournalBusy: "Another program has this journal open; close it there, then try again.",
    errors.NoAnswer: "Reconnect's window went before it answered; look in the log whether this was done, before you try again.",
    errors.Untold: "This was done, but what came of it could not be printed; check where the output goes.",
    errors.JournalDamaged: "The journal is damaged, so nothing is written to it; keep it, and use a copy of its folder if you have one.",
    errors.NotAJournal: "The file in the journal's place is not a journal, so it is left untouched; move it away or choose another folder.",
    errors.JournalLocked: "The journal is encrypted; its passphrase is needed to open it.",
    errors.JournalTooNew: "This journal was written by a newer Reconnect, so it is left untouched; please update Reconnect.",
    errors.DiskFull: "There is no room left on the disk; free some space, then try again.",
    errors.ReadOnly: "This folder can't be written to; check its permissions, or choose another one.",
    errors.DiskTrouble: "The disk reported an error; check that it is still connected, then try again.",
    errors.FileUnreadable: "This file can't be read; check that it exists and that you are allowed to open it.",
    errors.FileUnwritable: "The file can't be written there; choose another place, or check the permissions.",
    errors.UnknownFormat: "Reconnect doesn't know this kind of file; it reads and writes .json and .csv, and reads SMS Backup & Restore call logs.",
    errors.UnsafeFile: "This file contains something that could do harm, so it was not opened; please export it afresh.",
    errors.WhoIsMissing: "This file has contacts with several people; please choose which of them she is.",
    errors.WhoIsUnknown: "Nobody in this file has that name or number; please choose someone who is in it.",
}

# The sentences for a value that people type; all other pairs are built from `_FIELDS` and `_WHYS`.
_INVALID: dict[tuple[str, Why], str] = {
    (
        "closeness",
        Why.OUT_OF_RANGE,
    ): "Closeness goes from 1 (far apart) to 7 (very close); choose one of these, or leave it open.",
    ("closeness", Why.NOT_A_NUMBER): "Closeness is a whole number from 1 (far apart) to 7 (very close).",
    (
        "mood",
        Why.OUT_OF_RANGE,
    ): "Mood goes from 1 (very low) to 5 (great); choose one of these, or leave it open.",
    ("mood", Why.NOT_A_NUMBER): "Mood is a whole number from 1 (very low) to 5 (great).",
    (
        "minutes",
        Why.OUT_OF_RANGE,
    ): "A length is between 0 minutes and 24 hours; shorten it, or leave it open.",
    ("minutes", Why.NOT_A_NUMBER): "Reconnect can't read this length; write it like 25, 1:15 or 1.5 h.",
    ("when", Why.IN_FUTURE): "This time has not come yet; choose one that is past.",
    ("when", Why.OUT_OF_RANGE): "Times from the year 1900 until now can be kept; please choose another.",
    (
        "when",
        Why.NOT_A_TIME,
    ): "Reconnect can't read this time; write it like 2026-11-22T18:40, or just 2026-11-22.",
    (
        "end",
        Why.ENDS_BEFORE_START,
    ): "The end comes before the beginning; choose a later end, or leave it open.",
    (
        "span",
        Why.ENDS_BEFORE_START,
    ): "The last day comes before the first one; choose a later last day, or an earlier first one.",
    (
        "tags",
        Why.TOO_LONG,
    ): "A tag has at most 60 characters, and there can be 50 of them; shorten one or leave some out.",
    ("tags", Why.EMPTY): "A tag is a word or a few on one line; please fill it in or leave it out.",
    ("tags", Why.REPEATED): "The same tag is there twice; once is enough.",
    (
        "note",
        Why.TOO_LONG,
    ): "The note has room for 100,000 characters; please shorten it, or split it into two.",
    ("win", Why.TOO_LONG): "The win has room for 100,000 characters; please shorten it.",
    ("topic", Why.TOO_LONG): "A topic has room for 1,000 characters; please shorten it.",
    ("topic", Why.EMPTY): "The topic is still empty; write a word or two.",
    ("her_name", Why.EMPTY): "Please write what you call her: one word is enough.",
    (
        "her_name",
        Why.TOO_LONG,
    ): "There is room for 40 characters; please choose a shorter name for the screens.",
    ("zone", Why.UNKNOWN_ZONE): "This time zone is not known here; write it like Europe/Berlin.",
    (
        "row",
        Why.TOO_LONG,
    ): "This row has more cells than there are columns; please look for a comma too many.",
    ("type", Why.UNKNOWN_WORD): "Reconnect doesn't know this kind of call, so it was left out.",
    ("number", Why.EMPTY): "This call has no number, so it can't be told whose it was.",
    ("duration", Why.OUT_OF_RANGE): "The length of this call can't be right, so it was left out.",
    ("date", Why.OUT_OF_RANGE): "The date of this call can't be right, so it was left out.",
    ("month", Why.NOT_A_TIME): "Reconnect can't read this month; write it like 2026-10.",
    ("chart", Why.UNKNOWN_WORD): "No chart has this name; `chart` alone lists all of them.",
    ("review_pdf", Why.UNKNOWN_WORD): "A review as PDF is written to a .pdf file; let the name end so.",
    ("review_html", Why.UNKNOWN_WORD): "A review as a page is written to a .html file; let the name end so.",
    ("chart_file", Why.UNKNOWN_WORD): "A chart is written to a .png, .svg or .pdf file; let the name end so.",
    (
        "range",
        Why.NOT_A_TIME,
    ): "Reconnect can't read this range; write 3m, 1y, all, or days like 2026-01-01..2026-03-31.",
    ("month", Why.REPEATED): "Please name either a month or a year, one at a time.",
    ("year", Why.NOT_A_TIME): "Reconnect can't read this year; write it like 2026.",
    ("reflection", Why.TOO_LONG): "The reflection has room for 100,000 characters; please shorten it.",
    (
        "good",
        Why.OUT_OF_RANGE,
    ): "An interval is between 1 day and 10 years; please choose a number of days in between.",
    (
        "fine",
        Why.OUT_OF_RANGE,
    ): "What is still fine is at least as long as the good interval, and 10 years at most; please choose a longer one.",
    ("need", Why.EMPTY): "The need is still empty; choose one, or write it in your own words.",
    (
        "field",
        Why.UNKNOWN_WORD,
    ): "There is a field here that Reconnect doesn't know, so the entry was not taken rather than in part.",
}

_FIELDS = {
    "added": "the time it was added",
    "added_zone": "the time zone it was added in",
    "answer": "the answer",
    "answered": "the time it was answered",
    "answered_zone": "the time zone it was answered in",
    "asked": "whether it was asked for",
    "at": "the time",
    "begun": "the time it was begun",
    "begun_zone": "the time zone it was begun in",
    "causes_asked": "the setting",
    "causes_left": "the setting",
    "trying_hidden": "the setting",
    "changed": "the time it was changed",
    "changed_zone": "the time zone it was changed in",
    "chart": "the chart",
    "chart_file": "the chart's file",
    "review_pdf": "the review's file",
    "review_html": "the review's file",
    "closeness": "the closeness",
    "date": "the date",
    "done": "the time it was done",
    "done_zone": "the time zone it was done in",
    "duration": "the length",
    "end": "the end",
    "felt": "how it felt",
    "field": "the field",
    "fine": "the interval that is still fine",
    "gentler_ways": "the setting",
    "good": "the good interval",
    "grateful": "what you are grateful for",
    "happened": "what happened",
    "her_name": "her name",
    "id": "the id",
    "intention": "the intention",
    "kind": "the kind of entry",
    "kept": "the time it was kept",
    "kept_zone": "the time zone it was kept in",
    "letter": "the letter",
    "logged": "the time it was logged",
    "logged_zone": "the time zone it was logged in",
    "medium": "the medium",
    "met": "whether it was met",
    "minutes": "the length",
    "month": "the month",
    "mood": "the mood",
    "mood_on_today": "the setting",
    "need": "the need",
    "no_contact_since": "the setting",
    "note": "the note",
    "noted": "the time it was noted",
    "noted_zone": "the time zone it was noted in",
    "nudges": "the setting",
    "nudges_most": "the setting",
    "on": "the day",
    "outcome": "how it went",
    "quiet_hours": "the quiet hours",
    "rating_left_until": "the setting",
    "number": "the number",
    "range": "the range",
    "reached_out": "who reached out",
    "reason": "the reason",
    "reflection": "the reflection",
    "review_on_today": "the setting",
    "review_rhythm_kept": "the setting",
    "review_seen": "the setting",
    "rhythm": "the rhythm",
    "row": "the row",
    "setting": "the setting",
    "shown": "the time it was shown",
    "shown_zone": "the time zone it was shown in",
    "signal": "the signal",
    "since": "the first day",
    "source": "the source",
    "source_key": "the source's key",
    "span": "the span of days",
    "start": "the beginning",
    "suggestion": "the suggestion",
    "tags": "the tags",
    "text": "the text",
    "title": "the title",
    "topic": "the topic",
    "type": "the kind of call",
    "until": "the last day",
    "value": "the value",
    "when": "the time",
    "win": "the win",
    "wish": "what you wish for",
    "words": "the words",
    "year": "the year",
    "zone": "the time zone",
}

_WHYS = {
    Why.OUT_OF_RANGE: "{It} is outside what can be kept; please choose another value.",
    Why.NOT_A_NUMBER: "{It} should be a whole number; please write it in digits.",
    Why.UNKNOWN_WORD: "Reconnect doesn't know what is written for {it}; please choose one of the words it offers.",
    Why.IN_FUTURE: "{It} has not come yet; please choose one that is past.",
    Why.NOT_A_TIME: "Reconnect can't read {it}; write it like 2026-11-22T18:40+01:00, or just 2026-11-22.",
    Why.UNKNOWN_ZONE: "{It} is not known here; write the zone like Europe/Berlin.",
    Why.TOO_LONG: "{It} is longer than can be kept; please shorten it.",
    Why.UNSTORABLE: "There is a character that can't be saved in {it}; please remove it, or type the text afresh.",
    Why.EMPTY: "{It} is still missing; please fill it in.",
    Why.REPEATED: "The same thing is there twice in {it}; once is enough.",
    Why.ENDS_BEFORE_START: "{It} comes before the beginning; please choose a later one.",
}


def explain(error: UserError) -> str:
    """The one sentence a person is shown for `error`."""
    if isinstance(error, Invalid):
        return _explain_invalid(error)
    teller = _TELLERS.get(type(error))
    if teller is not None:
        return teller(error)
    for known in type(error).__mro__:
        if known in _SENTENCES:
            return _SENTENCES[known]
    return "Something outside Reconnect is in the way; please try again in a moment."


def what_is_wrong(error: UserError) -> str:
    """The first half of the sentence, without what to do: for what can't be done over, as a line of a file."""
    return explain(error).partition(";")[0].rstrip(".") + "."


def knows_field(field: str) -> bool:
    """Whether the sentences have a word for this field of `Invalid` (a test asks)."""
    return field in _FIELDS


def _explain_invalid(error: Invalid) -> str:
    sentence = _INVALID.get((error.field, error.why))
    if sentence is not None:
        return sentence
    it = _FIELDS.get(error.field, "this value")
    return _WHYS[error.why].format(it=it, It=it[0].upper() + it[1:])


def _explain_not_found(error: UserError) -> str:
    matches = cast("NotFound", error).matches
    if matches > 1:
        return f"{matches:,} entries have an id that begins like this; write a few more of its characters."
    return "No entry has this id; it may have been deleted."


def _explain_malformed(error: UserError) -> str:
    malformed = cast("Malformed", error)
    where = f" at line {malformed.line:,}" if malformed.line else ""
    return f"This {_FILES.get(malformed.format_name, 'file')} is broken{where}, so nothing was brought in; please export it afresh."


# What the files of a format are called. The key is the format's name.
_FILES = {"json": "journal file", "csv": "table", "sms-calls": "call log"}

_TELLERS: dict[type[UserError], Callable[[UserError], str]] = {
    errors.NotFound: _explain_not_found,
    errors.Malformed: _explain_malformed,
}
