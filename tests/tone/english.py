from __future__ import annotations

from tests.tone.tone import Tone

TONE = Tone(
    refused={
        "a command": r"should(n't)?|must(n't)?|ought|need to|needs to|had better|make sure|be sure to|remember to|don't forget",
        "a command that frees is none": r"(?<!don't )(?<!doesn't )ha(ve|s) to",
        "about all times": r"always|never|every time",
        "blame": r"fault|blam\w+|guilt\w*|asham\w+|selfish|neglect\w*|overdue|fail\w*|wrong with|toxic|cold|distant|bad (mother|daughter|son|child)",
        "a promise": r"will (fix|heal|help|bring|make|solve|save|work)|guarantee\w*|works? for everyone|heal(s|ed|ing)?|repair\w*",
        "alarm": r"urgent\w*|warning|alarm\w*|crisis|risk\w*|serious(ly)?|immediately|too late",
        "a diagnosis": r"trauma\w*|narciss\w*|depress\w*|anxiety|disorder\w*|codependen\w*|attachment|dysfunction\w*|symptom\w*|therap\w*|clinical|coping|trigger\w*|validat\w+|vulnerab\w+|process(ing)? (your|my) (feelings|emotions)|boundar\w+|emotional\w*",
        "cheering": r"amazing|awesome|well done|congrat\w*|great job|proud of yourself|positive|gratitude|cherish|journey|bond\w*",
        "making it small": r"simply do|all you|at least|get over|move on from|it's easy|obviously|of course",
        "numbers and addresses": r"\d{2,}|www|https?|\.com",
        "an exclamation": r"\w+!",
    },
    allowed={
        ("never_too_late", "too late"): "the part says that it is not",
        ("help-where-you-live", "serious"): "one's own doubt, in one's own words",
        ("a-picture-that-made-you-grin", "laugh!"): "as one would text it",
    },
    about_contact=(
        r"\b(call|write to|text|message|visit|meet|talk to|reach|contact|invite|ask) (her|mom|them both)\b"
        r"|\bmediat\w*|\btogether\b|\bfamily counsel\w*|\bcloser?\b|\breconcil\w*"
    ),
    asked="How ",
    typed_otherwise="[‘’“”—]",  # noqa: RUF001 - marks are what it is about
)
