"""Words for the six media, for who reached out, and for what came to nothing, in many languages."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.exchange.reading.folding import fold

Meaning = TypeVar("Meaning", bound=Enum)

# The first that has a word of the text wins: a video call is no call, and a letter by e-mail no letter.
_MEDIA: Mapping[Medium, str] = {
    Medium.VIDEO: """video, videocall, facetime, skype, zoom, teams, videotelefonat, videoanruf, videochat, visio, visioconférence, appel vidéo,
        videollamada, vídeo, videochamada, videochiamata, videobellen, videosamtal, videopuhelu, wideo, görüntülü, βιντεοκλήση, видео, видеозвонок, відео,
        відеодзвінок, וידאו, فيديو, تصویری, वीडियो, วิดีโอ, 视频, 視訊, 視頻, ビデオ, テレビ電話, 영상, 영상통화, google meet, duo, webcam""",
    Medium.MESSAGE: """message, messages, msg, text, texts, texted, texting, sms, mms, chat, whatsapp, signal, telegram, messenger, imessage, viber, wechat, line,
        email, e mail, mail, dm, nachricht, nachrichten, textnachricht, geschrieben, texto, courriel, mensaje, mensajes, correo, mensagem, mensagens,
        messaggio, messaggi, bericht, berichten, appje, meddelande, besked, beskjed, melding, viesti, tekstiviesti, wiadomość, zpráva, správa, üzenet, mesaj, poruka,
        ileti, μήνυμα, сообщение, сообщения, смс, переписка, повідомлення, съобщение, הודעה, הודעות, مسج, رسالة نصية, واتساب, پیام, संदेश, मैसेज, pesan, tin nhắn, ข้อความ, ไลน์,
        短信, 消息, 信息, 微信, 簡訊, 訊息, メッセージ, メール, ライン, 문자, 메시지, 카톡""",
    Medium.VISIT: """visit, visits, visited, in person, inperson, face to face, meeting, met, meet, meetup, together, lunch, dinner, breakfast, coffee, walk,
        besuch, treffen, getroffen, persönlich, gesehen, kaffee, essen, spaziergang, visite, rencontre, en personne, vu, visita, encuentro, en persona, comida, cena,
        almuerzo, encontro, pessoalmente, almoço, jantar, incontro, di persona, pranzo, bezoek, ontmoeting, langs, besök, träff, besøg, besøk, møde, møte, vierailu, tapaaminen, käynti,
        wizyta, spotkanie, osobiście, návštěva, setkání, stretnutie, látogatás, találkozó, személyes, vizită, întâlnire, posjet, susret, ziyaret, buluşma, görüşme, yüz yüze,
        επίσκεψη, συνάντηση, визит, встреча, лично, в гостях, візит, зустріч, посещение, среща, ביקור, פגישה, مقابلة, زيارة, لقاء, ملاقات, دیدار, मुलाकात, kunjungan, bertemu,
        thăm, gặp, เยี่ยม, พบ, 拜访, 探望, 见面, 见, 面对面, 拜訪, 見面, 訪問, 会う, 対面, 食事, 방문, 만남""",
    Medium.LETTER: """letter, letters, card, postcard, parcel, package, post, brief, briefe, karte, postkarte, paket, lettre, carte, colis, carta, postal, tarjeta,
        cartão, encomenda, lettera, cartolina, pacco, kaart, pakje, brev, kort, vykort, kirje, kortti, list, kartka, paczka, dopis, pohled, levél, képeslap, csomag, scrisoare,
        pismo, razglednica, mektup, kart, γράμμα, κάρτα, письмо, открытка, посылка, лист, листівка, писмо, מכתב, גלויה, بطاقة, خطاب, نامه, पत्र, चिट्ठी, surat, thư, จดหมาย, 信, 书信, 贺卡,
        明信片, 手紙, はがき, 葉書, 편지, 엽서""",
    Medium.CALL: """call, calls, called, phone, phonecall, phoned, telephone, voice, voice call, landline, mobile, cell, talked, rang, ring, anruf, anrufe, angerufen, telefonat,
        telefonisch, telefon, telefoniert, festnetz, handy, appel, appels, appelé, téléphone, tél, llamada, llamadas, teléfono, ligação, ligações, chamada, telefone, telefonema,
        chiamata, chiamate, telefonata, telefono, bellen, gebeld, telefoontje, telefoon, oproep, samtal, ringde, opkald, opringning, ringte, samtale, puhelu, puhelin, soitto,
        rozmowa, telefoniczna, połączenie, hovor, telefonát, volání, volanie, hívás, telefonálás, apel, poziv, arama, görüşmesi, κλήση, τηλέφωνο, τηλεφώνημα,
        звонок, звонки, телефон, вызов, дзвінок, виклик, обаждане, разговор, שיחה, טלפון, مكالمة, اتصال, هاتف, تماس, تلفن, कॉल, फोन, फ़ोन, telepon, panggilan, cuộc gọi, điện thoại,
        gọi, โทร, โทรศัพท์, 电话, 通话, 语音, 語音, 電話, 通話, 전화, 통화, 음성통화, facetime audio""",
    Medium.OTHER: "other, others, misc, sonstiges, anderes, andere, autre, otro, outro, altro, anders, annat, andet, inne, jiné, más, diğer, άλλο, другое, інше, אחר, أخرى, 其他, その他, 기타",
}
_BEGAN: Mapping[ReachedOut, str] = {
    ReachedOut.BOTH: "both, we, us, each other, beide, wir, les deux, nous, ambos, nosotros, los dos, ambas, entrambi, noi, båda, begge, molemmat, oboje, obě, oba, mindketten, ikisi, και οι δύο, оба, обе, обидва, שנינו, كلانا, 两人, 双方, 両方, 둘 다",
    ReachedOut.MOM: """mom, mum, mam, mama, mami, mommy, mummy, mother, ma, her, she, hers, incoming, received, inbound, in, from her, from mom, mutter, mutti, sie, eingehend, eingehende, eingehender,
        eingegangen, ankommend, empfangen, maman, mère, elle, entrant, reçu, mamá, madre, ella, entrante, recibida, recibido, mãe, mamãe, ela, recebida, recebido, lei, in entrata, in arrivo,
        ricevuta, moeder, zij, inkomend, ontvangen, mor, mamma, hon, hun, inkommande, indgående, innkommende, äiti, hän, saapuva, matka, ona, przychodzące, odebrane, máma, matka, příchozí, prichádzajúci, anya, anyu,
        bejövő, mamă, ea, primit, primljen, anne, annem, gelen, μαμά, μητέρα, εισερχόμενη, мама, мать, она, входящий, входящие, мати, вона, вхідний, майка, входящо, אמא, היא, נכנסת,
        أمي, ماما, هي, واردة, وارد, مامان, مادر, او, ورودی, माँ, मां, मम्मी, इनकमिंग, ibu, mama, masuk, gọi đến, แม่, สายเข้า, รับสาย, 妈妈, 妈, 母亲, 她, 来电, 呼入, 已接, 已接来电, 媽媽, 母, お母さん, ママ, 着信, 엄마, 어머니, 수신""",
    ReachedOut.ME: """me, i, myself, self, mine, outgoing, sent, outbound, out, made, dialed, dialled, placed, from me, ich, selbst, ausgehend, ausgehende, ausgehender, abgehend, abgehender, gewählt, gesendet, moi, je, sortant,
        émis, envoyé, yo, mí, saliente, realizada, enviado, enviada, eu, saída, efetuada, efetuado, efectuada, io, in uscita, effettuata, inviata, inviato, ik, uitgaand, verzonden, jag, jeg, utgående, udgående, minä, lähtevä, ja, wychodzące, wykonane, já, odchozí,
        odchádzajúci, én, kimenő, eu, trimis, odlazni, ben, giden, aranan, εγώ, εξερχόμενη, я, исходящий, исходящие, вихідний, аз, изходящо, אני, יוצאת, أنا, صادرة, صادر, من, خروجی, मैं, आउटगोइंग, saya, aku, keluar, tôi, gọi đi, ฉัน, สายออก, โทรออก,
        我, 去电, 呼出, 已拨, 已拨电话, 拨出, 自分, 私, 発信, 나, 발신""",
}
_NOTHING = """missed, missed call, unanswered, not answered, no answer, rejected, declined, blocked, busy, voicemail, cancelled, canceled, failed, verpasst, verpasste, verpasster, entgangen, entgangene, entgangener, nicht angenommen,
    abgelehnt, blockiert, besetzt, mailbox, manqué, manqués, sans réponse, refusé, rejeté, perdida, perdido, no contestada, rechazada, bloqueada, sin respuesta, não atendida, recusada, rejeitada, persa, perse, senza risposta,
    rifiutata, gemist, geweigerd, missat, missade, ubesvaret, ubesvart, afvist, avvist, vastaamaton, nieodebrane, odrzucone, zmeškaný, zmeškané, odmítnutý, zmeškaný hovor, nem fogadott, elutasított, pierdut, respins, propušten, propušteni, cevapsız, reddedilen,
    αναπάντητη, απορρίφθηκε, пропущенный, пропущенные, отклонённый, отклоненный, пропущений, пропуснато, שלא נענתה, לא נענתה, فائتة, مرفوضة, بی‌پاسخ, از دست رفته, मिस्ड, छूटी, tak terjawab, ditolak, nhỡ, từ chối, ไม่ได้รับ, ปฏิเสธ,
    未接, 未接来电, 已拒接, 拒接, 未接來電, 不在着信, 不在, 拒否, 부재중, 거절"""

_SPACED = re.compile(r"[a-z0-9\u0080-\u0e00\u1e00-\u2fff]")  # scripts that part their words by blanks


def _words(text: str) -> frozenset[str]:
    return frozenset(word for part in text.split(",") if (word := fold(part)))


def _table(meanings: Mapping[Meaning, str]) -> tuple[tuple[Meaning, frozenset[str]], ...]:
    return tuple((meaning, _words(words)) for meaning, words in meanings.items())


_MEDIUM_WORDS, _BEGAN_WORDS = _table(_MEDIA), _table(_BEGAN)
_NOTHING_WORDS = _words(_NOTHING)


@lru_cache(maxsize=1024)
def medium_of(text: str) -> Medium | None:
    """The medium that a few words tell of, in whatever language, or None."""
    return _meaning(text, _MEDIUM_WORDS)


@lru_cache(maxsize=1024)
def began_of(text: str) -> ReachedOut | None:
    """Who reached out, if a few words tell it: "outgoing", "Mom"."""
    return _meaning(text, _BEGAN_WORDS)


@lru_cache(maxsize=1024)
def came_to_nothing(text: str) -> bool:
    """Whether the words say that nobody answered."""
    return _has(fold(text), _NOTHING_WORDS)


def _meaning(text: str, meanings: tuple[tuple[Meaning, frozenset[str]], ...]) -> Meaning | None:
    folded = fold(text)
    exact = next((meaning for meaning, words in meanings if folded in words), None)
    return exact or next((meaning for meaning, words in meanings if _has(folded, words)), None)


def _has(folded: str, words: frozenset[str]) -> bool:
    """Whether one of the words is among those of the text; in scripts without blanks, whether it is anywhere in it."""
    tokens = folded.split()
    pairs = [" ".join(tokens[place : place + 2]) for place in range(len(tokens) - 1)]
    if not words.isdisjoint((*tokens, *pairs)):
        return True
    if _SPACED.fullmatch(folded[:1]):
        return False
    return any(word in folded for word in words if len(word) > 1 and not _SPACED.match(word))
