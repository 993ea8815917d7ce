"""The sentence for a value that cannot be taken: what is wrong with it, and what to do."""

from __future__ import annotations

from reconnect_desktop.domain.errors import Invalid, Why

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
    ("passphrase", Why.EMPTY): "The passphrase is still empty; choose a few words that nobody would guess.",
    ("passphrase", Why.TOO_LONG): "A passphrase has room for 1,000 characters; please shorten it.",
    ("passphrase", Why.DIFFERENT): "The two passphrases differ; please write the same one twice.",
    (
        "recovery_key",
        Why.MISTYPED,
    ): "There is a slip in this recovery key; please compare it with your sheet, group by group.",
    (
        "recovery_key",
        Why.DIFFERENT,
    ): "This is another recovery key; please write the one that was just shown.",
    (
        "lock_after",
        Why.OUT_OF_RANGE,
    ): "The time until it locks is between 1 minute and 8 hours; please choose one of these, or never.",
    (
        "backup_folder",
        Why.REPEATED,
    ): "This is in the journal's own folder, where backups are already; please choose one on another disk.",
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
    "backup_folder": "the setting",
    "kind": "the kind of entry",
    "kept": "the time it was kept",
    "kept_zone": "the time zone it was kept in",
    "letter": "the letter",
    "lock_after": "the setting",
    "lock_with_session": "the setting",
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
    "passphrase": "the passphrase",
    "present_passphrase": "the passphrase",
    "quiet_hours": "the quiet hours",
    "rating_left_until": "the setting",
    "number": "the number",
    "range": "the range",
    "reached_out": "who reached out",
    "reason": "the reason",
    "recovery_key": "the recovery key",
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
    Why.MISTYPED: "There is a slip in {it}; please compare it letter by letter.",
    Why.DIFFERENT: "{It} is not the same as before; please write it once more.",
    Why.ENDS_BEFORE_START: "{It} comes before the beginning; please choose a later one.",
}


def knows_field(field: str) -> bool:
    """Whether the sentences have a word for this field of `Invalid` (a test asks)."""
    return field in _FIELDS


def explain_invalid(error: Invalid) -> str:
    """The one sentence for `error`."""
    sentence = _INVALID.get((error.field, error.why))
    if sentence is not None:
        return sentence
    it = _FIELDS.get(error.field, "this value")
    return _WHYS[error.why].format(it=it, It=it[0].upper() + it[1:])
