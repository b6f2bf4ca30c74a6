"""A new database in a real file, closed when the test ends."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.store.connection import open_database
from tests.annotations.store.newsroom import ARTICLES, add


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where ``fresh_db`` lies."""
    return tmp_path / "goldwire.db"


@pytest.fixture
def fresh_db(database: Path) -> Iterator[sqlite3.Connection]:
    """A new database."""
    connection = open_database(database, create=True)
    yield connection
    connection.close()


@pytest.fixture
def newsroom(fresh_db: sqlite3.Connection) -> sqlite3.Connection:
    """A database with the three invented articles."""
    add(fresh_db, *ARTICLES)
    return fresh_db
