"""Datelines: the place, date and agency that open a story's first paragraph, as in ``RIMBO, Sweden (Reuters) –``."""

import re
from dataclasses import dataclass
from datetime import date

from annotations.articles.dates import dates, without_dates
from annotations.articles.outlets import is_outlet
from annotations.articles.tables import words

REACH = 120
"""A dateline ends within so many characters."""

_AGENCY = re.compile(
    r"^(?P<lead>[^()]{0,80}?(?:\([^()]{2,30}\))??)\s*"
    r"(?:/\s*(?P<slashed>[^/()]{2,30})\s*/|\((?P<agency>[^()]{2,40})\))(?!\s*\()"
)
_DASH = re.compile(r"\s*(?:--+|[-–—―_:])\s*")
_DASHED = re.compile(r"^(?P<lead>[^()“”\"]{3,80}?)(?:\s*(?:--+|[–—―])\s*|\s+-\s+)(?=\S)")
_COLON = re.compile(r"^(?P<lead>[^\W\d_a-zà-ÿ][^:()“”\"]{2,40}):\s+(?=\S)")

LABELS = words(
    """analysis breaking caption commentary correction corrected editorial exclusive explainer factbox feature file
    graphic insight interview live note opinion photo photos picture pictures review timeline update video watch
    wrapup"""
)
"""Words in capitals before a dash or colon that name a kind of story or picture, not a place."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; each is None where it does not. ``end`` is where the story itself begins."""

    place: str | None
    agency: str | None
    day: date | None
    end: int


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, if it does: with an agency, a dash, or capitals and a colon."""
    head = text[:REACH]
    return _with_agency(head) or _with_dash(head) or _with_colon(head)


def _with_agency(head: str) -> Dateline | None:
    match = _AGENCY.match(head)
    if match is None:
        return None
    lead, agency = match["lead"], match["slashed"] or match["agency"]
    dash = _DASH.match(head, match.end())
    place = _place(lead)
    if not (is_outlet(agency) or (dash and place and _in_capitals(place) and agency[0].isupper())):
        return None
    if lead.strip() and place is None and not _day_only(lead):
        return None
    if not dash and not (place and _in_capitals(place)) and lead.strip():
        return None
    return Dateline(place, agency.strip(), _day(lead), dash.end() if dash else match.end())


def _with_dash(head: str) -> Dateline | None:
    match = _DASHED.match(head)
    if match is None:
        return None
    lead = match["lead"]
    place = _place(lead)
    if place is None or not (_in_capitals(place) or any(dates(lead))):
        return None
    return Dateline(place, None, _day(lead), match.end())


def _with_colon(head: str) -> Dateline | None:
    match = _COLON.match(head)
    if match is None or not match["lead"].isupper() or (place := _place(match["lead"])) is None:
        return None
    return Dateline(place, None, None, match.end())


def _place(lead: str) -> str | None:
    """The place in what stands before the agency or dash; None where that is not a place with, perhaps, a date."""
    written = next(dates(lead), None)
    place = (lead[: written.start] if written else lead).strip(" ,/|-–—")
    words = place.replace("/", " ").split()
    if not words or len(words) > 8 or len(place) < 3 or len(without_dates(lead).split()) > len(words) + 1:
        return None
    if words[0].strip(",").casefold() in LABELS or not all(_is_name(word) for word in words):
        return None
    return place


PARTICLES = words("al and de del di du el es in la le near of on the and/or upon sur")
"""Small words inside the names of places, and between two of them."""


def _is_name(word: str) -> bool:
    word = word.strip("()")
    return bool(word) and _is_capital(word)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word.casefold() in PARTICLES or word.startswith(("al-", "el-", "ash-", "as-"))


def _in_capitals(place: str) -> bool:
    """Whether the place's first name is in capitals: ``RIMBO, Sweden`` and ``McALLEN`` are, ``Rimbo`` is not."""
    first = re.split(r"[,/]", place, maxsplit=1)[0]
    letters = [c for c in first if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _day_only(lead: str) -> bool:
    return not without_dates(lead).strip(" ,|-–—")


def _day(lead: str) -> date | None:
    return next((written.day for written in dates(lead) if written.day), None)
