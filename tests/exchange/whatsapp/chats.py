"""Exports in the shapes that WhatsApp writes, with invented people."""

from __future__ import annotations

from typing import NamedTuple

LRM, RLM, NNBSP = "\u200e", "\u200f", "\u202f"


def chat(*lines: str, end: str = "\n") -> str:
    """The file of these lines."""
    return "".join(line + end for line in lines)


def family() -> str:
    """With Ruth Example: an exchange of three, a video call of 12 minutes and one that was missed, then one of two messages."""
    return chat(
        "01/03/2026, 17:59 - Messages and calls are end-to-end encrypted. Tap to learn more.",
        "01/03/2026, 18:00 - Ruth Example: Hello",
        "01/03/2026, 18:01 - Sam: Hello!",
        "How are you?",
        "01/03/2026, 18:05 - Ruth Example: <Media omitted>",
        "02/03/2026, 09:00 - Sam: Video call, 12 min",
        "02/03/2026, 20:00 - Ruth Example: Missed voice call",
        "14/03/2026, 08:00 - Sam: Good morning",
        "14/03/2026, 08:30 - Ruth Example: Morning ☀",
    )


class Phone(NamedTuple):
    """What an iPhone of a language says itself. stamp: a time on 18 or 27 March 2022; ruth: how she is called there."""

    stamp: str
    encrypted: str
    image: str
    sticker: str
    document: str
    you_deleted: str
    deleted: str
    location: str
    ruth: str = "Ruth Example"
    mark: str = LRM
    clock: str = "{hour}:{minute:02}:{second:02}"
    digits: str = "0123456789"


IPHONES = {
    "English": Phone(
        "[3/{day}/22, {time}]",
        "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.",
        "image omitted", "sticker omitted", "document omitted", "You deleted this message.", "This message was deleted.", "Location",
    ),
    "German": Phone(
        "[3/{day}/22, {time}]",
        "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören.",
        "Bild weggelassen", "Sticker weggelassen", "Dokument weggelassen", "Du hast diese Nachricht gelöscht.", "Diese Nachricht wurde gelöscht.", "Standort",
    ),
    "Spanish": Phone(
        "[3/{day}/22, {time}]",
        "Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat puede leerlos ni escucharlos.",
        "imagen omitida", "sticker omitido", "documento omitido", "Eliminaste este mensaje.", "Se eliminó este mensaje.", "Ubicación",
    ),
    "Japanese": Phone(
        "[3/{day}/22 {time}]",
        "メッセージと通話はエンドツーエンド暗号化されています。チャットの参加者以外は、たとえWhatsAppでも読んだり聞いたりすることはできません。",
        "画像は含まれていません", "スタンプは含まれていません", "ドキュメントは含まれていません", "このメッセージを削除しました。", "このメッセージは削除されました。", "位置情報",
    ),
    "Indonesian": Phone(
        "[3/{day}/22 {time}]",
        "Pesan dan panggilan terenkripsi secara end-to-end. Tidak seorang pun di luar chat ini yang dapat membaca atau mendengarkannya.",
        "gambar tidak disertakan", "stiker tidak disertakan", "dokumen tidak disertakan", "Anda menghapus pesan ini.", "Pesan ini dihapus.", "Lokasi",
        clock="{hour}.{minute:02}.{second:02}",
    ),
    "Vietnamese": Phone(
        "[{time}, 3/{day}/22]",
        "Tin nhắn và cuộc gọi được mã hóa đầu cuối. Những người bên ngoài cuộc trò chuyện này sẽ không đọc hoặc nghe được.",
        "đã bỏ qua hình ảnh", "đã bỏ sticker", "đã bỏ qua tài liệu", "Bạn đã xoá tin nhắn này.", "Tin nhắn này đã bị xóa.", "Vị trí",
    ),
    "Thai": Phone(
        "[{day}/3/2565 {time}]",
        "ข้อความและการโทรได้รับการเข้ารหัสจากต้นทางถึงปลายทาง ผู้ที่ไม่ได้อยู่ในแชทนี้จะไม่สามารถอ่านหรือฟังได้แม้แต่ WhatsApp เอง",
        "ไม่มีรูปภาพ", "ไม่มีสติกเกอร์", "ละเว้นเอกสาร", "คุณลบข้อความนี้", "ข้อความนี้ถูกลบแล้ว", "ตำแหน่ง",
    ),
    "Arabic": Phone(
        f"[{{day}}{RLM}/٣{RLM}/٢٠٢٢، {{time}}]",
        "الرسائل والمكالمات مشفرة تمامًا بين الطرفين، بحيث لا يستطيع أحد خارج هذه الدردشة قراءتها أو الاستماع إليها.",
        "لم يتم إدراج الصورة", "تم حذف الملصقات", "لم يتم إدراج المستند", "أنت حذفت هذه الرسالة.", "تم حذف هذه الرسالة.", "موقع",
        ruth="\u202a+40 555 555 01 13\u202c", mark=RLM, clock="{half}:{minute:02}:{second:02} م", digits="٠١٢٣٤٥٦٧٨٩",
    ),
}  # fmt: skip


