"""Lines that tell of calls, and what is no such line; notices."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import pytest

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.whatsapp.call_words import MISSED, UNITS, VIDEO, VOICE
from reconnect_desktop.exchange.whatsapp.calls import Call, call_in
from reconnect_desktop.exchange.whatsapp.notices import is_notice
from tests.exchange.whatsapp.chats import LRM

CALL = Medium.CALL


@pytest.mark.parametrize(
    ("body", "medium", "seconds"),
    [
        ("Voice call, 4 min", CALL, 240),
        ("Voice call. 2 min.", CALL, 120),
        ("Voice call, 1 hr 23 min", CALL, 4980),
        ("Video call, 25 sec", Medium.VIDEO, 25),
        ("Voice call. 41 sec • You joined", CALL, 41),
        ("Voice call, 12:40", CALL, 760),
        ("Voice call, 1:05:30", CALL, 3930),
        ("Voice call, Answered on other device", CALL, None),
        ("Sprachanruf. 6 Sek.", CALL, 6),
        ("Videoanruf, 1 Std. 5 Min.", Medium.VIDEO, 3900),
        ("Llamada de voz. 1 h y 5 min", CALL, 3900),
        ("Videollamada. 12 minutos", Medium.VIDEO, 720),
        ("Chamada de voz, 3 min", CALL, 180),
        ("Appel vidéo, 3 min", Medium.VIDEO, 180),
        ("Chiamata vocale. 3 min", CALL, 180),
        ("Spraakoproep, 1 uur 3 min.", CALL, 3780),
        ("Sesli arama. 4 dk.", CALL, 240),
        ("Görüntülü arama. 1 sa 5 dk.", Medium.VIDEO, 3900),
        ("Sesli arama. Başka bir cihazda cevaplandı", CALL, None),
        ("Аудиозвонок, 5 мин", CALL, 300),
        ("Видеозвонок, 1 ч 5 мин", Medium.VIDEO, 3900),
        ("Telepon suara, 4 mnt", CALL, 240),
        ("Połączenie wideo, 2 godz. 4 min", Medium.VIDEO, 7440),
        ("Äänipuhelu, 5 min", CALL, 300),
        ("音声通話。5分", CALL, 300),
        ("音声通話、5分", CALL, 300),
        ("语音通话，4 分钟", CALL, 240),
        ("視訊通話, 1小時 5分鐘", Medium.VIDEO, 3900),
        ("음성 통화, 3분 5초", CALL, 185),
        ("مكالمة صوتية، ٤ دقائق", CALL, 240),
        ("تماس تصویری، ۱۲ دقیقه", Medium.VIDEO, 720),
        ("שיחה קולית, 5 דק׳", CALL, 300),
        ("שיחה קולית, דקה", CALL, None),  # "a minute"
        ("वॉइस कॉल, 4 मिनट", CALL, 240),
        ("Cuộc gọi thoại, 4 phút", CALL, 240),
        ("การโทรด้วยเสียง, 4 นาที", CALL, 240),
        ("Voice call, 90 hr", CALL, None),  # nobody spoke that long
    ],
)
def test_calls_that_were_answered(body: str, medium: Medium, seconds: int | None) -> None:
    expected = Call(medium, answered=True, seconds=seconds)
    assert call_in(body, marked=False) == expected
    assert call_in(LRM + body.replace(", ", f", {LRM}").replace(". ", f". {LRM}", 1), marked=True) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Missed voice call", "Missed voice call, Tap to call back", "Missed video call. Tap to call back", "Voice call, No answer",
        "Silenced voice call, Focus mode", "Group call, 3 invited", "Call failed, Try again", "Missed group voice call",
        "Sesli arama. Cevaplanmadı", "Cevapsız görüntülü arama", "Sprachanruf. Keine Antwort", "Verpasster Sprachanruf. Zum Zurückrufen tippen",
        "Nieodebrane poł. głosowe", "Пропущенный видеозвонок", "不在着信", "부재중 음성 통화", "مكالمة صوتية فائتة", "שיחת וידאו שלא נענתה",
        "Chiamata vocale persa. Tocca per richiamare", "Llamada de voz perdida", "Telepon suara, Tidak dijawab", "未接视频通话",
    ],
)  # fmt: skip
def test_calls_that_were_not(body: str) -> None:
    for marked in (False, True):
        call = call_in(LRM * marked + body, marked=marked)
        assert call
        assert not call.answered


@pytest.mark.parametrize(
    "body",
    [
        "Call me asap", "Voice call", "Video call?", "Video call tonight?", "Video call, please", "can we do a video call later?",
        "llamada, 2 minutos tarde", "video call, 5 minutes ok", "4 min", "I missed your voice call", "",
        "Missed voice call from you, sorry", "Voice call, 4 min " + "x" * 100,
    ],
)  # fmt: skip
def test_words_about_calls_are_messages(body: str) -> None:
    assert call_in(body, marked=False) is None


def test_a_language_that_is_not_known_is_read_by_its_marks() -> None:
    assert call_in(f"{LRM}Ɓaa kala, {LRM}4 min", marked=True) == Call(CALL, answered=True, seconds=240)
    assert call_in(f"{LRM}Ɓaa kala, {LRM}4 waa", marked=True) == Call(CALL, answered=True)
    assert call_in(f"{LRM}Ɓaa kala, {LRM}4 wanaayili", marked=True) is None
    assert call_in(f"{LRM}Plan.pdf • {LRM}2 pages {LRM}document omitted", marked=True) is None
    assert call_in("Ɓaa kala, 4 min", marked=False) is None


def test_no_words_mean_two_things() -> None:
    kinds = [*VOICE.split("|"), *VIDEO.split("|"), *MISSED.split("|")]
    assert len(kinds) == len(set(kinds))
    units = [unit for words in UNITS.values() for unit in words.split("|")]
    assert len(units) == len(set(units))


@pytest.mark.parametrize(
    ("body", "marked", "first", "expected"),
    [
        (
            "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.",
            False,
            True,
            True,
        ),
        (
            "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.",
            False,
            False,
            False,
        ),
        (
            "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read them.",
            False,
            False,
            True,
        ),
        ("Is what we write on WhatsApp safe?", False, True, False),
        ("Your security code with Ruth changed. Tap to learn more.", False, False, True),
        ("My security code for the door is 1234, don't forget to tell Dad", False, False, False),
        ("You blocked this contact", True, False, True),
        ("This message was deleted.", True, False, False),
        ("image omitted", True, False, False),
        ("<attached: 1.jpg>", True, False, False),
        ("Location: https://maps.google.com/?q=1,2", True, False, False),
    ],
)
def test_notices_under_a_name(body: str, expected: bool, *, marked: bool, first: bool) -> None:
    assert is_notice(LRM * marked + body, "Ruth Example", marked=marked, first=first) is expected
