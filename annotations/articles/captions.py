"""Captions: lines that describe a picture or say who took it."""

import re

from annotations.articles.dates import dates
from annotations.articles.outlets import is_agency
from annotations.articles.tables import words

LONGEST = 900
"""Characters beyond which a paragraph is no caption."""

SIGHT = 300
"""Characters within which a caption says what is to be seen."""

_OPENING = re.compile(
    r"^(?:\[?file(?:\s+(?:photo|picture|image|pic))?(?:\s*:|\s+[-–—]\s)|\[?file\s+photo\b"
    r"|(?:handout|undated|archive)\s+(?:photo|picture|image)\b"
    r"|(?:photo|picture|image|caption|photograph|pictured|image\s+caption|media\s+caption|photo\s+caption|above|below|"
    r"left|right|top)\s*(?:\([^)]*\))?\s*:"
    r"|image\s+(?:caption|copyright|source)\b"
    r"|in\s+this\s+(?:\w+\.?,?\s+){0,5}(?:file\s+|handout\s+|frame\s+|video\s+|still\s+)*(?:photo|picture|image|frame|grab|"
    r"video)\b.{0,60}?,"
    r"|this\s+(?:\w+\s+){0,3}?(?:photo|picture|image|frame\s*grab|still)\s+(?:\w+\s+){0,12}?shows\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:AA|AFP|Anadolu|AP|dpa|DPA|EPA|NurPhoto|PA|REUTERS|SIPA|UPI|Xinhua)\s?/\s?[A-Z(][^.]*\.?$"
    r"|[(\[|]\s*(?:photo|photograph|picture|image|pic|courtesy|credit)\s*(?:by\b|:|/|credit)"
    r"|\b(?:[Pp]hoto|[Pp]icture|[Ii]mage)\s+(?:by|credit|courtesy)\b:?\s+[A-Z]"
    r"|\[[^\[\]]*/(?:Reuters|AP|AFP|EPA|Anadolu|Al Jazeera|Getty)[^\[\]]*\]$"
)
CREDIT_MARKS = (
    "AFP PHOTO",
    "AP Photo",
    "ATTENTION EDITORS",
    "EDITORIAL USE ONLY",
    "File Photo",
    "Getty Images",
    "Handout via",
    "REUTERS/",
    "via AFP",
    "via AP",
    "via Getty",
    "via REUTERS",
)
"""What only a photo credit says, anywhere in a caption."""

CREDIT_SIGNS = ("/", "(", "[", "|", "hoto", "icture", "mage")
"""What every other photo credit has one of."""

_TAKEN_BY = re.compile(
    r"^[(\[]?(?:photo|photograph|picture|image|pic|credit|courtesy|photo\s+credit|picture\s+credit|image\s+copyright|"
    r"image\s+source)\s*(?:by\b|of\b|:|/|\s)\s*\S",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“”\"]|\b(?:said|told|says|added|according)\b")

VERBS = words(
    """aim attend board burn bury carry celebrate chant check clean clear climb collect comfort cook cross cry dance dig
    drive embrace evacuate examine fill fire flee float gather gesture guard hang hold hug inspect jump kiss lean leave
    lie lift light line listen load look march mourn pass patrol pick play point pose pray prepare pull push put queue
    raise react rest ride rise run salute search shake shop shout show sit sleep smile speak stand stare step stroll
    sweep take throw transport travel try wait walk wash watch wave wear weep"""
)
"""What people and things do in pictures."""

SUBJECTS = words(
    """boys children civilians crowds debris demonstrators evacuees families firefighters flames girls locals medics
    members men migrants mourners officers onlookers passengers passersby pedestrians people policemen protesters
    refugees relatives rescuers residents rubble rescue smoke soldiers students trucks vehicles villagers volunteers
    women workers youths"""
)
"""Whom and what pictures show, in the plural or by the mass: with them a description may begin at once."""

FIGURES = words(
    """activist ambulance baby boy bus car child civilian couple crowd demonstrator father fighter firefighter flag girl
    guard helicopter infant man medic member militiaman mother mourner officer patient plane policeman protester rebel
    refugee relative rescuer resident ship sign soldier student supporter tank truck vehicle view villager volunteer
    warplane woman worker youth"""
)
"""And one by one, after a word of COUNTS."""

COUNTS = words("a an two three four five six seven eight")

TENSED = words(
    "was were had has have is are would could will must may might who which that to they he she it say says fear"
)
"""What may not stand between a picture's subject and its verb: with them it is another kind of sentence."""

SHOWN = words("photographed pictured seen shown")
"""What follows ``is`` and ``are`` where somebody is in a picture."""

SEEMING = words("as by that to")
"""After ``is seen`` these speak of opinions, not of pictures."""

