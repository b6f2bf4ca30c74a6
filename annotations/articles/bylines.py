"""Bylines: who wrote a story, for whom, and when it was published, on a line of its own."""

import re

from annotations.articles.dates import DIGIT, without_dates
from annotations.articles.outlets import is_outlet
from annotations.articles.tables import words

LONGEST = 200
"""Characters beyond which a line is no byline."""

_BY = re.compile(
    r"^[-–—|•\s]*(?:(?:story|words|text|written|posted|published|reported|report|analysis)\s+)?by:?\s+", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:sources?|via)\s*:\s*", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:first\s+|originally\s+)?(?:published|posted|updated|modified|last\s+(?:updated|modified|edited)|created|"
    r"issued|released|date|time|as\s+of)\b(?:\s+(?:on|at))?",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*[|•·/;,]\s*|\s+[-–—]+\s+|\s{2,}")
_FROM = re.compile(
    r"^(?:from\s+our\s+|our\s+|a\s+|special\s+)?(?:staff|foreign|news|own|special|wire)?\s*"
    r"(?:correspondent|reporter|writer|editor|desk|report|staff|bureau)s?(?:\s+\w+)?$",
    re.I,
)
_ADDRESS = re.compile(r"^\S+@\S+\.\w+$|^@\w+$")

PARTICLES = words(
    "abu al and at bin da de del den der di dos du e el for from ibn in la le of on san the ter van von y with"
)
"""Small words inside names and between them."""

NOT_NAMES = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today tonight noon midnight contrast comparison then now"""
)
"""What a sentence, unlike a byline, may put after its first By."""


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the story: ``By A. Writer and B. Writer, Port Sound Courier``."""
    if len(text) > LONGEST:
        return False
    match = _BY.match(text)
    if match is None:
        return _is_signature(text)
    rest = without_dates(_PUBLISHED.sub(" ", text[match.end() :])).strip(" ,.|-–—")
    words = rest.split()
    return (
        bool(words)
        and len(words) <= 24
        and words[0].casefold() not in NOT_NAMES
        and all(map(_is_name, words))
        and (not text.endswith(".") or len(words) <= 4 or words[-1].casefold() in ("jr", "sr"))
    )


def is_publication(text: str) -> bool:
    """Whether a line says only when, and perhaps where, the story was published: ``Yahoo News, May 2, 2016``."""
    if len(text) > LONGEST or not DIGIT.search(text) or without_dates(text) == text:
        return False
    rest = without_dates(_PUBLISHED.sub(" ", text)).strip(" \t.,:;|•·()[]-–—")
    if not rest or rest.casefold() in {"on", "at", "on at"}:
        return True
    parts = [part for part in _JOINTS.split(rest) if part.strip(" .:()")]
    return all(is_outlet(part.strip(" .:()")) or part.strip(" .:").casefold() in ("at", "on") for part in parts)


def outlet_of(text: str) -> str | None:
    """The outlet that a byline or publication line names, as it is written there."""
    line = without_dates(_PUBLISHED.sub(" ", _LABEL.sub("", _BY.sub("", text))))
    parts = (part.strip(" .:()") for part in _JOINTS.split(line))
    return next((part for part in parts if part and is_outlet(part)), None)


def _is_signature(text: str) -> bool:
    """A byline without By: an outlet, a role, an address, or a name with one of them."""
    parts = [part.strip() for part in _JOINTS.split(text) if part.strip()]
    marked = [part for part in parts if is_outlet(part) or _FROM.match(part) or _ADDRESS.match(part)]
    names = [part for part in parts if part not in marked]
    return (
        bool(marked)
        and len(names) <= 2
        and all(
            2 <= len(name.split()) <= 5 and all(map(_is_name, name.split())) and not name.endswith(".")
            for name in names
        )
    )


def _is_name(word: str) -> bool:
    bare = word.strip("()[]&,.'’“”\"")
    return (
        not bare or bare[0].isupper() or bare.casefold() in PARTICLES or "@" in bare or bare.startswith(("al-", "el-"))
    )
