"""Opening the database: one SQLite file in WAL mode, foreign keys on, every commit on the disk before it returns."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.errors import StoreError
from annotations.nearest import path_suggestion
from annotations.store import migrations
from annotations.store.mounts import network_file_system

BUSY_SECONDS = 20.0
"""How long a writer waits for another process's transaction; each is one article or one decision long."""

_LOCK_POLL_SECONDS = 0.01

_REASONS = {
    sqlite3.SQLITE_BUSY: "another process is writing to {file}; try again",
    sqlite3.SQLITE_CANTOPEN: "{file} cannot be opened; may you read it, and write to its folder?",
    sqlite3.SQLITE_CORRUPT: "{file} is damaged; `sqlite3 {file} .recover` saves what can be read",
    sqlite3.SQLITE_FULL: "the disk that {file} lies on is full; make room and try again",
    sqlite3.SQLITE_NOTADB: "{file} is no database; name another file with --db",
    sqlite3.SQLITE_READONLY: "{file} may not be written; goldwire needs to write to it and to its folder",
}
"""By SQLite's primary result code."""


def open_database(
    path: Path,
    *,
    create: bool = False,
    tell: migrations.Tell = lambda _done, _of: None,
) -> sqlite3.Connection:
    """Open the database at ``path``; with ``create``, make it where there is none.

    A connection belongs to the thread that opened it. One of an earlier version is brought up to date, and ``tell``
    learns how many of how many articles were.

    Raises:
        StoreError: there is no such file or folder, it is no goldwire database or a newer one, it may not be written,
            or it lies on a network file system.
    """
    _refuse_place(path, create)
    with _refusals_of(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("pragma foreign_keys = on")
            connection.execute("pragma synchronous = full")
            _prepare(connection, create, tell)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def brought_up_to_date(path: Path) -> Iterator[Path]:
    """The database at ``path`` with this version's schema: itself, or where it is older a copy, gone afterwards.

    Raises:
        StoreError: as ``open_database``.
    """
    _refuse_place(path, create=False)
    with _refusals_of(path), closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        is_older = migrations.is_behind(connection) and not migrations.is_empty(connection)
    if not is_older:
        open_database(path).close()
        yield path
        return
    with TemporaryDirectory() as folder:
        copied = Path(folder) / path.name
        with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(copied)) as copy:
            connection.backup(copy)
        open_database(copied).close()
        yield copied


def answer_at_once(connection: sqlite3.Connection, patience: float) -> None:
    """Have each commit from now on cost one sync: none copies the log back into the file, ``close`` does it.

    It waits ``patience`` seconds, no longer, for another process's transaction.
    """
    connection.execute("pragma wal_autocheckpoint = 0")
    # For each list that a query makes up SQLite would get ready for a file, and let go of that memory after it.
    connection.execute("pragma temp_store = memory")
    connection.execute(f"pragma busy_timeout = {1000 * patience:.0f}")


def close(connection: sqlite3.Connection) -> None:
    """Copy the log back into the file as far as other readers allow, and close."""
    connection.execute("pragma wal_checkpoint(passive)")
    connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, on the disk when it ends. The write lock is taken at the start, so that reads in it hold.

    One inside another is part of it: nothing of either is kept unless the outer one ends well.

    Raises:
        StoreError: the database refuses a statement in it, for one because its disk is full.
    """
    part = connection.in_transaction
    try:
        connection.execute("savepoint part" if part else "begin immediate")
        try:
            yield
            connection.execute("release part" if part else "commit")
        except BaseException:
            # Some errors, such as a full disk, have ended the whole transaction already.
            if connection.in_transaction:
                for statement in ("rollback to part", "release part") if part else ("rollback",):
                    connection.execute(statement)
            raise
    except sqlite3.Error as error:
        file = connection.execute("pragma database_list").fetchone()["file"]
        raise StoreError(f"not saved: {_reason(error, Path(file))}") from error


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read in it is of one moment, whatever other processes write meanwhile; nothing is written in it."""
    connection.execute("begin")
    connection.execute("pragma query_only = on")
    try:
        yield
    finally:
        connection.execute("rollback")
        connection.execute("pragma query_only = off")


def data_version(connection: sqlite3.Connection) -> int:
    """Another number whenever another connection wrote."""
    return int(connection.execute("pragma data_version").fetchone()[0])


def _refuse_place(path: Path, create: bool) -> None:
    try:
        there, folder = path.exists(), path.parent.is_dir()
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; name another file with --db") from error
    if not there and not create:
        remedy = path_suggestion(path, "`goldwire import PATH…` makes one")
        raise StoreError(f"{path}: no such database; {remedy}")
    if not folder:
        raise StoreError(f"{path}: there is no folder {path.parent}; make it, or name another file with --db")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it with --db")
    if (kind := network_file_system(path)) is not None:
        raise StoreError(
            f"{path}: lies on a network file system ({kind}), and WAL needs a local disk; name one with --db"
        )


@contextmanager
def _refusals_of(path: Path) -> Iterator[None]:
    """Name the file in whatever is refused."""
    try:
        yield
    except StoreError as error:
        raise StoreError(f"{path}: {error}") from error
    except sqlite3.Error as error:
        raise StoreError(_reason(error, path)) from error


def _prepare(connection: sqlite3.Connection, create: bool, tell: migrations.Tell) -> None:
    """Put the database into WAL mode and bring its schema up to date, if it is one of ours or to be made."""
    if migrations.is_behind(connection):
        if not create and migrations.is_empty(connection):
            raise StoreError("is empty; `goldwire import PATH…` makes a database of it")
        _use_wal(connection)
        with transaction(connection):
            migrations.apply(connection, tell)
    else:
        _use_wal(connection)


def _use_wal(connection: sqlite3.Connection) -> None:
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            mode = connection.execute("pragma journal_mode = wal").fetchone()[0]
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself here when two processes change the mode at the same moment.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_LOCK_POLL_SECONDS)
            continue
        if mode != "wal":
            raise StoreError(f"stays in journal mode {mode!r}: WAL needs a local disk; put the database on one")
        return


def _reason(error: sqlite3.Error, file: Path) -> str:
    """What SQLite refused, as the user can act on it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _REASONS[code].format(file=file) if code in _REASONS else f"{error} ({file})"
