"""Captions: lines that describe a picture or say who took it."""

import re

from annotations.articles.dates import dates
from annotations.articles.outlets import is_agency
from annotations.articles.tables import words

LONGEST = 900
"""Characters beyond which a paragraph is no caption."""

_OPENING = re.compile(
    r"^(?:\[?file(?:\s+(?:photo|picture|image|pic))?\s*(?::|[-–—]|photo\b)"
    r"|(?:handout|undated|archive)\s+(?:photo|picture|image)\b"
    r"|(?:photo|picture|image|caption|photograph|pictured|image\s+caption|media\s+caption|photo\s+caption|above|below|"
    r"left|right|top)\s*(?:\([^)]*\))?\s*:"
    r"|image\s+(?:caption|copyright|source)\b"
    r"|in\s+this\s+(?:\w+\.?,?\s+){0,5}(?:file\s+|handout\s+|frame\s+|video\s+|still\s+)*(?:photo|picture|image|frame|grab|"
    r"video)\b.{0,60}?,"
    r"|(?:this|a)\s+(?:\w+\s+){0,3}?(?:photo|picture|image|frame\s*grab|still)\s+(?:\w+\s+){0,12}?shows\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:REUTERS|EPA|Xinhua|NurPhoto|SIPA)\s?/\s?[A-Z(]"
    r"|\b(?:AA|AFP|Anadolu|AP|DPA|dpa|PA|UPI)\s?/\s?[A-Z(][^.]{0,50}\.?$"
    r"|\bAP\s+Photos?\b|\bAFP\s+PHOTO\b|\bGetty\s+Images\b|\bFile\s+Photo\b|\bHandout\s+(?:via|photo|from)\b"
    r"|\bvia\s+(?:REUTERS|AP|AFP|Getty)\b|\bATTENTION EDITORS\b|\bEDITORIAL USE ONLY\b"
    r"|[(\[|]\s*(?:photo|photograph|picture|image|pic|courtesy|credit|photo\s+credit)\s*(?:by\b|:|/|credit)"
    r"|\b(?:photo|picture|image)\s+(?:by|credit|courtesy)\b:?\s+[A-Z]"
    r"|\[(?:File:\s*)?[^\[\]]{0,60}/(?:Reuters|AP|AFP|EPA|Anadolu|Al Jazeera|Getty)[^\[\]]{0,20}\]$"
)
_TAKEN_BY = re.compile(
    r"^[(\[]?(?:photo|photograph|picture|image|pic|credit|courtesy|photo\s+credit|picture\s+credit|image\s+copyright|"
    r"image\s+source)\s*(?:by\b|of\b|:|/|\s)\s*\S",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:[,\s]\s*|^)(?P<before>[\w’'.-]+),?$")
_SEEN = re.compile(
    r"\b(?:is|are)\s+(?:seen|pictured|shown|photographed)\b|\(\s*(?:\d\s*)?(?:L|R|C|left|right|centre|center)\s*\)"
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
    """boys children civilians crowds debris demonstrators displaced evacuees families fighters firefighters flames
    girls locals medics members men migrants mourners officers onlookers passengers passersby pedestrians people
    policemen protesters rebels refugees relatives rescuers residents rubble rescue security smoke soldiers students
    supporters tanks troops trucks vehicles villagers volunteers women workers youths"""
)
"""Whom and what pictures show, in the plural or by the mass: with them a description may begin at once."""

FIGURES = words(
    """activist ambulance baby boy building bus car child civilian convoy couple crowd demonstrator family father
    fighter firefighter flag general girl group guard helicopter infant man medic member militiaman mother mourner
    officer patient plane policeman protester rebel refugee relative rescuer resident ship sign soldier student supporter
    tank truck vehicle view villager volunteer warplane woman worker youth"""
)
"""And in the singular, after one of COUNTS."""

COUNTS = words("a an the two three four five six seven eight several some displaced injured wounded young")

TENSED = words("was were had has have is are would could will must may might who which that to")
"""What may not stand between a picture's subject and its verb: with them it is another kind of sentence."""


def is_photo_credit(text: str) -> bool:
    """Whether a line says who took a picture and nothing else: ``REUTERS/A. Photographer``, ``Getty Images``."""
    if len(text) > 120 or len(text.split()) > 10:
        return False
    names = [name.strip(" .,") for name in re.split(r"[/|]", text.strip("()[]. "))]
    signed = len(names) > 1 or text[0] in "(["
    return (bool(_CREDIT.search(text) or _TAKEN_BY.match(text)) or (signed and is_agency(names[-1]))) and all(
        word[0] in "([/|&©-" or not word[0].islower() or word.casefold() in _CREDITING for word in text.split()
    )


def is_marked(text: str) -> bool:
    """Whether a paragraph says itself that it is a caption: by its opening or its photo credit."""
    return len(text) <= LONGEST and bool(_OPENING.match(text) or _CREDIT.search(text) or is_photo_credit(text))


def is_pictorial(text: str) -> bool:
    """Whether a sentence describes a picture: somebody not named before does something now, and nobody is quoted."""
    spoken = [word.strip(",.()").casefold() for word in text[:LONGEST].split()]
    if not 3 <= len(spoken) <= 70 or _QUOTED.search(text):
        return False
    if _SEEN.search(text):
        return True
    subject = next((at for at, word in enumerate(spoken[:6]) if word in SUBJECTS or word in FIGURES), None)
    if subject is None or (subject > 0 and spoken[0] not in COUNTS):
        return False
    reach = spoken[subject + 1 : subject + (10 if spoken[0] in COUNTS else 4)]
    verb = next((at for at, word in enumerate(reach) if _base(word) in VERBS), None)
    return verb is not None and TENSED.isdisjoint(reach[:verb])


def is_bare_noun_phrase(text: str) -> bool:
    """Whether a short line without a full stop only names what a picture shows: ``A disused observatory dome``."""
    words = text.split()
    if not 1 < len(words) <= 14 or text[-1] in ".!?:;,":
        return False
    if words[0].casefold() in ("a", "an", "the"):
        return True
    return len(words) <= 5 and all(word[0].isupper() or word.casefold() in _LINKING for word in words)


_LINKING = words("al and at de el for in of on the with")
_CREDITING = words("al and by copyright courtesy credit for from of source the via")


def _base(word: str) -> str:
    """A verb's base form, from its third person."""
    for ending, base in (("ies", "y"), ("shes", "sh"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word


def is_placed_and_dated(text: str) -> bool:
    """Whether it ends as captions do: ``…, Syria September 21, 2016.``, ``… in Aden, Monday, May 2, 2016.``.

    In a story's own sentences a preposition stands before a full date.
    """
    tail = text[-60:].rstrip(" .)]")
    written = list(dates(tail))
    if not written or written[-1].end != len(tail) or written[-1].day is None:
        return False
    before = tail[: written[-1].start].rstrip()
    word = _PLACED.search(before)
    return word is not None and word["before"][0].isupper()
