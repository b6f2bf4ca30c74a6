"""What the database holds, read beside the running program."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.review.candidates import Candidate
from annotations.review.opened import OpenArticle, open_article
from annotations.store import reading
from annotations.store.connection import close, open_database


@contextmanager
def opened(database: Path) -> Iterator[sqlite3.Connection]:
    """The database, open beside whatever else has it open."""
    connection = open_database(database)
    try:
        yield connection
    finally:
        close(connection)


def article(database: Path, number: int = 1, reviewer: str = "ana") -> tuple[OpenArticle, tuple[Candidate, ...]]:
    """The article of this number in the queue, 1-based, and its candidates as they stand for the reviewer."""
    with opened(database) as connection:
        return open_article(connection, reviewer, list(reading.article_ids(connection))[number - 1], None)


def candidates(database: Path, number: int = 1, reviewer: str = "ana") -> tuple[Candidate, ...]:
    """The article's candidates as they stand for the reviewer."""
    return article(database, number, reviewer)[1]


def decided(database: Path, number: int = 1, reviewer: str = "ana") -> dict[int, str]:
    """The states of the article's candidates that are not undecided, by their numbers."""
    found = candidates(database, number, reviewer)
    return {candidate.number: candidate.state for candidate in found if candidate.state != "undecided"}


def is_sound(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    with opened(database) as connection:
        return [row[0] for row in connection.execute("pragma integrity_check")] == ["ok"]
