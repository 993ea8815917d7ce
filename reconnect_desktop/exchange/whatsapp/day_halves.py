"""The words that clocks of twelve hours have for the parts of a day (after Unicode's CLDR)."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from reconnect_desktop.exchange.whatsapp.marks import plain


class Part(Enum):
    """A part of the day, as far as it says which of two hours is meant."""

    BEFORE_NOON = "before"
    AFTER_NOON = "after"
    AROUND_NOON = "noon"
    NIGHT = "night"


# One "_" for each blank within.
_WORDS: Mapping[Part, str] = {
    Part.BEFORE_NOON: (
        "am a.m. am_vormittag vorm. vormittag vormittags morgens früh vm. fm f.m. f.h. ap. aamupäivä aamulla dop. dopoledne rano ráno przed_południem reggel de. délelőtt "
        "öö sabah öğleden_önce g.ə. günortadan_öň π.μ. πρωί дп утра утром ранку пр.об. сутринта претпл. претпладне пре_подне прије_подне prije_podne prijepodne pre_podne ujutro ujutru "
        "zjutraj dopoldne ү.ө. таңкы то эи к.у. ertalab manhã da_manhã mañana de_la_mañana madrugada da_madrugada de_la_madrugada matin du_matin mattina di_mattina della_mattina matí "
        "del_matí goizeko goiza r.n. yb pg pagi sa sáng subuh e_paradites paradites priešpiet priekšpusdienā no_rīta dimineața moies in_the_morning midnight asubuhi alfajiri gh "
        "safiya àárọ̀ n’ụtụtụ bn dopołdnja do_połedniŏ to до_полудня до_обеда "
        "上午 早上 凌晨 清晨 早晨 上昼 上晝 朝 早朝 午前 오전 새벽 아침 पूर्वाह्न सुबह सकाळी सकाळीं पहाटे तडके सवेरे सबेरे बिहान পূর্বাহ্ণ পূর্বাহ্ন পূৰ্বাহ্ন সকাল ভোর સવારે સવાર ਪੂ.ਦੁ. ਸਵੇਰ ਸਵੇਰੇ முற்பகல் காலை அதிகாலை "
        "ఉదయం తెల్లవారు ಪೂರ್ವಾಹ್ನ ಬೆಳಗ್ಗೆ രാവിലെ പുലർച്ചെ පෙ.ව. පෙරවරු උදේ ก่อนเที่ยง เช้า ในตอนเช้า ກ່ອນທ່ຽງ နံနက် မနက် ព្រឹក ጥዋት ጠዋት ቅ.ቀ. "
        'ص صباحا صباحًا فجرا فجرًا قبل‌ازظهر قبل_ازظهر قبل_از_ظهر ق.ظ. صبح غ.م. ب.ن پ.ن چۈشتىن_بۇرۇن לפנה״צ לפנה"צ לפני_הצהריים בבוקר בוקר დილის დილით კ.მ. առավոտյան կ.ա. '
        "ए.एम. एएम ए_एम এএম এ_এম એએમ ఎఎమ్ ఎ_ఎమ్ എഎം اے_ایم"
    ),
    Part.AFTER_NOON: (
        "pm p.m. am_nachmittag am_abend nachm. nachmittag nachmittags abends nm. em e.m. e.h. ip. iltapäivä iltapäivällä illalla odp. odpoledne večer po_południu wieczorem du. délután este "
        "ös akşam öğleden_sonra g.s. günortadan_soň μ.μ. απόγευμα βράδυ пп дня вечера вечером вечора сл.об. следобед вечерта попл. попладне по_подне послије_подне po_podne popodne poslijepodne uveče navečer uvečer "
        "zvečer popoldne pop. ү.х. түштөн_кийинки тк эк к.х. kechqurun tarde da_tarde de_la_tarde da_noite noite soir du_soir après-midi de_l’après-midi pomeriggio di_pomeriggio del_pomeriggio sera di_sera "
        "tarda de_la_tarda vespre del_vespre arratsaldeko arratsaldea i.n. yh ptg petang sore malam ch chiều tối e_pasdites pasdites popiet pēcpusdienā vakarā după-amiaza seara nomëttes "
        "in_the_afternoon in_the_evening jioni mchana gd yamma ọ̀sán n’abali pn popołdnju wótpołdnja po_połedniu tk am_namittag g.m. после_полудня после_обеда "
        "下午 傍晚 晚上 晚間 晚间 下昼 下晝 黃昏 黄昏 夕方 夜 午後 오후 저녁 अपराह्न शाम दुपारी संध्याकाळी सायंकाळी सांजे साँझ बेलुका दिउँसो सांझ सांम অপরাহ্ণ অপরাহ্ন অপৰাহ্ন বিকাল বিকেল সন্ধ্যা સાંજે સાંજ બપોરે ਬਾ.ਦੁ. ਸ਼ਾਮ பிற்பகல் மாலை மதியம் "
        "సాయంత్రం మధ్యాహ్నం ಅಪರಾಹ್ನ ಮಧ್ಯಾಹ್ನ ಸಂಜೆ ഉച്ചയ്ക്ക് ഉച്ചകഴിഞ്ഞ് വൈകുന്നേരം ප.ව. පස්වරු සවස หลังเที่ยง บ่าย ในตอนบ่าย เย็น ในตอนเย็น ຫຼັງທ່ຽງ ညနေ ល្ងាច រសៀល ከሰዓት ድ.ቀ. "
        'م مساء مساءً عصرا عصرًا بعدازظهر بعد_ازظهر بعد_از_ظهر ب.ظ. عصر شب غ.و. د.ن شام پاش_نیوەڕۆ پ.چ. چۈشتىن_كېيىن אחה״צ אחה"צ אחר_הצהריים בערב ערב საღამოს დღის ნაშუადღევს შ.შ. հետմիջօրեի կ.հ. '
        "पी.एम. पीएम पी_एम পিএম পি_এম પીએમ పిఎమ్ పి_ఎమ్ പിഎം پی_ایم"
    ),
    Part.AROUND_NOON: (
        "noon mittags mezzogiorno midi mediodía del_mediodía meio-dia w_południe poledne délben 中午 正午 昼 정오 낮 दोपहर दुपार দুপুর બપોર ظهرا ظهرًا الظهر ظهر בצהריים צהריים trưa "
        "tengah_hari siang เที่ยง"
    ),
    Part.NIGHT: (
        "at_night nachts noche de_la_noche de_la_nit notte di_notte nuit noapte w_nocy v_noci ночи ночью ночі през_нощта gece yöllä éjjel 半夜 深夜 午夜 夜里 夜裡 夜中 真夜中 밤 "
        "रात रात्री রাত રાત્રે રાત ਰਾਤ இரவு రాత్రి ರಾತ್ರಿ രാത്രി ليلا ليلًا בלילה לילה กลางคืน đêm ည νύχτα"
    ),
}
_SIGNS = re.compile(r"[.\s_'’\"״`´·\-\u200c]+")
_TOKEN = re.compile(r"[^\s,;:()\[\]،؛、，|/]+")
_TOKENS_MOST = 3  # of which one is made up: "de la tarde"


def _bare(words: str) -> str:
    return _SIGNS.sub("", words.casefold())


_PARTS = {_bare(word): part for part, words in _WORDS.items() for word in words.split()}


@lru_cache(maxsize=1024)
def part_of_day(words: str) -> Part | None:
    """What the words beside a time say, or None: "klo", "um … Uhr" and the like say nothing."""
    tokens = [bare for bare in map(_bare, _TOKEN.findall(plain(words))) if bare]
    for count in range(min(_TOKENS_MOST, len(tokens)), 0, -1):
        for begin in range(len(tokens) - count + 1):
            if part := _PARTS.get("".join(tokens[begin : begin + count])):
                return part
    return None


def hour_of_day(hour: int, part: Part | None) -> int:
    """0…23 of the hour that a clock of twelve hours shows; one beyond twelve is told by no such clock."""
    if part is None or hour > 12:
        return hour
    early, late = hour % 12, hour % 12 + 12
    if part is Part.AROUND_NOON:
        return early if hour == 11 else late
    if part is Part.NIGHT:
        return early if hour < 6 or hour == 12 else late
    return early if part is Part.BEFORE_NOON else late
