"""The sentence for a value that cannot be taken: what is wrong with it, and what to do."""

from __future__ import annotations

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.field_words import field_word

# The sentences for a value that people type; all other pairs are said by `_WHYS`.
_INVALID: dict[tuple[str, Why], str] = {
    ("closeness", Why.OUT_OF_RANGE): mark(
        "Closeness goes from 1 (far apart) to 7 (very close); choose one of these, or leave it open."
    ),
    ("closeness", Why.NOT_A_NUMBER): mark(
        "Closeness is a whole number from 1 (far apart) to 7 (very close)."
    ),
    ("mood", Why.OUT_OF_RANGE): mark(
        "Mood goes from 1 (very low) to 5 (great); choose one of these, or leave it open."
    ),
    ("mood", Why.NOT_A_NUMBER): mark("Mood is a whole number from 1 (very low) to 5 (great)."),
    ("minutes", Why.OUT_OF_RANGE): mark(
        "A length is between 0 minutes and 24 hours; shorten it, or leave it open."
    ),
    ("minutes", Why.NOT_A_NUMBER): mark("Reconnect can't read this length; write it like 25, 1:15 or 1.5 h."),
    ("when", Why.IN_FUTURE): mark("This time has not come yet; choose one that is past."),
    ("when", Why.OUT_OF_RANGE): mark(
        "Times from the year 1900 until now can be kept; please choose another."
    ),
    ("when", Why.NOT_A_TIME): mark(
        "Reconnect can't read this time; write it like 2026-11-22T18:40, or just 2026-11-22."
    ),
    ("end", Why.ENDS_BEFORE_START): mark(
        "The end comes before the beginning; choose a later end, or leave it open."
    ),
    ("span", Why.ENDS_BEFORE_START): mark(
        "The last day comes before the first one; choose a later last day, or an earlier first one."
    ),
    ("tags", Why.TOO_LONG): mark(
        "A tag has at most 60 characters, and there can be 50 of them; shorten one or leave some out."
    ),
    ("tags", Why.EMPTY): mark("A tag is a word or a few on one line; please fill it in or leave it out."),
    ("tags", Why.REPEATED): mark("The same tag is there twice; once is enough."),
    ("note", Why.TOO_LONG): mark(
        "The note has room for 100,000 characters; please shorten it, or split it into two."
    ),
    ("win", Why.TOO_LONG): mark("The win has room for 100,000 characters; please shorten it."),
    ("topic", Why.TOO_LONG): mark("A topic has room for 1,000 characters; please shorten it."),
    ("topic", Why.EMPTY): mark("The topic is still empty; write a word or two."),
    ("plan", Why.TOO_LONG): mark("There is room for 200 characters; please say it in fewer words."),
    ("plan", Why.EMPTY): mark("What it is about is still empty; write a word or two."),
    ("plan", Why.UNSTORABLE): mark("A plan is a word or a few on one line; please write it on one."),
    ("time", Why.NOT_A_TIME): mark("Reconnect can't read this time of day; write it like 18:30."),
    ("settled", Why.OUT_OF_RANGE): mark("Days from the year 1900 on can be kept; please choose another."),
    ("day", Why.OUT_OF_RANGE): mark("Days from the year 1900 on can be kept; please choose another."),
    ("day", Why.NOT_A_TIME): mark("Reconnect can't read this day; write it like 2026-11-22."),
    ("again", Why.UNKNOWN_WORD): mark(
        "It can come again weekly, every two weeks, monthly or yearly, or never; a birthday comes every year."
    ),
    ("her_name", Why.EMPTY): mark("Please write what you call her: one word is enough."),
    ("her_name", Why.TOO_LONG): mark(
        "There is room for 40 characters; please choose a shorter name for the screens."
    ),
    ("zone", Why.UNKNOWN_ZONE): mark("This time zone is not known here; write it like Europe/Berlin."),
    ("row", Why.TOO_LONG): mark(
        "This row has more cells than there are columns; please look for a comma too many."
    ),
    ("type", Why.UNKNOWN_WORD): mark("Reconnect doesn't know this kind of call, so it was left out."),
    ("number", Why.EMPTY): mark("This call has no number, so it can't be told whose it was."),
    ("silence", Why.OUT_OF_RANGE): mark(
        "A silence is between 5 minutes and a day; please choose one in between."
    ),
    ("messages", Why.OUT_OF_RANGE): mark(
        "An exchange has between 1 and 1,000,000 messages; please look at the number."
    ),
    ("duration", Why.OUT_OF_RANGE): mark("The length of this call can't be right, so it was left out."),
    ("date", Why.OUT_OF_RANGE): mark("The date of this call can't be right, so it was left out."),
    ("month", Why.NOT_A_TIME): mark("Reconnect can't read this month; write it like 2026-10."),
    ("chart", Why.UNKNOWN_WORD): mark("No chart has this name; `chart` alone lists all of them."),
    ("review_pdf", Why.UNKNOWN_WORD): mark("A review as PDF is written to a .pdf file; let the name end so."),
    ("review_html", Why.UNKNOWN_WORD): mark(
        "A review as a page is written to a .html file; let the name end so."
    ),
    ("chart_file", Why.UNKNOWN_WORD): mark(
        "A chart is written to a .png, .svg or .pdf file; let the name end so."
    ),
    ("range", Why.NOT_A_TIME): mark(
        "Reconnect can't read this range; write 3m, 1y, all, or days like 2026-01-01..2026-03-31."
    ),
    ("month", Why.REPEATED): mark("Please name either a month or a year, one at a time."),
    ("year", Why.NOT_A_TIME): mark("Reconnect can't read this year; write it like 2026."),
    ("passphrase", Why.EMPTY): mark(
        "The passphrase is still empty; choose a few words that nobody would guess."
    ),
    ("passphrase", Why.TOO_LONG): mark("A passphrase has room for 1,000 characters; please shorten it."),
    ("passphrase", Why.DIFFERENT): mark("The two passphrases differ; please write the same one twice."),
    ("recovery_key", Why.MISTYPED): mark(
        "There is a slip in this recovery key; please compare it with your sheet, group by group."
    ),
    ("recovery_key", Why.DIFFERENT): mark(
        "This is another recovery key; please write the one that was just shown."
    ),
    ("lock_after", Why.OUT_OF_RANGE): mark(
        "The time until it locks is between 1 minute and 8 hours; please choose one of these, or never."
    ),
    ("backup_folder", Why.REPEATED): mark(
        "This is in the journal's own folder, where backups are already; please choose one on another disk."
    ),
    ("reflection", Why.TOO_LONG): mark("The reflection has room for 100,000 characters; please shorten it."),
    ("good", Why.OUT_OF_RANGE): mark(
        "An interval is between 1 day and 10 years; please choose a number of days in between."
    ),
    ("fine", Why.OUT_OF_RANGE): mark(
        "What is still fine is at least as long as the good interval, and 10 years at most; please choose a longer one."
    ),
    ("need", Why.EMPTY): mark("The need is still empty; choose one, or write it in your own words."),
    ("level", Why.UNKNOWN_WORD): mark("A level is written like rad=5: the file's own word, then 1 to 5."),
    ("column", Why.UNKNOWN_WORD): mark(
        "A column is written like at=Date: what it is (at, time, medium, minutes, note, who …), then its name."
    ),
    ("field", Why.UNKNOWN_WORD): mark(
        "There is a field here that Reconnect doesn't know, so the entry was not taken rather than in part."
    ),
}

