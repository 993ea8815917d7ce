"""What got in the way, in German."""

from __future__ import annotations

from reconnect_desktop.domain.tag_words.cause_words import CauseWords

GERMAN = CauseWords(
    transitions=frozenset(
        {
            *(
                "veränderung",
                "veränderungen",
                "lebensveränderungen",
                "umbruch",
                "neuanfang",
                "umzug",
                "umgezogen",
            ),
            *(
                "neuer job",
                "neue arbeit",
                "neue stelle",
                "neue wohnung",
                "neues zuhause",
                "rente",
                "ruhestand",
            ),
            *(
                "pensionierung",
                "krankheit",
                "diagnose",
                "hochzeit",
                "scheidung",
                "trennung",
                "baby",
                "geburt",
            ),
            *("schwangerschaft", "auszug", "leeres nest"),
        }
    ),
    styles=frozenset(
        {
            *("missverständnis", "missverständnisse", "missverstanden", "aneinander vorbeigeredet"),
            *("aneinander vorbei", "anders ticken", "verschiedene art", "verschiedene arten"),
        }
    ),
    conflict=frozenset(
        {
            *(
                "konflikt",
                "konflikte",
                "streit",
                "gestritten",
                "krach",
                "zoff",
                "auseinandersetzung",
                "spannung",
            ),
            *(
                "spannungen",
                "angespannt",
                "meinungsverschiedenheit",
                "alter streit",
                "altes thema",
                "alte wunde",
            ),
            *("alte wunden", "alte verletzung", "alte verletzungen", "verletzt", "gekränkt", "vorwürfe"),
        }
    ),
    stress=frozenset(
        {
            *("stress", "gestresst", "stressig", "arbeitsstress", "stress bei der arbeit", "stress im job"),
            *("überlastet", "überfordert", "erschöpft", "ausgelaugt", "ausgebrannt", "burnout", "burn-out"),
            *("zu viel arbeit", "zu viel los", "geldsorgen", "alles zu viel"),
        }
    ),
    drained=frozenset({"müde", "kaputt", "erledigt", "fix und fertig", "k. o.", "platt"}),
)
