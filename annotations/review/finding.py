"""Search in all articles: what was found, and the line of each article that shows it."""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import StoppedError
from annotations.review.pattern import Pattern
from annotations.store import searching
from annotations.store.beside import reading
from annotations.store.searching import FoundArticle


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One article that was found: how often, and the line where it stands first."""

    article: FoundArticle
    hits: int
    line: str
    marks: tuple[tuple[int, int], ...]
    """Where it stands in the line: code points, start and end."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was searched for in all articles, and those that have it, by their numbers in the queue."""

    pattern: str
    seqs: Sequence[int]

    def lines(self, connection: sqlite3.Connection, start: int, stop: int) -> list[FoundLine]:
        """A stretch of what was found."""
        pattern = Pattern(self.pattern)
        return [_line(one, pattern) for one in searching.found_articles(connection, self.seqs[start:stop])]

    def index_of(self, seq: int) -> int:
        """The place of the article with this number, or of the next one that was found; the last one's at most."""
        return min(bisect_left(self.seqs, seq), max(0, len(self.seqs) - 1))


def find(file: Path, text: str, *, stop: Callable[[], bool], tell: Callable[[int, int], None]) -> Found:
    """Find the articles that have ``text``, by the rules of `Pattern`, where it begins at a word.

    Where words alone do not decide, the texts that have them are looked through, and ``tell`` learns how many of how
    many were.

    Raises:
        StoreError: the database cannot be read.
        StoppedError: ``stop`` ended it.
    """
    pattern = Pattern(text)
    with reading(file, stop) as connection:
        seqs = searching.articles_with(connection, pattern.text)
        if pattern.is_plain:
            return Found(pattern.text, seqs)
        kept = array("q")
        for number, (seq, content) in enumerate(searching.texts(connection, seqs)):
            if stop():
                raise StoppedError(f"{file}: {number} of {len(seqs)} texts looked through")
            tell(number, len(seqs))
            if pattern.is_in(content):
                kept.append(seq)
    return Found(pattern.text, kept)


def _line(article: FoundArticle, pattern: Pattern) -> FoundLine:
    text = article.text
    hits = pattern.hits(text)
    first, last = hits[0] if hits else (0, 0)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    marks = tuple((max(one, start) - start, two - start) for one, two in hits if start <= one and two <= end)
    return FoundLine(article, len(hits), text[start:end], marks)
