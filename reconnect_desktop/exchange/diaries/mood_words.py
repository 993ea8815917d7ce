"""What usual words for a mood mean, 1 (very low) to 5 (great): the names Daylio gives them, and others, in many languages."""

# ruff: noqa: RUF001 - the words of many languages
from __future__ import annotations

from collections.abc import Mapping

from reconnect_desktop.exchange.reading.folding import fold

# In this order: English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish,
# Czech, Slovak, Hungarian, Romanian, Croatian, Turkish, Greek, Russian, Ukrainian, Bulgarian, Hebrew, Arabic, Persian, Hindi,
# Indonesian, Vietnamese, Thai, Chinese, Japanese, Korean.
_WORDS: Mapping[int, str] = {
    5: """rad, great, amazing, awesome, excellent, fantastic, wonderful, very good, super, very happy, extremely good, ecstatic, love it,
        super, toll, sehr gut, prima, grossartig, fantastisch, genial, génial, excellent, très bien, super bien, genial, excelente,
        muy bien, increíble, fantástico, radical, ótimo, incrível, muito bem, fantastico, ottimo, benissimo, geweldig, super goed, heel goed,
        toppen, jättebra, fantastisk, super godt, kjempebra, loistava, mahtava, erinomainen, super, świetnie, wspaniale, rewelacyjnie,
        skvěle, úžasně, skvelo, úžasne, szuper, remek, kiváló, minunat, grozav, excelent, super, odlično, izvrsno, harika, süper, mükemmel,
        τέλεια, υπέροχα, φανταστικά, супер, отлично, прекрасно, великолепно, чудово, відмінно, страхотно, отлично, מעולה, נהדר,
        رائع, ممتاز, عالی, बहुत बढ़िया, शानदार, luar biasa, hebat, keren, tuyệt vời, tuyệt, ยอดเยี่ยม, สุดยอด, ดีมาก,
        超棒, 很棒, 太棒了, 超好, 非常好, 极好, 超開心, 超开心, 狂喜, 最高, とても良い, 絶好調, 최고, 최고예요, 아주 좋음, 매우 좋음, 신나""",
    4: """good, happy, fine, well, nice, glad, pleasant, okay good, gut, schön, froh, glücklich, bien, bon, content, heureux, bien, bueno, feliz,
        contento, bem, bom, feliz, bene, buono, felice, goed, blij, bra, glad, godt, god, hyvä, hyvin, iloinen, dobrze, dobry, fajnie,
        dobře, dobré, fajn, dobre, dobrý, jó, jól, boldog, bine, bun, fericit, dobro, sretno, iyi, güzel, mutlu, καλά, χαρούμενος,
        хорошо, хорошее, добре, гарно, добре, щастлив, טוב, שמח, جيد, سعيد, خوب, خوشحال, अच्छा, खुश, baik, bagus, senang, tốt, vui, ดี, มีความสุข,
        好, 很好, 不错, 不錯, 开心, 開心, 高兴, 良い, 良好, 嬉しい, いい, 좋음, 좋아, 좋아요, 좋다, 행복""",
    3: """meh, ok, okay, neutral, average, so so, normal, alright, all right, not bad, indifferent, fine i guess, ok, geht so, mittel, mittelmässig,
        neutral, naja, bof, moyen, neutre, comme ci comme ça, ça va, regular, normal, más o menos, neutro, mais ou menos, médio, indiferente,
        così così, normale, neutrale, insomma, gaat wel, matig, neutraal, sådär, okej, neutral, nja, sådan da, middel, passe, ok, ihan ok,
        neutraali, tak sobie, średnio, neutralnie, ujde, nic moc, průměrně, ujde to, priemerne, elmegy, közepes, semleges, așa și așa, neutru,
        onako, tako tako, idare eder, eh, fena değil, şöyle böyle, έτσι κι έτσι, μέτρια, ουδέτερα, так себе, нормально, сойдёт, нейтрально, так собі, нормально, горе долу,
        неутрално, ככה ככה, בסדר, سيرة, لا بأس, عادي, محايد, معمولی, ठीक ठाक, ठीक, सामान्य, biasa saja, biasa, lumayan, netral, bình thường, tạm, เฉยๆ, ปกติ, พอใช้,
        一般, 一般般, 还行, 還行, 普通, 还好, 還好, まあまあ, ふつう, 그저 그럼, 그저 그래요, 보통, 보통이에요""",
    2: """bad, sad, low, down, not good, unhappy, poor, schlecht, traurig, nicht gut, mies, mauvais, mal, triste, pas bien, mal, malo, triste, mau, ruim,
        male, cattivo, triste, slecht, verdrietig, dåligt, dålig, ledsen, dårligt, dårlig, trist, huono, huonosti, surullinen, źle, smutny, kiepsko, špatně, smutný,
        zle, zlý, rossz, rosszul, szomorú, rău, prost, trist, loše, tužno, kötü, üzgün, άσχημα, κακά, λυπημένος, плохо, плохое, грустно, погано, сумно, зле, лошо, тъжно,
        רע, עצוב, לא טוב, سيء, سيئ, حزين, بد, غمگین, बुरा, खराब, उदास, buruk, jelek, sedih, tệ, buồn, kém, แย่, เศร้า, ไม่ดี, 不好, 差, 不爽, 难过, 難過, 糟, 悪い, 悲しい, イマイチ, 나쁨, 나빠요, 안좋음, 슬픔, 별로""",
    1: """awful, terrible, horrible, fugly, very bad, extremely bad, miserable, worst, depressed, lausig, schrecklich, furchtbar, sehr schlecht, grauenhaft, elend,
        horrible, affreux, très mal, nul, terrible, horrible, fatal, pésimo, muy mal, péssimo, horrível, terrível, muito mal, terribile, orribile, pessimo, malissimo,
        vreselijk, verschrikkelijk, afschuwelijk, heel slecht, hemskt, fruktansvärt, urdåligt, forfærdeligt, forferdelig, grusomt, kamala, kauhea, hirveä, okropnie, strasznie, fatalnie,
        hrozně, strašně, příšerně, hrozne, strašne, borzalmas, szörnyű, pocsék, groaznic, îngrozitor, oribil, užasno, grozno, berbat, korkunç, çok kötü, απαίσια, χάλια, τρομερά,
        ужасно, ужасное, отвратительно, кошмар, жахливо, жахливий, ужасно, נורא, גרוע, איום, فظيع, مريع, سيء جدا, افتضاح, वाहियात, भयानक, बहुत बुरा, mengerikan, parah, sangat buruk,
        kinh khủng, tồi tệ, rất tệ, แย่มาก, เลวร้าย, 糟糕, 很糟, 超烂, 超爛, 极差, 很差, 糟透了, 最悪, ひどい, とても悪い, 끔찍함, 최악, 끔찍해요, 매우 나쁨""",
}


_LEVELS = {fold(word): level for level, words in _WORDS.items() for word in words.split(",")}


def guess(word: str) -> int | None:
    """The level that this name of a mood likely has, or None."""
    return _LEVELS.get(fold(word))
