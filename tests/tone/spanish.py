from __future__ import annotations

from tests.tone.tone import Tone

TONE = Tone(
    refused={
        "a command": r"(?<!no le )deb(es|erías|éis)|(?<!no )tienes que|tendrías que|hace falta que|asegúrate|recuerda que|no olvides",
        "the user is said tú to": r"usted(es)?|vosotr[oa]s|os",
        "about all times": r"siempre|nunca|jamás|cada vez",
        "blame": r"culpa\w*|reproch\w*|egoísta\w*|fracas\w*|avergonz\w*|vergüenza|mala (madre|hija)|mal hijo|disculp\w*",
        "a promise": r"garantiz\w*|seguro que|sanar\w*|sana|curar\w*|funciona con todo el mundo",
        "alarm": r"urgente\w*|alarma\w*|crisis|riesgo\w*|inmediatamente|demasiado tarde",
        "a diagnosis": r"trauma\w*|narcis\w*|depres\w*|trastorno\w*|codepend\w*|apego|disfuncional\w*|síntoma\w*|terap\w*|clínic\w*|detonante\w*|valida\w*|vulnerab\w*|emocional\w*|mindfulness",
        "cheering": r"increíble|genial|felicidades|enhorabuena|buen trabajo|positiv\w*|gratitud|desafío\w*",
        "making it small": r"al menos|es fácil|obviamente|por supuesto|supéralo|no es para tanto",
        "numbers and addresses": r"\d{2,}|www|https?|\.es",
        "an exclamation": r"\w+!",
    },
    allowed={("a-picture-that-made-you-grin", "ríete!"): "as one would text it"},
    about_contact=(
        r"\b(llámala|llamarla|escríbele|escribirle|visitarla|verla|hablar con ella|invitarla|preguntarle)\b"
        r"|\bmedia(ción|dora?)\b|\bjunt[oa]s\b|\breconcil\w*|\bacerc\w*"
    ),
    asked="¿C",
    typed_otherwise='[‘’“”—"]',  # noqa: RUF001 - marks are what it is about
)
