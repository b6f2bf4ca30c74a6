"""A new database to import into, and a folder of files to import."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.ontology import Ontology
from annotations.store.connection import close, open_database
from tests.annotations.formats.importer import Importer


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "goldwire.db", create=True)
    yield opened
    close(opened)


@pytest.fixture
def imported(connection: sqlite3.Connection, conflict: Ontology) -> Importer:
    return Importer(connection, conflict)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made
