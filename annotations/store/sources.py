"""Sources and the articles in them: what is known, and adding what is new."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from annotations.model import Article, Occurrence, Source, SourceText, content_id
from annotations.store.clusters import place_in_cluster
from annotations.store.connection import transaction
from annotations.store.forms import dump
from annotations.store.reading import NamedOccurrence


@dataclass(frozen=True, slots=True)
class Added:
    """What an import brought: articles that the database had not, and occurrences that it had not."""

    articles: int = 0
    occurrences: int = 0

    def __add__(self, other: "Added") -> "Added":
        """Both together."""
        return Added(self.articles + other.articles, self.occurrences + other.occurrences)


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article with the places its record names, and the record's unknown keys."""

    article: Article
    occurrences: tuple[NamedOccurrence, ...]
    extra: Mapping[str, object] = field(default_factory=dict)


def is_known(connection: sqlite3.Connection, source: str) -> bool:
    """Whether a source with this id, the SHA-256 of its bytes, was imported."""
    return connection.execute("select 1 from source where id = ?", (source,)).fetchone() is not None


def add(connection: sqlite3.Connection, text: SourceText) -> Added:
    """Add a source with its articles, all or nothing; a source already known does nothing."""
    with transaction(connection):
        if is_known(connection, text.source.id):
            return Added()
        _add_source(connection, text.source)
        added = Added()
        for article, occurrence in text.articles:
            added += _add_article(connection, article)
            added += _add_occurrence(connection, article.id, occurrence)
        _drop_stand_in(connection, text.source.id, text.source.label)
        return added


def add_named(connection: sqlite3.Connection, articles: Iterable[NamedArticle]) -> Added:
    """Add articles that records tell of, all or nothing.

    A record names its source but has not its bytes: a source of that label that holds the article at that place is
    taken; else one stands in for it, until the file itself is imported.
    """
    added = Added()
    with transaction(connection):
        for named in articles:
            added += _add_article(connection, named.article, named.extra)
            for place in named.occurrences:
                added += _add_named_occurrence(connection, named.article.id, place)
    return added


def _add_named_occurrence(connection: sqlite3.Connection, article: str, place: NamedOccurrence) -> Added:
    known = connection.execute(
        "select 1 from occurrence join source on source.id = source"
        " where article = ? and label = ? and start = ? and end = ?",
        (article, place.label, place.start, place.end),
    ).fetchone()
    if known is not None:
        return Added()
    stand_in = Source(stand_in_id(place.label), place.label, "", 0)
    if not is_known(connection, stand_in.id):
        _add_source(connection, stand_in)
    return _add_occurrence(connection, article, Occurrence(stand_in.id, place.start, place.end))


def drop_stand_ins(connection: sqlite3.Connection) -> None:
    """Let every file that is here take the place of what stood in for it, in the caller's transaction."""
    rows = connection.execute(
        "select file.id, file.label from source as file join source as stand_in on stand_in.label = file.label"
        " where file.encoding <> '' and stand_in.encoding = ''"
    ).fetchall()
    for source, label in rows:
        _drop_stand_in(connection, source, label)


def stand_in_id(label: str) -> str:
    """The id of a source of which only the label is known."""
    return content_id(f"named:{label}")


def _add_source(connection: sqlite3.Connection, source: Source) -> None:
    connection.execute(
        "insert into source (id, label, encoding, length, imported_at) values (?, ?, ?, ?, ?)",
        (
            source.id,
            source.label,
            source.encoding,
            source.length if source.encoding else None,
            datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        ),
    )


def _add_article(connection: sqlite3.Connection, article: Article, extra: Mapping[str, object] | None = None) -> Added:
    known = connection.execute("select extra from article where id = ?", (article.id,)).fetchone()
    if known is not None:
        _keep_extra(connection, article.id, known["extra"], extra)
        return Added()
    meta = article.meta
    connection.execute(
        "insert into article (id, text, title, cluster, dateline, published, outlet, url, extra, seq)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(seq), 0) + 1 from article))",
        (
            article.id,
            article.text,
            article.title,
            article.id,
            meta.dateline,
            meta.published,
            meta.outlet,
            meta.url,
            dump(extra) if extra else None,
        ),
    )
    connection.executemany(
        "insert into zone (article, start, end, zone) values (?, ?, ?, ?)",
        [(article.id, zone.start, zone.end, zone.zone) for zone in article.zones],
    )
    place_in_cluster(connection, article)
    return Added(articles=1)


def _keep_extra(
    connection: sqlite3.Connection, article: str, known: str | None, extra: Mapping[str, object] | None
) -> None:
    """Keep what a record says of an article that is there already; what was said of it first stands."""
    before = cast("dict[str, object]", json.loads(known)) if known else {}
    if extra and not extra.keys() <= before.keys():
        connection.execute("update article set extra = ? where id = ?", (dump({**extra, **before}), article))


def _add_occurrence(connection: sqlite3.Connection, article: str, place: Occurrence) -> Added:
    found = connection.execute(
        "insert into occurrence (source, start, end, article) values (?, ?, ?, ?) on conflict do nothing",
        (place.source, place.start, place.end, article),
    )
    return Added(occurrences=found.rowcount)


def _drop_stand_in(connection: sqlite3.Connection, source: str, label: str) -> None:
    """Let the file itself take the place of what stood in for it, where it has all that was told of it."""
    stand_in = stand_in_id(label)
    told = "select start, end, article from occurrence where source = ?"
    if connection.execute(f"{told} except {told}", (stand_in, source)).fetchone() is None:
        connection.execute("delete from occurrence where source = ?", (stand_in,))
        connection.execute("delete from source where id = ?", (stand_in,))
