"""Bringing a database to this version's schema.

A migration changes tables and keeps what is in them; the views are made anew after the last one.
"""

import sqlite3
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.store import schema, tallies, views

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x676F6C64
"""SQLite's application id of a goldwire database: "gold" in ASCII."""

VERSION = 3
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


def apply(connection: sqlite3.Connection) -> None:
    """Apply what is missing, in the caller's transaction; nothing where another process was first.

    Raises:
        StoreError: as ``is_behind``.
    """
    if not is_behind(connection):
        return
    # Only a database that is behind pays for importing sqlite-utils.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    migrations = Migrations("goldwire")
    migrations()(m001_first_schema)
    migrations()(m002_confidence)
    migrations()(m003_lists_and_search)
    migrations.apply(Database(connection))
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
    """What a list of all articles reads, and their full text, which knows them by their place in the queue."""
    database.execute("drop trigger article_never_changed")
    never_changed = next(one for one in _statements(schema.TRIGGERS) if "trigger article_never_changed" in one)
    tables = schema.LISTING + schema.SEARCH + tallies.TABLES + tallies.TRIGGERS
    for statement in (never_changed, *_statements(tables)):
        database.execute(statement)
    _make_views(database.conn)
    for statement in (*_statements(tallies.FILL), schema.INDEX_ALL):
        database.execute(statement)


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
