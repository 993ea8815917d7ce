"""Sentences both ways: a miss sends somebody towards what frightens them, a false alarm takes the suggestions away."""

from __future__ import annotations

from itertools import product
from time import perf_counter

import pytest

from reconnect_desktop import catalogue
from reconnect_desktop.domain.records import Letter, MoodCheckIn, Need, Pause, PauseReason, Try
from reconnect_desktop.domain.safety import is_unsafe, tells_of_harm
from reconnect_desktop.domain.suggestions import Unsafe
from reconnect_desktop.domain.tags import BUILT_IN
from tests.making import TODAY, ago, contact, when

TELLS = (
    "I'm afraid of her.",
    "Honestly I am afraid of her when she drinks",
    "I'm so scared of her",
    "Scared of mom again tonight.",
    "still terrified of my mother, after all these years",
    "I was frightened of her and hid in the bathroom",
    "Didn't sleep. Afraid of Mum and of what she'll say.",
    "She hit me.",
    "She hit me again yesterday",
    "she slapped me in front of everyone",
    "SHE HIT ME",
    "She suddenly slapped me across the face.",
    "Mom got angry about the dishes and hit me",
    "She has hit me before.",
    "She used to hit me when I was small, and today I remembered it all.",
    "She started hitting me with a belt",
    "Mum threw a plate at me",
    "she tried to choke me",
    "He hits her. I don't know what to do.",
    "I was hit by mum as a child",
    "She beat me with a wooden spoon",
    "She pulled my hair",
    "She shoved me against the wall",
    "She pushed me down the stairs",
    "She threatened me.",
    "She threatened to kill me",
    "Mom threatened to hurt herself if I don't come",
    "She is threatening me with the lawyer",
    "I'm scared she will hurt me",
    "I'm afraid she'll hit me if I tell her",
    "afraid of what she might do to me",
    "I don't feel safe with her",
    "I don't feel safe at home",
    "I dont feel safe at her place",
    "Felt unsafe the whole time",
    "I feel so unsafe around her",
    "She is abusive and I know it",
    "Mother became violent",
    "she abused me for years",
    "That was emotional abuse.",
    "It was physically abusive",
    "I live in fear",
    "I had to hide from her",
    "She locked me in",
    "She scares me.",
    "She frightens me when she shouts",
    "I want to kill myself",
    "I thought about hurting myself",
    "I don't want to live anymore",
    "I feel suicidal after these calls",
    "We got a restraining order",
    "My stepdad hit her",
    "They hurt me physically",
    "I'm afraid to go home",
    "She came at me with a knife",
    "She's violent? She was violent.",
    "Her boyfriend threatened me",
    "Mom kept hitting me until I cried",
    "She beats me",
    "I fear her.",
    "I panic when she shouts",
    "She hit me in the face in front of my kids",
    "Why does she hit me",
    "Mom can be violent when drunk",
    "Her new man hits her",
    "I am scared to be alone with her",
    "The kids are afraid of her",
    "My daughter is scared of grandma and so am I; scared of her",
    "I still fear her",
    "I'm so frightened around her",
    "she will hurt me if I say no",
    "She might hit me",
    "She would beat me when grades were bad",
    "she'd hit me every time I cried",
    "She is going to hurt me",
    "Dad beat me up",
    "She threw a glass at me and it cut my arm",
    "I was beaten by mum for that",
    "I was abused by her",
    "I was abused as a child",
    "she molested me",
    "I do not feel safe around Mom",
    "I never feel safe there",
    "I can't feel safe with her",
    "I locked myself in the bathroom because she was hitting the door",
    "She spat at me and slapped me",
    "My mother slapped me",
    "She choked me",
    "She grabbed me by the throat",
    "She wants to hurt me",
    "She's stalking me",
    "I wish I were dead",
    "Mom is scaring me",
    "She keeps threatening me",
    "She said she would kill herself if I moved out",
    "she hits my little brother",
    "She hits the kids",
    "physical abuse",
    "afraid of her.",
    "Fear of her kept me awake",
    "she strangled me",
    '"She hit me", I told the doctor',
    "She hit me - hard",
    "*She hit me*",
    "i'm scared of Mom's temper",
    "I am scared of her temper",
    "Afraid of her anger again",
    "I'm afraid of her when she's been drinking",
    "terrified that she would hit me",
)

