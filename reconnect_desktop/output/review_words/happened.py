"""The five sentences that say what happened in a month; fewer where there is less to say."""

from __future__ import annotations

from reconnect_desktop.domain.records import Outcome
from reconnect_desktop.domain.review.month_review import Arrow, Compared, Figures, Measure, MonthReview
from reconnect_desktop.language import mark, number, tr, tr_n
from reconnect_desktop.output.review_words.longest_gap import gap_sentence
from reconnect_desktop.output.review_words.names import contacts_words, month_alone, month_name, times
from reconnect_desktop.output.sentences import length_words

IN_GRIEF = mark("Nothing is counted here, and nothing has to be.")
# By whether the month before and the usual are known.
_FELT = {
    (False, False): mark("How close it felt: {felt}."),
    (True, False): mark("How close it felt: {felt}; {before} in {month}."),
    (False, True): mark("How close it felt: {felt}; usually {usual}."),
    (True, True): mark("How close it felt: {felt}; {before} in {month}, usually {usual}."),
}
# Where it stands out; by whether the month before is known.
_STANDS_OUT = {
    (Arrow.MORE, False): mark("It felt closer than usual: {felt}, against {usual}."),
    (Arrow.MORE, True): mark("It felt closer than usual: {felt}, against {usual}; {before} in {month}."),
    (Arrow.LESS, False): mark("It felt less close than usual: {felt}, against {usual}."),
    (Arrow.LESS, True): mark("It felt less close than usual: {felt}, against {usual}; {before} in {month}."),
}
# By whether small good moments were kept, ideas tried and moods noted.
_STOOD_OUT = {
    (True, False, False): mark("You kept {moments}."),
    (False, True, False): mark("You tried {ideas}."),
    (True, True, False): mark("You kept {moments} and tried {ideas}."),
    (True, False, True): mark("You kept {moments}; {mood}."),
    (False, True, True): mark("You tried {ideas}; {mood}."),
    (True, True, True): mark("You kept {moments} and tried {ideas}; {mood}."),
}


def sentences(review: MonthReview) -> list[str]:
    """How often and by what, how long, how close, the longest gap, what stood out; in grief one that counts nothing."""
    if review.grief:
        return [tr(IN_GRIEF)]
    found = (
        _how_often(review),
        _how_long(review.figures),
        _how_close(review),
        gap_sentence(review, row(review, Measure.LONGEST_GAP)),
        _stood_out(review),
    )
    return [sentence for sentence in found if sentence]


def row(review: MonthReview, measure: Measure) -> Compared | None:
    """The row of this measure, if there is one."""
    return next((one for one in review.compared if one.measure is measure), None)


def _how_often(review: MonthReview) -> str:
    figures = review.figures
    if not figures.contacts:
        name = month_alone(review.month)
        if review.so_far:
            return tr("Nothing is logged for {month} yet.", month=name)
        return tr("Nothing is logged for {month}; a month can simply go by.", month=name)
    return _touched(review).format(
        contacts=contacts_words(figures.contacts),
        in_touch=number(figures.in_touch),
        days=number(figures.days),
    )


def _touched(review: MonthReview) -> str:
    """On how many days there was contact, with its numbers still to be filled in."""
    days, in_touch = review.figures.days, review.figures.in_touch
    if days == 1:
        return tr("So far you were in touch on the first day: {contacts}.")
    if in_touch == days:
        if review.so_far:
            return tr("So far you were in touch on every one of {days} days: {contacts}.")
        return tr("You were in touch on every one of {days} days: {contacts}.")
    if in_touch == 1:
        if review.so_far:
            return tr("So far you were in touch on one day of {days}: {contacts}.")
        return tr("You were in touch on one day of {days}: {contacts}.")
    if review.so_far:
        return tr("So far you were in touch on {in_touch} of {days} days: {contacts}.")
    return tr("You were in touch on {in_touch} of {days} days: {contacts}.")


def _how_long(figures: Figures) -> str:
    minutes, contacts = sum(figures.minutes.values()), sum(figures.contacts.values())
    if not minutes:
        return ""
    told = length_words(minutes)
    if contacts == 1:
        return tr("It lasted {length}.", length=told)
    if figures.lengths == contacts:
        return tr("Together that came to {length}.", length=told)
    return tr_n(
        "The one whose length you noted lasted {length}.",
        "The {count} whose length you noted came to {length}.",
        figures.lengths,
        length=told,
    )


def _how_close(review: MonthReview) -> str:
    figures = review.figures
    if figures.closeness is None:
        return tr("How close it felt was not rated.") if figures.contacts else ""
    beside = row(review, Measure.CLOSENESS)
    before, usual = (beside.before, beside.usual) if beside else (None, None)
    sentence = _FELT[before is not None, usual is not None]
    if beside and usual is not None and beside.beside_usual is not Arrow.NONE:
        sentence = _STANDS_OUT[beside.beside_usual, before is not None]
    return tr(
        sentence,
        felt=tr_n(
            "{closeness} of 7, rated once",
            "{closeness} of 7, over {count} ratings",
            figures.rated,
            closeness=times(figures.closeness),
        ),
        before="" if before is None else times(before),
        usual="" if usual is None else times(usual),
        month=month_name(review.month.ahead(-1), review.month),
    )


def _stood_out(review: MonthReview) -> str:
    figures, tried = review.figures, sum(one.outcome is not Outcome.NOT_DONE for one, _ in review.tries)
    if not review.wins and not tried:
        return _mood_alone(figures)
    return tr(
        _STOOD_OUT[bool(review.wins), bool(tried), figures.mood is not None],
        moments=tr_n("a small good moment", "{count} small good moments", len(review.wins)),
        ideas=tr_n("an idea", "{count} ideas", tried),
        mood=_mood(figures),
    )


def _mood(figures: Figures) -> str:
    """As it follows what stood out; "" where none was noted."""
    if figures.mood is None:
        return ""
    mood = times(figures.mood)
    if figures.moods == 2:
        return tr("your own mood was {mood} of 5, noted twice", mood=mood)
    return tr_n(
        "your own mood, noted once, was {mood} of 5",
        "your own mood was {mood} of 5, noted {count} times",
        figures.moods,
        mood=mood,
    )


def _mood_alone(figures: Figures) -> str:
    """As a sentence of its own; "" where none was noted."""
    if figures.mood is None:
        return ""
    mood = times(figures.mood)
    if figures.moods == 2:
        return tr("Your own mood was {mood} of 5, noted twice.", mood=mood)
    return tr_n(
        "Your own mood, noted once, was {mood} of 5.",
        "Your own mood was {mood} of 5, noted {count} times.",
        figures.moods,
        mood=mood,
    )
