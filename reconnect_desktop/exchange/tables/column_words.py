"""What a column of a table may be, by the words of its name, in many languages."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reconnect_desktop.exchange.reading.folding import fold

# The roles of `Columns`, and "length" where the name doesn't say in what it is counted.
_NAMES: Mapping[str, str] = {
    "at": """date, day, datetime, date time, date and time, timestamp, when, start, started, start date, start time, started at, at, on, begin, full date, created, created at, occurred, logged,
        datum, tag, zeitpunkt, beginn, wann, anfang, jour, quand, début, horodatage, fecha, día, cuándo, inicio, data, dia, quando, início, giorno, inizio, dag, wanneer, tijdstip, när, dato, tidspunkt, hvornår,
        päivä, päivämäärä, pvm, milloin, dzień, kiedy, den, kdy, deň, kedy, dátum, nap, mikor, dată, zi, dan, kada, tarih, gün, başlangıç, ημερομηνία, ημέρα, μέρα, πότε, дата, день, когда, начало, дата и время, коли, початок, ден,
        תאריך, יום, מתי, تاريخ, التاريخ, يوم, تاریخ, روز, दिनांक, तारीख, दिन, tanggal, hari, tarikh, ngày, thời gian bắt đầu, วันที่, วัน, 日期, 时间戳, 开始时间, 日期时间, 日付, 日時, 年月日, いつ, 날짜, 일자, 일시, 언제""",
    "time": """time, time of day, hour of day, clock, from, von, ab, od, desde, uhrzeit, zeit, heure, hora, ora, orario, tijd, tid, klockslag, klokkeslæt, klokkeslett, aika, kello, kellonaika, godzina, czas, čas, idő, időpont, oră, vrijeme,
        saat, ώρα, время, час, време, שעה, זמן, وقت, الوقت, الساعة, ساعت, زمان, समय, waktu, jam, masa, giờ, thời gian, เวลา, 时间, 時間, 時刻, 시간, 시각""",
    "length": """duration, length, how long, talk time, call duration, elapsed, dauer, länge, gesprächsdauer, wie lange, durée, longueur, duración, largo, duração, durata, duur, lengte, längd, varaktighet, varighed, varighet, længde,
        kesto, pituus, czas trwania, długość, trvání, délka, trvanie, dĺžka, időtartam, hossz, durată, trajanje, süre, süresi, διάρκεια, длительность, продолжительность, тривалість, продължителност, משך, אורך, مدة, المدة, مدت, अवधि,
        durasi, tempoh, thời lượng, ระยะเวลา, 时长, 時長, 通话时长, 持续时间, 長さ, 通話時間, 所要時間, 기간, 통화시간, 길이""",
    "minutes": "minutes, minute, mins, min, minuten, minutos, minuti, minuut, minuter, minutter, minuuttia, minuty, minut, perc, dakika, dk, λεπτά, минут, минуты, мин, хвилин, хвилини, хв, דקות, دقائق, دقيقة, دقیقه, मिनट, menit, minit, phút, นาที, 分钟, 分鐘, 分, 분",
    "seconds": "seconds, second, secs, sec, sekunden, sek, secondes, segundos, seg, secondi, seconden, sekunder, sekuntia, sekundy, sekund, másodperc, secunde, saniye, δευτερόλεπτα, секунд, секунды, сек, שניות, ثواني, ثانیه, सेकंड, detik, saat detik, giây, วินาที, 秒, 초",
    "hours": "hours, hrs, stunden, std, heures, horas, ore, uren, timmar, timer, tuntia, godzin, godziny, hodin, hodiny, órák, sati, saatler, ώρες, часов, часы, годин, години, שעות, ساعات, घंटे, 小时, 小時, 시간수",
    "medium": """medium, type, kind, how, channel, method, mode, via, contact type, call type, activity, category, art, typ, art des kontakts, kanal, weg, wie, moyen, genre, canal, tipo, medio, forma, cómo, meio, como, mezzo, modo,
        come, soort, manier, hoe, sort, slags, hur, hvordan, måde, laji, tapa, tyyppi, miten, rodzaj, sposób, jak, druh, způsob, spôsob, típus, mód, hogyan, fel, mod, vrsta, način, tür, tip, şekil, nasıl, τύπος, μέσο, είδος, πώς,
        тип, вид, способ, как, спосіб, як, начин, סוג, אמצעי, איך, نوع, النوع, طريقة, نوع تماس, प्रकार, माध्यम, jenis, tipe, cara, loại, hình thức, ประเภท, วิธี, 类型, 方式, 类别, 類型, 種類, 方法, 種別, 유형, 종류, 방법""",
    "reached_out": """reached out, who called, who reached out, called by, initiated, initiated by, initiator, started by, begun by, direction, caller, from, sender, author, wer hat angerufen, wer rief an, wer, angerufen von, richtung, initiative, von,
        anrufer, absender, qui a appelé, sens, de, expéditeur, initiateur, quién llamó, dirección, iniciado por, remitente, quem ligou, direção, sentido, remetente, chi ha chiamato, direzione, mittente, wie belde, richting, vem ringde, riktning, hvem ringte, retning,
        suunta, kuka soitti, kto dzwonił, kierunek, kdo volal, směr, smer, ki hívott, irány, cine a sunat, direcție, smjer, kim aradı, yön, ποιος κάλεσε, κατεύθυνση, кто звонил, направление, хто дзвонив, напрямок, посока, מי התקשר, כיוון, الاتجاه, اتجاه, من اتصل, جهت,
        दिशा, किसने कॉल किया, siapa menelepon, arah, ai gọi, hướng, ทิศทาง, ใครโทร, 方向, 谁打的, 呼叫方向, 发起人, 誰から, 発信者, 방향, 누가""",
    "who": """who, with, contact, contact name, person, name, people, participant, attendee, callee, caller, call to, number, phone number, number called, to, kontakt, mit, mit wem, name des kontakts, rufnummer, nummer, telefonnummer, qui, avec, avec qui, contact, nom, personne, numéro, quién, con, con quién,
        contacto, nombre, persona, número, quem, com, com quem, contato, nome, pessoa, chi, con chi, contatto, numero, met, met wie, naam, contactpersoon, med, med vem, namn, navn, person, kanssa, nimi, henkilö, yhteystieto, z kim, imię, osoba, numer, s kým, jméno, meno, kivel, név, személy,
        cu cine, nume, s kim, ime, osoba, kiminle, isim, ad, kişi, με ποιον, όνομα, επαφή, кто, с кем, контакт, имя, имя контакта, номер, з ким, ім'я, с кого, име, עם מי, שם, איש קשר, مع, مع من, الاسم, جهة الاتصال, الرقم, با, نام, مخاطب, किसके साथ, नाम, संपर्क,
        dengan, nama, kontak, với, với ai, tên, người, liên hệ, กับ, ชื่อ, ผู้ติดต่อ, 联系人, 电话号码, 姓名, 名字, 和谁, 聯絡人, 对方, 相手, 名前, 連絡先, 電話番号, 誰と, 연락처, 전화번호, 이름, 누구와, 상대""",
    "mood": """mood, my mood, feeling, how i felt, rating of my day, stimmung, laune, wie es mir ging, humeur, estado de ánimo, ánimo, humor, umore, stemming, humeur, humör, humør, mieliala, nastrój, humor, nálada, hangulat, stare, dispoziție, raspoloženje, ruh hali,
        διάθεση, настроение, настрій, מצב רוח, مزاج, المزاج, خلق, मूड, suasana hati, tâm trạng, อารมณ์, 心情, 情绪, 気分, 기분""",
    "tags": """tags, tag list, labels, keywords, topics, schlagworte, schlagwörter, stichworte, themen, etiketten, étiquettes, mots clés, thèmes, etiquetas, temas, palavras chave, etichette, argomenti, trefwoorden, labels, onderwerpen, taggar, etiketter, emneord,
        tunnisteet, avainsanat, tagi, etykiety, štítky, címkék, etichete, oznake, etiketler, ετικέτες, теги, метки, мітки, етикети, תגיות, وسوم, برچسب, टैग, tag, label, thẻ, แท็ก, 标签, 標籤, タグ, 태그""",
    "note": """note, notes, comment, comments, description, details, detail, remarks, remark, summary, text, body, content, subject, memo, what, notiz, notizen, bemerkung, bemerkungen, kommentar, beschreibung, inhalt, was, betreff, remarque, remarques, commentaire, commentaires,
        description, contenu, résumé, sujet, nota, notas, comentario, comentarios, descripción, observaciones, resumen, asunto, comentário, comentários, descrição, observações, resumo, note, commento, commenti, descrizione, osservazioni, contenuto, notitie, notities, opmerking,
        opmerkingen, omschrijving, onderwerp, anteckning, anteckningar, beskrivning, notat, noter, beskrivelse, bemærkninger, merknad, muistiinpano, muistiinpanot, huomautus, kuvaus, notatka, notatki, uwagi, komentarz, opis, poznámka, poznámky, popis, komentář,
        jegyzet, megjegyzés, leírás, notă, observații, descriere, bilješka, napomena, not, notlar, açıklama, yorum, σημείωση, σημειώσεις, σχόλια, περιγραφή, заметка, заметки, примечание, примечания, комментарий, комментарии, описание, нотатка, нотатки, примітка, коментар,
        бележка, бележки, коментар, הערה, הערות, תיאור, ملاحظة, ملاحظات, تعليق, وصف, یادداشت, توضیحات, टिप्पणी, नोट, विवरण, catatan, keterangan, ghi chú, nội dung, บันทึก, หมายเหตุ, รายละเอียด, 备注, 笔记, 说明, 内容, 備註, 筆記, メモ, 備考, 内容, コメント, 메모, 비고, 내용""",
}
_ALIKE_LEAST = 4  # letters of a name that is looked for within a longer one


def _by_name() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for role, names in _NAMES.items():
        for name in names.split(","):
            known.setdefault(fold(name), set()).add(role)
    return {name: frozenset(roles) for name, roles in known.items()}


_BY_NAME = _by_name()


@lru_cache(maxsize=1024)
def roles_of(column: str) -> Mapping[str, int]:
    """What a column of this name may be, and how well the name says so: 3 exactly, 2 in a word of it, 1 in a part of a word."""
    folded = fold(column)
    found = dict.fromkeys(_BY_NAME.get(folded, ()), 3)
    words = folded.split()
    pairs = [" ".join(words[place : place + 2]) for place in range(len(words) - 1)]
    for word in (*words, *pairs):
        for role in _BY_NAME.get(word, ()):
            found.setdefault(role, 2)
    for name, roles in _BY_NAME.items():
        if name in folded and (len(name) >= _ALIKE_LEAST or not folded.isascii()):
            for role in roles:
                found.setdefault(role, 1)
    return found


def known_names(columns: list[str]) -> int:
    """How many of these names say what their column is: the better text was decoded, the more."""
    return sum(any(score > 1 for score in roles_of(column).values()) for column in columns)
