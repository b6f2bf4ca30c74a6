"""A database with three articles to propose and decide in."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.model import Article, Occurrence, Source, SourceText
from annotations.store import sources
from annotations.store.connection import close, open_database
from tests.stories import BRIDGE, DAM, FERRY

STORIES = (BRIDGE, FERRY, DAM)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database with three articles, each a source of the same name."""
    opened = open_database(tmp_path / "goldwire.db", create=True)
    for text in STORIES:
        source = Source(Article(text).id, "story.txt", "utf-8", len(text))
        sources.add(opened, SourceText(source, ((Article(text), Occurrence(source.id, 0, len(text))),)))
    yield opened
    close(opened)
