from __future__ import annotations

from tests.tone.tone import Tone

TONE = Tone(
    refused={
        "a command": r"soll(te)?st|sollt|müsst(e|est|et)?|musst(?! (\w+ ){0,3}(nicht|nichts|kein\w*))|denk daran|vergiss nicht|achte darauf",
        "the user is said du to": r"(?<=\w )(Sie|Ihnen|Ihre?[mnrs]?)|(?<=, )(Sie|Ihnen|Ihre?[mnrs]?)",
        "about all times": r"immer|nie|niemals|jedes Mal|ständig|dauernd",
        "blame": r"schuld\w*|entschuldig\w*|vorw[uü]rf\w*|egois\w*|vernachlässig\w*|überfällig|versag\w*|gescheitert|kalt|distanziert|undankbar|scham|schäm\w*|schlechte[rs]? (mutter|tochter|sohn|kind)|gewissen",
        "a promise": r"wird (helfen|heilen|klappen|gut)|garantier\w*|heil(t|en|ung)|mit Sicherheit|ganz bestimmt|klappt bei allen",
        "alarm": r"dringend\w*|warnung\w*|alarm\w*|krise\w*|risik\w*|ernst\w*|sofort|zu spät",
        "a diagnosis": r"trauma\w*|narzis\w*|depress\w*|angststörung|störung\w*|co-?abhängig\w*|bindung\w*|dysfunktional\w*|symptom\w*|therap\w*|klinisch|trigger\w*|validier\w*|verletzlich\w*|verarbeit\w*|grenzen? (setzen|ziehen)|emotional\w*|psych\w*|achtsam\w*",
        "cheering": r"toll\w*|super|großartig\w*|fantastisch\w*|wunderbar\w*|glückwunsch|gut gemacht|stolz auf dich|positiv\w*|dankbarkeit|wertschätz\w*|herausforderung\w*",
        "making it small": r"einfach nur|stell dich nicht|wenigstens|zumindest|kopf hoch|selbstverständlich|natürlich|ist (ganz )?leicht|halb so schlimm|offensichtlich|nur Mut",
        "numbers and addresses": r"\d{2,}|www|https?|\.de",
        "an exclamation": r"\w+!",
        # Half of its readers are sons, and half daughters.
        "daughter or son": r"Tochter|Sohn|jede von euch|keine von euch|eine von euch",
        "a word from elsewhere": r"Feedback|Quality Time|Update|Support|teilen wir|okay|ok|Me-Time|canceln",
    },
    allowed={
        ("never_too_late", "zu spät"): "the part says that it is not",
        ("help-where-you-live", "ernst"): "one's own doubt, in one's own words",
        ("a-picture-that-made-you-grin", "lach!"): "as one would text it",
    },
    about_contact=(
        r"\b(ruf\w*|schreib\w*|besuch\w*|triff\w*|treff\w*|red\w*|sprich\w*|sprech\w*|lad\w*|frag\w*) (mit )?(sie|ihr|mama|euch)\b"
        r"|\bmediat\w*|\bzusammen\b|\bgemeinsam\b|\bfamilienberatung\w*|\bnäher\w*|\bversöhn\w*"
    ),
    asked="Wie ",
    typed_otherwise='[‘’”»«—"]',  # noqa: RUF001 - marks are what it is about
)
