"""What an event in a calendar was likely to be, by words of some languages."""

from __future__ import annotations

import re
from functools import lru_cache

from reconnect_desktop.domain.interaction import Medium

# The first row with a word in the text decides. "*" stands for any ending; scripts without spaces are looked for anywhere.
_WORDS: tuple[tuple[Medium, str], ...] = (
    (
        Medium.VIDEO,
        (
            "video* vidéo* vídeo* videó* wideo* видео* відео* zoom facetime skype teams jitsi webex hangout* whereby meet.google.com "
            "视频 視頻 ビデオ 영상 화상 فيديو वीडियो"
        ),
    ),
    (
        Medium.CALL,
        (
            "call calls calling phone* ring telephone* telefon* téléphon* teléfon* telefoon* anruf* appel* coup·de·fil llamada* llamar "
            "chiamata chiamare chiamo ligação ligar bellen gebeld opbellen ringa ringe ring·til soitto* soittaa zadzwoń* dzwonić zavolat hovor* "
            "aramak telefonla звон* позвон* дзвін* дзвон* τηλέφων* τηλεφών* 电话 電話 打电话 통화 전화 اتصال مكالمة تلفن फ़ोन फोन שיחה להתקשר điện·thoại"
        ),
    ),
    (
        Medium.LETTER,
        "letter* postcard* brief·an briefe postkarte* lettre* carte·postale carta cartas postal lettera cartolina brev письм* 手紙 信件 편지 رسالة·بريدية",
    ),
    (
        Medium.MESSAGE,
        "text sms whatsapp message nachricht* message·à mensaje* messaggio mensagem сообщени* 短信 メッセージ 문자",
    ),
    (
        Medium.VISIT,
        (
            "visit* lunch* dinner* breakfast* brunch* supper* tea coffee* walk* birthday* christmas thanksgiving easter besuch* essen mittagessen "
            "abendessen frühstück* kaffee* spazier* geburtstag* weihnacht* ostern treffen visite* déjeuner* dîner* petit-déjeuner café anniversaire* "
            "noël balade promenade visita* almuerzo* cena* comida desayuno cumpleaños navidad paseo pranzo colazione caffè compleanno natale passeggiata "
            "almoço* jantar* aniversário* bezoek* eten etentje koffie verjaardag* besök* middag* lunch fika födelsedag* besøg* fødselsdag* vierailu* "
            "wizyta obiad* kolacja* urodziny návštěv* oběd* večeře narozenin* ziyaret* yemek* doğum·günü визит* гости обед* ужин* завтрак* "
            "день·рождения візит* обід* вечеря επίσκεψη γεύμα δείπνο 拜访 午餐 晚餐 生日 吃饭 訪問 ランチ ディナー 食事 誕生日 방문 점심 저녁 생일 زيارة غداء عشاء"
        ),
    ),
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af]")


def _pattern(words: str) -> re.Pattern[str]:
    choices = []
    for word in words.split():
        text = re.escape(word.rstrip("*").replace("·", " "))
        ending = r"\w*" if word.endswith("*") else ""
        choices.append(text if _UNSPACED.search(word) else rf"\b{text}{ending}\b")
    return re.compile("|".join(choices))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Medium, re.Pattern[str]], ...]:
    return tuple((medium, _pattern(words.casefold())) for medium, words in _WORDS)


@lru_cache(maxsize=4096)
def medium_of(summary: str, where: str) -> Medium | None:
    """What the event's title says, else what its place does; None where no word tells."""
    for text in (summary.casefold(), where.casefold()):
        for medium, pattern in _patterns():
            if pattern.search(text):
                return medium
    return None
