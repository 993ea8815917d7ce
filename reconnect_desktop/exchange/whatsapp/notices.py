"""What WhatsApp says itself where a message could stand: told by its marks first, by words where marks are missing."""

from __future__ import annotations

import re
from functools import lru_cache

from reconnect_desktop.exchange.whatsapp.marks import plain

_LONG = 60  # characters: that messages are encrypted is said at length
_SHORT = 80  # that one was deleted is not
# Parts of words, for languages bend them: of "this message was deleted" in the languages that WhatsApp speaks.
_DELETED = re.compile(
    r"delete|gelösch|supprim|elimin|apagad|apagou|удал|видал|изтри|обриса|избриса|избриша|slett|slet|radera|tagit bort|poist|töröl|smaz|odstran|odstrán|usun"
    r"|wijderd|silin|sildi|διαγρ|hapus|padam|削除|删除|刪除|삭제|xóa|xoá|ลบ|נמחק|מחק|حذف|حذَف|डिलीट|हटा|मिटा|ডিলিট|বাদ দি|মুছ|ડિલીટ|હટાવ|રદ|șters|esborra"
    r"|izbris|ištr|izdzē|kustuta|fshi|binura|ilifut|umefut|uitgevee|scrios|жойыл|жойд|chir|திரும்ப|அழித்|నీక్కి|తొలగి|ഇല്ലാതാ|ಅಳಿಸ|ਹਟਾ|ڈیلیٹ|ezaba|waa la",
    re.IGNORECASE,
)
# Of "image omitted".
_OMITTED = re.compile(
    r"omit|omess|omis|weggelass|ausgelass|absente|manquant|retiré|отсутств|відсут|не добавл|не додано|пропущ|ocultad|revelad|weggelat|utelat|inkludert|utesl|udelad|vynech|pominięt|izostavl|kihagy|sikertelen"
    r"|ei sisäll|ei kuva|jätet|ligthe|ar lár|dahil edilmedi|παραλ|dimasukkan|disertakan|bỏ qua|đã bỏ|ไม่มี|ถูกลบ|ละเว้น|含まれていません|省略|略去|忽略|생략|제외|إدراج|نظرانداز|نکال|הושמט|छोड़|वगळ|પડતી|શામેલ|સામેલ|oculto|excluid",
    re.IGNORECASE,
)
_ENCRYPTED = re.compile(
    r"end-to-end|ende-zu-ende|end-til-end|ende-til-ende|ende-tot-ende|bout en bout|extremo a extremo|extrem a extrem|ponta a ponta|ponta-a-ponta|ponto a ponto"
    r"|crittograf|criptare|criptat|krypter|krypt|salataan|titkos|szyfr|šifr|koncov|сквозн|наскр|шифр|криптир|шифрла|uçtan uca|κρυπτογρ|端到端|端對端|端对端|エンドツーエンド|종단간|암호화"
    r"|تشفير|مشفر|رمزگذاری|رمزنگاری|رمزکاری|اینکرپ|מוצפנ|הצפנ|एन्क्रिप्ट|एन्ड|एंड-टू|এনক্রিপ|એન્ક્રિપ્ટ|ગુપ્ત|மறையா|குறியா|ఎన్క్రిప్|എൻക്രിപ്|ಎನ್‌ಕ್ರಿಪ್|ਇੰਕ੍ਰਿਪ|เข้ารหัส|mã hóa|mã hoá"
    r"|terenkripsi|enkripsi|disulitkan|penyulitan|mwisho-kwa|koduar|encriptad|encripta|criptiú",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"security code|sicherheitsnummer|code de sécurité|código de segur|codice di sicurezza|codi de seguretat|beveiligingscode|sikkerhets?kode|sikkerhedskod|säkerhetskod|turvanumero"
    r"|biztonsági kód|bezpečnost|kod zabezpieczeń|kod bezpieczeństwa|sigurnosni|codul|код безопасности|код безпеки|код за сигурност|güvenlik kodu|κωδικός ασφαλ|安全代|安全碼|安全码|セキュリティコード|보안 코드"
    r"|رمز أمان|رمز الأمان|کد امنیتی|سیکیورٹی کوڈ|קוד האבטחה|सुरक्षा कोड|নিরাপত্তা কোড|સુરક્ષા કોડ|รหัสความปลอดภัย|mã bảo mật|kode keamanan|kod keselamatan",
    re.IGNORECASE,
)
_ITS_NAME = re.compile(r"WhatsApp|واتس")


def is_notice(body: str, sender: str, *, marked: bool, first: bool) -> bool:
    """Whether this is no message of the sender's, though it stands under the name.

    marked: it begins with a mark that what somebody typed lacks, while pictures and the like have another before the line;
    first: nothing stands before it in the file.
    """
    if not marked and (len(body) < _SHORT // 2 or not (first or _is_about_either(body, sender))):
        return False
    text = plain(body).strip()
    if "://" in text or "<" in text:
        return False
    if marked:
        return len(text) > _SHORT or not (_DELETED.search(text) or _OMITTED.search(text))
    if len(text) >= _LONG and (first or _ITS_NAME.search(text)) and _ENCRYPTED.search(text):
        return True
    return bool(_CODE.search(text)) and any(word in text for word in _words(sender))


def _is_about_either(body: str, sender: str) -> bool:
    """Whether it names the sender, or WhatsApp itself."""
    return any(word in body for word in _words(sender)) or bool(_ITS_NAME.search(body))


@lru_cache(maxsize=256)
def _words(sender: str) -> tuple[str, ...]:
    return tuple(word for word in sender.split() if len(word) > 2) or (sender,)