def iphone(phone: Phone) -> str:
    """An iPhone's export. Ruth: the notice (18 March, 14:56) and one message, deleted since (27 March, 21:54:45).

    Sam: 21 messages on 27 March, the first at 21:41:35, the last at 21:56:45; seven are words, 12 are pictures and the like,
    of which three have a file's name before it, one was deleted and one is a place.
    """
    own = f" {phone.mark}{{}}"
    words = [
        " Hello",
        *[own.format(phone.image)] * 4,
        " The Gardens (London): https://example.com/v/4",
        " 😊",
    ]
    words += [own.format(phone.sticker)] * 3
    words += [
        f" {name} {phone.mark}{phone.document}"
        for name in ("Some file.txt", f"Plan.pdf • {phone.mark}2", "A.docx")
    ]
    words += [
        own.format(phone.you_deleted),
        own.format(phone.image),
        " An answer to another",
        " Hello",
        own.format(phone.image),
    ]
    words += [
        " Well: then",
        own.format(phone.image),
        own.format(f"{phone.location}: https://maps.google.com/?q=51.5,-0.1"),
    ]
    lines = [
        _line(phone, 27, 21 * 3600 + 41 * 60 + 35 + 45 * number, f"Sam:{body}")
        for number, body in enumerate(words)
    ]
    lines[-1] = _line(phone, 27, 21 * 3600 + 56 * 60 + 45, f"Sam:{words[-1]}")
    lines.insert(-2, _line(phone, 27, 21 * 3600 + 54 * 60 + 45, f"{phone.ruth}:{own.format(phone.deleted)}"))
    return chat(
        _line(phone, 18, 14 * 3600 + 56 * 60, f"{phone.ruth}:{own.format(phone.encrypted)}"),
        *lines,
        end="\r\n",
    )


def _line(phone: Phone, day: int, second: int, what: str) -> str:
    """Before its own lines but those that are words an iPhone puts a mark."""
    hour, minute = divmod(second // 60, 60)
    time = phone.clock.format(hour=hour, half=hour - 12, minute=minute, second=second % 60)
    digits = str.maketrans("0123456789", phone.digits)
    stamp = phone.stamp.format(day=str(day).translate(digits), time=time.translate(digits))
    said = any(
        word in what for word in (phone.encrypted, phone.you_deleted, phone.deleted, "maps.google.com")
    )
    return f"{phone.mark * (phone.mark in what.split(':', 1)[1] and not said)}{stamp} {what}"


def android(sign: str, encrypted: str, omitted: str, deleted: str, missed: str) -> str:
    """An Android phone's export, day first, whose notice is dated later than what follows it.

    18 March 2022: seven of Sam's, 14:56 to 15:13. 23 March: six of Ruth's, 13:32 and 13:33. 27 March: 19 of Sam's, among them one
    of Ruth's, 13:42 to 15:29, and after six hours 25 of both, 21:41 to 21:56. 7 January 2023: two calls that were missed.
    """

    def line(day: int, month: int, time: str, what: str) -> str:
        return f"{day:02}{sign}{month:02}{sign}{2022 + (month < 3)}, {time} - {what}"

    first = [
        line(18, 3, f"{time}", f"Sam: {omitted if time > '15:00' else 'Hello'}")
        for time in ("14:56", "15:10", "15:10", "15:11", "15:12", "15:12", "15:13")
    ]
    second = [
        line(23, 3, time, f"Ruth Example: {what}")
        for time, what in (
            ("13:32", omitted),
            ("13:32", f"IMG-20220323-WA0002.jpg (file attached)\nA caption: {omitted}"),
            ("13:33", "😊😙"),
            ("13:33", "😊"),
            ("13:33", "‎Alex.vcf (file attached)"),
            ("13:33", omitted),
        )
    ]
    third = [
        line(
            27,
            3,
            f"{13 + (42 + 6 * number) // 60}:{(42 + 6 * number) % 60:02}",
            f"Sam: {deleted if number % 4 else 'null'}",
        )
        for number in range(18)
    ]
    third.append(line(27, 3, "15:29", f"Ruth Example: {deleted}"))
    fourth = [
        line(
            27,
            3,
            f"21:{41 + min(number, 15)}",
            f"{'Ruth Example' if number == 20 else 'Sam'}: The Gardens\nLondon\nhttps://x.test",
        )
        for number in range(25)
    ]
    calls = [line(7, 1, "23:32", f"Sam: {missed}")] * 2
    return chat(line(23, 3, "13:31", encrypted), *first, *second, *third, *fourth, *calls)  # fmt: skip
