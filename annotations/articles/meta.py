"""Meta: what an article's text says of its own publication, and what the article is called."""

from collections.abc import Sequence

from annotations.articles.bylines import outlet_of
from annotations.articles.datelines import dateline
from annotations.articles.dates import dates
from annotations.articles.paragraphs import paragraphs
from annotations.model import Meta, Zone


def title(text: str, zones: Sequence[Zone]) -> str:
    """The first headline, a wrapped one with spaces for its line breaks; empty where there is none."""
    start = next((zone.start for zone in zones if zone.zone == "headline"), None)
    return next((paragraph.text for paragraph in paragraphs(text) if paragraph.start == start), "")


def meta(text: str, zones: Sequence[Zone]) -> Meta:
    """Place, outlet and day of publication, each only where the text gives it without doubt.

    The place is that of the dateline that opens the body. The outlet is the dateline's agency, else the first that a
    byline names. The day, in ISO form, is one that stands beside an outlet, else the dateline's, else the first that
    stands on a line of its own.
    """
    opening = next((dateline(text[zone.start : zone.end]) for zone in zones if zone.zone == "body"), None)
    bylines = [text[zone.start : zone.end] for zone in zones if zone.zone == "byline"]
    # what names an outlet speaks of the original; a day alone may be that of a reprint
    bylines.sort(key=lambda line: outlet_of(line) is None)
    alone = next((found for line in bylines if (found := dateline(line))), None)
    opening = opening or alone
    days = [written.day for line in bylines for written in dates(line)]
    if opening and opening.day:
        days.insert(1 if days and outlet_of(bylines[0]) else 0, opening.day)
    published = next((day.isoformat() for day in days if day), None)
    outlet = opening.agency if opening and opening.agency else next(filter(None, map(outlet_of, bylines)), None)
    return Meta(opening.place if opening else None, published, outlet)
