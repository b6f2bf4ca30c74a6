"""The article that lies open before the reviewer."""

import sqlite3
from bisect import bisect_left
from typing import NamedTuple

from annotations.model import EVENT_ZONES, Analysis, Zone
from annotations.store import reading
from annotations.store.facets import Facets
from annotations.store.reading import StoredAnalysis


class OpenArticle(NamedTuple):
    """One article, its zones and analysis, and what the reviewer said of it as a whole."""

    id: str
    seq: int
    text: str
    title: str
    zones: tuple[Zone, ...]
    sentences: tuple[tuple[int, int], ...]
    """Start and end of each; the lines of headline and body where nothing was parsed."""
    stored: StoredAnalysis
    complete: bool
    flag: bool
    comment: str | None

    @property
    def analysis(self) -> Analysis:
        """What the parser saw, with these sentences; to draw the article it takes no more than them."""
        return self.stored.whole._replace(sentences=self.sentences)

    def with_facets(self, facets: Facets) -> "OpenArticle":
        """The article after the reviewer said something more of it."""
        return self._replace(
            complete=facets.complete, flag=self.id in facets.flags, comment=facets.comments.get(self.id)
        )

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that ``offset`` is in, or that comes last before it; 0 where there is none."""
        return max(0, bisect_left(self.sentences, (offset + 1, 0)) - 1)


def open_article(connection: sqlite3.Connection, article: str, facets: Facets) -> OpenArticle:
    """Read an article, with what the reviewer said of it.

    Raises:
        KeyError: the database has no such article.
    """
    stored = reading.article_of(connection, article)
    analysis = reading.analysis_of(connection, article)
    lines = ((zone.start, zone.end) for zone in stored.article.zones if zone.zone in EVENT_ZONES)
    return OpenArticle(
        id=article,
        seq=stored.seq,
        text=stored.article.text,
        title=stored.article.title,
        zones=stored.article.zones,
        sentences=analysis.sentences or tuple(lines),
        stored=analysis,
        complete=facets.complete,
        flag=article in facets.flags,
        comment=facets.comments.get(article),
    )