MEANS_NOTHING_OF_THE_KIND = (
    "We hit it off with her new neighbour",
    "I hit traffic on the way to her",
    "She was scared of the dog",
    "It hit me how old she has become",
    "It really hit me on the way home.",
    "The news hit me hard",
    "The quiet in the house hit me when I came in",
    "She hit me up on WhatsApp",
    "She hit me with a question about the wedding",
    "She hit me with her news right away",
    "She hit me with another big question",
    "She beat me at Scrabble again",
    "Mom beats me at cards every time",
    "She beat me to it and called first",
    "I'm afraid of her dying",
    "I am scared of her operation next week",
    "Scared of her dog since I was four",
    "I'm afraid for her",
    "So scared for mom, the results come on Monday",
    "Afraid of losing her",
    "I'm afraid I forgot her birthday",
    "I'm afraid not, she said",
    "I'm not afraid of her any more",
    "I'm no longer scared of her",
    "I was never afraid of her, only sad",
    "The cat is scared of her",
    "The dog hid from her under the sofa",
    "We played hide and seek with the kids and hid from her",
    "She jokingly threatened me with more soup",
    "She threatened me with a visit at Christmas",
    "She threatened to kill the weeds with vinegar",
    "She will kill me when she sees the vase",
    "She'd kill me if I told anyone about the surprise",
    "I nearly killed myself laughing",
    "I want to die of embarrassment, she showed the photos",
    "She scares me when she drives at night",
    "She scared me to death when she fell",
    "It scares me how thin she is",
    "She hurt me with that remark about my job",
    "Old hurt came up, we both cried",
    "She hurt her knee",
    "I hurt myself in the garden and she laughed",
    "She kicked me out of the kitchen and finished it herself",
    "She kicked me under the table so I'd stop laughing",
    "She locked me out of the account by mistake",
    "She slapped me on the back and laughed",
    "She pushed me to apply, and she was right",
    "We watched a film about domestic violence and talked for an hour",
    "She doesn't feel safe driving any more",
    "I don't feel safe letting her drive",
    "She felt unsafe on the ice",
    "A fire drill, no danger",
    "She got violently sick after the fish",
    "She shot down my idea, we laughed",
    "I could kill for her dumplings",
    "She fought for me at school back then",
    "My fear of flying came up, she was sweet",
    "Her fear of heights is mine too",
    "I was dying to tell her",
    "The sun hit me and I slept on her sofa",
    "The playground swing hit my shin",
    "She hugged me and hit the road",
    "Her harmless jokes",
    "She choked on a peanut and then we laughed",
    "We laughed until I choked",
    "She bit her tongue and let me finish",
    "She knocked over the cup",
    "She told me how Grandpa used to beat the carpets",
    "I am safe and sound, I told her",
    "She punched the air when I told her",
    "It was a killer recipe",
    "She asked whether I'm still scared of the dark",
    "She would kill for a good coffee",
    "She is scared of him leaving",
    "We said nothing and it was fine",
    "She hits all the right notes, that song hits me every time",
    "Her voice hit me right in the heart",
    "Mom's words hit me harder than I thought",
    "She told me the price and it hit me",
    "They hit me with a bill for the flat, she helped",
    "My boss threatened to fire me, Mom calmed me down",
    "The landlord threatened me with eviction",
    "She bit me a piece of her sandwich",
    "The neighbour's dog bit me and she drove me to the doctor",
    "My horse kicked me, she laughed",
    "He kicked the ball and hit me",
    "My toddler hit me and she said I was the same",
    "She beat cancer",
    "She got beaten at bridge",
    "Her abuse of commas is legendary",
    "She was afraid of her own mother",
    "She told me she was scared of her father",
    "Grandma used to beat her",
    "Her mother hit her",
    "She was hit by a bus of emotions",
    "He hit her car in the car park",
    "She is afraid of being alone",
    "I am afraid to tell her about the job",
    "I am afraid to call",
    "I was afraid of her reaction but she was lovely",
    "I am scared of her getting old",
    "I was scared of her being ill again",
    "She asked if I feel safe in the new flat",
    "I feel safe with her",
    "Not sure I ever felt so safe with her",
    "I don't think she feels safe on the bus",
    "She fell, hit her head, all fine now",
    "The stroke hit her hard",
    "The news hit her hard",
    "It hit us both",
    "Dad hit her with the good news",
    "She used to kick me out of bed at six",
    "My heart was beating fast before the call",
    "She said the heat would kill her",
    "This traffic will kill me, she said",
    "She'll kill me, I forgot the flowers",
    "The silence kills me",
    "I'd die for her apple cake",
    "I want to live closer",
    "I don't want to live in the city anymore",
    "I don't want to live with her but nearby",
    "She wanted to be alone",
    "I'm not feeling safe on that ladder, she said",
    "Watched a thriller, she was terrified",
    "Talked about the violence in the news",
    "She is a violent gardener",
    "A violent storm during our call",
    "The film scared me, she laughed",
    "She is scared of heights; so am I",
    "She nearly scared me with that mask",
    "She surprised me; she scared me with the lights off",
    "Suicide Squad was on",
    "Her friend's suicide is on her mind",
    "She is dangerously good at chess",
    "She threatened to come by with cake",
    "She threatened to sing",
    "She pushed me on the swing in that old photo",
    "She told me about the abuse in the care home where she works",
    "Her sister was abusive to her, she told me for the first time",
    "She pulled me into a hug, pulled my hair behind my ear",
    "She hit me on the arm, laughing",
    "She hit a nerve",
    "He beat her at chess",
    "We fought. I cried. She called back.",
    "She slapped the table laughing",
    "She kicked off her shoes",
    "She tried to kill the wasp",
    "Mum threw a cushion at me, we laughed",
    "She threw a party for me",
    "She locked me in a hug",
    "She is hurting after the operation",
    "It hurts me to see her like this",
    "I'm beaten, long day",
    "She said she is afraid for me",
    "My flight was scary",
    "She was scared for me",
    "I'm scared, exam tomorrow, she calmed me",
)

