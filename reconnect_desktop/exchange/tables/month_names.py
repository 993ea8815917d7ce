"""The names of the months in many languages, long and short (after Unicode's CLDR)."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from collections.abc import Mapping

from reconnect_desktop.exchange.reading.folding import fold

# January to December, each in its forms, as `fold` leaves them without blanks.
_NAMES: Mapping[str, str] = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
    "de": "januar jan janner|februar feb feber|marz mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv|fevrier fevr|mars|avril avr|mai|juin|juillet juil|aout|septembre sept|octobre oct|novembre nov|decembre dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre sept set sep setiembre|octubre oct|noviembre nov|diciembre dic",
    "pt": "janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set|ottobre ott|novembre nov|dicembre dic",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt|november nov|december dec",
    "sv": "januari jan|februari feb|mars|april apr|maj|juni|juli|augusti aug|september sep|oktober okt|november nov|december dec",
    "da": "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep|oktober okt|november nov|december dec",
    "nb": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep|oktober okt|november nov|desember des",
    "fi": "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|kesakuuta kesakuu kesa|heinakuuta heinakuu heina|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu",
    "is": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|agust agu|september sep|oktober okt|november nov|desember des",
    "pl": "stycznia styczen sty|lutego luty lut|marca marzec mar|kwietnia kwiecien kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpien sie|wrzesnia wrzesien wrz|pazdziernika pazdziernik paz|listopada listopad lis|grudnia grudzien gru",
    "cs": "ledna leden led|unora unor uno|brezna brezen bre|dubna duben dub|kvetna kveten kve|cervna cerven cvn|cervence cervenec cvc|srpna srpen srp|zari zar|rijna rijen rij|listopadu listopad lis|prosince prosinec pro",
    "sk": "januara januar jan|februara februar feb|marca marec mar|aprila april apr|maja maj|juna jun|jula jul|augusta august aug|septembra september sep|oktobra oktober okt|novembra november nov|decembra december dec",
    "hu": "januar jan|februar febr|marcius marc|aprilis apr|majus maj|junius jun|julius jul|augusztus aug|szeptember szept|oktober okt|november nov|december dec",
    "ro": "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|octombrie oct|noiembrie nov|decembrie dec",
    "sl": "januar jan|februar feb|marec mar|april apr|maj|junij jun|julij jul|avgust avg|september sep|oktober okt|november nov|december dec",
    "hr": "sijecnja sijecanj sij|veljace veljaca velj|ozujka ozujak ozu|travnja travanj tra|svibnja svibanj svi|lipnja lipanj lip|srpnja srpanj srp|kolovoza kolovoz kol|rujna rujan ruj|listopada listopad lis|studenoga studeni stu|prosinca prosinac pro",
    "sr": "јануар јан januar|фебруар феб februar|март мар mart|април апр april|мај maj|јун jun|јул jul|август авг avgust|септембар сеп septembar|октобар окт oktobar|новембар нов novembar|децембар дец decembar",
    "bg": "януари яну|февруари фев|март|април апр|маи|юни|юли|август авг|септември сеп|октомври окт|ноември ное|декември дек",
    "mk": "јануари јан|февруари фев|март мар|април апр|мај|јуни јун|јули јул|август авг|септември сеп|октомври окт|ноември ное|декември дек",
    "ru": "января январь янв|февраля февраль февр|марта март мар|апреля апрель апр|мая маи|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сент|октября октябрь окт|ноября ноябрь нояб|декабря декабрь дек",
    "uk": "січня січень січ|лютого лютии лют|березня березень бер|квітня квітень квіт|травня травень трав|червня червень черв|липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|листопада листопад лист|грудня грудень груд",
    "be": "студзеня студзень сту|лютага люты лют|сакавіка сакавік сак|красавіка красавік кра|мая маи|чэрвеня чэрвень чэр|ліпеня ліпень ліп|жніуня жнівень жні|верасня верасень вер|кастрычніка кастрычнік кас|лістапада лістапад ліс|снежня снежань сне",
    "el": "ιανουαριου ιανουαριοσ ιαν|φεβρουαριου φεβρουαριοσ φεβ|μαρτιου μαρτιοσ μαρ|απριλιου απριλιοσ απρ|μαιου μαιοσ μαι|ιουνιου ιουνιοσ ιουν|ιουλιου ιουλιοσ ιουλ|αυγουστου αυγουστοσ αυγ|σεπτεμβριου σεπτεμβριοσ σεπ|οκτωβριου οκτωβριοσ οκτ|νοεμβριου νοεμβριοσ νοε|δεκεμβριου δεκεμβριοσ δεκ",
    "tr": "ocak oca|subat sub|mart mar|nisan nis|mayis may|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|kasim kas|aralik ara",
    "he": "ינואר ינו|פברואר פבר|מרץ|אפריל אפר|מאי|יוני|יולי|אוגוסט אוג|ספטמבר ספט|אוקטובר אוק|נובמבר נוב|דצמבר דצמ",
    "ar": "يناير كانونالثاني جانفي|فبراير شباط فيفري|مارس اذار|ابريل نيسان افريل|مايو ايار ماي|يونيو حزيران جوان|يوليو تموز جويلية|اغسطس اب اوت|سبتمبر ايلول|اكتوبر تشرينالاول|نوفمبر تشرينالثاني|ديسمبر كانونالاول",
    "fa": "ژانویه|فوریه|مارس|اوریل|مه|ژوين|ژويیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
    "ur": "جنوری|فروری|مارچ|اپریل|ميی|جون|جولايی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    "hi": "जनवरी जन|फ़रवरी फ़र|मार्च|अप्रैल|मई|जून|जुलाई जुल|अगस्त अग|सितंबर सित|अक्टूबर अक्टू|नवंबर नव|दिसंबर दिस",
    "bn": "জানুয়ারি জানু|ফেব্রুয়ারি ফেব|মার্চ|এপ্রিল এপ্রি|মে|জুন|জুলাই জুল|আগস্ট আগ|সেপ্টেম্বর সেপ সেপ্ট|অক্টোবর অক্টো|নভেম্বর নভে|ডিসেম্বর ডিসে",
    "ta": "ஜனவரி ஜன|பிப்ரவரி பிப்|மார்ச் மார்|ஏப்ரல் ஏப்|மே|ஜூன்|ஜூலை|ஆகஸ்ட் ஆக|செப்டம்பர் செப்|அக்டோபர் அக்|நவம்பர் நவ|டிசம்பர் டிச",
    "te": "జనవరి జన|ఫిబ్రవరి ఫిబ్ర|మార్చి|ఏప్రిల్ ఏప్రి|మే|జూన్|జులై|ఆగస్టు ఆగ|సెప్టెంబర్ సెప్టెం|అక్టోబర్ అక్టో|నవంబర్ నవం|డిసెంబర్ డిసెం",
    "mr": "जानेवारी जाने|फेब्रुवारी फेब्रु|मार्च|एप्रिल एप्रि|मे|जून|जुलै|ऑगस्ट ऑग|सप्टेंबर सप्टें|ऑक्टोबर ऑक्टो|नोव्हेंबर नोव्हें|डिसेंबर डिसें",
    "gu": "જાન્યુઆરી જાન્યુ|ફેબ્રુઆરી ફેબ્રુ|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઑગસ્ટ|સપ્ટેમ્બર સપ્ટે|ઑક્ટોબર ઑક્ટો|નવેમ્બર નવે|ડિસેમ્બર ડિસે",
    "th": "มกราคม มค|กุมภาพันธ์ กพ|มีนาคม มีค|เมษายน เมย|พฤษภาคม พค|มิถุนายน มิย|กรกฎาคม กค|สิงหาคม สค|กันยายน กย|ตุลาคม ตค|พฤศจิกายน พย|ธันวาคม ธค",
    "id": "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu|september sep|oktober okt|november nov|desember des",
    "ms": "januari jan|februari feb|mac|april apr|mei|jun|julai jul|ogos ogo|september sep|oktober okt|november nov|disember dis",
    "tl": "enero ene|pebrero peb|marso mar|abril abr|mayo may|hunyo hun|hulyo hul|agosto ago|setyembre set|oktubre okt|nobyembre nob|disyembre dis",
    "zh": "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
    "et": "jaanuar jaan|veebruar veebr|marts|aprill apr|mai|juuni|juuli|august aug|september sept|oktoober okt|november nov|detsember dets",
    "lv": "janvaris janv|februaris febr|marts|aprilis apr|maijs|junijs jun|julijs jul|augusts aug|septembris sept|oktobris okt|novembris nov|decembris dec",
    "lt": "sausio sausis saus|vasario vasaris vas|kovo kovas kov|balandzio balandis bal|geguzes geguze geg|birzelio birzelis birz|liepos liepa liep|rugpjucio rugpjutis rugp|rugsejo rugsejis rugs|spalio spalis spal|lapkricio lapkritis lapkr|gruodzio gruodis gruod",
    "ca": "gener gen|febrer febr|marc|dabril abril dabr abr|maig|juny|juliol jul|dagost agost dag ag|setembre set|doctubre octubre doct oct|novembre nov|desembre des",
    "eu": "urtarrila urt|otsaila ots|martxoa mar|apirila api|maiatza mai|ekaina eka|uztaila uzt|abuztua abu|iraila ira|urria urr|azaroa aza|abendua abe",
    "gl": "xaneiro xan|febreiro feb|marzo mar|abril abr|maio|xuno|xullo xul|agosto ago|setembro set|outubro out|novembro nov|decembro dec",
    "sq": "janar jan|shkurt shk|mars mar|prill pri|maj|qershor qer|korrik korr|gusht gush|shtator sht|tetor tet|nentor nen|dhjetor dhj",
    "hy": "հունվարի հունվար հնվ|փետրվարի փետրվար փտվ|մարտի մարտ մրտ|ապրիլի ապրիլ ապր|մայիսի մայիս մյս|հունիսի հունիս հնս|հուլիսի հուլիս հլս|օգոստոսի օգոստոս օգս|սեպտեմբերի սեպտեմբեր սեպ|հոկտեմբերի հոկտեմբեր հոկ|նոյեմբերի նոյեմբեր նոյ|դեկտեմբերի դեկտեմբեր դեկ",
    "ka": "იანვარი იან|თებერვალი თებ|მარტი მარ|აპრილი აპრ|მაისი მაი|ივნისი ივნ|ივლისი ივლ|აგვისტო აგვ|სექტემბერი სექ|ოქტომბერი ოქტ|ნოემბერი ნოე|დეკემბერი დეკ",
    "az": "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avqust avq|sentyabr sen|oktyabr okt|noyabr noy|dekabr dek",
    "kk": "қаңтар қаң|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз там|қыркүиек қыр|қазан қаз|қараша қар|желтоқсан жел",
    "uz": "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avgust avg|sentabr sen|oktabr okt|noyabr noy|dekabr dek",
    "sw": "januari jan|februari feb|machi mac|aprili apr|mei|juni jun|julai jul|agosti ago|septemba sep|oktoba okt|novemba nov|desemba des",
    "af": "januarie jan|februarie feb|maart mrt|april apr|mei|junie jun|julie jul|augustus aug|september sep|oktober okt|november nov|desember des",
    "cy": "ionawr ion|chwefror chwef chw|mawrth maw|ebrill ebr|mai|mehefin meh|gorffennaf gorff gor|awst|medi|hydref hyd|tachwedd tach|rhagfyr rhag",
    "ga": "eanair ean|feabhra feabh|marta|aibrean aib|bealtaine beal|meitheamh meith|iuil|lunasa lun|meanfomhair mfomh|deireadhfomhair dfomh|samhain samh|nollaig noll",
}


def _by_word() -> dict[str, dict[str, int]]:
    known: dict[str, dict[str, int]] = {}
    for language, months in _NAMES.items():
        for month, forms in enumerate(months.split("|"), start=1):
            for form in forms.split():
                known.setdefault(form, {}).setdefault(language, month)
    return known


_BY_WORD = _by_word()


def months_of(word: str) -> Mapping[str, int]:
    """The month 1…12 that this word names, by language; none if empty: a listopad is October or November."""
    return _BY_WORD.get(fold(word).replace(" ", ""), {})


def in_english(month: int) -> str:
    """The long name of a month 1…12, as in "November"."""
    return _NAMES["en"].split("|")[month - 1].split()[0].capitalize()
