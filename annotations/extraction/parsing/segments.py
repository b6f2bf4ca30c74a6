"""What of an article is parsed: headline and body, cut at safe places, masked one for one so that no offset moves."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from annotations.articles.datelines import dateline
from annotations.extraction.rulebook.conditions import PREPOSITIONS
from annotations.model import EVENT_ZONES, Article, ZoneName

LONGEST = 8_000
"""Characters that are parsed at once at most; a longer zone is cut."""

_FUNCTION = PREPOSITIONS | {
    "a",
    "an",
    "the",
    "and",
    "or",
    "but",
    "as",
    "not",
    "is",
    "are",
    "its",
    "their",
    "his",
    "her",
}
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s")
_QUOTED = re.compile(r"(?<!\w)['‘](\w[^'’\n]*)['’](?!\w)")
"""Single quotes round words, which a parser takes for possessives."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article to be parsed: ``text`` has the article's length from ``start`` on, not all its signs."""

    start: int
    text: str
    zone: ZoneName


def segments(article: Article, known: Container[str]) -> Iterator[Segment]:
    """The segments of an article in text order.

    ``known`` holds the word forms that a capitalised headline may have for its events; they are brought to lower case.
    """
    opened = False
    for zone in article.zones:
        if zone.zone not in EVENT_ZONES:
            continue
        start, text = zone.start, article.text[zone.start : zone.end]
        if zone.zone == "headline":
            text = _QUOTED.sub(r'"\1"', _sentence_case(text, article, known))
        elif not opened:
            opened = True
            found = dateline(text)
            if found is not None:
                start, text = start + found.end, text[found.end :]
        for first, end in _cuts(text):
            piece = text[first:end]
            if not piece.isspace():
                yield Segment(start + first, _HIDDEN.sub(" ", piece), zone.zone)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    while len(text) - first > LONGEST:
        window = text[first : first + LONGEST]
        end = max((match.end() for match in _SENTENCE_END.finditer(window)), default=0)
        if end == 0:
            end = max(window.rfind(" "), window.rfind("\n"), window.rfind("\t")) + 1
        end = end or LONGEST
        yield first, first + end
        first += end
    if first < len(text):
        yield first, len(text)


def _sentence_case(headline: str, article: Article, known: Container[str]) -> str:
    """A headline in capitals or title case as a sentence would write it, as far as body and lexicon know its words."""
    words = [match.group() for match in _WORD.finditer(headline)]
    long = [word for word in words[1:] if len(word) > 3]
    if len(long) < 3 or sum(word[0].isupper() for word in long) < 0.8 * len(long):
        return headline
    small, names = _body_words(article)
    shouting = headline.upper() == headline
    first = True

    def recased(match: re.Match[str]) -> str:
        nonlocal first
        word, opens, first = match.group(), first, False
        lower = word.lower()
        if len(lower) != len(word) or (word.isupper() and not shouting and len(word) > 1):
            return word
        if lower in names and lower not in small:
            return word.capitalize() if shouting and word not in names.values() else word
        if opens:
            return word.capitalize() if shouting else word
        if lower in small or lower in known or lower in _FUNCTION:
            return lower
        return word.capitalize() if shouting else word

    return _WORD.sub(recased, headline)


def _body_words(article: Article) -> tuple[set[str], dict[str, str]]:
    """The words that the body writes small, and by lower case those that it capitalises within a sentence."""
    small: set[str] = set()
    names: dict[str, str] = {}
    for zone in article.zones:
        if zone.zone == "body":
            text = article.text[zone.start : zone.end]
            for match in _WORD.finditer(text):
                word = match.group()
                if word.islower():
                    small.add(word)
                elif match.start() > 1 and text[match.start() - 2 : match.start()].strip(" \n")[-1:].isalnum():
                    names[word.lower()] = word
    return small, names
