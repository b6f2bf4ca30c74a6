"""Headlines, crossheads and what tells both from sentences of a story."""

import re

LONGEST = 220
"""Characters beyond which a line is no headline."""

_CLOSERS = "\"'”’»)]}"
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Co|Corp|Inc|Jr|Ltd|Sr|St|vs)\.$")
_INNER_STOP = re.compile(r"[a-z0-9)”\"’][.!?]”?\s+[“\"]?[A-Z]")
_QUESTION = re.compile(
    r"^[‘“\"']?(?:and|are|but|can|could|did|do|does|has|have|how|is|should|so|was|were|what|whats|what[’']s|when|where|"
    r"which|who|who[’']s|whose|why|will|would)\b[^.“”\"]*\?[’”\"']?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-–—•*▪●■□○◦‣>]|\d{1,2}[.)])\s*\S")


def ends_sentence(text: str) -> bool:
    """Whether the last sign closes a sentence, announces one (``:``), or closes a quotation."""
    tail = text[-40:]
    bare = tail.rstrip(_CLOSERS)
    if not bare:
        return True
    return bare[-1] in ".!?…:;。！？؟" or tail[-1] in '"”»'


def is_headline(text: str) -> bool:
    """Whether a line has a headline's form: short, and without a full stop that is not an abbreviation's."""
    if len(text) > LONGEST or len(text.split()) > 32 or is_bullet(text):
        return False
    bare = text.rstrip(_CLOSERS)
    return not bare.endswith((".", "…", ":", ";", ",")) or bool(_ABBREVIATION.search(bare))


def is_crosshead(text: str) -> bool:
    """Whether a line is in capitals, as the crossheads of agencies are: ``TRUCE VIOLATIONS``."""
    return len(text) <= 80 and text.isupper() and sum(map(str.isalpha, text)) >= 2 and is_headline(text)


def is_question(text: str) -> bool:
    """Whether a line is a crosshead that asks what the next paragraphs answer: ``What happens next?``."""
    return len(text) <= 80 and bool(_QUESTION.match(text))


def is_bullet(text: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BULLET.match(text))


def is_several_sentences(text: str) -> bool:
    """Whether a sentence ends inside the paragraph, too."""
    return bool(_INNER_STOP.search(text[:2000]))


def continues(text: str) -> bool:
    """Whether a paragraph goes on with the sentence of the one before: it starts with a small letter."""
    return text[:1].islower() and not text.startswith(("al-", "el-"))
