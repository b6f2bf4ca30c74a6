"""Articles as they were imported: their text, zones, places and analysis, and the queue they stand in."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, cast

from annotations.model import Analysis, Article, Mention, MentionKind, Meta, Zone


class NamedOccurrence(NamedTuple):
    """A place where an article stands, by its source's label; offsets are code points of the decoded source."""

    label: str
    start: int
    end: int


class StoredArticle(NamedTuple):
    """An article with what the database knows of its place in the corpus."""

    seq: int
    """The queue's order."""
    article: Article
    cluster: str
    occurrences: tuple[NamedOccurrence, ...]
    """Every place, in the order of label and start."""
    extra: Mapping[str, object]


class StoredAnalysis:
    """What the parser saw of an article at the moment that it was read; ``row`` is None where nothing was parsed.

    The sentences are at hand, words and mentions, of which a long article has many, when they are asked for.
    """

    def __init__(self, row: sqlite3.Row | None) -> None:
        self._row = row
        self.sentences = _pairs(row["sentences"]) if row is not None else ()

    @cached_property
    def whole(self) -> Analysis:
        """All of it."""
        if self._row is None:
            return Analysis()
        mentions = cast("list[tuple[int, int, MentionKind, str]]", json.loads(self._row["mentions"]))
        return Analysis(self.sentences, _pairs(self._row["words"]), tuple(Mention(*mention) for mention in mentions))


def _pairs(stored: str) -> tuple[tuple[int, int], ...]:
    return cast("tuple[tuple[int, int], ...]", tuple(map(tuple, json.loads(stored))))


def article_of(connection: sqlite3.Connection, article: str) -> StoredArticle:
    """The article with this id.

    Raises:
        KeyError: there is none.
    """
    row = connection.execute("select * from article where id = ?", (article,)).fetchone()
    if row is None:
        raise KeyError(article)
    zones = connection.execute("select start, end, zone from zone where article = ? order by start", (article,))
    places = connection.execute(
        "select label, start, end from occurrence join source on source.id = source where article = ?", (article,)
    )
    return StoredArticle(
        seq=row["seq"],
        article=Article(
            text=row["text"],
            zones=tuple(Zone(*zone) for zone in zones),
            title=row["title"],
            meta=Meta(row["dateline"], row["published"], row["outlet"], row["url"]),
        ),
        cluster=row["cluster"],
        occurrences=tuple(sorted({NamedOccurrence(*place) for place in places})),
        extra=cast("dict[str, object]", json.loads(row["extra"])) if row["extra"] else {},
    )


def analysis_of(connection: sqlite3.Connection, article: str) -> StoredAnalysis:
    """What the parser saw of the article, empty where it was not extracted yet."""
    row = connection.execute("select sentences, words, mentions from analysis where article = ?", (article,))
    return StoredAnalysis(row.fetchone())


def article_ids(connection: sqlite3.Connection) -> Iterator[str]:
    """Every article's id, in the order of the queue."""
    # All at once: a query left open would pin the caller's later writes to the moment it began.
    yield from [row["id"] for row in connection.execute("select id from article order by seq")]


def exists(connection: sqlite3.Connection, article: str) -> bool:
    """Whether the database has the article."""
    return connection.execute("select 1 from article where id = ?", (article,)).fetchone() is not None


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the database has no article yet."""
    return connection.execute("select 1 from article limit 1").fetchone() is None