TAGS_THAT_TELL = (
    "unsafe",
    "Not safe",
    "afraid",
    "scared again",
    "abuse",
    "emotional abuse",
    "verbally abusive",
    "violence",
    "threats",
    "self-harm",
    "SUICIDAL",
    "she hit me",
    "hit me",
    "danger",
    "fear",
)

ORDINARY_TAGS = (
    *BUILT_IN,
    "hit it off",
    "hurt",
    "harmless",
    "stressful",
    "fear of flying",
    "afraid of heights",
    "scared for her",
    "afraid for Mom",
    "safe arrival",
    "beat the traffic",
    "conflict",
    "cried",
    "anger",
)


@pytest.fixture(scope="module")
def unsafe() -> Unsafe:
    return catalogue.load().unsafe


@pytest.mark.parametrize("note", TELLS)
def test_a_note_that_tells_of_fear_or_harm(note: str, unsafe: Unsafe) -> None:
    assert is_unsafe([], [], [note], unsafe)
    assert is_unsafe([], [], [f"Called at six.\n{note}\nThen I went for a walk."], unsafe)


@pytest.mark.parametrize("note", MEANS_NOTHING_OF_THE_KIND)
def test_a_note_that_means_nothing_of_the_kind(note: str, unsafe: Unsafe) -> None:
    assert not is_unsafe([], [], [note], unsafe)
    assert not is_unsafe([], [], [f"Called at six.\n{note}\nThen I went for a walk."], unsafe)


