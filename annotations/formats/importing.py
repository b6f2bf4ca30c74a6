"""What an import does: texts and records into the database, each file whole or not at all."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from annotations.articles.article import article as read_article
from annotations.articles.sources import SOURCE_LIMIT, SUFFIX, find, read_source, shown
from annotations.errors import GoldwireError, OntologyError, RecordError, SourceError, SpanError
from annotations.formats.adopting import Adopted, as_decisions, as_proposals, with_status
from annotations.formats.reading import read_stream
from annotations.formats.record import Record
from annotations.model import Article, Meta
from annotations.ontology import Ontology
from annotations.store import runs, sources
from annotations.store.connection import transaction
from annotations.store.reading import NamedOccurrence
from annotations.store.sources import Added, NamedArticle

STREAM = "-"
"""What names standard input."""

RECORDS_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are to be taken."""

    encoding: str | None = None
    """Of texts; None finds it out."""
    split: bool = True
    """Whether a text may hold several articles."""
    reviewer: str | None = None
    """Whose additions the events of records are."""
    extractor: str | None = None
    """Whose proposals the events of records are."""

    def takes_records(self, name: Path) -> bool:
        """Whether a file holds records: a ``.jsonl``, and where events are wanted whatever is no ``.txt``."""
        wants_events = self.reviewer is not None or self.extractor is not None
        suffix = name.suffix.lower()
        return suffix == RECORDS_SUFFIX or (wants_events and suffix != SUFFIX)


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file brought."""

    name: str
    """The file, as a message names it."""
    added: Added = field(default_factory=Added)
    adopted: Adopted = field(default_factory=Adopted)
    known: bool = False
    """Whether it was imported before, so that nothing was done."""


def import_files(
    connection: sqlite3.Connection,
    paths: Iterable[str],
    ontology: Ontology,
    manner: Manner = Manner(),
    stream: BinaryIO | None = None,
) -> Iterator[Imported | GoldwireError]:
    """Import what ``paths`` stand for, one result a file: what it brought, or why nothing of it was taken.

    ``-`` is ``stream``. An error of the database itself is raised, since it would meet every file.
    """
    for path in paths:
        if path == STREAM and stream is not None:
            yield _outcome(connection, stream, ontology, manner)
            continue
        for found in find([path]):
            yield found if isinstance(found, SourceError) else _outcome(connection, found, ontology, manner)


def _outcome(
    connection: sqlite3.Connection, origin: Path | BinaryIO, ontology: Ontology, manner: Manner
) -> Imported | GoldwireError:
    try:
        if manner.takes_records(origin if isinstance(origin, Path) else Path(STREAM)):
            return _import_records(connection, origin, ontology, manner)
        return _import_text(connection, origin, manner)
    except (SourceError, RecordError, SpanError, OntologyError) as error:
        return error


def _import_text(connection: sqlite3.Connection, origin: Path | BinaryIO, manner: Manner) -> Imported:
    name = shown(origin) if isinstance(origin, Path) else STREAM
    if isinstance(origin, Path) and _is_known(connection, origin):
        return Imported(name, known=True)
    content = origin if isinstance(origin, Path) else origin.read(SOURCE_LIMIT + 1)
    text = read_source(content, encoding=manner.encoding, split=manner.split)
    if sources.is_known(connection, text.source.id):
        return Imported(name, known=True)
    return Imported(name, sources.add(connection, text))


def _is_known(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file was imported, asked before it is split; a pipe can be read only once, so it is not asked."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return sources.is_known(connection, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError:
        # Reading it as a source says what is wrong with it.
        return False


def _import_records(
    connection: sqlite3.Connection, origin: Path | BinaryIO, ontology: Ontology, manner: Manner
) -> Imported:
    name = shown(origin) if isinstance(origin, Path) else STREAM
    content = _content(origin)
    digest = hashlib.sha256(content).hexdigest()
    if manner.extractor is not None and runs.imported(connection, manner.extractor, digest):
        return Imported(name, known=True)
    records = read_stream(BytesIO(content), name)
    if manner.reviewer is not None or manner.extractor is not None:
        records = [
            _checked(record, ontology, f"{name}, line {number}")
            for number, record in zip(_line_numbers(content), records, strict=True)
        ]
    with transaction(connection):
        added = sources.add_named(connection, map(_named, records))
        adopted = Adopted()
        if manner.reviewer is not None:
            for record in records:
                adopted += as_decisions(connection, record, manner.reviewer)
        if manner.extractor is not None:
            adopted += as_proposals(connection, records, manner.extractor, digest, ontology.id)
    return Imported(name, added, adopted)


def _content(origin: Path | BinaryIO) -> bytes:
    if not isinstance(origin, Path):
        return origin.read()
    try:
        return origin.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(f"{shown(origin)}: {reason}; name a file of JSON lines that can be read") from error


def _line_numbers(content: bytes) -> Iterator[int]:
    """The numbers of the lines that records stand on: all that are not blank."""
    return (number for number, line in enumerate(BytesIO(content), 1) if line.strip())


def _checked(record: Record, ontology: Ontology, place: str) -> Record:
    try:
        return with_status(record, ontology)
    except OntologyError as error:
        raise OntologyError(f"{place}: {error}") from error


def _named(record: Record) -> NamedArticle:
    return NamedArticle(
        _whole(record.article),
        tuple(NamedOccurrence(place.source, place.start, place.end) for place in record.places()),
        record.extra,
    )


def _whole(article: Article) -> Article:
    """The article with what follows from its text where its record does not say it."""
    if article.zones and article.title and article.meta != Meta():
        return article
    found = read_article(article.text)
    return replace(
        found,
        zones=article.zones or found.zones,
        title=article.title or found.title,
        meta=article.meta if article.meta != Meta() else found.meta,
    )
