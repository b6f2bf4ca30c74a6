"""Bringing a database to this version's schema.

A migration changes tables and keeps what is in them; the views are made anew after the last one.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.store import schema, tallies, views

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x676F6C64
"""SQLite's application id of a goldwire database: "gold" in ASCII."""

FULL_TEXT = "fts5"
"""The module of SQLite that the search over all articles needs."""

Tell = Callable[[int, int], None]
"""Learns how many articles of how many were brought up to date."""
_INDEXED_AT_ONCE = 500

VERSION = 5
"""Goes up with every change of a table or view; ``PRAGMA user_version`` holds which one a database has."""


def is_behind(connection: sqlite3.Connection) -> bool:
    """Whether the database is new or of an earlier version.

    Raises:
        StoreError: the file is another program's database, or a newer goldwire's.
    """
    version = int(connection.execute("pragma user_version").fetchone()[0])
    application = int(connection.execute("pragma application_id").fetchone()[0])
    if application != APPLICATION_ID and (application or version or not is_empty(connection)):
        raise StoreError("is a SQLite database of another program; name another file with --db")
    if version > VERSION:
        raise StoreError(
            f"was written by a newer goldwire (schema {version}, this one knows {VERSION}); update goldwire"
        )
    return version < VERSION


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the database has no table at all, as a new file."""
    return connection.execute("select 1 from sqlite_master limit 1").fetchone() is None


def apply(connection: sqlite3.Connection, tell: Tell) -> None:
    """Apply what is missing, in the caller's transaction; nothing where another process was first.

    Raises:
        StoreError: as ``is_behind``; or this Python's SQLite lacks what the schema needs.
    """
    if not is_behind(connection):
        return
    if connection.execute("select 1 from pragma_module_list where name = ?", (FULL_TEXT,)).fetchone() is None:
        raise StoreError(f"this Python's SQLite has no full-text search ({FULL_TEXT}); use a Python that has it")
    # Only a database that is behind pays for importing sqlite-utils.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    migrations = Migrations("goldwire")
    migrations()(m001_first_schema)
    migrations()(m002_confidence)
    migrations()(m003_lists_and_search)
    migrations()(m004_decisions_by_article)
    migrations()(m005_counted_in_one_step)
    is_indexed = bool(connection.execute("select 1 from sqlite_master where name = 'article_text'").fetchone())
    migrations.apply(Database(connection))
    if not is_indexed:
        _index(connection, tell)
    _make_views(connection)
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {VERSION}")


def m001_first_schema(database: "Database") -> None:
    """The tables as they were at first, and the triggers that guard them."""
    for statement in _statements(schema.TABLES + schema.TRIGGERS):
        database.execute(statement)


def m002_confidence(database: "Database") -> None:
    """The confidence as a project's own decisions make it."""
    for statement in _statements(schema.CONFIDENCE):
        database.execute(statement)


def m003_lists_and_search(database: "Database") -> None:
    """What a list of all articles reads, and their full text, which knows them by their place in the queue.

    The full text of what is there already is made afterwards.
    """
    database.execute("drop trigger article_never_changed")
    never_changed = next(one for one in _statements(schema.TRIGGERS) if "trigger article_never_changed" in one)
    tables = schema.LISTING + schema.SEARCH + tallies.TABLES + tallies.TRIGGERS
    for statement in (never_changed, *_statements(tables)):
        database.execute(statement)
    _make_views(database.conn)
    for statement in _statements(tallies.FILL):
        database.execute(statement)


def m004_decisions_by_article(database: "Database") -> None:
    """Decisions are looked up by their article."""
    for statement in _statements(schema.BY_ARTICLE):
        database.execute(statement)


def m005_counted_in_one_step(database: "Database") -> None:
    """A decision is counted by one trigger, which looks at what its subject's state was and is."""
    counting = "select name from sqlite_master where type = 'trigger' and sql like '%\\_tally%' escape '\\'"
    for (name,) in database.execute(counting).fetchall():
        database.execute(f"drop trigger {name}")
    for statement in _statements(schema.BY_SUBJECT + tallies.TRIGGERS):
        database.execute(statement)


def _index(connection: sqlite3.Connection, tell: Tell) -> None:
    """Put the articles of a database that had no full text into it, bit by bit: at many articles it takes a while."""
    last = connection.execute("select coalesce(max(seq), 0) from article").fetchone()[0]
    for start in range(0, last, _INDEXED_AT_ONCE):
        connection.execute(schema.INDEX_SOME, (start, start + _INDEXED_AT_ONCE))
        tell(min(start + _INDEXED_AT_ONCE, last), last)


def _make_views(connection: sqlite3.Connection) -> None:
    for (view,) in connection.execute("select name from sqlite_master where type = 'view'").fetchall():
        connection.execute(f'drop view "{view}"')
    for statement in _statements(views.VIEWS):
        connection.execute(statement)


def _statements(script: str) -> list[str]:
    """The script's statements; ``executescript`` would end the migration's transaction."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending.strip())
            pending = ""
    return statements
