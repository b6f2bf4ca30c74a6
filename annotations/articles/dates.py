"""Dates and times of day as newswire writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"

DIGIT = re.compile(r"\d")

FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=T|\b)",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
        r"\b(?P<day>1[3-9]|[23]\d)/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|[23]\d)/(?P<year>\d{4})\b",
        r"\b\d{1,2}/\d{1,2}/\d{4}\b",  # 4/5 is April in one country and May in another: no day
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?\b",
        rf"{_WEEKDAY}\b{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR}\b)?",
    )
)
"""Every way of writing a date; of two that match the same characters the upper one counts."""

_ZONE = r"(?:\s*\(?(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|P[SD]?T|C[SD]T|MSK|IST|PKT|AST)\b\)?|Z\b|[+-]\d{2}:?\d{2}\b)"

TIME = re.compile(
    rf"\bT?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2,}})*(?:\s*[ap]\.?m\b\.?)?{_ZONE}?"
    rf"|\b\d{{1,2}}\s*[ap]\.?m\b\.?{_ZONE}?"
    r"|\b\d{4}\s*(?:GMT|UTC)\b",
    re.IGNORECASE,
)
"""A time of day with its zone: ``10:15 GMT``, ``9.30 a.m.``, ``1600 GMT``."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: where it stands, and what day it is, if it says so without doubt."""

    start: int
    end: int
    day: date | None


def dates(text: str) -> Iterator[WrittenDate]:
    """The dates in ``text``, in order; of two that overlap the one that starts first."""
    if not DIGIT.search(text):
        return
    found = [WrittenDate(m.start(), m.end(), _day(m.groupdict())) for form in FORMS for m in form.finditer(text)]
    end = 0
    for written in sorted(found, key=lambda written: (written.start, -written.end)):
        if written.start >= end:
            end = written.end
            yield written


def without_dates(text: str) -> str:
    """``text`` with every date and time of day taken out."""
    kept: list[str] = []
    at = 0
    for written in dates(text):
        kept.append(text[at : written.start])
        at = written.end
    kept.append(text[at:])
    return TIME.sub(" ", " ".join(kept))


def _day(parts: dict[str, str | None]) -> date | None:
    """The day that a match gives; None without a year, and for a 31 June."""
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if not (year and month and day):
        return None
    try:
        return date(int(year), int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None