POSITIONS = words("(l) (r) (c) (left) (right) (centre) (center) l) r) c)")
"""Where in the picture the person stands who was just named."""

_LINKING = words("al and at de el for in of on the with")
_CREDITING = words("al and by copyright courtesy credit for from of source the via")


def is_photo_credit(text: str) -> bool:
    """Whether a line says who took a picture and nothing else: ``REUTERS/A. Photographer``, ``Getty Images``."""
    if len(text) > 120 or len(text.split()) > 10:
        return False
    names = [name.strip(" .,") for name in re.split(r"[/|]", text.strip("()[]. "))]
    signed = len(names) > 1 or text[0] in "(["
    return (_is_credited(text) or bool(_TAKEN_BY.match(text)) or (signed and is_agency(names[-1]))) and all(
        word[0] in "([/|&©-" or not word[0].islower() or word.casefold() in _CREDITING for word in text.split()
    )


def is_marked(text: str) -> bool:
    """Whether a paragraph says itself that it is a caption: by its opening or its photo credit."""
    return len(text) <= LONGEST and (bool(_OPENING.match(text)) or _is_credited(text) or is_photo_credit(text))


def is_pictorial(text: str) -> bool:
    """Whether a sentence describes a picture: somebody not named before does something now, and nobody is quoted."""
    if not (is_shown(text) or _is_doing(text)):
        return False
    return 3 <= len(text.split()) <= 70 and not is_quoting(text)


def is_shown(text: str) -> bool:
    """Whether a sentence says that somebody is seen, or who of several it is: ``is pictured in``, ``(L)``."""
    sight = text[:SIGHT].casefold()
    if not any(sign in sight for sign in ("(", *SHOWN)):
        return False
    spoken = [word.strip(",.") for word in sight.split()]
    return not POSITIONS.isdisjoint(spoken) or any(
        word in SHOWN and verb in ("is", "are") and after not in SEEMING
        for verb, word, after in zip(spoken, spoken[1:], [*spoken[2:], ""], strict=False)
    )


def is_quoting(text: str) -> bool:
    """Whether somebody is quoted or cited, as in a story's sentences and hardly ever under a picture."""
    return bool(_QUOTED.search(text))


def is_counted(text: str) -> bool:
    """Whether a sentence begins with ``a``, ``an`` or a small number, written out."""
    return text.partition(" ")[0].casefold() in COUNTS


def is_bare_noun_phrase(text: str) -> bool:
    """Whether a short line without a full stop only names what a picture shows: ``A disused observatory dome``."""
    named = text.split()
    if not 1 < len(named) <= 14 or text[-1] in ".!?:;,":
        return False
    if named[0].casefold() in ("a", "an", "the"):
        return True
    return len(named) <= 5 and all(word[0].isupper() or word.casefold() in _LINKING for word in named)


def is_placed_and_dated(text: str) -> bool:
    """Whether it ends as captions do: ``…, Syria September 21, 2016.``, ``… in Aden, Monday, May 2, 2016.``.

    In a story's own sentences a preposition stands before a full date.
    """
    tail = text[-60:].rstrip(" .)]")
    if not tail[-4:].isdecimal():
        return False
    written = list(dates(tail))
    if not written or written[-1].end != len(tail) or written[-1].day is None:
        return False
    before = tail[: written[-1].start].replace(",", " ").split()
    return bool(before) and before[-1][0].isupper()


def _is_credited(text: str) -> bool:
    if any(mark in text for mark in CREDIT_MARKS):
        return True
    end = text[-120:]
    return any(sign in end for sign in CREDIT_SIGNS) and bool(_CREDIT.search(end))


def _is_doing(text: str) -> bool:
    """Whether the sentence has a picture's subject, then its verb in the present, and nothing between shifts it."""
    first = text[:SIGHT].casefold().partition(" ")[0]
    counted = first in COUNTS
    if not counted and first not in SUBJECTS:
        return False
    spoken = [word.strip(",.()") for word in text[:SIGHT].casefold().split()]
    start = spoken[: 6 if counted else 1]
    subject = next((at for at, word in enumerate(start) if word in SUBJECTS or (counted and word in FIGURES)), None)
    if subject is None:
        return False
    is_followed = counted or spoken[subject + 1 : subject + 2] in (["of"], ["with"], ["from"], ["in"])
    reach = spoken[subject + 1 : subject + (11 if is_followed else 3)]
    verb = next((at for at, word in enumerate(reach) if _base(word) in VERBS), None)
    return verb is not None and TENSED.isdisjoint(reach[:verb])


def _base(word: str) -> str:
    """A verb's base form, from its third person."""
    for ending, base in (("ies", "y"), ("shes", "sh"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word
