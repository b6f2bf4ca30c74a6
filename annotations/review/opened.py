"""The article that lies open before the reviewer, with its candidates."""

import sqlite3
from bisect import bisect_right
from dataclasses import dataclass, replace

from annotations.model import EVENT_ZONES, Analysis, Meta, Zone
from annotations.review.candidates import Candidate, candidates_of
from annotations.store import reading
from annotations.store.facets import facets_of
from annotations.store.reading import NamedOccurrence


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """One article, its zones and analysis, and what the reviewer said of it as a whole."""

    id: str
    seq: int
    text: str
    title: str
    zones: tuple[Zone, ...]
    meta: Meta
    cluster: str
    occurrences: tuple[NamedOccurrence, ...]
    analysis: Analysis
    """Its sentences are the lines of headline and body where nothing was parsed."""
    complete: bool
    flag: bool
    comment: str | None

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that ``offset`` is in, or that comes last before it; 0 where there is none."""
        return max(0, bisect_right(self.analysis.sentences, offset, key=lambda sentence: sentence[0]) - 1)


def open_article(
    connection: sqlite3.Connection, reviewer: str, article: str, extractor: str | None
) -> tuple[OpenArticle, tuple[Candidate, ...]]:
    """Read an article with its candidates as they stand for the reviewer.

    Raises:
        KeyError: the database has no such article.
    """
    stored = reading.article_of(connection, article)
    facets = facets_of(connection, reviewer, article)
    analysis = reading.analysis_of(connection, article)
    if not analysis.sentences:
        lines = tuple((zone.start, zone.end) for zone in stored.article.zones if zone.zone in EVENT_ZONES)
        analysis = replace(analysis, sentences=lines)
    opened = OpenArticle(
        id=article,
        seq=stored.seq,
        text=stored.article.text,
        title=stored.article.title,
        zones=stored.article.zones,
        meta=stored.article.meta,
        cluster=stored.cluster,
        occurrences=stored.occurrences,
        analysis=analysis,
        complete=facets.complete,
        flag=article in facets.flags,
        comment=facets.comments.get(article),
    )
    return opened, candidates_of(connection, article, facets, extractor)
