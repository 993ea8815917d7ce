"""Phrases that are heard as blame are found; the same words in love, or in somebody else's mouth, are not."""

# ruff: noqa: RUF001 - quotation marks of all kinds are what it is about

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.catalogue import load_phrases
from reconnect_desktop.domain.letters import Finder, findings, fitted, parse_phrases

PHRASES = load_phrases()

# What is found, as (sentence, the part that is underlined, the row).
BLAMING = [
    ("You always interrupt me.", "You always", "always"),
    ("Honestly, you always know better.", "you always", "always"),
    ("YOU ALWAYS do this", "YOU ALWAYS", "always"),
    ("You’re always late.", "You’re always", "always"),
    ("youre always late", "youre always", "always"),
    ("You\nalways forget.", "You\nalways", "always"),
    ("You   always forget.", "You   always", "always"),
    ("You've always treated me like a child.", "You've always", "always"),
    ("You just always leave.", "You just always", "always"),
    ("you never call me", "you never", "never"),
    ("You have never asked how I am.", "You have never", "never"),
    ("You never listen.", "You never listen", "dont-listen"),
    ("you only ever talk about him", "you only ever", "only-ever"),
    ("All you ever do is complain.", "All you ever do is", "all-you-do"),
    ("Nothing I do is good enough for you.", "Nothing I do is", "nothing"),
    ("You do nothing for us.", "You do nothing", "nothing"),
    ("Everything you say hurts.", "Everything you say hurts", "everything-you"),
    ("Every time you leave the room,", "Every time you", "every-time"),
    ("Every single time you start again.", "Every single time you", "every-time"),
    ("Not once did you ask.", "Not once did you", "not-once"),
    ("You constantly correct me.", "You constantly", "constantly"),
    ("As usual, you were late.", "As usual, you", "as-usual"),
    ("as usual you forgot", "as usual you", "as-usual"),
    ("That's typical of you.", "typical of you", "as-usual"),
    ("It's your fault.", "It's your fault", "your-fault"),
    ("It’s all your fault!", "It’s all your fault", "your-fault"),
    ("its your own fault", "its your own fault", "your-fault"),
    ("Because of you I missed it.", "Because of you", "because-of-you"),
    ("You make me so angry.", "You make me", "make-me"),
    ("You made me feel small.", "You made me", "make-me"),
    ("You ruined my birthday.", "You ruined", "ruined"),
    ("You hurt me.", "You hurt me", "hurt-me"),
    ("you let me down again", "you let me down", "let-me-down"),
    ("I blame you for it.", "I blame you", "to-blame"),
    ("You started it.", "You started it", "started-it"),
    ("Look what you did.", "Look what you did", "look-what"),
    ("If only you listened!", "If only you", "if-you-hadnt"),
    ("You pushed me away.", "You pushed me away", "pushed-away"),
    ("You're so selfish.", "You're so selfish", "labels"),
    ("You are being ridiculous.", "You are being ridiculous", "labels"),
    ("You forced me to choose.", "You forced me", "forced"),
    ("You don't care.", "You don't care", "dont-care"),
    ("you dont care about us", "you dont care", "dont-care"),
    ("You couldn't care less.", "You couldn't care less", "dont-care"),
    ("You don't love me.", "You don't love me", "dont-love"),
    ("You didn't even call.", "You didn't even", "dont-even"),
    ("You think I'm lazy.", "You think I'm", "think-im"),
    ("You just want attention.", "You just want attention", "just-want"),
    ("You're just trying to control me.", "You're just trying to", "trying-to"),
    ("You did that on purpose.", "You did that on purpose", "on-purpose"),
    ("You know exactly what you did.", "You know exactly", "knew-exactly"),
    ("You obviously forgot.", "You obviously", "obviously"),
    ("You'll never understand.", "You'll never understand", "dont-understand"),
    ("You take me for granted.", "You take me for granted", "dont-see"),
    ("You're just like your father.", "You're just like", "just-like"),
    ("Other mothers call.", "Other mothers", "other-mothers"),
    ("A normal mother would come.", "A normal mother", "other-mothers"),
    ("Everyone says you are difficult.", "Everyone says you", "everyone-says"),
    ("Why can't you be more like Ann?", "Why can't you be more like", "why-cant-you-be"),
    ("You should have called.", "You should have", "should-have"),
    ("You should've called.", "You should've", "should-have"),
    ("You must stop this.", "You must", "you-should"),
    ("What's wrong with you?", "What's wrong with you", "whats-wrong"),
    ("Why don't you ever ask?", "Why don't you ever", "why-cant-you"),
    ("How could you?", "How could you", "how-could-you"),
    ("You owe me an apology.", "You owe me", "owe-me"),
    ("After all I've done for you", "After all I've", "after-all"),
    ("Don't you dare call.", "Don't you dare", "dont-you-dare"),
    ("You refused to come.", "You refused to", "refuse"),
    ("She said “come”. You never came.", "You never", "never"),
    ("I don't know why; you never came.", "you never", "never"),
    ("It was Mum's idea, you always plan, the girls' room", "you always", "always"),
    ('The desk was 12" wide. You never measured.', "You never", "never"),
    ("He said: “Not now.\n\nYou never came.", "You never", "never"),
    ("> her words\nYou never came.", "You never", "never"),
    ("’Tis true, you never came.", "you never", "never"),
    ("'Tis true that you never came, in the girls' room", "you never", "never"),
]  # fmt: skip

