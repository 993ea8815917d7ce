"""What WhatsApp calls calls: the lines that it writes of them, in the languages it speaks."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from collections.abc import Mapping

# A call, in whole: where more follows, it says what came of it.
VOICE = (
    "voice call|audio call|group voice call|group call|sprachanruf|gruppen-sprachanruf|gruppenanruf|llamada de voz|llamada|llamada grupal|llamada de voz grupal|chamada de voz|chamada de voz em grupo|chamada em grupo|ligação de voz|"
    "ligação em grupo|appel vocal|appel audio|appel de groupe|appel vocal de groupe|chiamata vocale|chiamata di gruppo|chiamata vocale di gruppo|spraakoproep|spraakgesprek|groepsoproep|trucada de veu|apel vocal|apel de grup|аудиозвонок|"
    "голосовой звонок|голосовой вызов|групповой звонок|групповой аудиозвонок|аудіодзвінок|голосовий дзвінок|голосовий виклик|груповий дзвінок|połączenie głosowe|połączenie grupowe|hlasový hovor|skupinový hovor|glasovni poziv|grupni poziv|гласовни позив|"
    "гласовно обаждане|гласов разговор|гласовен повик|glasovni klic|hanghívás|csoportos hívás|äänipuhelu|ryhmäpuhelu|röstsamtal|gruppsamtal|taleanrop|lydanrop|stemmeanrop|gruppeanrop|taleopkald|stemmeopkald|lydopkald|gruppeopkald|balso skambutis|balss zvans|"
    "häälkõne|thirrje zanore|telefonatë zanore|sesli arama|grup araması|sesli grup araması|səsli zəng|дауыстық қоңырау|ovozli qo‘ng‘iroq|ovozli qo'ng'iroq|φωνητική κλήση|ομαδική κλήση|κλήση|panggilan suara|telepon suara|panggilan grup|telepon grup|"
    "panggilan kumpulan|cuộc gọi thoại|cuộc gọi nhóm|voice call na|สายโทรเสียง|การโทรด้วยเสียง|การโทรเสียง|โทรด้วยเสียง|音声通話|グループ通話|语音通话|群语音通话|群组通话|語音通話|群組通話|群組語音通話|음성 통화|음성통화|보이스톡|그룹 통화|그룹 음성 통화|مكالمة صوتية|"
    "مكالمة جماعية|مكالمة صوتية جماعية|تماس صوتی|تماس گروهی|وائس کال|صوتی کال|گروپ کال|שיחה קולית|שיחה קבוצתית|שיחה קולית קבוצתית|वॉइस कॉल|ध्वनि कॉल|ग्रुप कॉल|व्हॉइस कॉल|ভয়েস কল|গ্রুপ কল|વોઇસ કૉલ|વૉઇસ કૉલ|ਵੌਇਸ ਕਾਲ|குரல் அழைப்பு|வாய்ஸ் கால்|"
    "వాయిస్ కాల్|ಧ್ವನಿ ಕರೆ|വോയ്‌സ് കോൾ|simu ya sauti|stemoproep"
)
VIDEO = (
    "video call|group video call|videoanruf|gruppen-videoanruf|videollamada|videollamada grupal|chamada de vídeo|chamada de video|videochamada|vídeo chamada|ligação de vídeo|chamada de vídeo em grupo|videochamada em grupo|appel vidéo|appel vidéo de groupe|"
    "videochiamata|videochiamata di gruppo|video-oproep|videogesprek|groepsvideogesprek|videotrucada|trucada de vídeo|apel video|видеозвонок|видеовызов|групповой видеозвонок|відеодзвінок|відеовиклик|połączenie wideo|videohovor|videopoziv|video poziv|видео позив|видео обаждане|"
    "видео разговор|видео повик|videoklic|video klic|videohívás|videóhívás|videopuhelu|videosamtal|videoanrop|videosamtale|videoopkald|video opkald|video skambutis|video zvans|videokõne|videothirrje|video thirrje|görüntülü arama|görüntülü grup araması|video zəng|"
    "видео қоңырау|videoqo‘ng‘iroq|video qo'ng'iroq|βιντεοκλήση|panggilan video|telepon video|cuộc gọi video|การโทรด้วยวิดีโอ|วิดีโอคอล|การโทรวิดีโอ|ビデオ通話|视频通话|群视频通话|視像通話|視訊通話|영상 통화|영상통화|페이스톡|مكالمة فيديو|مكالمة مرئية|مكالمة فيديو جماعية|تماس تصویری|"
    "ویڈیو کال|שיחת וידאו|שיחת וידאו קבוצתית|वीडियो कॉल|विडियो कॉल|व्हिडिओ कॉल|ভিডিও কল|વિડિયો કૉલ|વિડિઓ કૉલ|ਵੀਡੀਓ ਕਾਲ|காணொலி அழைப்பு|வீடியோ கால்|వీడియో కాల్|వీడియోకాల్|ದೃಶ್ಯ ಕರೆ|ವೀಡಿಯೊ ಕರೆ|വീഡിയോ കോൾ|വീഡിയോ കാൾ|simu ya video"
)
# One that came to nothing, in whole.
MISSED = (
    "missed voice call|missed video call|missed call|missed group call|missed group voice call|missed group video call|silenced voice call|silenced video call|silenced missed voice call|silenced missed video call|silenced call|call failed|"
    "verpasster sprachanruf|verpasster videoanruf|verpasster anruf|verpasster gruppen-sprachanruf|verpasster gruppen-videoanruf|verpasster gruppenanruf|stummgeschalteter sprachanruf|stummgeschalteter videoanruf|anruf fehlgeschlagen|"
    "llamada perdida|llamada de voz perdida|videollamada perdida|llamada grupal perdida|llamada silenciada|llamada de voz silenciada|videollamada silenciada|chamada perdida|chamada de voz perdida|chamada de vídeo perdida|videochamada perdida|ligação perdida|ligação de voz perdida|"
    "ligação de vídeo perdida|chamada de voz não atendida|chamada de vídeo não atendida|ligação de voz não atendida|ligação de vídeo não atendida|chamada de voz silenciada|appel manqué|appel vocal manqué|appel vidéo manqué|appel de groupe manqué|appel vocal silencieux|chiamata persa|chiamata vocale persa|videochiamata persa|chiamata di gruppo persa|"
    "gemiste oproep|gemiste spraakoproep|gemiste video-oproep|gemist spraakgesprek|gemist videogesprek|gemiste groepsoproep|trucada de veu perduda|trucada de vídeo perduda|videotrucada perduda|trucada perduda|apel vocal ratat|apel video ratat|apel vocal nepreluat|apel video nepreluat|apel ratat|"
    "пропущенный аудиозвонок|пропущенный видеозвонок|пропущенный звонок|пропущенный голосовой звонок|пропущенный вызов|пропущений аудіодзвінок|пропущений відеодзвінок|пропущений дзвінок|пропущений голосовий дзвінок|nieodebrane połączenie|nieodebrane połączenie głosowe|nieodebrane połączenie wideo|nieodebrane poł. głosowe|nieodebrane poł. wideo|nieodebrane poł|"
    "zmeškaný hovor|zmeškaný hlasový hovor|zmeškaný videohovor|propušteni glasovni poziv|propušteni videopoziv|propušten glasovni poziv|propušten video poziv|propušteni poziv|пропуштен гласовни позив|пропуштен видео позив|пропуснато гласово обаждане|пропуснато видео обаждане|пропуснато обаждане|пропуштен гласовен повик|пропуштен видео повик|zgrešen klic|neodgovorjen klic|neodgovorjen video klic|"
    "nem fogadott hanghívás|nem fogadott videohívás|nem fogadott videóhívás|nem fogadott hívás|vastaamaton äänipuhelu|vastaamaton videopuhelu|vastaamaton puhelu|missat röstsamtal|missat videosamtal|missat samtal|tapt taleanrop|tapt videoanrop|tapt videosamtale|tapt anrop|ubesvart taleanrop|ubesvart videoanrop|"
    "ubesvaret taleopkald|ubesvaret videoopkald|ubesvaret opkald|mistet opkald|mistede video opkald|praleistas balso skambutis|praleistas video skambutis|praleistas skambutis|neatbildēts balss zvans|neatbildēts video zvans|neatbildēts zvans|vastamata häälkõne|vastamata videokõne|vastamata kõne|thirrje e shmangur|videothirrje e shmangur|thirrje e humbur|"
    "cevapsız sesli arama|cevapsız görüntülü arama|cevapsız arama|cevapsız sesli grup araması|cevapsız görüntülü grup araması|sessize alınan sesli arama|buraxılmış zəng|buraxılmış video zəng|жауапсыз қоңырау|жауапсыз видео қоңырау|o‘tkazib yub. ovozli qo‘ng‘iroq|o‘tkazib yub. videoqo‘ng‘iroq|αναπάντητη κλήση|αναπάντητη φωνητική κλήση|αναπάντητη βιντεοκλήση|"
    "panggilan suara tak terjawab|panggilan video tak terjawab|panggilan tak terjawab|telepon suara tak terjawab|telepon video tak terjawab|telepon suara diheningkan|telepon video diheningkan|panggilan suara diheningkan|panggilan gagal|panggilan suara terlepas|panggilan video terlepas|panggilan terlepas|tak terjawab|cuộc gọi nhỡ|cuộc gọi nhỡ video|cuộc gọi thoại nhỡ|cuộc gọi video nhỡ|nakaligtaang voice call|nakaligtaang video call|"
    "สายที่ไม่ได้รับ|วิดีโอคอลที่ไม่ได้รับ|สายโทรวิดีโอที่ไม่ได้รับ|สายโทรเสียงที่ไม่ได้รับ|不在着信|音声通話不在着信|ビデオ通話不在着信|不在着信（音声）|不在着信（ビデオ）|未接来电|未接語音來電|未接視訊來電|未接语音通话|未接视频通话|未接語音通話|未接視像通話|未接視訊通話|부재중 전화|부재중 음성 통화|부재중 음성통화|부재중 영상통화|부재중 영상 통화|"
    "مكالمة فائتة|مكالمة صوتية فائتة|مكالمة فيديو فائتة|مكالمة لم يرد عليها|تماس صوتی پاسخ داده نشده|تماس تصویری پاسخ داده نشده|تماس تصویری بی‌پاسخ|تماس صوتی بی‌پاسخ|تماس بی‌پاسخ|مسڈ وائس کال|مسڈ ویڈیو کال|چھوٹی ہوئی صوتی کال|چھوٹی ہوئی ویڈیو کال|שיחה שלא נענתה|שיחה קולית שלא נענתה|שיחת וידאו שלא נענתה|"
    "मिस्ड वॉइस कॉल|मिस्ड वीडियो कॉल|वॉइस कॉल मिस हुई|वीडियो कॉल मिस हुई|छूटी हुई ध्वनि कॉल|छूटी हुई विडियो कॉल|मिस्ड कॉल|मिस्ड व्हॉइस कॉल|मिस्ड व्हिडिओ कॉल|ভয়েস কল মিস করেছেন|ভিডিও কল মিস করেছেন|মিসড ভয়েস কল|মিস করা ভিডিও কল|છૂટી ગયેલ વોઇસ કૉલ|છૂટેલો વોઇસ કૉલ|છૂટી ગયેલો વોઇસ કૉલ|છૂટી ગયેલ ધ્વનિ કૉલ|છૂટી ગયેલ વિડિયો કૉલ|છૂટી ગયેલ વિડિઓ કૉલ|ਮਿਸ ਹੋਈ ਆਵਾਜ਼ ਕਾਲ|ਮਿਸ ਹੋਈ ਵੀਡੀਓ ਕਾਲ|"
    "தவறிய குரல் அழைப்பு|தவறிய காணொலி அழைப்பு|మిస్సేడ్ వాయిస్ కాల్|తప్పిన వీడియోకాల్|ತಪ್ಪಿದ ಧ್ವನಿ ಕರೆ|ತಪ್ಪಿದ ದೃಶ್ಯ ಕರೆ|വിളി നഷ്ടപ്പെട്ടു|നഷ്ടമായ വീഡിയോ കാൾ|simu ya sauti uliyoikosa|simu ya video uliyoikosa|stemoproep gemis|video-oproep gemis|guthghlao caillte|glao gutha caillte|físghlao caillte"
)
# Parts of words that say of a call what came of it: that somebody was there, on another device; or that nobody was.
ELSEWHERE = (
    "device|gerät|dispositiv|disposit|appareil|apparaat|toestel|cihaz|устройств|пристро|urządz|zařízen|zariaden|eszköz|laitte|enhet|enhed|perangkat|peranti|機器|デバイス|端末|设备|設備|裝置|装置|기기|جهاز|دستگاه|ڈیوائس|מכשיר|συσκευ|อุปกรณ์|thiết bị|डिवाइस|ডিভাইস|ઉપકરણ|"
    "uređaj|naprav|seade|seadmes|ierīc|įrengin"
)
NOBODY = (
    "no answer|not answered|unanswered|call back|missed|declin|reject|cancel|busy|silenced|focus|invited|failed|try again|unavailable|keine antwort|nicht angenommen|nicht beantwortet|zurückruf|abgelehnt|abgebrochen|besetzt|eingeladen|sin respuesta|no contest|no respond|devolver|rechazad|cancelad|ocupad|invitad|"
    "não atend|sem resposta|ligar de volta|retornar|recusad|convidad|pas de réponse|aucune réponse|sans réponse|non répondu|rappeler|refus|annul|occupé|invité|nessuna risposta|senza risposta|non rispost|richiamare|rifiutat|occupat|geen antwoord|niet beantwoord|terug te bellen|terugbellen|geweigerd|bezet|uitgenodigd|"
    "sense resposta|fără răspuns|niciun răspuns|нет ответа|без ответа|не отвеч|перезвон|отклон|отмен|занят|немає відповіді|без відповіді|передзвон|відхил|скасов|brak odpowiedzi|nie odebrano|oddzwo|odrzuc|anulow|zajęt|bez odpovědi|žádná odpověď|nepřijat|zavolat zpět|odmítn|bez odpovede|neprijat|bez odgovora|nema odgovora|"
    "няма отговор|без одговор|ni odgovora|nincs válasz|nem fogad|visszahív|elutasít|ei vastausta|ei vastattu|soita takaisin|hylät|inget svar|ej besvar|ring tillbaka|avböj|ikke svar|ikke besvar|intet svar|ubesvar|ring tilbake|ringe tilbage|avvist|afvist|neatsil|neatbild|ei vastatud|cevaplanmadı|cevap yok|yanıt yok|yanıtlanmadı|geri ara|"
    "reddedil|meşgul|davet|cavab yoxdur|δεν απαντ|καμία απάντηση|χωρίς απάντηση|επανακλ|tidak dijawab|tak terjawab|tiada jawapan|tidak ada jawaban|tak dijawab|menelepon balik|memanggil|panggil balik|diheningkan|fokus|diundang|ditolak|không trả lời|không nghe|gọi lại|từ chối|ไม่มีคำตอบ|ไม่ได้รับ|ไม่ตอบ|โทรกลับ|ปฏิเสธ|応答なし|応答がありません|不在|"
    "かけ直|折り返|キャンセル|拒否|无应答|無應答|未接听|未接聽|无人接听|無人接聽|未接|回拨|回撥|已取消|已拒绝|已拒絕|忙|응답 없음|부재중|받지 않음|다시 걸|취소|거절|لم يتم الرد|لا يوجد رد|لا رد|لم يرد|بلا رد|معاودة|رفض|إلغاء|مشغول|پاسخ داده نشد|بی‌پاسخ|بدون پاسخ|تماس مجدد|رد شد|جواب نہیں|لم تتم الإجابة|אין מענה|ללא מענה|לא נענת|לא ענ|להתקשר חזרה|חזרה|נדח|בוטל|"
    "कोई जवाब नहीं|जवाब नहीं|उत्तर नहीं|वापस कॉल|कॉलबैक|उत्तर नाही|কোনো উত্তর নেই|উত্তর নেই|কল ব্যাক|જવાબ નથી|કોઈ જવાબ"
)
# Units of length in seconds, small and without dots; what a word begins with, if it ends with "*".
UNITS: Mapping[int, str] = {
    1: (
        "s|sec*|sek*|seg*|sn|saniy*|san|saniyə|с|сек*|dtk|detik|giây|วินาที|วิ|秒|秒钟|秒鐘|초|ث|ثانية|ثانیه|ثوان*|ثواني|سیکنڈ*|שנ*|שניות|δευτ*|δ|सेकंड*|सेकेंड*|सेक*|से|সেকেন্ড*|সে|સેકંડ*|સેકન્ડ*|ਸਕਿੰਟ*|விநாடி*|வினாடி*|సెకను*|సె|സെക്കൻഡ്*|ಸೆಕೆಂಡು*|"
        "mp|másodperc*|sekund*|son|soniya"
    ),
    60: (
        "m|min*|mn|мин*|м|хв*|dk|dakika*|dəq*|daq*|mnt|menit|minit|phút|นาที|น|分|分钟|分鐘|分間|분|د|دقيقة|دقیقه|دقائق|دقيقتان|منٹ*|דק*|דקות|דקה|λεπ*|λ|मिनट*|मिनिट*|मिन|मि|মিনিট*|মি|મિનિટ*|મિ|ਮਿੰਟ*|நிமிட*|నిమి*|മിനിറ്റ്*|ನಿಮಿಷ*|perc*|p|dakik*|"
        "хвилин*|мінут*|minuut*|minut*|mín*|nóim*"
    ),
    3600: (
        "h|hr*|hour*|std*|hora*|heure*|ora|ore|oră|orë|uur|u|t|tim*|time*|godz*|g|hod*|ч|час*|год*|sa|saat|ساعة|ساعات|ساعتان|ساعت|س|گھنٹ*|שע*|שעות|שעה|ώρ*|ώ|घंट*|घं|घण्ट*|तास*|ঘণ্টা*|ঘন্টা*|ঘ|કલાક*|ਘੰਟ*|மணி*|గంట*|മണിക്കൂർ*|ಗಂಟೆ*|jam|giờ|ชั่วโมง|ชม|小时|小時|時間|时|時|시간|"
        "óra*|klst|tund*|stund*|val|valand*|ur|ura|uri|ure|sat|sati|sata|сат|сати|сата|uair*|soat|цаг|сағ*"
    ),
}