_WHYS = {
    # Translators: {it} is such as "the note", "the time", "how it went", as at the head of a sentence ("The note is …");
    # where another case or gender would be needed, say it apart: "This can't be read: {it}".
    Why.OUT_OF_RANGE: mark("{it} is outside what can be kept; please choose another value."),
    Why.NOT_A_NUMBER: mark("{it} should be a whole number; please write it in digits."),
    Why.UNKNOWN_WORD: mark(
        "Reconnect doesn't know what is written for {it}; please choose one of the words it offers."
    ),
    Why.IN_FUTURE: mark("{it} has not come yet; please choose one that is past."),
    Why.NOT_A_TIME: mark(
        "Reconnect can't read {it}; write it like 2026-11-22T18:40+01:00, or just 2026-11-22."
    ),
    Why.UNKNOWN_ZONE: mark("{it} is not known here; write the zone like Europe/Berlin."),
    Why.TOO_LONG: mark("{it} is longer than can be kept; please shorten it."),
    Why.UNSTORABLE: mark(
        "There is a character that can't be saved in {it}; please remove it, or type the text afresh."
    ),
    Why.EMPTY: mark("{it} is still missing; please fill it in."),
    Why.REPEATED: mark("The same thing is there twice in {it}; once is enough."),
    Why.MISTYPED: mark("There is a slip in {it}; please compare it letter by letter."),
    Why.DIFFERENT: mark("{it} is not the same as before; please write it once more."),
    Why.ENDS_BEFORE_START: mark("{it} comes before the beginning; please choose a later one."),
}


def explain_invalid(error: Invalid) -> str:
    """The one sentence for `error`."""
    sentence = _INVALID.get((error.field, error.why))
    if sentence is not None:
        return tr(sentence)
    return opening(tr(_WHYS[error.why], it=field_word(error.field)))