# Nothing is found here.
KIND = [
    "You never gave up on me.",
    "You have never let me down.",
    "You never once complained.",
    "You never made me feel small.",
    "You never stopped believing in me.",
    "You always made me laugh.",
    "you always made me feel safe",
    "You always were there.",
    "You were always there for me.",
    "You always loved us.",
    "You've always been so kind.",
    "You always had time for me.",
    "You always knew how to cheer me up.",
    "You're always in my heart.",
    "I always loved you.",
    "I love how you always sing in the kitchen.",
    "I'm glad that you always call on Sundays.",
    "I hope you never change.",
    "You make me laugh.",
    "You make me so proud.",
    "You made me who I am.",
    "You made me soup when I was ill.",
    "You make me feel loved.",
    "Because of you I learned to swim.",
    "Because of you I am strong.",
    "It's not your fault.",
    "I don't think it's your fault.",
    "I never thought it was your fault.",
    "You spoiled us with pancakes.",
    "Every time you smile, I do too.",
    "Every time you called me, I was happy.",
    "Everything you did for us.",
    "You should have seen the garden!",
    "You must be so tired.",
    "You must have been worried.",
    "You just want the best for me.",
    "You're just trying to help.",
    "You obviously care.",
    "Why don't you come over on Sunday?",
    "How could you have known?",
    "Everyone says you are so kind.",
    "You don't understand how much I love you.",
    "You didn't even have to ask.",
    "I felt alone when you left.",
    "Thank you. Always.",
    "Bayou always floods.",
    "youalways",
    "You, always.",
    "I told you. Never mind.",
    "Do you remember? Always the same song.",
    "She said “you always interrupt me” and left.",
    'She said "you never listen" again.',
    "She said ‘you never listen, don’t you?’ again.",
    "She said 'you never listen' again.",
    "«You never listen», she said.",
    "„Du“ hieß es, „you never listen“.",
    "»You always win«, she said.",
    "”You always win”, she said.",
    "> You never listen.",
    "  > you always leave\n  > you never call",
    "“You never listen, she said, and then you always leave.",
    "",
    "\n\n\n",
    "…",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.phrase.id) for one in findings(text, PHRASES)]


@pytest.mark.parametrize(("text", "part", "row"), BLAMING, ids=[row[0] for row in BLAMING])
def test_blame_is_found(text: str, part: str, row: str) -> None:
    assert found(text) == [(part, row)]


@pytest.mark.parametrize("text", KIND)
def test_kind_and_quoted_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_several_are_found_in_order_and_none_over_another() -> None:
    text = "You never call. You always say it's your fault, and because of you I cry."
    assert [row for _, row in found(text)] == ["never", "always", "your-fault", "because-of-you"]


def test_there_are_enough_rows() -> None:
    assert len(PHRASES) >= 40


def test_a_draft_takes_the_capital_of_what_it_replaces() -> None:
    assert fitted("it would help me if you", "You must") == "It would help me if you"
    assert fitted("I felt … when you", "you always") == "I felt … when you"


def test_rows_that_are_wrong_are_named() -> None:
    row = {"id": "a", "kind": "fault", "patterns": ["you did"], "hint": "Hm.", "drafts": ["I felt …"]}
    assert len(parse_phrases({"phrase": [row]})) == 1
    for wrong in (
        {"kind": "odd"},
        {"patterns": ["you? did"]},
        {"patterns": ["you | did"]},
        {"patterns": "you"},
        {"hints": ""},
    ):
        with pytest.raises(ValueError, match="'a'"):
            parse_phrases({"phrase": [row | wrong]})
    with pytest.raises(ValueError, match="twice"):
        parse_phrases({"phrase": [row, row]})


PIECES = st.sampled_from(
    [*"\n >“”„«»‘’'\".,—😀é", "\n\n", "you", "You", "always", "never", "gave", "up", "it's", "your", "fault", "because", "of"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5)).map(" ".join) | st.lists(PIECES).map("".join))
def test_what_is_found_lies_in_the_text_in_order_and_begins_and_ends_with_a_word(text: str) -> None:
    last = 0
    for start, end, phrase in findings(text, PHRASES):
        assert last <= start < end <= len(text)
        part = text[start:end]
        assert part.strip() == part
        assert part[0].isalnum()
        assert part[-1].isalnum()
        assert [one.phrase for one in findings(part, PHRASES)] == [phrase]
        last = end


@given(st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map(" ".join))
def test_paragraphs_are_for_themselves(one: str, other: str) -> None:
    assert found(f"{one}\n\n{other}") == found(one) + found(other)


@pytest.mark.parametrize(
    "piece",
    ["you ", "you just ", "you never once ", "it's all your own ", "‘you ", "'you ", "\n ", "> ", "'", "“”", "you've you’re "],
)  # fmt: skip
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    def looks(length: int) -> int:
        finder = Finder(PHRASES)
        finder.findings(piece * (length // len(piece)))
        return finder.looks

    half, whole = looks(10_000), looks(20_000)
    assert whole <= 2.1 * half + 1_000
    assert whole <= 100 * 20_000
