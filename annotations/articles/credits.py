"""Credits: who reported, wrote and edited a story, notes on its versions, and where it was taken from."""

import re

from annotations.articles.outlets import is_agency

LONGEST = 1200
"""Characters beyond which a paragraph is no credit."""

_WORK = (
    r"(?:reporting|writing|editing|compiled|written|edited|translated|translation|rewritten|reported|research|"
    r"produced|production|graphics?|contributions?|copy\s?editing|interviews?)"
)
_WORK_BY = re.compile(
    rf"^(?P<open>[(\[]?)\s*(?:with\s+)?(?:(?:additional|further|extra|other|local)\s+)?"
    rf"(?:{_WORK}(?:\s*(?:,|and|&)\s*{_WORK})*\s+by\b:?|(?:reporting|writing|editing|edited|written)\s*:)\s*(?P<who>\S)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:(?:additional\s+)?reporting|(?:to\s+)?(?:this|the)\s+(?:report|story|article|dispatch|piece))\b[^,;]{0,20}$"
    r"|\bcontributed(?:\s+reporting)?(?:\s+from\s+[A-Z][\w’' ,.-]{2,60})?\.?\)?$"
)
_NOTE = re.compile(
    r"^[(\[](?:(?:the|this)\s+(?:[\w.]+\s+){0,4}?(?:version|story|article|item|report|headline|dispatch|piece)\b"
    r"|(?:adds|changes|clarifies|corrects|deletes|drops|edits|fixes|inserts|recasts|refiles|removes|repeats|restores|"
    r"rewrites|updates|writes)\b).*[)\]]$",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^(?:editor[’']?s[’']?\s+note|correction|clarification)s?\s*:"
    r"|^(?:this|an\s+earlier\s+version\s+of\s+this|a\s+previous\s+version\s+of\s+this)\s+"
    r"(?:story|article|report|version|item)\b.{0,60}?\b(?:correct|updat|amend|clarif|misstat|incorrect|delet|recast)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"^[(\[]?(?:with|based\s+on)\s+(?:additional\s+)?(?:inputs?|files|information|material|reports?|contributions)\s+"
    r"(?:by|from)\b",
    re.IGNORECASE,
)
_TAKEN_FROM = re.compile(r"^(?:kaynak\s*/\s*)?(?:sources?|kaynak|quelle|fuente|via|origin)\s*:", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:[(\[]\s*(?P<inside>[^()\[\]]{2,40})\s*[)\]]|[-–—]+\s*(?P<after>[^-–—].{1,40}))$")
_INITIALS = re.compile(r"^[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}$")


def is_closing_credit(text: str) -> bool:
    """Whether a paragraph names those who worked on the story, as stories end."""
    return len(text) <= LONGEST and (_names_workers(text) or _names_contributors(text))


def is_credit(text: str) -> bool:
    """Whether a paragraph is any credit: workers, a note on the version, an agency's mark, where it was taken from."""
    if len(text) > LONGEST:
        return False
    return is_closing_credit(text) or is_note(text) or _is_source(text)


def is_note(text: str) -> bool:
    """Whether a paragraph is the desk's note on this version: ``(Adds details)``, ``(This story corrects …)``."""
    return len(text) <= LONGEST and bool(_NOTE.match(text) or _CORRECTION.match(text))


def _names_workers(text: str) -> bool:
    match = _WORK_BY.match(text)
    if match is None or not (match["who"].isupper() or match["who"] in '@“"'):
        return False
    # "Reporting by Rights Watch has shown that …" is a sentence of a story
    return bool(match["open"]) or ";" in text or not text.endswith(".") or len(text.split()) <= 12


def _names_contributors(text: str) -> bool:
    """Whether somebody contributed to the report; a sentence of the story itself would quote them."""
    if "contributed" not in text or len(text) > 500 or any(mark in text for mark in '“”"'):
        return False
    return bool(_CONTRIBUTED.search(text))


def _is_source(text: str) -> bool:
    if len(text) > 160 or (text.endswith(".") and len(text.split()) > 12):
        return False
    if _WITH.match(text) or _TAKEN_FROM.match(text) or _INITIALS.match(text):
        return True
    signed = _SIGNED.match(text)
    return signed is not None and is_agency(signed["inside"] or signed["after"])
