"""What got in the way, in Spanish; with and without the accents, as people type it."""

from __future__ import annotations

from reconnect_desktop.domain.tag_words.cause_words import CauseWords

_ACUTE = str.maketrans("áéíóú", "aeiou")


def _typed(*words: str) -> frozenset[str]:
    return frozenset({*words, *(word.translate(_ACUTE) for word in words)})


SPANISH = CauseWords(
    transitions=_typed(
        *("cambio", "cambios", "cambios en la vida", "cambio de vida", "mudanza", "la mudanza", "me mudé"),
        *("nuevo trabajo", "trabajo nuevo", "casa nueva", "nueva casa", "jubilación", "enfermedad"),
        *("diagnóstico", "boda", "divorcio", "separación", "bebé", "embarazo", "nacimiento", "nido vacío"),
    ),
    styles=_typed(
        *("malentendido", "malentendidos", "mal entendido", "no nos entendimos", "no nos entendemos"),
        *("formas distintas", "maneras distintas", "formas distintas de hablar", "diálogo de sordos"),
    ),
    conflict=_typed(
        *("conflicto", "conflictos", "discusión", "discusiones", "discutimos", "discusión vieja", "pelea"),
        *("peleas", "pelea vieja", "peleamos", "nos peleamos", "bronca", "tensión", "tensiones", "tenso"),
        *("desacuerdo", "herida vieja", "heridas viejas", "viejas heridas", "heridas de antes", "reproches"),
        *("me dolió", "tema viejo"),
    ),
    stress=_typed(
        *("estrés", "estresada", "estresado", "estresante", "estrés del trabajo", "estrés en el trabajo"),
        *("agobio", "agobiada", "agobiado", "abrumada", "abrumado", "agotamiento", "agotada", "agotado"),
        *("quemada", "quemado", "mucho trabajo", "demasiado trabajo", "problemas de dinero"),
        *("falta de dinero", "sin fuerzas"),
    ),
    drained=_typed("cansada", "cansado", "cansancio", "rendida", "rendido", "sin energía"),
)