def test_what_is_meant_is_found_beside_what_is_not(unsafe: Unsafe) -> None:
    for tells, means_nothing in product(TELLS[:10], MEANS_NOTHING_OF_THE_KIND[:30]):
        assert is_unsafe([], [], [f"{means_nothing}. {tells}."], unsafe), (means_nothing, tells)


@pytest.mark.parametrize("tag", TAGS_THAT_TELL)
def test_a_tag_or_a_need_of_one_s_own_that_tells(tag: str, unsafe: Unsafe) -> None:
    assert is_unsafe([tag], [], [], unsafe)
    assert is_unsafe([], [tag], [], unsafe)


@pytest.mark.parametrize("tag", ORDINARY_TAGS)
def test_an_ordinary_tag(tag: str, unsafe: Unsafe) -> None:
    assert not is_unsafe([tag], [], [], unsafe)


def test_of_the_needs_only_to_be_safe_tells(unsafe: Unsafe) -> None:
    telling = [need.id for need in catalogue.load().needs if is_unsafe([], [need.id], [], unsafe)]
    assert telling == ["safety"]


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u02bc", "\u00b4", "`", ""])
def test_apostrophes_capitals_and_spaces_make_no_difference(apostrophe: str, unsafe: Unsafe) -> None:
    note = f"I  DON{apostrophe}T feel\tsafe with Her"
    assert is_unsafe([], [], [note], unsafe)


@pytest.mark.parametrize("name", ["Amma", "Màma Ines", "J.R. (mum)"])
def test_she_is_found_by_what_she_is_called(name: str, unsafe: Unsafe) -> None:
    assert is_unsafe([], [], [f"I'm afraid of {name}"], unsafe, name)
    assert is_unsafe([], [], [f"{name} hit me"], unsafe, name)
    assert not is_unsafe([], [], ["I'm afraid of Zofia", f"{name} hit me up on the phone"], unsafe, name)


def test_nothing_written_tells_nothing(unsafe: Unsafe) -> None:
    assert not is_unsafe([], [], [], unsafe)
    assert not is_unsafe([""], [""], [""], unsafe, "Mom")


def test_notes_that_were_looked_through_once_cost_nothing_again() -> None:
    words = catalogue.load().unsafe
    notes = [f"{day}: she told me of the garden, and I felt listened to. " * 20 for day in range(60)]

    def seconds() -> float:
        begun = perf_counter()
        assert not is_unsafe((), (), notes, words, "Mom")
        return perf_counter() - begun

    first = seconds()
    assert min(seconds() for _ in range(5)) < first / 5


def test_what_is_remembered_is_remembered_for_each_name_and_kind_of_text() -> None:
    words = catalogue.load().unsafe
    for _ in range(2):
        assert is_unsafe((), (), ("Ruth hit me",), words, "Ruth")
        assert not is_unsafe((), (), ("Ruth hit me",), words, "Mom")
        assert is_unsafe(("fear",), (), (), words)
        assert not is_unsafe((), (), ("fear",), words)


@pytest.mark.parametrize("days_ago", [0, 179, 180])
def test_what_was_written_counts_for_half_a_year(unsafe: Unsafe, days_ago: int) -> None:
    moment = when(ago(days_ago))
    for told in (
        contact(ago(days_ago), tags=("unsafe",)),
        contact(ago(days_ago), note="She hit me."),
        MoodCheckIn(id="m", when=moment, logged=moment, mood=2, note="I am afraid of her."),
        Need(id="n", noted=moment, need="safety"),
        Try(id="t", suggestion="tea", begun=moment, note="She threatened me."),
        Pause(id="p", reason=PauseReason.OTHER, start=ago(300), end=ago(days_ago), note="She hit me."),
    ):
        assert tells_of_harm([told], TODAY, unsafe) == (days_ago < 180), told
    letter = Letter(id="l", begun=moment, changed=moment, text="You hit me. She hit me.")
    assert not tells_of_harm([letter], TODAY, unsafe), "letters are not read for it"
